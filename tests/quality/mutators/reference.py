"""Defects of references: a number that does not exist, a provision that is not used."""
from codes.style import label
from model import PROPOSED, Document, Ref, Run
from mutators import Expectation
from mutators.places import OPERATIVE, append_words, draft_part, ends_plainly, inserted, label_of, operative, simple_references


def beyond(number, labels):
    """A number like `number`, but higher than any that the document has."""
    head, _, last = number.rstrip("A").rpartition(".")
    for step in range(20, 90):
        candidate = (head + "." if head else "") + str(step)
        if candidate not in labels:
            return candidate
    return None


def decimal(node):
    return node.kind in ("h1", "h2", "p", "row")


def wrong_number(project, random):
    """An existing reference gets a number that its target's document does not have."""
    node = operative(project, random, lambda n: any(
        not isinstance(r.content.targets[0], Document) and decimal(r.content.targets[0]) for r in simple_references(n)))
    if node is None:
        return None
    run = random.choice([r for r in simple_references(node) if not isinstance(r.content.targets[0], Document) and decimal(r.content.targets[0])])
    import numbering
    target = run.content.targets[0]
    numbering.assign(target.document)
    numbering.assign(node.document)
    right = label(target, PROPOSED)
    text = node.document.style.cite(run.content, node, PROPOSED)
    wrong = beyond(right, {n.label.get(v) for n in target.document.nodes() for v in n.label})
    run.content.override = text.replace(right, wrong, 1)
    return Expectation("reference.missing", node.document.path, label_of(node), wrong, introduced=inserted(node) or run.change == "ins",
                       through=target.document.path)


def wrong_item(project, random):
    """A reference to an item beyond the end of a list that exists."""
    node = operative(project, random, lambda n: ends_plainly(n) and lists(n))
    if node is None:
        return None
    target = random.choice(lists(node))
    number = label_after(target) + "(p)"
    change = draft_part(node, random)
    append_words(node, f", subject to {node.document.style.keyword} {number}", change)
    return Expectation("reference.missing", node.document.path, label_of(node), number, introduced=inserted(node) or change == "ins")


def label_after(node):
    label_of(node)
    return label(node, PROPOSED)


def lists(node):
    from codes.style import same_division
    return [n for n in node.document.nodes() if n.kind == "p" and not n.change and same_division(n, node)
            and sum(c.kind == "i1" for c in n.children) >= 2 and n is not node and node.parent is not n]


def to_not_used(project, random):
    """A provision that somebody cites becomes "Not used"."""
    cited = {}
    for document in project.documents:
        for node in document.nodes():
            for run in simple_references(node):
                target = run.content.targets[0]
                if node.kind in OPERATIVE and not isinstance(target, Document) and target.kind == "p" and target.document is document:
                    cited.setdefault(id(target), []).append((target, node, run))
    fitting = [uses for uses in cited.values() if len(uses) == 1 and not uses[0][0].children and not any_ref(uses[0][0])
               and sole(project, uses[0][0])]
    if not fitting:
        return None
    target, node, run = random.choice(fitting)[0]
    target.runs = [Run(r.content, "del") for r in target.runs if r.change != "ins"] + [Run("Not used.", "ins")]
    target.not_used = True
    return Expectation("reference.not-used", node.document.path, label_of(node), label_after(target), introduced=True,
                       follows=["term.unused-definition"])


def any_ref(node):
    return any(isinstance(r.content, Ref) for r in node.runs)


def sole(project, target):
    """Whether one reference alone names the target or what stands in it."""
    count = 0
    for document in project.documents:
        for node in document.nodes():
            for run in node.all_runs():
                if isinstance(run.content, Ref) and any(t is target or getattr(t, "parent", None) is target for t in run.content.targets):
                    count += 1
    return count == 1


def cites_not_used(project, random):
    """New or old words that cite a number which is "Not used"."""
    node = operative(project, random, lambda n: ends_plainly(n) and empty_numbers(n))
    if node is None:
        return None
    target = random.choice(empty_numbers(node))
    change = draft_part(node, random)
    number = label_after(target)
    append_words(node, f", subject to {node.document.style.keyword} {number}", change)
    return Expectation("reference.not-used", node.document.path, label_of(node), number)


def empty_numbers(node):
    from codes.style import same_division
    return [n for n in node.document.nodes() if n.kind == "p" and n.not_used and same_division(n, node)]


MUTATORS = [("reference.missing", wrong_number), ("reference.missing", wrong_item),
            ("reference.not-used", to_not_used), ("reference.not-used", cites_not_used)]
