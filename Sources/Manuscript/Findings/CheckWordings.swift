extension FindingSentences {
  /// Sentences about what an editor would want to know before publishing.
  // A sentence is one line.
  // swift-format-ignore
  static let checkWordings: [Finding.Kind: [String: String]] = [
    .misspelledComment: [
      "en": "The comment “{comment}” has no effect. If {nearest} is meant, write <!-- {nearest} … -->.",
      "he": "להערה הנסתרת ״{comment}״ אין השפעה. אם הכוונה ל-{nearest}, יש לכתוב ‎<!-- {nearest} … -->‎.",
      "ar": "لا أثر للتعليق المخفي «{comment}». إن كان المقصود {nearest} فاكتب ‎<!-- {nearest} … -->‎.",
    ],
    .unclosedBox: [
      "en": "A box begins here (:::) and does not end, so it takes in all that follows. End it with a line :::.",
      "he": "כאן נפתחת תיבה (:::) ואינה נסגרת, ולכן היא כוללת את כל ההמשך. יש לסגור אותה בשורה :::.",
      "ar": "يبدأ هنا إطار (:::) ولا ينتهي، فيضم كل ما بعده. أنهه بسطر :::.",
    ],
    .strayBoxEnd: [
      "en": "The line ::: ends a box that was not begun. Begin the box with a line ::: box, or delete this line.",
      "he": "השורה ::: סוגרת תיבה שלא נפתחה. יש לפתוח את התיבה בשורה ::: box או למחוק את השורה.",
      "ar": "السطر ::: ينهي إطارًا لم يُفتح. افتح الإطار بسطر ::: box أو احذف هذا السطر.",
    ],
    .unknownReference: [
      "en": "No figure or table is named {name}. Write {#{name}} behind the picture or the table's caption, or correct the name.",
      "he": "אין ציור או טבלה בשם {name}. יש לכתוב ‎{#{name}}‎ אחרי התמונה או אחרי הכיתוב של הטבלה, או לתקן את השם.",
      "ar": "لا شكل ولا جدول باسم {name}. اكتب ‎{#{name}}‎ بعد الصورة أو بعد تعليق الجدول، أو صحّح الاسم.",
    ],
    .emptyBody: [
      "en": "The file has no text below its front matter, so the page is empty. Write the text, or set “draft: true” until it is there.",
      "he": "אין בקובץ טקסט מתחת לשדות שבראשו, ולכן העמוד ריק. יש לכתוב את הטקסט, או לציין draft: true עד שיהיה.",
      "ar": "ليس في الملف نص تحت حقوله الأولى، فالصفحة فارغة. اكتب النص، أو ضع draft: true حتى يوجد.",
    ],
    .otherLanguage: [
      "en": "Most of the text is in letters that “lang: {value}” is not written in, so the page runs in the wrong direction and search does not know its words. Write “lang: {nearest}” if that is its language.",
      "he": "רוב הטקסט כתוב באותיות שאינן של lang: {value}, ולכן כיוון העמוד שגוי והחיפוש אינו מכיר את מילותיו. אם זו שפתו, יש לכתוב lang: {nearest}.",
      "ar": "معظم النص بحروف لا تُكتب بها اللغة lang: {value}، فاتجاه الصفحة خاطئ ولا يعرف البحث كلماتها. اكتب lang: {nearest} إن كانت تلك لغته.",
    ],
    .damagedPicture: [
      "en": "The file of the picture {value} is not whole: readers see a part of it or nothing. Copy it again from where it comes from.",
      "he": "קובץ התמונה {value} אינו שלם: הקוראים יראו חלק ממנה או לא יראו דבר. יש להעתיק אותו שוב ממקורו.",
      "ar": "ملف الصورة {value} ناقص: يرى القراء جزءًا منها أو لا يرون شيئًا. انسخه من مصدره مرة أخرى.",
    ],
    .unknownLanguage: [
      "en": "“{value}” is no language tag. Write he, ar, en or another tag of BCP 47.",
      "he": "‏״{value}״ אינו תג של שפה. יש לכתוב he, ar, en או תג אחר של BCP 47.",
      "ar": "«{value}» ليس رمز لغة. اكتب he أو ar أو en أو رمزًا آخر من BCP 47.",
    ],
    .unknownCheck: [
      "en": "There is no check “{value}” to be silenced. Take the name from the end of the message that you mean.",
      "he": "אין בדיקה בשם ״{value}״ שאפשר להשתיק. יש להעתיק את השם מסוף ההודעה שאליה הכוונה.",
      "ar": "لا يوجد فحص اسمه «{value}» لإسكاته. انسخ الاسم من آخر الرسالة المقصودة.",
    ],
    .wrongIdentifier: [
      "en": "“{value}” cannot be right as {key}: its form or its check digit is wrong. Copy it again from its source.",
      "he": "‏״{value}״ אינו יכול להיות {key} נכון: הצורה או ספרת הביקורת שגויות. יש להעתיק אותו שוב מן המקור.",
      "ar": "لا يمكن أن يكون «{value}» صحيحًا في {key}: صيغته أو رقم التحقق فيه خطأ. انسخه من مصدره مرة أخرى.",
    ],
    .missingAuthor: [
      "en": "The article names no author. Add “author:” with “- name: …” below it.",
      "he": "המאמר אינו מציין מחבר. יש להוסיף ‎author:‎ ומתחתיו ‎- name: …‎.",
      "ar": "لا يذكر المقال مؤلفًا. أضف ‎author:‎ وتحته ‎- name: …‎.",
    ],
    .missingDate: [
      "en": "The article has no date, so search engines for scholars leave it out. Add “date: 2022-05-11”, or as much of it as is known.",
      "he": "למאמר אין תאריך, ולכן מנועי חיפוש אקדמיים ישמיטו אותו. יש להוסיף ‎date: 2022-05-11‎ או את מה שידוע ממנו.",
      "ar": "المقال بلا تاريخ، فتهمله محركات البحث العلمية. أضف ‎date: 2022-05-11‎ أو ما يُعرف منه.",
    ],
    .noteOutOfOrder: [
      "en": "Note [^{label}] comes after note {other}. Correct its number, or move the mark to its place.",
      "he": "הערה ‎[^{label}]‎ באה אחרי הערה {other}. יש לתקן את המספר או להעביר את הסימן למקומו.",
      "ar": "الحاشية ‎[^{label}]‎ تأتي بعد الحاشية {other}. صحّح رقمها أو انقل العلامة إلى موضعها.",
    ],
    .noteSkipped: [
      "en": "Note [^{label}] follows where {expected} was expected. Look whether a mark between them was lost.",
      "he": "הערה ‎[^{label}]‎ באה במקום שבו היה צריך לבוא {expected}. יש לבדוק אם סימן שביניהן אבד.",
      "ar": "تأتي الحاشية ‎[^{label}]‎ حيث كانت {expected} منتظرة. تحقق مما إذا ضاعت علامة بينهما.",
    ],
    .spaceBeforeNote: [
      "en": "A space stands before the mark of note [^{label}]. Take it away: the mark follows its word directly.",
      "he": "לפני הסימן של הערה ‎[^{label}]‎ יש רווח. יש להסיר אותו: הסימן בא צמוד למילה.",
      "ar": "قبل علامة الحاشية ‎[^{label}]‎ مسافة. احذفها، فالعلامة تلي كلمتها مباشرة.",
    ],
    .headingLevelOne: [
      "en": "“{text}” is a heading of the first level, which is the title's alone. Write ## instead of #.",
      "he": "‏״{text}״ היא כותרת ברמה הראשונה, ששמורה לשם המאמר. יש לכתוב ## במקום #.",
      "ar": "«{text}» عنوان من المستوى الأول، وهو لعنوان المقال وحده. اكتب ## بدل #.",
    ],
    .headingSkipsLevel: [
      "en": "The heading “{text}” skips a level. Write {expected} instead of {level}.",
      "he": "הכותרת ״{text}״ מדלגת על רמה. יש לכתוב {expected} במקום {level}.",
      "ar": "العنوان «{text}» يقفز عن مستوى. اكتب {expected} بدل {level}.",
    ],
    .headingEmpty: [
      "en": "A heading has no text. Write one, or delete the signs #.",
      "he": "כותרת בלי טקסט. יש לכתוב טקסט או למחוק את הסימנים #.",
      "ar": "عنوان بلا نص. اكتب نصه أو احذف علامات #.",
    ],
    .pageOutOfOrder: [
      "en": "The mark of page {page} comes after page {other}. Correct the number, or move the mark.",
      "he": "הסימן של עמוד {page} בא אחרי עמוד {other}. יש לתקן את המספר או להעביר את הסימן.",
      "ar": "علامة الصفحة {page} تأتي بعد الصفحة {other}. صحّح الرقم أو انقل العلامة.",
    ],
    .pageSkipped: [
      "en": "Page {page} begins where {expected} was expected. Look whether a page's mark was lost.",
      "he": "עמוד {page} מתחיל במקום שבו היה צריך להתחיל {expected}. יש לבדוק אם סימן של עמוד אבד.",
      "ar": "تبدأ الصفحة {page} حيث كانت {expected} منتظرة. تحقق مما إذا ضاعت علامة صفحة.",
    ],
    .pageOutside: [
      "en": "Page {page} lies outside the pages {pages} that the front matter names. Correct one of the two.",
      "he": "עמוד {page} נמצא מחוץ לעמודים {pages} שבכותרת הנתונים. יש לתקן אחד מן השניים.",
      "ar": "الصفحة {page} خارج الصفحات {pages} المذكورة في البيانات الأولية. صحّح أحدهما.",
    ],
    .pictureAwaited: [
      "en": "The picture “{text}” is not there; readers see a frame. Put its file into the article's folder and its name between the brackets ().",
      "he": "התמונה ״{text}״ איננה, והקוראים רואים מסגרת. יש להניח את הקובץ בתיקיית המאמר ולכתוב את שמו בין הסוגריים ().",
      "ar": "الصورة «{text}» غير موجودة، ويرى القارئ إطارًا. ضع ملفها في مجلد المقال واكتب اسمه بين القوسين ().",
    ],
    .pictureWithoutText: [
      "en": "The picture {value} has neither caption nor description. Say for those who cannot see it what it shows: ![caption]({value} \"description\").",
      "he": "לתמונה {value} אין כיתוב ואין תיאור. יש לומר למי שאינו רואה מה יש בה: ‎![כיתוב]({value} \"תיאור\")‎.",
      "ar": "الصورة {value} بلا تعليق ولا وصف. صف لمن لا يراها ما فيها: ‎![تعليق]({value} \"وصف\")‎.",
    ],
    .linkWithoutAddress: [
      "en": "The link “{text}” has no address. Write it between the brackets (), or take the brackets away.",
      "he": "לקישור ״{text}״ אין כתובת. יש לכתוב אותה בין הסוגריים () או להסיר את הסוגריים.",
      "ar": "الرابط «{text}» بلا عنوان. اكتبه بين القوسين () أو احذف الأقواس.",
    ],
    .linkWithoutText: [
      "en": "The link to {value} has no text to click on. Write it between the brackets [].",
      "he": "לקישור אל {value} אין טקסט שאפשר ללחוץ עליו. יש לכתוב אותו בין הסוגריים [].",
      "ar": "الرابط إلى {value} بلا نص يُنقر عليه. اكتبه بين القوسين [].",
    ],
    .deadLink: [
      "en": "The link {value} leads nowhere in this publication. Correct the address, or take the link away.",
      "he": "הקישור {value} אינו מוביל לשום מקום בפרסום זה. יש לתקן את הכתובת או להסיר את הקישור.",
      "ar": "الرابط {value} لا يؤدي إلى شيء في هذا المنشور. صحّح العنوان أو احذف الرابط.",
    ],
    .openDoubt: [
      "en": "Still doubtful: {text}. Compare with the print, correct, and delete this remark.",
      "he": "עדיין בספק: {text}. יש להשוות לדפוס, לתקן ולמחוק את הסימון הזה.",
      "ar": "لا يزال موضع شك: {text}. قارنه بالمطبوع وصحّحه ثم احذف هذه العلامة.",
    ],
    .presentationForm: [
      "en": "Letters of “{text}” are shapes for print ({count} here); search does not find them. Run “daf check --fix”, or type the word again.",
      "he": "באותיות של ״{text}״ יש צורות דפוס (כאן {count}), והחיפוש אינו מוצא אותן. יש להריץ ‎daf check --fix‎ או להקליד את המילה שוב.",
      "ar": "في حروف «{text}» أشكال طباعية (عددها هنا {count}) لا يجدها البحث. شغّل ‎daf check --fix‎ أو اكتب الكلمة من جديد.",
    ],
    .strayMark: [
      "en": "Invisible marks stand in the text here ({count}: {marks}). The page sets directions by itself: delete them unless you put them there.",
      "he": "יש כאן תווים סמויים בטקסט ({count}: {marks}). העמוד קובע כיוונים בעצמו: יש למחוק אותם, אלא אם הוכנסו בכוונה.",
      "ar": "في النص هنا محارف خفية ({count}: {marks}). الصفحة تحدد الاتجاهات بنفسها: احذفها ما لم تضعها عمدًا.",
    ],
    .mirroredBrackets: [
      "en": "The brackets of “{text}” are turned the wrong way. Exchange them.",
      "he": "הסוגריים של ״{text}״ הפוכים. יש להחליף ביניהם.",
      "ar": "قوسا «{text}» معكوسان. بدّل بينهما.",
    ],
    .unbalancedBracket: [
      "en": "A bracket near “{text}” has no partner. Add it, or delete this one.",
      "he": "לסוגר ליד ״{text}״ אין בן זוג. יש להוסיף אותו או למחוק את הסוגר.",
      "ar": "لقوس قرب «{text}» لا يوجد قرين. أضفه أو احذف هذا.",
    ],
    .turnedWord: [
      "en": "Words begin with letters that only end words: “{text}” ({count} here). They seem to be turned back to front: compare with the print.",
      "he": "מילים מתחילות באות סופית: ״{text}״ (כאן {count}). נראה שהן כתובות מן הסוף להתחלה: יש להשוות לדפוס.",
      "ar": "كلمات تبدأ بحرف لا يأتي إلا في الآخر: «{text}» (عددها هنا {count}). يبدو أنها مقلوبة: قارنها بالمطبوع.",
    ],
    .finalLetterInside: [
      "en": "“{text}” has a letter inside that only ends words. Look whether a space is missing or the letters are out of order.",
      "he": "בתוך ״{text}״ יש אות סופית. יש לבדוק אם חסר רווח או שסדר האותיות השתבש.",
      "ar": "داخل «{text}» حرف لا يأتي إلا في آخر الكلمة. تحقق مما إذا نقصت مسافة أو اختل ترتيب الحروف.",
    ],
    .punctuationFirst: [
      "en": "“{text}” begins with a sign that ends sentences. Move the sign to where it belongs.",
      "he": "‏״{text}״ מתחיל בסימן שמסיים משפט. יש להעביר את הסימן למקומו.",
      "ar": "«{text}» يبدأ بعلامة تنهي الجملة. انقل العلامة إلى موضعها.",
    ],
    .mixedDigits: [
      "en": "The number {text} has digits of two kinds. Write it with one.",
      "he": "במספר {text} יש ספרות משני סוגים. יש לכתוב אותו בסוג אחד.",
      "ar": "في العدد {text} أرقام من نوعين. اكتبه بنوع واحد.",
    ],
    .mixedQuotationMarks: [
      "en": "The article writes both {sign} and {other} beside Hebrew letters; {sign} is the rarer ({count} times, first in {text}). Choose one, or leave it as the print has it.",
      "he": "במאמר יש גם {sign} וגם {other} ליד אותיות עבריות; {sign} הנדיר מביניהם (מספר הפעמים: {count}, לראשונה ב-{text}). אפשר לבחור אחד, או להשאיר כמו בדפוס.",
      "ar": "في المقال {sign} و{other} معًا بجوار حروف عبرية، و{sign} هو الأقل (عدد المرات {count}، أولها في {text}). اختر واحدًا أو اتركه كما في المطبوع.",
    ],
    .doubtfulWord: [
      "en": "No dictionary knows “{text}”, and the article has “{nearest}” elsewhere. Compare with the print.",
      "he": "שום מילון אינו מכיר את ״{text}״, ובמאמר יש במקום אחר ״{nearest}״. יש להשוות לדפוס.",
      "ar": "لا يعرف أي معجم «{text}»، وفي المقال في موضع آخر «{nearest}». قارن بالمطبوع.",
    ],
  ]
}
