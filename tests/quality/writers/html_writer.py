"""Web pages: paragraphs and tables, changes as <ins> and <del>, numbers typed."""
from html import escape

TAGS = {"title": "h1", "h1": "h2", "h2": "h3", "part": "h2"}


def inline(pieces, change=""):
    """A change of the whole paragraph is put around its content."""
    text = "".join(f"<{its}>{escape(words, quote=False)}</{its}>" if its and not change else escape(words, quote=False) for words, its in pieces)
    return f"<{change}>{text}</{change}>" if change and text else text


def table(rows):
    lines = ["<table>"]
    for block in rows:
        tag = "th" if block.kind == "th" else "td"
        lines.append("<tr>" + "".join(f"<{tag}>{inline(cell, block.change)}</{tag}>" for cell in block.cells) + "</tr>")
    return lines + ["</table>"]


def write(path, blocks, document, random):
    lines, rows = ["<!DOCTYPE html>", '<html lang="en-GB"><head><meta charset="utf-8"><title>' + escape(document.title) + "</title></head><body>"], []
    for block in blocks + [None]:
        if rows and (block is None or not block.cells or len(block.cells) != len(rows[-1].cells)):
            lines += table(rows)
            rows = []
        if block is None:
            break
        if block.cells:
            rows.append(block)
            continue
        tag = TAGS.get(block.kind, "p")
        if block.kind == "toc":          # a page has no pages
            block.text = [(words.rpartition("\t")[0].replace("\t", " "), change) for words, change in block.text]
        number = block.number + [(" ", "")] if block.number else []
        lines.append(f"<{tag}>{inline(number + block.text, block.change)}</{tag}>")
    path.write_text("\n".join(lines + ["</body></html>"]) + "\n", encoding="utf-8")
