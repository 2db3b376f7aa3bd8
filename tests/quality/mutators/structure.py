"""Defects of structure: one number twice."""
from model import Node, Run
from mutators import Expectation
from mutators.places import inserted, label_of


def typed(project):
    return [n for d in project.documents for n in d.nodes()
            if not d.automatic(n.kind) and n.kind in ("p", "i1") and n.parent.kind not in ("i1", "def") and not n.forced_number]


def repeated_number(project, random):
    """A provision bears the number of the sibling in front of it."""
    pairs = []
    for node in typed(project):
        siblings = [n for n in node.parent.children if n.kind == node.kind]
        place = siblings.index(node)
        if place and not inserted(siblings[place - 1]) and not node.change and not node.cited and not cited_below(node) and node is siblings[-1]:
            pairs.append((siblings[place - 1], node))
    if not pairs:
        return None
    first, second = random.choice(pairs)
    label_of(first)
    second.forced_number = first.number["proposed"]
    return Expectation("structure.duplicate-number", second.document.path, first.label["proposed"], introduced=False,
                       follows=["structure.gap", "change.unmarked"])


def cited_below(node):
    return any(child.cited for child in node.walk())


def inserted_with_old_number(project, random):
    """The draft inserts a provision under the number of the one in front of it."""
    fitting = [n for n in typed(project) if n.kind == "p" and not n.change and not n.letter and not n.not_used]
    if not fitting:
        return None
    node = random.choice(fitting)
    label_of(node)
    new = Node("p", [Run("Nothing in this provision affects the safety of any person.")], change="ins", parent=node.parent, document=node.document)
    new.letter, new.forced_number = "A", node.number["proposed"]
    node.parent.children.insert(node.parent.children.index(node) + 1, new)
    return Expectation("structure.duplicate-number", node.document.path, node.label["proposed"], introduced=True)


MUTATORS = [("structure.duplicate-number", repeated_number), ("structure.duplicate-number", inserted_with_old_number)]
