"""Makes Word files for tests: the parts of a package from XML in the standard's own prefixes."""
import io
import zipfile

NAMESPACES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}.items())
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content, properties="", style=None):
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(part if part.startswith("<") else run(part) for part in content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def part(name, inner):
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {NAMESPACES}>{inner}</w:{name}>'


def style(identifier, name, paragraph_properties="", run_properties=""):
    return (f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>'
            f"<w:pPr>{paragraph_properties}</w:pPr><w:rPr>{run_properties}</w:rPr></w:style>")


STYLES = style("T", "Title") + style("1", "heading 1", "", "<w:b/><w:bCs/>") + style("2", "heading 2") \
    + style("Q", "Quote") + style("C", "caption") + style("TOC1", "toc 1")


def notes(kind, texts):
    """The part of footnotes or endnotes: XML of paragraphs by identifier."""
    inner = f'<w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>'
    inner += "".join(f'<w:{kind} w:id="{identifier}">{xml}</w:{kind}>' for identifier, xml in texts.items())
    return part(f"{kind}s", inner)


def reference(kind, identifier, custom=None):
    mark = f'<w:t>{custom}</w:t>' if custom else ""
    follows = ' w:customMarkFollows="1"' if custom else ""
    return f'<w:r><w:{kind}Reference w:id="{identifier}"{follows}/>{mark}</w:r>'


def docx(body, parts=None, relations=(), files=None):
    """The bytes of a file: its body, further parts under word/, relations (id, kind, target[, mode])."""
    documents = {"word/document.xml": part("document", f"<w:body>{body}</w:body>"),
                 "word/styles.xml": part("styles", STYLES)}
    documents |= {f"word/{name}": text for name, text in (parts or {}).items()}
    documents["_rels/.rels"] = relation_part([("rId1", "officeDocument", "word/document.xml")])
    documents["word/_rels/document.xml.rels"] = relation_part(relations)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (documents | (files or {})).items():
            archive.writestr(name, content)
    return stream.getvalue()


def relation_part(relations):
    inner = "".join(
        f'<Relationship Id="{identifier}" Type="{RELATIONS}/{kind}" Target="{target}"'
        + (f' TargetMode="{mode[0]}"' if mode else "") + "/>"
        for identifier, kind, target, *mode in relations)
    return ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{inner}</Relationships>")
