"""Markdown: paragraphs with empty lines between them, headings with signs, tables with a line under the header, changes in CriticMarkup."""
import re

from writers.marked_writer import CLOSE, OPEN, marked

SIGNS = {"title": "# ", "part": "## ", "h1": "## ", "h2": "### "}


def escaped(pieces):
    return [(re.sub(r"([*_`|<])", r"\\\1", text), change) for text, change in pieces]


def table(rows):
    width = len(rows[0].cells)
    lines = [] if rows[0].kind == "th" else ["|" + "   |" * width, "|" + "---|" * width]       # Markdown has no table without a header
    for place, block in enumerate(rows):
        cells = [marked([(text, block.change or change) for text, change in escaped(cell)]) for cell in block.cells]
        lines.append("| " + " | ".join(cells) + " |")
        if place == 0 and block.kind == "th":
            lines.append("|" + "---|" * width)
    return "\n".join(lines)


def write(path, blocks, document, random):
    parts, rows = [], []
    for block in blocks + [None]:
        if rows and (block is None or not block.cells or len(block.cells) != len(rows[-1].cells)):
            parts.append(table(rows))
            rows = []
        if block is None:
            break
        if block.cells:
            rows.append(block)
            continue
        number = marked(block.number)
        line = (number + " " if number else "") + marked(escaped(block.text))
        if block.change:
            line = OPEN[block.change] + line + CLOSE[block.change]
        parts.append((SIGNS.get(block.kind, "") if document.styled and not block.change else "") + line)
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
