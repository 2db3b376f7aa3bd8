"""OpenDocument text: typed numbers, changes tracked as ODF 1.3 part 3, 5.5 has them: an insertion between two marks, a deletion kept aside."""
import zipfile
from xml.sax.saxutils import escape

SPACES = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in (
    ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("fo", "xsl-fo-compatible"))) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MANIFEST = (HEAD + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
STYLES = ('<office:automatic-styles><style:style style:name="B" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>'
          '<style:style style:name="I" style:family="paragraph"><style:paragraph-properties fo:margin-left="2cm"/></style:style></office:automatic-styles>')


class Changes:
    """The tracked changes of one document; each has its id."""

    def __init__(self):
        self.regions = []

    def add(self, kind, content=""):
        name = f"c{len(self.regions) + 1}"
        self.regions.append(f'<text:changed-region text:id="{name}"><text:{kind}><office:change-info><dc:creator>Drafter</dc:creator>'
                            f"<dc:date>2024-06-01T09:00:00</dc:date></office:change-info>{content}</text:{kind}></text:changed-region>")
        return name


def words(text):
    return escape(text).replace("\t", "<text:tab/>")


def kept(text):
    """Deleted words stand in a paragraph of their own, at whose ends plain spaces are nothing."""
    inner = text.strip(" ")
    before, after = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    return "<text:s/>" * before + words(inner) + "<text:s/>" * (after if inner else 0)


def inline(pieces, changes):
    text = ""
    for piece, change in pieces:
        if change == "ins":
            name = changes.add("insertion")
            text += f'<text:change-start text:change-id="{name}"/>{words(piece)}<text:change-end text:change-id="{name}"/>'
        elif change == "del":
            name = changes.add("deletion", f"<text:p>{kept(piece)}</text:p>")
            text += f'<text:change text:change-id="{name}"/>'
        else:
            text += words(piece)
    return text


def table(rows, changes):
    lines = [f'<table:table><table:table-column table:number-columns-repeated="{len(rows[0].cells)}"/>']
    for block in rows:
        cells = "".join(f"<table:table-cell><text:p>{inline([(t, block.change or c) for t, c in cell], changes)}</text:p></table:table-cell>" for cell in block.cells)
        lines.append(f"<table:table-row>{cells}</table:table-row>")
    return "".join(lines) + "</table:table>"


class Body:
    """Paragraphs one after the other. A paragraph that goes or comes as a whole takes its end with it."""

    def __init__(self, separator):
        self.separator, self.changes, self.parts, self.carried = separator, Changes(), [], ""

    def add(self, block):
        pieces = block.number + [(self.separator, "")] + block.text if block.number else block.text
        style = "B" if block.kind in ("title", "part", "h1", "h2") else "I" if block.kind in ("i1", "i2", "tail") else ""
        attribute = f' text:style-name="{style}"' if style else ""
        if block.change == "del":
            name = self.changes.add("deletion", f"<text:p{attribute}>{words(''.join(t for t, _ in pieces))}</text:p><text:p/>")
            self.carried += f'<text:change text:change-id="{name}"/>'
            return
        before, self.carried = self.carried, ""
        if block.change == "ins":
            name = self.changes.add("insertion")
            before += f'<text:change-start text:change-id="{name}"/>'
            self.carried = f'<text:change-end text:change-id="{name}"/>'
            text = words("".join(t for t, _ in pieces))
        else:
            text = inline(pieces, self.changes)
        self.parts.append(f"<text:p{attribute}>{before}{text}</text:p>")

    def add_table(self, rows):
        if self.carried:
            self.parts.append(f"<text:p>{self.carried}</text:p>")
            self.carried = ""
        self.parts.append(table(rows, self.changes))

    def text(self):
        end = f"<text:p>{self.carried}</text:p>" if self.carried else ""
        regions = "".join(self.changes.regions)
        tracked = f"<text:tracked-changes>{regions}</text:tracked-changes>" if regions else ""
        return tracked + "".join(self.parts) + end


def write(path, blocks, document, random):
    body, rows = Body("\t" if document.numbering == "tab" else " "), []
    for block in blocks + [None]:
        if rows and (block is None or not block.cells or len(block.cells) != len(rows[-1].cells)):
            body.add_table(rows)
            rows = []
        if block is None:
            break
        if block.cells:
            rows.append(block)
        else:
            body.add(block)
    content = HEAD + f'<office:document-content {SPACES} office:version="1.2">{STYLES}<office:body><office:text>{body.text()}</office:text></office:body></office:document-content>'
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(zipfile.ZipInfo("mimetype", (2024, 6, 1, 9, 0, 0)), "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        for name, part in (("META-INF/manifest.xml", MANIFEST), ("content.xml", content)):
            package.writestr(zipfile.ZipInfo(name, (2024, 6, 1, 9, 0, 0)), part.encode("utf-8"), zipfile.ZIP_DEFLATED)
