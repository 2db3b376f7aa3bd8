"""Gives every open reference a target that both the reader of the baseline and of the draft can follow."""
from codes.style import division_of
from model import Document, Ref
import forms

CITABLE = ("h1", "h2", "p", "i1", "i2", "row")


def citable(document):
    return [node for node in document.nodes() if node.kind in CITABLE and not node.not_used and whole_text(node)
            and node.parent.kind != "def"]


def whole_text(node):
    while node is not None:
        if node.change:
            return False
        node = node.parent
    return True


def link(random, documents, fixed_only=()):
    """Fills the empty references of `documents`; targets are provisions that stand in both views, or whole documents."""
    for document in documents:
        own = citable(document)
        others = [other for other in documents if other is not document and not other.glossary]
        for node in document.nodes():
            for run in node.all_runs():
                if isinstance(run.content, Ref) and not run.content.targets:
                    if random.random() >= 0.5 or not forms.choose(random, run.content, node, own, others):
                        choose(random, run.content, node, own, others)
                    mark_cited(run.content, node)


def mark_cited(reference, node):
    for target in reference.targets:
        if not isinstance(target, Document):
            target.cited = True
    forms.count(reference, node)


def choose(random, reference, node, own, others):
    chance = random.random()
    own_paragraph = node if node.kind == "p" else node.parent
    if chance > 0.93 and own_paragraph.kind == "p" and not own_paragraph.children:
        reference.targets, reference.form = [own_paragraph], "self"
    elif others and chance < 0.25:
        other = random.choice(others)
        nodes = [n for n in citable(other) if n.kind != "h1"]
        reference.targets = [random.choice(nodes)] if nodes and random.random() < 0.7 else [other]
    else:
        fitting = [n for n in own if n is not node and not inside(n, node) and not inside(node, n) and division_of(n) is division_of(node)]
        if not fitting:
            reference.targets = [random.choice(others)] if others else [n for n in own if n is not node][:1]
            return
        target = random.choice(fitting)
        siblings = [n for n in target.parent.children if n in fitting and n.kind == target.kind and n.kind in ("p", "h2")]
        place = siblings.index(target) if target in siblings else -1
        if place >= 0 and place + 2 < len(siblings) and random.random() < 0.3:
            reference.targets, reference.form = siblings[place:place + 3], "range"
        elif chance < 0.45:
            pool = [n for n in fitting if n.kind == target.kind and n is not target]
            reference.targets = [target] + ([random.choice(pool)] if pool else [])
        else:
            reference.targets = [target]
            embellish(random, reference, target, fitting)
    if any(target.kind == "row" for target in reference.targets if not isinstance(target, Document)):
        reference.targets = reference.targets[:1]


def embellish(random, reference, target, fitting):
    """A second item in short, "1.2(a) or (b)"; the heading echoed in brackets, where the code does so."""
    if target.kind == "i1" and random.random() < 0.4:
        place = target.parent.children.index(target)
        after = [n for n in target.parent.children[place + 1:place + 2] if n in fitting and n.kind == "i1"]
        if after:
            reference.targets, reference.form = [target, after[0]], "elliptic"
    elif target.kind == "h1" and target.document.profile in ("sec", "rec-main") and random.random() < 0.6:
        reference.form = "echo"


def inside(node, other):
    while node is not None:
        if node is other:
            return True
        node = node.parent
    return False
