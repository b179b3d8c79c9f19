"""A hundred sentences as scholars print them, written down before the rules for places were there: 93.6 % stood right at first
sight. Two were written down against the rule of the page and are put right here: ≈ with its space behind a word is the
sentence's, and a bracket of statistics belongs to what it follows.

Form: visual_order_every.py.
"""

FOURTH = {
    "citations": """
he: השוו ⟦G. Scholem, *Major Trends in Jewish Mysticism*, New York 1941, pp. 205–243⟧.
he: על כך ראו ⟦J. Goody, "Literacy in Traditional Societies," *Past & Present* 45 (1969), pp. 3–28⟧ והביקורת עליו.
he: לדיון קודם (⟦Bourdieu 1984: 12; Foucault 1977, pp. 3–31⟧) ראו להלן.
he: כך ⟦Assmann (1992)⟧ ובעקבותיו לוי (⟦2004⟧).
he: שם, עמ׳ ⟦12–15⟧; וכן ⟦ibid., p. 18⟧.
he: המאמר נדפס ב־⟦*JQR* 88 (1998), 23–49⟧ ושוב בעברית.
he: כתב היד ⟦MS Oxford, Bodleian Library, Heb. d. 66, fol. 12v⟧ הוא הקדום.
he: ראו ⟦Kant, *Critique of Pure Reason*, A51/B75⟧ ואילך.
he: כדברי ⟦van der Kolk et al. (2005)⟧, הטראומה נשמרת בגוף.
he: מצוטט אצל ⟦Smith, 2010, p. 45, n. 3⟧ בלא הפניה.
he: פסק הדין ⟦Brown v. Board of Education, 347 U.S. 483 (1954)⟧ ביטל את ההפרדה.
he: ע״א ⟦6821/93⟧ בנק המזרחי נ׳ מגדל, פ״ד מט(⟦4⟧) ⟦221⟧ (⟦1995⟧).
he: הפסוק (⟦Gen. 1:1–2:4a⟧) מתורגם אחרת.
ar: انظر ⟦Edward Said, *Orientalism*, New York 1978, pp. 12–15⟧ وما بعدها.
ar: كما بيّن ⟦Hourani (1983)⟧ في كتابه.
ar: يرى (الجابري، ⟦1984⟧، ص ⟦45⟧-⟦47⟧) غير ذلك.
ar: صدر في مجلة *⟦Arabica⟧* العدد ⟦45⟧ سنة ⟦1998⟧.
ar: المخطوط ⟦MS Paris, BnF, arabe 1234⟧ محفوظ بحال جيدة.
fa: بنگرید به ⟦Lambton, *Landlord and Peasant in Persia*, p. 45⟧ برای بحث.
yi: זעט ⟦Weinreich, *History of the Yiddish Language*, vol. 1, pp. 20–35⟧ און ווײַטער.
""",
    "units and money": """
he: נפח של ⟦250 ml⟧ הוזרק בקצב ⟦1.5 mL/min⟧ לעכברים.
he: המנה הייתה ⟦5 µg/kg⟧ ליום.
he: הלחץ האטמוספרי ירד ל־⟦980 hPa⟧ בשעת הסערה.
he: התרבית הוחזקה ב־⟦37 °C⟧ וב־⟦5% CO₂⟧ במשך ⟦24⟧ שעות.
he: אורך הגל ⟦λ = 532 nm⟧ נבחר מראש.
he: התדר עלה מ־⟦2.4 GHz⟧ ל־⟦5 GHz⟧ בדור הבא.
he: קנה המידה ⟦1:50,000⟧ שימש למיפוי.
he: עלות של ⟦US$ 1.2⟧ מיליון נחסכה.
he: ההפרש עמד על ≈ ⟦3.5%⟧ בקירוב.
ar: حُفظت العينات عند ⟦-80°C⟧ مدة شهر.
ar: الجرعة ⟦5 mg/kg⟧ يوميا.
ar: النسبة ⟦12.5%⟧ من الناتج المحلي (⟦GDP⟧).
fa: دما به ⟦-10°C⟧ رسید.
fa: غلظت ⟦CO₂⟧ به ⟦420 ppm⟧ رسید.
yi: די טעמפּעראַטור איז געווען ⟦-15°C⟧ אין יאַנואַר.
yi: ער האָט באַקומען ⟦$500⟧ אַ חודש.
""",
    "places": """
he: הבאר נמצאת ב־⟦33°54′S 18°25′E⟧, בקצה היבשת.
ar: يقع الموقع عند ⟦33.51° N, 36.29° E⟧ تقريبا.
""",
    "catalogues and identifiers": """
he: קטע הגניזה ⟦T-S 12.345⟧ פורסם לראשונה בשנת ⟦1936⟧.
he: הפפירוס ⟦P.Oxy. IV 744⟧ מתוארך לשנת ⟦1⟧ לפני הספירה.
he: המאמר (⟦doi: 10.1017/S0009840X00123456⟧) פתוח לכול.
he: כתב העת (⟦ISSN 0021-6682⟧) רשום בספרייה.
he: ההחלטה ⟦S/RES/242 (1967)⟧ התקבלה פה אחד.
he: תקנה ⟦(EU) 2016/679⟧ נכנסה לתוקף.
he: הניסוי ⟦NCT01234567⟧ נמצא במאגר.
he: הגן ⟦BRCA1⟧ והחלבון ⟦p53⟧ נחקרו יחד.
ar: رقم الكتاب ⟦ISBN 978-9953-0-1234-5⟧ مسجل.
ar: القرار ⟦2334⟧ (⟦2016⟧) الصادر عن المجلس.
ar: البند ⟦3.2.1⟧ من الاتفاق.
fa: شناسه ⟦doi:10.1080/00210862.2019.1234567⟧ معتبر است.
""",
    "names of things": """
he: הזן ⟦*Escherichia coli* O157:H7⟧ בודד מן הדגימה.
he: הצמח *⟦Quercus calliprinos⟧* (אלון מצוי) נפוץ בגליל.
he: הניתוח נעשה ב־⟦SPSS 25⟧ וב־⟦R 4.2.1⟧ (חבילת ⟦lme4⟧).
he: נעזרנו ב־⟦ATLAS.ti 9⟧ לקידוד.
he: המודל ⟦GPT-4o mini⟧ נבחן מול ⟦BERT-base⟧.
he: המצלמה ⟦Nikon D850⟧ צילמה את הלוחות.
he: קובצי ⟦.csv⟧ ו־⟦.xlsx⟧ מצורפים.
ar: برنامج ⟦MATLAB R2023a⟧ استُخدم في المحاكاة.
ar: الفيروس ⟦SARS-CoV-2⟧ انتشر سنة ⟦٢٠٢٠⟧.
ar: البكتيريا *⟦Staphylococcus aureus⟧* (المكورات العنقودية) مقاومة.
fa: نرم‌افزار ⟦SPSS 26⟧ به کار رفت.
fa: شرکت ⟦3M⟧ و مدل ⟦iPhone 14 Pro⟧ معروف‌اند.
""",
    "addresses": """
he: האתר ⟦www.jstor.org/stable/1234567⟧ דורש הרשמה.
he: נדלה מן הכתובת ⟦https://www.nli.org.il/he/books/NNL_ALEPH001234567/NLI⟧ ביום ⟦3.4.2021⟧.
ar: تحميل الملف من ⟦https://example.org/data/v2.1/file.csv⟧ ممكن.
ar: هاتف المكتبة ⟦+961 1 350 000⟧ صباحا.
fa: نشانی ⟦www.nlai.ir⟧ را ببینید.
yi: דער אַדרעס איז ⟦www.yivo.org/digital⟧ איצט.
""",
    "mathematics and statistics": """
he: אם ⟦n → ∞⟧ אז הסדרה ⟦a_n = 1/n⟧ שואפת לאפס.
he: נקבל ⟦χ²(2, N = 120) = 6.41, p = .041⟧ בלבד.
he: המקדם ⟦β = -0.34 (SE = 0.12)⟧ היה מובהק.
he: מהימנות הסולם (⟦α = .87⟧) גבוהה.
he: מתאם פירסון, ⟦r(98) = .45, p < .01⟧, היה חיובי.
he: נתון כי ⟦f(x) ≤ g(x)⟧ לכל ⟦x ∈ [0, 1]⟧.
he: ציון של ⟦4.2⟧ מתוך ⟦5⟧ (ס״ת ⟦0.8⟧).
ar: بلغ معامل الارتباط (⟦r = 0.72, p < 0.001⟧) حدا عاليا.
ar: إذا كان ⟦x > 0⟧ فإن الدالة متزايدة.
ar: المعادلة ⟦E = mc²⟧ مشهورة.
fa: ضریب (⟦β = 0.45, p = .003⟧) معنادار بود.
""",
    "brackets and quotations": """
he: הוא אמר: "קראתי את ⟦'Ulysses'⟧ בנעוריי".
he: המונח [⟦sic⟧] מופיע במקור.
he: לטענתו "⟦the medium is the message⟧" (⟦McLuhan 1964, 7⟧).
he: ישעיהו ליבוביץ (⟦1903–1994⟧) היה ביוכימאי.
he: הספר *מלחמת האזרחים* (⟦*The Civil War*, vol. 2⟧) תורגם.
ar: عاش ابن خلدون (⟦1332⟧–⟦1406⟧) في تونس ثم مصر.
ar: مفهوم "⟦soft power⟧" عند ⟦Joseph Nye⟧ واسع.
fa: مفهوم «⟦public sphere⟧» از ⟦Habermas (1989)⟧ است.
yi: די שפּראַך (⟦Mame-loshn⟧) לעבט נאָך.
yi: מע רופט עס „⟦soft power⟧“ הײַנט.
""",
    "notes and lists": """
he: כתבי ⟦Derrida⟧[^1] ו־⟦Levinas⟧[^2] תורגמו.
he: הדבר נקרא ⟦habitus⟧.[^1] לימים שונה.
he: הוגים כגון ⟦Hobbes⟧, ⟦Locke⟧, ⟦Rousseau⟧ ואחרים.
he: המשתתפים הגיעו מ־⟦Google⟧, ⟦Meta⟧, ⟦Amazon⟧ ומ־⟦Apple⟧.
ar: منظمات مثل ⟦WHO⟧ و⟦UNICEF⟧ و⟦FAO⟧ شاركت.
ar: المؤسسات: ⟦World Bank⟧، ⟦IMF⟧، ⟦OECD⟧.
ar: قال دريدا[^1] عن ⟦différance⟧[^2] ما قال.
fa: سازمان‌های ⟦UNESCO⟧ و ⟦ICOMOS⟧ همکاری کردند.
""",
    "headings, dates and ranges": """
he: ⟦3.2⟧ גבולות המחקר
he: פרק ⟦4⟧: תורת המשחקים (⟦Game Theory⟧) – מבוא
he: שנת הלימודים ⟦2019/20⟧ התחילה באיחור.
he: ברבעון ⟦Q3 2021⟧ נרשם שיא.
he: במאה ה־⟦19⟧, בין ⟦1881⟧ ל־⟦1914⟧, היגרו כ־⟦2.4⟧ מיליון.
he: בשעות ⟦8:30–16:00⟧ בימים א׳–ה׳.
ar: السنوات ⟦٢٠١٠⟧–⟦٢٠١٥⟧ شهدت نموا.
ar: الآية ⟦2:255⟧ تعرف بآية الكرسي.
ar: في الفترة ⟦1990⟧-⟦2000⟧ تضاعف العدد.
fa: در سال‌های ⟦۱۳۵۷⟧–⟦۱۳۶۷⟧ رخ داد.
yi: אין די יאָרן ⟦1914–1918⟧ איז געווען מלחמה.
yi: דער בוך איז אַרויס אין ⟦YIVO⟧ אין ⟦1937⟧.
""",
}
