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
    return Expectation("structure.duplicate-number", node.document.path, node.label["proposed"], introduced=True, follows=["reference.ambiguous"])


def last_of_run(project, random, kind, least):
    """(last sibling, its run) of plain typed siblings, nothing of which anybody cites."""
    runs = []
    for node in typed(project):
        siblings = [n for n in node.parent.children if n.kind == node.kind == kind]
        if len(siblings) >= least and node is siblings[-1] and not any(n.change or n.letter or n.cited or cited_below(n) or n.not_used for n in siblings):
            runs.append((node, siblings))
    return random.choice(runs) if runs else (None, None)


def next_number(number):
    """1.5 of 1.4, (d) of (c), 4. of 3."""
    if number.startswith("("):
        return f"({chr(ord(number[1]) + 1)})" if len(number) == 3 else None
    head, _, last = number.rpartition(".")
    return (head + "." if head else "") + str(int(last) + 1) if last.isdigit() else None


def skipped(kind):
    def plant(project, random):
        """The last of a run bears the number after its own."""
        node, _ = last_of_run(project, random, kind, 3)
        if node is None:
            return None
        label_of(node)
        own, number = node.number["proposed"], next_number(node.number["proposed"])
        if number is None or node.children:
            return None
        node.forced_number = number
        label = node.label["proposed"][: len(node.label["proposed"]) - len(own)] + number
        return Expectation("structure.gap", node.document.path, label, number, introduced=False, follows=["change.unmarked"])
    plant.__name__ = "skipped_" + kind
    return plant


def swapped(kind):
    def plant(project, random):
        """The last two of a run bear one another's numbers."""
        node, siblings = last_of_run(project, random, kind, 3)
        if node is None or node.children or siblings[-2].children:
            return None
        label_of(node)
        other = siblings[-2]
        one, two = other.number["proposed"], node.number["proposed"]
        other.forced_number, node.forced_number = two, one
        return Expectation("structure.out-of-order", node.document.path, other.label["proposed"], one, introduced=False, follows=["change.unmarked"])
    plant.__name__ = "swapped_" + kind
    return plant


def sentence_lists(project):
    """Lists of one sentence whose last item but one ends with "; and" or "; or"."""
    found = []
    for document in project.documents:
        for node in document.nodes():
            items = [c for c in node.children if c.kind == "i1"]
            words = [plain(c) for c in items]
            if node.kind == "p" and len(items) > 2 and len(items) == len(node.children) and not any(c.children or c.change for c in items) and plain(node).endswith(":") \
                    and words[-2].endswith(("; and", "; or")) and all(w.endswith(";") for w in words[:-2]) and words[-1].endswith("."):
                found.append(items)
    return found


def plain(node):
    return "".join(r.content for r in node.runs if isinstance(r.content, str) and r.change != "del")


def lost_joining_word(project, random):
    """The last item but one loses its "and" or "or"."""
    lists = sentence_lists(project)
    if not lists:
        return None
    item = random.choice(lists)[-2]
    last = item.runs[-1]
    last.content = last.content.rsplit(" ", 1)[0]
    return Expectation("structure.list-ending", item.document.path, label_of(item))


def stop_inside(project, random):
    """The first item ends with a full stop."""
    lists = sentence_lists(project)
    if not lists:
        return None
    item = random.choice([items for items in lists])[0]
    last = item.runs[-1]
    if not isinstance(last.content, str) or not last.content.endswith(";"):
        return None
    last.content = last.content[:-1] + "."
    return Expectation("structure.list-ending", item.document.path, label_of(item))


def lone_mark(words, mark):
    def plant(project, random):
        """A bracket or a quotation mark without its partner."""
        from mutators.places import append_words, draft_part, ends_plainly, operative
        node = operative(project, random, lambda n: ends_plainly(n) and not any(isinstance(r.content, str) and ("(" in r.content or ")" in r.content) for r in n.runs))
        if node is None:
            return None
        change = draft_part(node, random)
        append_words(node, words, change)
        return Expectation("structure.unbalanced", node.document.path, None, mark, follows=["term.undefined"])
    plant.__name__ = "lone_" + {"(": "bracket", ")": "closing", '"': "quote"}[mark]
    return plant


def bare_heading(project, random):
    """A heading with nothing under it."""
    fitting = [n for d in project.documents if not d.glossary for n in d.nodes() if n.kind == "h1" and n.children and not n.change and n.parent.kind == "root"]
    if not fitting:
        return None
    last = [n for n in random.choice(fitting).parent.children if n.kind == "h1"][-1]
    if last is not last.parent.children[-1]:
        return None
    heading = "FURTHER MATTERS" if last.runs[0].content.isupper() else "Further Matters"
    new = last.parent.add(Node("h1", [Run(heading)], change="ins"))
    return Expectation("structure.empty", last.document.path, label_of(new), heading, introduced=True)


def strange_header(project, random):
    """The columns of an interface and timetable table have other words."""
    heads = [n for d in project.documents if d.profile == "bscp" and d.file_format != "html" for n in d.nodes() if n.kind == "th" and len(n.cells) == 7
             and sum(r.kind == "row" for r in n.parent.children) > 1]
    if not heads:
        return None
    head = random.choice(heads)
    words = ["ROW", "POINT IN DAY", "WHAT IS DONE", "BY WHOM", "FOR WHOM", "PAPERS", "ROUTE"]
    head.cells = [[Run(word)] for word in words]
    return Expectation("structure.table-header", head.document.path, None, "WHAT IS DONE",
                       follows=["reference.missing", "coverage.uncovered", "coverage.dead-provision", "term.undefined", "timetable.step-missing", "change.unmarked"])


MUTATORS = [("structure.duplicate-number", repeated_number), ("structure.duplicate-number", inserted_with_old_number),
            ("structure.gap", skipped("p")), ("structure.gap", skipped("i1")), ("structure.out-of-order", swapped("p")), ("structure.out-of-order", swapped("i1")),
            ("structure.list-ending", lost_joining_word), ("structure.list-ending", stop_inside),
            ("structure.unbalanced", lone_mark(", if it is asked (in writing", "(")), ("structure.unbalanced", lone_mark(", if it is asked in writing) in time", ")")),
            ("structure.empty", bare_heading), ("structure.table-header", strange_header)]
