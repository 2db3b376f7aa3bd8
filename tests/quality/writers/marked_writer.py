"""Marked text: one paragraph a line, changes in CriticMarkup."""
OPEN, CLOSE = {"ins": "{++", "del": "{--"}, {"ins": "++}", "del": "--}"}


def marked(pieces):
    return "".join(OPEN[change] + text + CLOSE[change] if change else text for text, change in pieces)


def write(path, blocks, document, random):
    separator = "\t" if document.numbering == "tab" else " "
    lines = []
    for block in blocks:
        if block.cells:
            line = "| " + " | ".join(marked(cell) for cell in block.cells) + " |"
        else:
            number = marked(block.number)
            line = (number + separator if number else "") + marked(block.text)
        if block.change:
            line = OPEN[block.change] + line + CLOSE[block.change]
        lines.append(line)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
