"""A Section of the XBSC: SECTION W, "1. HEADING", "1.1 Heading", "1.1.1" text; cited as Section W1.1.1 from elsewhere."""
from codes import body
from codes.style import Style, label
from model import Document, Node, Run


class SectionStyle(Style):
    def cited_from(self, target, node, view):
        letter = target.document.id.split()[-1]
        of_code = "" if node.document.code == "XBSC" else " of the XBSC"
        return f"Section {letter}{label(target, view)}{of_code}"


def build(random, writer, headings, letter):
    style = SectionStyle("XBSC", dot=True, capitals=True)
    document = Document(f"Section {letter}", "XBSC", "bsc-section", heading_title(random, headings), style)
    root = document.root
    root.add(Node("title", [Run(f"SECTION {letter}: {document.title.upper()}")]))
    body.body(random, writer, root, style.levels, headings, random.randint(3, 5))
    return document


def heading_title(random, headings):
    return headings.pop(random.randrange(len(headings)))
