// What the desk says, in its three languages.

const words = {
  en: {
    dir: "ltr", name: "English", desk: "Desk", papers: "Articles", back: "All articles",
    print: "Print", text: "Text", matter: "The matter at hand", source: "The source's lines",
    left: (left, all) => `${left} of ${all} left`, none: "No doubt is left.",
    below: (number) => `${number} less likely ones: lower the threshold ( [ ) to see them.`,
    page: (page, left) => `Page ${page}: ${left} left`, pages: "Doubts by page",
    threshold: "Show what is wrong with a probability of at least", likely: (percent) => `${percent}% likely to be wrong`,
    undo: "Undo", redo: "Redo", help: "Keys", front: "Front matter", outline: "Headings", whole: "Markdown",
    language: "Language of the desk", next: "Next doubt", previous: "Previous doubt", sound: "Sound as it is",
    take: "Readings", reading: (number) => `Reading ${number}`, type: "Type the words", save: "Done", cancel: "Cancel",
    words: "These words", signs: "The signs so", order: "The words in this order", spaces: "With spaces", range: "The range turned", "note-mark": "The number as the mark of its note", further: "A new paragraph below", heading: (level) => `Heading of level ${level}`,
    caption: "Caption of a picture", paragraph: "Paragraph", item: "List item", quotation: "Quotation", note: "Note", other: "Part",
    "join-next": "One with the next", "join-previous": "One with the one before", part: "Two, from the chosen word on",
    running: "Running head: take it out", up: "One place up", down: "One place down", swap: "Swap with…", fromAbstract: "The abstract into the text",
    swapFirst: "Choose the other words and press W again.", numbered: "Numbered item",
    settled: "Settled", also: (number) => `Settled with it: ${number} more.`, published: "Nothing is doubtful any more: the article is no longer a draft.",
    draft: "Draft", doubts: (number) => `${number} to check`, drop: "Drop papers here: PDF, Word, text, pictures of pages",
    choose: "Choose files", paste: "or paste a text", pasteName: "Name of the pasted text", make: "Make an article of it",
    waiting: "waiting", reading_: "being read", pagesRead: (done, all) => `${done} of ${all} pages read`, done: "ready", failed: "not read",
    another: "Another desk shows this article too; what either does is seen by both.", elsewhere: "Another preview has this article on its desk. Nothing is changed here.",
    missed: "The article was changed elsewhere; this is how it stands now.", lost: "The server cannot be reached. What you have typed is kept in this browser.",
    readingPaper: "The paper is being read…", absent: "There is no such article.", nothing: "That cannot be done here.",
    title: "Title", subtitle: "Subtitle", author: "Authors, one a line", abstract: "Abstract", keywords: "Keywords, parted by commas",
    date: "Date", "container-title": "Where it was printed", volume: "Volume", issue: "Issue", pageField: "Pages", publisher: "Publisher",
    slug: "Address", series: "Series", acknowledgements: "Thanks", guessed: "Guessed by the conversion:", from: "From line",
    live: "The page", bold: "Bold", italic: "Italic", list: "List", quote: "Quotation", link: "Link", picture: "Picture", cite: "Citation",
    pictureHint: "Drop a picture into the text, or choose one.", saved: "Saved", wrongValue: "That is no value for this field.",
    alsoSettled: "Settled with it", find: "Find", level: "level", close: "Close", spelling: "Words no dictionary knows",
    outlineHelp: "A letter moves a heading one level down, and from level 4 back to 2; with Shift it becomes a caption.",
    keys: [
      ["J · K", "next and previous doubt, the likeliest first"], ["1 – 5", "take a reading"], ["S", "sound as it is"],
      ["Enter", "type over the chosen words; Enter again ends"], ["← →", "choose the word beside; with Shift more words"],
      ["↑ ↓", "the part above or below"], ["Z · Y", "undo and redo"], ["P", "paragraph"], ["H", "heading; Shift+2 … 6 for its level"],
      ["C", "caption"], ["N", "note"], ["L", "list item; with Shift numbered"], ["Q", "quotation"], ["A", "the abstract; with Shift, the abstract becomes text"], ["R", "running head: take it out"],
      ["M", "one with the next; with Shift, with the one before"], ["B", "two, from the chosen word on"], ["I", "a new paragraph below"],
      ["W", "swap: press it on each of two choices"], ["Alt ↑ ↓", "move the part"], ["[ ]", "lower and raise the threshold"],
      ["O", "headings"], ["F", "front matter"], ["E", "Markdown and live page"], ["/", "find words; Shift+Enter types over them"], ["?", "these keys"],
    ],
  },
  he: {
    dir: "rtl", name: "עברית", desk: "דלפק", papers: "מאמרים", back: "כל המאמרים",
    print: "הדפוס", text: "הטקסט", matter: "העניין שלפנינו", source: "שורות המקור",
    left: (left, all) => `נותרו ${left} מתוך ${all}`, none: "לא נותר ספק.",
    below: (number) => `ועוד ${number} סבירים פחות: הנמכת הסף ( [ ) מציגה אותם.`,
    page: (page, left) => `עמוד ${page}: נותרו ${left}`, pages: "ספקות לפי עמודים",
    threshold: "להציג מה ששגוי בסבירות של לפחות", likely: (percent) => `שגוי בסבירות של ${percent}%`,
    undo: "ביטול", redo: "ביצוע מחדש", help: "מקשים", front: "פרטי המאמר", outline: "כותרות", whole: "Markdown",
    language: "שפת הדלפק", next: "הספק הבא", previous: "הספק הקודם", sound: "נכון כמות שהוא",
    take: "קריאות", reading: (number) => `קריאה ${number}`, type: "להקליד את המילים", save: "סיום", cancel: "ביטול",
    words: "המילים האלה", signs: "הסימנים כך", order: "המילים בסדר הזה", spaces: "ברווחים", range: "הטווח הפוך", "note-mark": "המספר כסימן ההערה", further: "פסקה חדשה מתחת", heading: (level) => `כותרת ברמה ${level}`,
    caption: "כיתוב של תמונה", paragraph: "פסקה", item: "סעיף ברשימה", quotation: "ציטוט", note: "הערה", other: "חלק",
    "join-next": "אחד עם הבא", "join-previous": "אחד עם הקודם", part: "שניים, מן המילה שנבחרה",
    running: "כותרת רצה: להוציא", up: "מקום אחד למעלה", down: "מקום אחד למטה", swap: "להחליף עם…", fromAbstract: "התקציר אל הטקסט",
    swapFirst: "יש לבחור את המילים האחרות וללחוץ שוב W.", numbered: "סעיף ממוספר",
    settled: "הוכרע", also: (number) => `הוכרעו עמו עוד ${number}.`, published: "לא נותר ספק: המאמר אינו עוד טיוטה.",
    draft: "טיוטה", doubts: (number) => `לבדיקה: ${number}`, drop: "כאן מניחים מאמרים: PDF, ‏Word, טקסט, תמונות של עמודים",
    choose: "בחירת קבצים", paste: "או הדבקת טקסט", pasteName: "שם לטקסט שהודבק", make: "לעשות ממנו מאמר",
    waiting: "ממתין", reading_: "נקרא", pagesRead: (done, all) => `נקראו ${done} מתוך ${all} עמודים`, done: "מוכן", failed: "לא נקרא",
    another: "המאמר פתוח בדלפק נוסף; מה שנעשה באחד נראה בשני.", elsewhere: "המאמר פתוח בדלפק של תצוגה אחרת. כאן לא ישתנה דבר.",
    missed: "המאמר שונה במקום אחר; זה מצבו עתה.", lost: "אין קשר עם השרת. מה שהוקלד נשמר בדפדפן.",
    readingPaper: "המאמר נקרא…", absent: "אין מאמר כזה.", nothing: "אי אפשר לעשות זאת כאן.",
    title: "כותרת", subtitle: "כותרת משנה", author: "מחברים, אחד בכל שורה", abstract: "תקציר", keywords: "מילות מפתח, בפסיקים ביניהן",
    date: "תאריך", "container-title": "היכן נדפס", volume: "כרך", issue: "גיליון", pageField: "עמודים", publisher: "מוציא לאור",
    slug: "כתובת", series: "סדרה", acknowledgements: "תודות", guessed: "ההמרה ניחשה:", from: "משורה",
    live: "העמוד", bold: "מודגש", italic: "נטוי", list: "רשימה", quote: "ציטוט", link: "קישור", picture: "תמונה", cite: "הפניה",
    pictureHint: "אפשר לגרור תמונה אל הטקסט, או לבחור אחת.", saved: "נשמר", wrongValue: "ערך זה אינו מתאים לשדה.",
    alsoSettled: "הוכרעו עמו", find: "חיפוש", level: "רמה", close: "סגירה", spelling: "מילים שאינן בשום מילון",
    outlineHelp: "אות מורידה כותרת ברמה אחת, ומרמה 4 חזרה ל־2; עם Shift היא נעשית כיתוב.",
    keys: [
      ["J · K", "הספק הבא והקודם, הסביר ביותר תחילה"], ["1 – 5", "לקבל קריאה"], ["S", "נכון כמות שהוא"],
      ["Enter", "להקליד במקום המילים שנבחרו; Enter מסיים"], ["← →", "המילה הסמוכה; עם Shift עוד מילים"],
      ["↑ ↓", "החלק שמעל או שמתחת"], ["Z · Y", "ביטול וביצוע מחדש"], ["P", "פסקה"], ["H", "כותרת; Shift+2 … 6 לרמתה"],
      ["C", "כיתוב"], ["N", "הערה"], ["L", "סעיף; עם Shift ממוספר"], ["Q", "ציטוט"], ["A", "התקציר; עם Shift התקציר נעשה טקסט"], ["R", "כותרת רצה: להוציא"],
      ["M", "אחד עם הבא; עם Shift עם הקודם"], ["B", "שניים, מן המילה שנבחרה"], ["I", "פסקה חדשה מתחת"],
      ["W", "החלפה: לוחצים על כל אחת משתי הבחירות"], ["Alt ↑ ↓", "להזיז את החלק"], ["[ ]", "להנמיך ולהגביה את הסף"],
      ["O", "כותרות"], ["F", "פרטי המאמר"], ["E", "Markdown והעמוד החי"], ["/", "חיפוש מילים; Shift+Enter מקליד במקומן"], ["?", "המקשים האלה"],
    ],
  },
  ar: {
    dir: "rtl", name: "العربية", desk: "المكتب", papers: "المقالات", back: "كل المقالات",
    print: "المطبوع", text: "النص", matter: "المسألة الحاضرة", source: "أسطر المصدر",
    left: (left, all) => `بقي ${left} من ${all}`, none: "لم يبق شك.",
    below: (number) => `و${number} أقل احتمالًا: اخفض العتبة ( [ ) لتراها.`,
    page: (page, left) => `الصفحة ${page}: بقي ${left}`, pages: "الشكوك بحسب الصفحات",
    threshold: "إظهار ما احتمال خطئه لا يقل عن", likely: (percent) => `احتمال الخطأ ${percent}٪`,
    undo: "تراجع", redo: "إعادة", help: "المفاتيح", front: "بيانات المقالة", outline: "العناوين", whole: "Markdown",
    language: "لغة المكتب", next: "الشك التالي", previous: "الشك السابق", sound: "صحيح كما هو",
    take: "القراءات", reading: (number) => `القراءة ${number}`, type: "كتابة الكلمات", save: "تم", cancel: "إلغاء",
    words: "هذه الكلمات", signs: "العلامات هكذا", order: "الكلمات بهذا الترتيب", spaces: "بمسافات", range: "المدى معكوسًا", "note-mark": "الرقم علامة للحاشية", further: "فقرة جديدة تحتها", heading: (level) => `عنوان من المستوى ${level}`,
    caption: "تعليق صورة", paragraph: "فقرة", item: "بند في قائمة", quotation: "اقتباس", note: "حاشية", other: "جزء",
    "join-next": "واحد مع التالي", "join-previous": "واحد مع السابق", part: "اثنان، من الكلمة المختارة",
    running: "رأس صفحة متكرر: يُخرج", up: "موضع إلى أعلى", down: "موضع إلى أسفل", swap: "تبديل مع…", fromAbstract: "الملخص إلى النص",
    swapFirst: "اختر الكلمات الأخرى واضغط W ثانية.", numbered: "بند مرقّم",
    settled: "حُسم", also: (number) => `حُسم معه ${number} غيره.`, published: "لم يبق شك: لم تعد المقالة مسودة.",
    draft: "مسودة", doubts: (number) => `للمراجعة: ${number}`, drop: "ضع البحوث هنا: PDF أو Word أو نصًا أو صور صفحات",
    choose: "اختيار ملفات", paste: "أو الصق نصًا", pasteName: "اسم النص الملصق", make: "اصنع منه مقالة",
    waiting: "ينتظر", reading_: "يُقرأ", pagesRead: (done, all) => `قُرئت ${done} من ${all} صفحات`, done: "جاهز", failed: "لم يُقرأ",
    another: "مكتب آخر يعرض هذه المقالة؛ وما يُفعل في أحدهما يُرى في الآخر.", elsewhere: "المقالة على مكتب معاينة أخرى. لن يتغيّر شيء هنا.",
    missed: "تغيّرت المقالة في مكان آخر؛ وهذه حالها الآن.", lost: "لا يمكن الوصول إلى الخادم. ما كتبته محفوظ في المتصفح.",
    readingPaper: "يُقرأ البحث…", absent: "لا توجد مقالة كهذه.", nothing: "لا يمكن ذلك هنا.",
    title: "العنوان", subtitle: "العنوان الفرعي", author: "المؤلفون، واحد في كل سطر", abstract: "الملخص", keywords: "الكلمات المفتاحية، بينها فواصل",
    date: "التاريخ", "container-title": "أين طُبع", volume: "المجلد", issue: "العدد", pageField: "الصفحات", publisher: "الناشر",
    slug: "العنوان على الشبكة", series: "السلسلة", acknowledgements: "شكر", guessed: "خمّن التحويل:", from: "من السطر",
    live: "الصفحة", bold: "غليظ", italic: "مائل", list: "قائمة", quote: "اقتباس", link: "رابط", picture: "صورة", cite: "إحالة",
    pictureHint: "ضع صورة في النص، أو اختر واحدة.", saved: "حُفظ", wrongValue: "هذه القيمة لا تصلح للحقل.",
    alsoSettled: "حُسم معه", find: "بحث", level: "المستوى", close: "إغلاق", spelling: "كلمات ليست في قاموس",
    outlineHelp: "حرف ينزل العنوان مستوى، ومن 4 يعود إلى 2؛ ومع Shift يصير تعليقًا.",
    keys: [
      ["J · K", "الشك التالي والسابق، الأرجح أولًا"], ["1 – 5", "أخذ قراءة"], ["S", "صحيح كما هو"],
      ["Enter", "الكتابة مكان الكلمات المختارة؛ وEnter ينهي"], ["← →", "الكلمة المجاورة؛ ومع Shift كلمات أكثر"],
      ["↑ ↓", "الجزء فوق أو تحت"], ["Z · Y", "تراجع وإعادة"], ["P", "فقرة"], ["H", "عنوان؛ Shift+2 … 6 لمستواه"],
      ["C", "تعليق"], ["N", "حاشية"], ["L", "بند؛ ومع Shift مرقّم"], ["Q", "اقتباس"], ["A", "الملخص؛ ومع Shift يصير الملخص نصًا"], ["R", "رأس صفحة: يُخرج"],
      ["M", "واحد مع التالي؛ ومع Shift مع السابق"], ["B", "اثنان، من الكلمة المختارة"], ["I", "فقرة جديدة تحتها"],
      ["W", "تبديل: يُضغط على كل من الاختيارين"], ["Alt ↑ ↓", "نقل الجزء"], ["[ ]", "خفض العتبة ورفعها"],
      ["O", "العناوين"], ["F", "بيانات المقالة"], ["E", "Markdown والصفحة"], ["/", "بحث عن كلمات؛ وShift+Enter يكتب مكانها"], ["?", "هذه المفاتيح"],
    ],
  },
};

