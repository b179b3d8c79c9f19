"""Sixty sentences written down together with the fourth set and measured after it: 88.5 % stood right at first sight. Two, a
Latin name with a bracket behind it, were written down against the rule of the page and are put right here.

Form: visual_order_every.py.
"""

FIFTH = {
    "citations": """
he: לסיכום המחקר ראו ⟦Y. Tsafrir, L. Di Segni and J. Green, *Tabula Imperii Romani*, Jerusalem 1994, s.v. "Elusa"⟧.
he: בעקבות ⟦Latour & Woolgar (1979)⟧ נטען אחרת.
he: הנתונים לקוחים מן ה־⟦CIA World Factbook, 2020 ed.⟧, ועובדו מחדש.
he: הכתובת ⟦*CIIP* I/1, no. 14⟧ נתגלתה בשוק.
he: הנוסח אצל אריסטו (⟦*Pol.* 1253a2–3⟧) ידוע.
he: יוספוס, ⟦*BJ* 5.184–247⟧, מתאר את המקדש.
he: אגרת אל ⟦M. Buber, 12 May 1922, NLI, ARC. 4* 1599⟧ לא נשלחה.
ar: راجع ⟦Marshall Hodgson, *The Venture of Islam*, vol. 2, p. 113⟧ لمزيد من التفصيل.
ar: خلصت دراسة ⟦Al-Rasheed & Vitalis (2004: 7)⟧ إلى ذلك.
ar: ابن سعد، الطبقات، ج ⟦3⟧، ص ⟦214⟧.
fa: به نقل از ⟦Abrahamian (1982, pp. 447–449)⟧ آمده است.
yi: לויט ⟦Fishman (1991)⟧ איז דאָס אַנדערש.
""",
    "numbers, units and money": """
he: הייצור ירד מ־⟦3.4 Mt⟧ ל־⟦2.9 Mt⟧ בעשור.
he: שער החליפין עמד על ⟦3.65 ILS/USD⟧ בממוצע.
he: מחיר חבית הגיע ל־⟦$147.27⟧ ביולי ⟦2008⟧.
he: רמת המובהקות (⟦5%⟧) נקבעה מראש, ⟦n = 1,204⟧.
he: המהירות ⟦v₀ = 12 m/s⟧ נמדדה.
he: השינוי היה ⟦-0.3⟧ עד ⟦+0.7⟧ נקודות.
he: הספק של ⟦100 MW⟧ ליום (⟦24/7⟧) הובטח.
he: התינוק שקל ⟦3,250 gr⟧ בלידתו.
ar: ارتفع السعر من ⟦$60⟧ إلى ⟦$85.5⟧ للبرميل.
ar: مساحة ⟦450 km²⟧ مزروعة.
ar: الكثافة ⟦1.03 g/mL⟧ عند ⟦25°C⟧ ثابتة.
fa: سرعت باد ⟦30 m/s⟧ بود.
""",
    "places, documents and identifiers": """
he: הספינה טבעה ב־⟦41°43′57″N, 49°56′49″W⟧ בלילה.
he: כרטיס ⟦BIB-00012345⟧ חסר בקטלוג.
he: תיק ⟦ISA-PMO-000a1b2⟧ נחשף לציבור.
he: הדיסק ⟦ECM 1064/65⟧ הוקלט בקלן.
he: שיר ⟦K. 622⟧ של מוצרט... ו־⟦Op. 111⟧ של בטהובן.
he: הציור (⟦Inv. No. 1950.12.3⟧) אבד.
ar: الوثيقة ⟦FO 371/20023⟧ تؤكد ذلك.
ar: الرمز البريدي ⟦W1A 1AA⟧ في لندن.
ar: الإحداثيات ⟦24.47°N, 39.61°E⟧ دقيقة.
fa: نسخه ⟦Or. 2780⟧ در لندن است.
""",
    "names and software": """
he: הפונקציה ⟦print()⟧ מדפיסה, והמשתנה ⟦my_var⟧ נשמר.
he: מערכת ⟦Windows 11 Pro⟧ הותקנה על ⟦Dell XPS 13⟧.
he: להקת ⟦U2⟧ הופיעה בתל אביב.
he: כביש ⟦I-95⟧ חוצה את המדינה.
he: השפה ⟦C#⟧ דומה ל־⟦Java⟧.
ar: نظام ⟦Ubuntu 22.04 LTS⟧ مستقر.
ar: المعالج ⟦Intel Core i7-12700K⟧ سريع.
fa: کتابخانه ⟦scikit-learn 1.3⟧ نصب شد.
yi: דער פּראָגראַם ⟦LibreOffice 7.4⟧ איז פֿרײַ.
""",
    "mathematics": """
he: השונות היא ⟦σ² = 4⟧ והתוחלת ⟦μ = 0⟧.
he: לכל ⟦ε > 0⟧ קיים ⟦δ > 0⟧ מתאים.
he: מבחן ⟦F(2, 57) = 4.31, p = .018, η² = .13⟧ העיד על הבדל.
he: נניח ⟦a ≠ b⟧ ונקבל סתירה.
he: היחס ⟦3 : 1⟧ בין הזוגות נשמר.
ar: حيث ⟦y = ax + b⟧ معادلة خط.
ar: القيمة ⟦p = 0.03⟧ دالة إحصائيا (⟦n = 58⟧).
fa: برای ⟦n ≥ 2⟧ درست است.
""",
    "brackets, quotations, notes and lists": """
he: המושג "⟦Lebenswelt⟧" ('עולם החיים') נטבע אצל הוסרל.[^1]
he: הסעיף (ראו ⟦Art. 5(2)(b)⟧ לאמנה) בוטל.
he: ההבחנה בין ⟦*emic*⟧ ל־⟦*etic*⟧ חשובה.
he: ערים כמו ⟦Paris⟧, ⟦London⟧, ⟦New York⟧ – כולן מרכזים.
he: ⟦Hannah Arendt⟧[^1], ⟦Walter Benjamin⟧[^2] ובני דורם.
ar: كتب ⟦Braudel (1902–1985)⟧ عن المتوسط.
ar: مصطلح ‹⟦agency⟧›، أي الفاعلية، شائع.
ar: دول مثل ⟦Brazil⟧ و⟦India⟧ و⟦China (BRIC)⟧ صعدت.
fa: واژه‌ی «⟦discourse⟧» (گفتمان) رایج است.[^1]
yi: די ווערטער ⟦shtetl⟧ און ⟦kheyder⟧ זענען באַקאַנט.
""",
}
