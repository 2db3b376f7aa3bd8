"""Word files: tracked changes, automatic or typed numbers, styled or plain headings, runs split anywhere."""
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
LEVEL_OF = {"h1": 0, "h2": 1, "p": 2, "i1": 3, "i2": 4}
INDENT = {"h1": 0, "h2": 720, "p": 720, "i1": 1440, "i2": 2160, "tail": 720, "def": 720, "plain": 0, "title": 0, "part": 0, "front": 0, "toc": 720}
CONTENT_TYPES = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                 '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
                 '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
                 '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'
                 '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>')
PACKAGE_RELS = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
DOCUMENT_RELS = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                 '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>'
                 '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>')


def style(identifier, name, outline=None, bold=False, size=22):
    level = f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else ""
    return (f'<w:style w:type="paragraph" w:styleId="{identifier}"{" w:default=" + chr(34) + "1" + chr(34) if identifier == "Normal" else ""}>'
            f'<w:name w:val="{name}"/><w:pPr><w:spacing w:after="120"/>{level}</w:pPr><w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/></w:rPr></w:style>')


# What Word leaves between runs: marks of its spelling checker, a bookmark of the last edit, the page breaks it last saw.
NOISE = ['<w:proofErr w:type="spellStart"/>', '<w:proofErr w:type="gramEnd"/>', '<w:bookmarkStart w:id="900" w:name="_GoBack"/><w:bookmarkEnd w:id="900"/>',
         "<w:r><w:lastRenderedPageBreak/></w:r>"]
STYLES = (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {W}>' + style("Normal", "Normal") + style("Heading1", "heading 1", 0, True, 26)
          + style("Heading2", "heading 2", 1, True, 24) + style("Title", "Title", None, True, 32) + "</w:styles>")


class Revisions:
    """Gives every revision its own id, and says who made it and when (always the same)."""

    def __init__(self, who):
        self.last, self.who, self.marks = 0, who, 700

    def mark(self):
        self.marks += 1
        return self.marks

    def attributes(self):
        self.last += 1
        return f'w:id="{self.last}" {self.who}'


