"""Workbooks: one sheet, with or without a title above the header, words shared or inline, numbers as numbers."""
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
TYPES = (HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
         '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
         '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>')
RELS = (HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
BOOK_RELS = (HEAD + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
             f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>')


def column_name(number):
    name = ""
    while True:
        name = chr(65 + number % 26) + name
        number = number // 26 - 1
        if number < 0:
            return name


class Strings:
    """The shared strings, or none of them: some exporters write every word inline."""

    def __init__(self, inline):
        self.inline, self.known = inline, {}

    def cell(self, place, value):
        if isinstance(value, (int, float)):
            return f'<c r="{place}"><v>{value}</v></c>'
        text = f'<t xml:space="preserve">{escape(str(value))}</t>'
        if self.inline:
            return f'<c r="{place}" t="inlineStr"><is>{text}</is></c>'
        return f'<c r="{place}" t="s"><v>{self.known.setdefault(text, len(self.known))}</v></c>'

    def part(self):
        return HEAD + f'<sst xmlns="{MAIN}" count="{len(self.known)}" uniqueCount="{len(self.known)}">' + "".join(f"<si>{text}</si>" for text in self.known) + "</sst>"


def write(path, rows, random):
    strings = Strings(random.random() < 0.4)
    first = random.choice([1, 1, 3])
    lines = [f'<row r="1">{strings.cell("A1", "Export of " + path.stem.replace("_", " "))}</row>'] if first > 1 else []
    for number, row in enumerate(rows, first):
        cells = "".join(strings.cell(f"{column_name(at)}{number}", value) for at, value in enumerate(row) if value != "")
        lines.append(f'<row r="{number}">{cells}</row>')
    name = path.stem.replace("_", " ").title()[:31]
    book = HEAD + f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="{escape(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    sheet = HEAD + f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    path.parent.mkdir(parents=True, exist_ok=True)
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": RELS, "xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": BOOK_RELS, "xl/worksheets/sheet1.xml": sheet,
             "xl/sharedStrings.xml": strings.part()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(zipfile.ZipInfo(part, (2024, 6, 1, 9, 0, 0)), content.encode("utf-8"), zipfile.ZIP_DEFLATED)