// What is doubted, by the names that a conversion gives it.
const doubts = {
  "word-order": ["the order of words in a line", "סדר המילים בשורה", "ترتيب الكلمات في سطر"],
  "moved-run": ["the place of a word or number that was moved", "מקומם של מילה או מספר שהוזזו", "موضع كلمة أو رقم نُقل"],
  "lost-spaces": ["where words end", "היכן נגמרות המילים", "أين تنتهي الكلمات"],
  "citation-order": ["the order of a citation", "סדר החלקים בהפניה", "ترتيب أجزاء الإحالة"],
  "unpaired-brackets": ["brackets do not pair", "סוגריים בלי בן זוג", "أقواس غير متطابقة"],
  "displaced-sign": ["a sign stands where none should", "סימן במקום שאינו שלו", "علامة في غير موضعها"],
  "missing-space": ["a space is missing", "חסר רווח", "مسافة ناقصة"],
  "reversed-range": ["a range of numbers falls", "טווח מספרים יורד", "مدى أرقام هابط"],
  "lost-reference": ["this number may be the mark of a note", "המספר עשוי להיות סימן הערה", "قد يكون هذا الرقم علامة حاشية"],
  "no-mark": ["no mark in the text leads here", "אין בטקסט סימן שמוביל לכאן", "لا علامة في النص تقود إليه"],
  "stray-number": ["a number is glued to a word", "מספר צמוד למילה", "رقم ملتصق بكلمة"],
  "item-or-paragraph": ["paragraph or list item", "פסקה או סעיף", "فقرة أم بند"],
  "paragraph-end": ["where the paragraph ends", "היכן נגמרת הפסקה", "أين تنتهي الفقرة"],
  "abstract-or-text": ["abstract or text", "תקציר או טקסט", "ملخص أم نص"],
  "orphan-note": ["the note's beginning is lost", "תחילת ההערה אבדה", "أول الحاشية مفقود"],
  "repeated-number": ["two notes have this number", "לשתי הערות המספר הזה", "حاشيتان بهذا الرقم"],
  "table-cells": ["which words belong to which cell", "אילו מילים באיזה תא", "أي الكلمات لأي خلية"],
  "heading-or-text": ["heading or text", "כותרת או טקסט", "عنوان أم نص"],
  uncertain: ["compare with the print", "כדאי להשוות עם הדפוס", "يحسن أن يُقابل بالمطبوع"],
  unplaced: ["this text found no place", "לטקסט זה לא נמצא מקום", "لم يُعرف موضع هذا النص"],
  scanned: ["read from a scan by a machine", "נקרא מסריקה במכונה", "قُرئ آليًا من صورة"],
  "other-reading": ["another file of the paper reads otherwise", "בקובץ אחר כתוב אחרת", "في ملف آخر نص مختلف"],
  "earlier-choice": ["what you chose before no longer fits", "מה שנבחר קודם אינו מתאים עוד", "ما اخترته سابقًا لم يعد يناسب"],
};