def running(document):
    """The running head and foot of every page, as two parts, where the document has them."""
    if not document.running:
        return {}
    head = f'<w:p><w:r><w:t>{escape(document.running[0])}</w:t></w:r></w:p>'
    field = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
             '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')
    foot = f'<w:p><w:r><w:t xml:space="preserve">{escape(document.running[1])} – page </w:t></w:r>{field}</w:p>'
    return {"word/header1.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr {W}>{head}</w:hdr>',
            "word/footer1.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:ftr {W}>{foot}</w:ftr>'}


def numbering(document):
    """The levels of this kind of document; a second list restarts for each division."""
    auto = document.style.automatic_levels()
    levels = ""
    for level, (form, text) in enumerate(auto):
        left = 720 if form == "decimal" else 1440 if form == "lowerLetter" else 2160
        levels += (f'<w:lvl w:ilvl="{level}"><w:start w:val="{document.style.first_start if level == 0 else 1}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
                   f'<w:pPr><w:ind w:left="{left}" w:hanging="720"/></w:pPr></w:lvl>')
    count = 1 + sum(node.kind == "part" and node.letter == "restart" for node in document.nodes())
    lists = "".join(f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>' for n in range(count))
    uses = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(count))
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering {W}>{lists}{uses}</w:numbering>'


LOOKS = {"struck": "<w:strike/>", "red": '<w:color w:val="FF0000"/><w:u w:val="single"/>', "italic": "<w:i/>",
         "struck red": '<w:strike/><w:color w:val="FF0000"/>', "set italic": '<w:i/><w:rPrChange w:id="9002" w:author="Drafter" w:date="2024-06-01T09:00:00Z"><w:rPr/></w:rPrChange>',
         "set bold": '<w:b/><w:rPrChange w:id="9001" w:author="Drafter" w:date="2024-06-01T09:00:00Z"><w:rPr/></w:rPrChange>'}


def field(instruction, shown):
    """A cross-reference as Word stores it: what it points to, and what was shown when it was last updated."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (mark.format("begin") + f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>' + mark.format("separate")
            + f'<w:r><w:t xml:space="preserve">{escape(shown)}</w:t></w:r>' + mark.format("end"))


def run(text, change, bold, revisions, random, small=False):
    """One piece of text as one or several runs; runs are split anywhere, as Word does. A change that is a look marks nothing."""
    if change in LOOKS:
        return f'<w:r><w:rPr>{LOOKS[change]}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    if change.startswith("field "):
        return field(change[6:], text)
    parts, inside = [], ""
    while len(text) > 3 and random.random() < 0.25:
        cut = random.randint(1, len(text) - 1)
        parts.append(text[:cut])
        text = text[cut:]
    parts.append(text)
    inner = ("<w:b/>" if bold else "") + ('<w:sz w:val="16"/>' if small else "")
    properties = f"<w:rPr>{inner}</w:rPr>" if inner else ""
    tag = "w:delText" if change == "del" else "w:t"
    for part in parts:
        content = "<w:tab/>".join(f'<{tag} xml:space="preserve">{escape(words)}</{tag}>' if words else "" for words in part.split("\t"))
        inside += random.choice(NOISE) if random.random() < 0.04 and not change else ""
        inside += f'<w:r>{properties}{content}</w:r>'
    return f"<w:{change} {revisions.attributes()}>{inside}</w:{change}>" if change else inside


def paragraph(block, document, lists, revisions, random):
    properties, pieces = "", list(block.text)
    automatic = document.automatic(block.kind) and block.kind in LEVEL_OF and block.number and not block.typed
    heading = block.kind in ("h1", "h2")
    if block.kind in ("title", "part"):
        properties += '<w:pStyle w:val="Title"/>'
        if block.kind == "part":
            properties += '<w:keepNext/>'
    elif heading and document.styled:
        properties += f'<w:pStyle w:val="Heading{block.kind[1]}"/>'
    if automatic:
        properties += f'<w:numPr><w:ilvl w:val="{document.style.level_of(block.kind)}"/><w:numId w:val="{lists}"/></w:numPr>'
    elif block.number:
        separator = " " if document.numbering == "space" else "\t"
        pieces = list(block.number) + [(separator, "")] + pieces
    if block.kind == "toc":
        properties += '<w:tabs><w:tab w:val="left" w:pos="720"/><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    if not automatic and block.kind in INDENT:
        left = INDENT[block.kind] if block.kind not in ("h1", "h2", "p") else 720
        if document.numbering != "space" or block.kind not in ("h1", "h2", "p"):
            hanging = ' w:hanging="720"' if block.number else ""
            properties += f'<w:ind w:left="{left if block.number or block.kind in ("tail", "def") else 0}"{hanging}/>'
    mark = f"<w:rPr><w:{block.change} {revisions.attributes()}/></w:rPr>" if block.change else ""
    bold = block.kind in ("title", "part", "front") or heading
    runs = "".join(run(text, block.change or change, bold, revisions, random) for text, change in pieces)
    if block.bookmark:
        runs = f'<w:bookmarkStart w:id="{revisions.mark()}" w:name="{block.bookmark}"/>{runs}<w:bookmarkEnd w:id="{revisions.marks}"/>'
    return f"<w:p><w:pPr>{properties}{mark}</w:pPr>{runs}</w:p>"


def table(rows, revisions, random):
    width = max(len(block.cells) for block in rows)
    widths = [700, 1250, 1500, 1550, 1550, 1650, 800] if width == 7 else [2800, 6200] if width == 2 else [9000 // width] * width
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    text = f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>'
    text += "".join(f'<w:gridCol w:w="{each}"/>' for each in widths) + "</w:tblGrid>"
    for block in rows:
        mark = f"<w:{block.change} {revisions.attributes()}/>" if block.change else ""
        header = "<w:tblHeader/>" if block.kind == "th" else ""
        text += f"<w:tr><w:trPr>{header}{mark}</w:trPr>"
        for at, (cell, each) in enumerate(zip(block.cells, widths)):
            bold = block.kind == "th" or block.kind == "defrow" and at == 0
            runs = "".join(run(words, block.change or change, bold, revisions, random, width == 7) for words, change in cell)
            text += f'<w:tc><w:tcPr><w:tcW w:w="{each}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:spacing w:after="40"/></w:pPr>{runs}</w:p></w:tc>'
        text += "</w:tr>"
    return text + "</w:tbl><w:p/>"


def write(path, blocks, document, random):
    revisions, body, rows, lists = Revisions(document.who), "", [], 1
    for block in blocks + [None]:
        if rows and (block is None or not block.cells or len(block.cells) != len(rows[-1].cells)):
            body += table(rows, revisions, random)
            rows = []
        if block is None:
            break
        if block.cells:
            rows.append(block)
            continue
        lists += block.kind == "part" and block.restart
        body += paragraph(block, document, lists, revisions, random)
    heads = running(document)
    uses = '<w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>' if heads else ""
    types = CONTENT_TYPES.replace("</Types>", "".join(f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
                                                      f'{name[5:11]}+xml"/>' for name in heads) + "</Types>")
    relations = DOCUMENT_RELS.replace("</Relationships>", "".join(
        f'<Relationship Id="rId{3 + place}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name[5:11]}" Target="{name[5:]}"/>'
        for place, name in enumerate(heads)) + "</Relationships>")
    page = f'<w:sectPr>{uses}' + '''<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr>'''
    parts = {"[Content_Types].xml": types, "_rels/.rels": PACKAGE_RELS, "word/_rels/document.xml.rels": relations, **heads, "word/styles.xml": STYLES,
             "word/numbering.xml": numbering(document),
             "word/document.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W} {R}><w:body>{body}{page}</w:body></w:document>'}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2024, 6, 1, 9, 0, 0)), content.encode("utf-8"), zipfile.ZIP_DEFLATED)
