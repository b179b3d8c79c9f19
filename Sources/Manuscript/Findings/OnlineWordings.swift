extension FindingSentences {
  /// What may be wrong with a site on its way to its readers.
  static let onlineWordings: [Finding.Kind: [String: String]] = [
    .takenStatic: [
      "en":
        "“{value}” is the address of something else of the site ({other}), so this file is left out. Rename it.",
      "he": "הכתובת „{value}” שייכת לדבר אחר באתר ({other}), ולכן הקובץ הושמט. יש לשנות את שמו.",
      "ar": "العنوان «{value}» لشيء آخر في الموقع ({other})، فتُرك هذا الملف. غيّر اسمه.",
    ],
    .strayOutput: [
      "en":
        "Daf did not make this file, and builds replace the folder: it now lies in {place}. Put it into “Static”, whose files go into the site.",
      "he":
        "הקובץ לא נוצר בידי דף, וכל בנייה מחליפה את התיקייה: הוא הועבר אל {place}. יש להניח אותו ב־„Static”, שקבציה נכנסים לאתר.",
      "ar":
        "لم ينشئ دف هذا الملف، وكل بناء يستبدل المجلد: نُقل إلى {place}. ضعه في «Static» التي تدخل ملفاتها الموقع.",
    ],
    .awaitedDate: [
      "en": "{key} is {value}: until then {what} is not in the site. Build it anew on that day.",
      "he": "בשדה {key} התאריך {value}: עד אז {what} אינו באתר. יש לבנות את האתר מחדש באותו יום.",
      "ar": "التاريخ {value} في {key}: حتى ذلك اليوم ليس {what} في الموقع. أعد بناء الموقع يومئذ.",
    ],
    .goneAddress: [
      "en":
        "The address “{value}” was published and is gone, so links to it are broken. Add it to “aliases” of the article that stands in its place, or delete this line.",
      "he":
        "הכתובת „{value}” פורסמה ואיננה עוד, והקישורים אליה שבורים. יש להוסיף אותה ל־„aliases” של המאמר שבא במקומה, או למחוק את השורה.",
      "ar":
        "نُشر العنوان «{value}» ولم يعد موجودًا، فانكسرت الروابط إليه. أضفه إلى «aliases» المقالة التي حلت محله، أو احذف هذا السطر.",
    ],
    .undatedNews: [
      "en":
        "The news has no date, so it stands last and in no feed. Add “date: 2026-05-11” to its head.",
      "he":
        "לידיעה אין תאריך, ולכן היא באה אחרונה ואינה בשום עדכון. יש להוסיף בראשה ‎date: 2026-05-11‎.",
      "ar": "الخبر بلا تاريخ، فهو الأخير ولا تذكره خلاصة. أضف في رأسه ‎date: 2026-05-11‎.",
    ],
    .pictureFormat: [
      "en":
        "Browsers do not show “{value}” ({form}). Open it in a picture editor and save it as JPEG (photos) or PNG (drawings), then correct the name here.",
      "he":
        "דפדפנים אינם מציגים את „{value}” ({form}). יש לפתוח אותו בתוכנת תמונות, לשמור אותו כ־JPEG (צילום) או כ־PNG (ציור), ולתקן כאן את השם.",
      "ar":
        "لا تعرض المتصفحات «{value}» ({form}). افتحه في محرر صور واحفظه JPEG (للصور) أو PNG (للرسوم)، ثم صحّح الاسم هنا.",
    ],
    .pictureTooLarge: [
      "en":
        "The picture “{value}” is too large ({size}). Save it with at most {limit}, then build again.",
      "he": "התמונה „{value}” גדולה מדי ({size}). יש לשמור אותה ב־{limit} לכל היותר ולבנות שוב.",
      "ar": "الصورة «{value}» كبيرة جدًا ({size}). احفظها بما لا يزيد على {limit} ثم أعد البناء.",
    ],
    .pictureUncut: [
      "en":
        "The photo “{value}” goes into the site in its full size ({size}), which is slow for readers on phones. Install vips (libvips-tools), by which Daf cuts it to sizes, or save it smaller.",
      "he":
        "הצילום „{value}” נכנס לאתר בגודלו המלא ({size}), והדבר איטי לקוראים בטלפון. יש להתקין את vips (libvips-tools), שבאמצעותה דף מקטין אותו, או לשמור אותו קטן יותר.",
      "ar":
        "تدخل الصورة «{value}» الموقع بحجمها الكامل ({size})، وهذا بطيء لقراء الهواتف. ثبّت vips (libvips-tools) التي يصغّرها دف بها، أو احفظها أصغر.",
    ],
    .looksLikeArticle: [
      "en":
        "This looks like an article and is not taken: an article is a file “article.md” in a folder of its own. Rename or move it.",
      "he":
        "הקובץ נראה כמאמר ואינו נלקח: מאמר הוא קובץ „article.md” בתיקייה משלו. יש לשנות את שמו או להעבירו.",
      "ar":
        "يبدو هذا الملف مقالة ولم يؤخذ: المقالة ملف «article.md» في مجلد خاص به. غيّر اسمه أو انقله.",
    ],
    .unknownVolume: [
      "en":
        "No article is of the volume “{value}”, so this file says something of nothing. Name it as “volume” in the articles' “citation” has it.",
      "he":
        "אין מאמר בכרך „{value}”, ולכן הקובץ אינו מועיל. יש לקרוא לו בשם שב־„volume” שתחת „citation” במאמרים.",
      "ar":
        "لا مقالة في المجلد «{value}»، فلا نفع في هذا الملف. سمِّه كما في «volume» تحت «citation» في المقالات.",
    ],
    .unnamedTarget: [
      "en":
        "Below “publish” stands a name of your choice, and below the name “to” with the place. Write:  publish: {{name}: {to: {value}}}",
      "he":
        "תחת „publish” בא שם לבחירתכם, ותחת השם „to” עם המקום. יש לכתוב:  publish: {{name}: {to: {value}}}",
      "ar":
        "يأتي تحت «publish» اسم تختاره، وتحت الاسم «to» مع المكان. اكتب:  publish: {{name}: {to: {value}}}",
    ],
    .missingTarget: [
      "en":
        "Nothing says where to publish. Add to publication.yaml, for example:  publish: {live: {to: /srv/www/journal}}",
      "he":
        "לא נאמר לאן לפרסם. יש להוסיף ל־publication.yaml, למשל:  publish: {live: {to: /srv/www/journal}}",
      "ar":
        "لم يُذكر مكان النشر. أضف إلى publication.yaml مثلًا:  publish: {live: {to: /srv/www/journal}}",
    ],
    .unknownTarget: [
      "en": "There is no target “{value}” under “publish”. There are: {known}.",
      "he": "אין יעד „{value}” תחת „publish”. היעדים: {known}.",
      "ar": "لا هدف «{value}» تحت «publish». الأهداف: {known}.",
    ],
    .wrongTarget: [
      "en":
        "“{value}” in {key} is no place to publish to. Write a folder outside Output and Articles, user@host:folder, or s3://bucket/folder.",
      "he":
        "„{value}” בשדה {key} אינו מקום לפרסם אליו. יש לכתוב תיקייה מחוץ ל־Output ול־Articles, ‏user@host:folder או s3://bucket/folder.",
      "ar":
        "لا يصلح «{value}» في {key} مكانًا للنشر. اكتب مجلدًا خارج Output وArticles، أو user@host:folder، أو s3://bucket/folder.",
    ],
    .foreignTarget: [
      "en":
        "There are files here that Daf did not publish ({files}). Check that this is the right place. “--among” publishes all the same: files of the same names are replaced, the others stay.",
      "he":
        "יש כאן קבצים שדף לא פרסמה ({files}). יש לוודא שזה המקום הנכון. „--among” מפרסם בכל זאת: קבצים באותם שמות יוחלפו, האחרים יישארו.",
      "ar":
        "هنا ملفات لم ينشرها دف ({files}). تحقق من أن هذا هو المكان الصحيح. ينشر «--among» مع ذلك: تُستبدل الملفات ذات الأسماء نفسها ويبقى غيرها.",
    ],
    .missingProgram: [
      "en": "Publishing there needs the program {program}, which is not installed. Install it.",
      "he": "לפרסום לשם דרושה התוכנית {program}, והיא אינה מותקנת. יש להתקין אותה.",
      "ar": "يحتاج النشر إلى هناك إلى برنامج {program} وهو غير مثبّت. ثبّته.",
    ],
    .failedTransfer: [
      "en":
        "{program} could not do it: {reason}. What stood there stands; once that is put right, publish again.",
      "he": "{program} לא הצליחה: {reason}. מה שעמד שם עומד; לאחר התיקון יש לפרסם שוב.",
      "ar": "لم ينجح {program}: {reason}. ما كان هناك باقٍ؛ بعد الإصلاح انشر مجددًا.",
    ],
    .keptElsewhere: [
      "en":
        "Nothing that was published to this place is kept, so there is nothing to take back here. What is kept of “{target}” ({known}) went to {place}: to take that back, write this place as “to” again.",
      "he":
        "דבר שפורסם אל המקום הזה אינו שמור, ולכן אין כאן מה להשיב. מה ששמור של „{target}” ({known}) פורסם אל {place}: כדי להשיבו יש לכתוב שוב את המקום ההוא בשדה „to”.",
      "ar":
        "لا يُحفظ شيء مما نُشر في هذا المكان، فليس هنا ما يُتراجع عنه. والمحفوظ من «{target}» ({known}) نُشر في {place}: للتراجع عنه اكتب ذلك المكان ثانية في «to».",
    ],
    .nothingKept: [
      "en":
        "There is no such publish to go back to on this computer. Kept are, with the one that stands there now: {known}. Build an older state of the articles and publish it instead.",
      "he":
        "אין במחשב הזה פרסום כזה לחזור אליו. שמורים, ובהם זה שעומד שם עתה: {known}. אפשר לבנות מצב קודם של המאמרים ולפרסם אותו.",
      "ar":
        "لا نشر كهذا يُرجع إليه على هذا الحاسوب. المحفوظ، ومنه القائم هناك الآن: {known}. ابنِ حالة أقدم من المقالات وانشرها بدلًا منه.",
    ],
  ]
}
