"""A work of each kind, for the tests of metadata and of exports."""

SETTINGS = """name: {he: דפים, en: Leaves, ar: أوراق}
url: https://example.org/leaves/
languages: [he, en, ar]
publisher: {he: המכללה, en: The College, ar: الكلية}
issn: 2958-0013
licence: CC-BY-4.0
"""

ARTICLES = {
    "article": """---
title: מאמר על מים
lang: he
author:
  - name: נעמה ברק
    orcid: 0000-0002-1825-0097
    affiliation: [החוג לגאוגרפיה]
abstract: תקציר המאמר.
keywords: [מים, נהרות]
date: 2022-03-15
citation: {container-title: דפים, volume: "1", issue: "2", page: 45-49, doi: 10.5555/leaves.1}
translations:
  en: {title: An Article on Water, abstract: The abstract., keywords: [water]}
---

ראו (Orme, 2011).

## מקורות

<!-- references -->

- Orme, D. (2011). *The Public Page*. Oslo: Fjord.
- שקד, ע׳ (2003). מילים ומים. *לשון*, 5(1), 70–84.
""",
    "chapter": """---
title: فصل في كتاب
lang: ar
author: [{name: سلمى الهاشمي}]
date: 2021
type: chapter
citation:
  container-title: كتاب الماء
  editor: [كريم نصر الدين, Jane Orme]
  publisher: دار النشر
  publisher-place: بيروت
  page: 10-22
  isbn: 978-965-00-0000-1
  url: https://example.net/book
---

نص.
""",
    "report": """---
title: A Report
lang: en
author: [{name: Jane Orme}]
date: 2020-05
type: report
citation: {container-title: Policy Brief, issue: "14", publisher: Water Office}
---

Text.
""",
    "review": """---
title: "סקירה: ספר השוליים"
lang: he
author: [{name: אליאב סמדר}]
date: 2023-11-20
type: review
citation: {container-title: דפים, volume: "2", page: 61-63}
---

**תמר עברון, *ספר השוליים*. ירושלים: גיליון, 2022. 312 עמ׳.**

טקסט.
""",
    "retracted": """---
title: מאמר שנמשך
lang: he
author: [{name: פלוני אלמוני}]
date: 2019-01-02
retracted: {date: 2024-02-03, text: הנתונים לא היו.}
corrections: [{date: 2020-05-06, text: תוקן לוח 2.}]
---

טקסט.
""",
    "book": """---
title: ספר שלם
lang: he
author: [{name: תמר עברון}]
date: 2018
type: book
citation: {publisher: הוצאת גיליון, publisher-place: ירושלים, isbn: 978-965-00-0000-2}
---

טקסט.
""",
}
