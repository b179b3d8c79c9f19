"""What a hostile or careless text may hold: each would set window.ran if it were let through.

BODY cases are bodies of an article, FRONT cases front matter beside a harmless title, SETTINGS cases
publication.yaml files.
"""

BODY = {
    "script element": "<script>window.ran=1</script>",
    "script element inside a line": "text <script>window.ran=1</script> text",
    "handler of a picture": "<img src=x onerror=\"window.ran=1\">",
    "handler of a drawing": "<svg onload=\"window.ran=1\"></svg>",
    "drawing without spaces": "text <svg/onload=window.ran=1>",
    "details that open": "<details open ontoggle=window.ran=1>x</details>",
    "frame with a document": "<iframe srcdoc=\"<script>parent.ran=1</script>\"></iframe>",
    "object": "<object data=\"javascript:window.ran=1\"></object><embed src=\"javascript:window.ran=1\">",
    "style element": "<style onload=window.ran=1>*{background:url('javascript:window.ran=1')}</style>",
    "span with a handler": "a <span lang=\"en\" onmouseover=\"window.ran=1\" onfocus=window.ran=1 tabindex=0 autofocus>x</span> b",
    "span whose language closes the tag": "a <span lang='en\"><script>window.ran=1</script>'>x</span> b",
    "mutation through a foreign element":
        "<math><mtext><table><mglyph><style><img src=x onerror=window.ran=1></style></mglyph></table></mtext></math>",
    "comment that closes oddly": "a <!-- x --!><script>window.ran=1</script> --> b",
    "page mark with markup": "a <!-- page \"><script>window.ran=1</script> --> b",
    "doubt with markup": "a <!-- check: --><script>window.ran=1</script> -->",
    "form that acts": "<form action=\"javascript:window.ran=1\"><button autofocus>x</button></form>",
    "refresh by meta": "<meta http-equiv=\"refresh\" content=\"0;url=javascript:window.ran=1\">",
    "base": "<base href=\"javascript:window.ran=1//\">",
    "javascript link": "[x](javascript:window.ran=1)",
    "javascript link in mixed case": "[x](JaVaScRiPt:window.ran=1)",
    "javascript link with a line end as entity": "[x](java&#10;script:window.ran=1)",
    "javascript link with a letter as entity": "[x](&#x6a;avascript&colon;window.ran=1)",
    "javascript link after a control": "[x](&#1;javascript:window.ran=1)",
    "javascript link by reference": "[x][y]\n\n[y]: javascript:window.ran=1",
    "javascript autolink": "a <javascript:window.ran=1> b",
    "data link": "[x](data:text/html,<script>window.ran=1</script>)",
    "vbscript link": "[x](vbscript:window.ran=1)",
    "link whose title closes the attribute": "[x](https://example.org '\" onmouseover=\"window.ran=1')",
    "link whose address closes the attribute": "[x](https://example.org/\"onmouseover=\"window.ran=1)",
    "javascript picture": "![x](javascript:window.ran=1)",
    "data picture": "![x](data:image/svg+xml,%3Csvg%20onload=window.ran=1%3E)",
    "caption that closes the attribute": "![x\" onerror=\"window.ran=1](nothing.png)",
    "alternative that closes the attribute": "![x](evil.svg '\" onerror=\"window.ran=1')",
    "picture that acts": "![x](evil.svg)",
    "note label with markup": "a[^\"><img/src=x/onerror=window.ran=1>]\n\n[^\"><img/src=x/onerror=window.ran=1>]: b",
    "note with a script": "a[^1]\n\n[^1]: b <script>window.ran=1</script> [x](javascript:window.ran=1)",
    "code that closes its element": "```\"><script>window.ran=1</script>\n</code></pre><script>window.ran=1</script>\n```",
    "heading with a script": "## <script>window.ran=1</script> \"onfocus=window.ran=1 autofocus",
    "table cell with a script": "| a |\n|---|\n| <script>window.ran=1</script> |",
    "NUL inside the tag": "a <scr\0ipt>window.ran=1</script>",
    "listed javascript link": "a\n\n<!-- links page 1 -->\n\n- <javascript:window.ran=1>",
    "template's own marks": "{{{article.title}}} {{=<% %>=}} {{> partials/x}}",
    "override of direction": "a \u202e<script>window.ran=1</script>\u202c",
}

FRONT = {
    "title": "title: '</title><script>window.ran=1</script>'",
    "title in data": "title: '</script><!--<script>window.ran=1</script>'",
    "subtitle": "title: a\nsubtitle: '<img src=x onerror=window.ran=1>'",
    "author":
        "title: a\nauthor:\n  - name: '<img src=x onerror=window.ran=1>'\n    orcid: 'javascript:window.ran=1'\n"
        "    email: '\" onmouseover=\"window.ran=1'\n    note: '<script>window.ran=1</script>'\n"
        "    affiliation: ['<script>window.ran=1</script>']",
    "keywords": "title: a\nkeywords: ['</script><script>window.ran=1</script>', '\" autofocus onfocus=\"window.ran=1']",
    "abstract": "title: a\nabstract: '<script>window.ran=1</script> [x](javascript:window.ran=1)'",
    "addresses": "title: a\ncitation:\n  url: 'javascript:window.ran=1'\n  doi: '\"><script>window.ran=1</script>'\n"
        "  container-title: '<script>window.ran=1</script>'",
    "language": "title: a\nlang: '\"><script>window.ran=1</script>'",
    "files": "title: a\nfiles: ['javascript:window.ran=1', '\"><script>window.ran=1</script>.pdf']\nimage: 'javascript:window.ran=1'",
    "notices": "title: a\nretracted: {date: 2020, text: '<script>window.ran=1</script>'}\n"
        "corrections: [{date: 2021, text: '<img src=x onerror=window.ran=1>'}]",
    "series and licence": "title: a\nseries: '<script>window.ran=1</script>'\nlicence: 'javascript:window.ran=1'",
    "translation": "title: a\ntranslations:\n  ar:\n    title: '<script>window.ran=1</script>'\n    abstract: '<img src=x onerror=window.ran=1>'",
    "older addresses": "title: a\naliases: ['\"><script>window.ran=1</script>', '../../out']",
}

SETTINGS = {
    "names": "name: '</title></script><script>window.ran=1</script>'\ndescription: '\"><img src=x onerror=window.ran=1>'",
    "addresses": "name: a\nurl: 'javascript:window.ran=1//'\nemail: '\" onmouseover=\"window.ran=1'\n"
        "publisher: '<script>window.ran=1</script>'\nlicence: 'javascript:window.ran=1'",
}

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" onload="window.ran=1">'
    '<script>window.ran=1</script><a href="javascript:window.ran=1"><rect width="40" height="40"/></a>'
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>window.ran=1</script></body></foreignObject></svg>')
