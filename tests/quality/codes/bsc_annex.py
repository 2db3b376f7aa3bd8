"""Annex X-1 of the XBSC: the glossary of the code, unnumbered quoted terms."""
from codes import definitions
from codes.style import Style
from model import Document, Node, Run


def build(random, vocabulary, used):
    document = Document("Annex X-1", "XBSC", "bsc-annex", "General Glossary", Style("XBSC"), glossary="code")
    root = document.root
    root.add(Node("title", [Run("ANNEX X-1: GENERAL GLOSSARY")]))
    root.add(Node("plain", [Run("In the Code, except where the context otherwise requires, the following expressions have the following meanings:")]))
    definitions.quoted(random, root, definitions.meanings(random, vocabulary, set(used) | {"Code"}), colon=True)
    return document