// What speaks for a fault or for a reading, as far as an editor can see it in print.
const evidence = {
  open: ["does not end a sentence", "אינו מסיים משפט", "لا ينهي جملة"],
  "after-open": ["what stands before does not end a sentence", "מה שלפניו אינו מסיים משפט", "ما قبله لا ينهي جملة"],
  "before-piece": ["what follows begins in mid-sentence", "מה שאחריו מתחיל באמצע משפט", "ما بعده يبدأ في وسط جملة"],
  "begins-lowercase": ["begins in mid-sentence", "מתחיל באמצע משפט", "يبدأ في وسط جملة"],
  "spans-page": ["goes on over a page", "נמשך אל עמוד הבא", "يمتد إلى صفحة أخرى"],
  short: ["very short", "קצר מאוד", "قصير جدًا"], longest: ["very long", "ארוך מאוד", "طويل جدًا"],
  repaired: ["was repaired", "תוקן", "أُصلح"], "two-scripts": ["two scripts", "שני כתבים", "خطان"],
  "ascii-signs": ["typewriter's signs", "סימני מכונת כתיבה", "علامات الآلة الكاتبة"], digits: ["digits", "ספרות", "أرقام"],
  "unpaired-brackets": ["brackets do not pair", "סוגריים בלי בן זוג", "أقواس غير متطابقة"],
  "next-missing": ["the next note is missing", "ההערה הבאה חסרה", "الحاشية التالية مفقودة"],
  absurd: ["far longer than the other notes", "ארוך בהרבה מהערות אחרות", "أطول بكثير من غيره"],
};

const order = ["en", "he", "ar"];
const stored = () => {
  try { return localStorage.getItem("daf-desk-language"); } catch { return null; }
};

export const languages = order.map((tag) => [tag, words[tag].name]);

export let language = stored() ?? order.find((tag) => navigator.language.startsWith(tag)) ?? "en";
export let say = words[language] ?? words.en;

export function speak(tag) {
  language = tag;
  say = words[tag];
  try { localStorage.setItem("daf-desk-language", tag); } catch { /* It is then asked anew. */ }
  document.documentElement.lang = tag;
  document.documentElement.dir = say.dir;
}

const inLanguage = (table, name) => table[name]?.[order.indexOf(language)];
export const doubtWords = (name) => inLanguage(doubts, name) ?? name;
// What has no words here is a measure of the converter's own.
export const evidenceWords = (name) => inLanguage(evidence, name) ?? inLanguage(doubts, name.replace(/^sign-/, ""));
