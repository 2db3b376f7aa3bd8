"""Numbers and labels of every provision, in each view, from the tree and the code's style."""
from model import BASELINE, PROPOSED

ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
NUMBERED = ("h1", "h2", "p", "i1", "i2")


def assign(document):
    for node in document.nodes():
        node.number, node.label = {}, {}
    for view in (BASELINE, PROPOSED):
        _children(document.root, view, document.style.first_prefix, 0)


def _children(parent, view, prefix, start):
    """Numbers the children of one node. Divisions that do not restart carry the count of first-level headings on."""
    count = start
    for node in parent.children:
        if node.kind == "part":
            node.label[view] = node.term
            count = _children(node, view, _prefix(node), 0 if node.letter == "restart" else count)
            continue
        if node.kind == "row":
            node.label[view] = node.term
            continue
        if node.kind not in NUMBERED:
            node.label[view] = f'"{node.term}"' if node.term else parent.label.get(view, "")
            _children(node, view, "", 0)
            continue
        if not node.shown(view):
            continue
        if node.letter == "A":
            number = f"{count}A"
        else:
            count += 1
            number = str(count)
        _number(node, parent, view, prefix, number)
        below = node.number[view].strip(".") + "." if node.kind in ("h1", "h2", "p") else ""
        _children(node, view, below, 0)
    return count


def _prefix(division):
    return "" if division.letter == "restart" else division.document.style.first_prefix


def _number(node, parent, view, prefix, number):
    bare = number.rstrip("A")
    if node.kind == "i1":
        outer_roman = parent.kind == "def" and node.document.profile == "bsc-annex"       # Annex X-1 has (i) above (a)
        number = f"({ROMAN[int(bare) - 1] if outer_roman else chr(96 + int(bare))})"
        node.label[view] = parent.label.get(view, "") + number
    elif node.kind == "i2":
        number = f"({ROMAN[int(bare) - 1]})"
        node.label[view] = parent.label.get(view, "") + number
    else:
        number = prefix + number
        node.label[view] = number
        if node.kind == "h1" and node.document.style.dot:
            number += "."
    node.number[view] = number
