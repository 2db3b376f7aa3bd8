"""Annex X-1 of the XBSC: the glossary of the code, unnumbered quoted terms."""
from codes import body, definitions
from codes.style import Style
from model import Document, Node, Run


def build_numbered(random, writer, headings, letter):
    """An annex of a Section: its numbers begin again at 1."""
    document = Document(f"Annex {letter}-1", "XBSC", "bsc-annex", headings.pop(random.randrange(len(headings))), Style("XBSC", dot=True, levels=("h1", "p")))
    document.root.add(Node("title", [Run(f"ANNEX {letter}-1: {document.title.upper()}")]))
    body.body(random, writer, document.root, ("h1", "p"), headings, random.randint(2, 3))
    return document


def build(random, vocabulary, used, pointers):
    document = Document("Annex X-1", "XBSC", "bsc-annex", "General Glossary", Style("XBSC"), glossary="code")
    root = document.root
    root.add(Node("title", [Run("ANNEX X-1: GENERAL GLOSSARY")]))
    root.add(Node("plain", [Run("In the Code, except where the context otherwise requires, the following expressions have the following meanings:")]))
    definitions.quoted(random, root, definitions.meanings(random, vocabulary, set(used) | {"Code"}, pointers), colon=True)
    return document
