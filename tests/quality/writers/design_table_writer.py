"""Tables of the design as a Word document or a web page: a title, a sentence, the tables; columns that are blank all the way down are left out."""
import zipfile
from html import escape

from writers.docx_writer import CONTENT_TYPES, DOCUMENT_RELS, PACKAGE_RELS, STYLES, W, R


def spoken(column, random):
    return random.choice([column, column.replace("_", " ").title(), column.replace("_", " ").capitalize()])


def shown(rows, random):
    """The rows without blank columns, their headers as people write them."""
    full = [at for at, name in enumerate(rows[0]) if any(str(row[at]) != "" for row in rows[1:])]
    width = random.choice([0, 1])
    header = [spoken(rows[0][at], random) if width else rows[0][at] for at in full]
    return [header] + [[str(row[at]) for at in full] for row in rows[1:]]


def write_page(path, tables, random, title):
    """`tables`: [(heading, rows)]."""
    lines = ["<!DOCTYPE html>", f'<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title></head><body>', f"<h1>{escape(title)}</h1>"]
    for heading, rows in tables:
        table = shown(rows, random)
        lines += [f"<h2>{escape(heading)}</h2>", "<table>", "<thead><tr>" + "".join(f"<th>{escape(c)}</th>" for c in table[0]) + "</tr></thead>", "<tbody>"]
        lines += ["<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in table[1:]] + ["</tbody>", "</table>"]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines + ["</body></html>"]) + "\n", encoding="utf-8")


def paragraph(words, style="Normal", bold=False):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{"<w:rPr><w:b/></w:rPr>" if bold else ""}<w:t xml:space="preserve">{escape(words, quote=False)}</w:t></w:r></w:p>'


def word_table(rows):
    width = max(1, 14000 // len(rows[0]))
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    text = f'<w:tbl><w:tblPr><w:tblW w:w="14000" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>'
    text += f'<w:gridCol w:w="{width}"/>' * len(rows[0]) + "</w:tblGrid>"
    for at, row in enumerate(rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if at == 0 else ""
        text += f"<w:tr>{head}" + "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(cell, bold=at == 0)}</w:tc>' for cell in row) + "</w:tr>"
    return text + "</w:tbl><w:p/>"


def write_word(path, tables, random, title):
    body = paragraph(title, "Title", True) + paragraph("This document lists what the design asks for. It is issued with the release that it names.")
    for heading, rows in tables:
        body += paragraph(heading, "Heading1", True) + word_table(shown(rows, random))
    page = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>'
    types = CONTENT_TYPES.replace('<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>', "")
    relations = DOCUMENT_RELS.replace('<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>', "")
    parts = {"[Content_Types].xml": types, "_rels/.rels": PACKAGE_RELS, "word/_rels/document.xml.rels": relations, "word/styles.xml": STYLES,
             "word/document.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W} {R}><w:body>{body}{page}</w:body></w:document>'}
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2024, 6, 1, 9, 0, 0)), content.encode("utf-8"), zipfile.ZIP_DEFLATED)
