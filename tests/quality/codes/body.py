"""Bodies of code texts: headings, paragraphs, lists with tails, changes. Shared by all kinds; each kind says with which levels."""
from model import Node, Run, Ref
from stock import stock

HEADINGS = stock("headings")
NOT_USED = ["Not used.", "Not used", "Not Used.", "Not Used", "[Not presently used]", "[No longer used]"]


def heading(random, pool, capitals):
    text = pool.pop(random.randrange(len(pool)))
    return text.upper() if capitals else text


def paragraph(random, writer, level="p"):
    """One operative provision with its list and tail, if it has one."""
    if random.random() < 0.65:
        node = Node(level, writer.sentence())
        if random.random() < 0.15:
            node.runs += [Run(" ")] + writer.sentence()
        return node, []
    kind, runs = writer.lead()
    node, below = Node(level, runs), []
    items = writer.items(kind, random.randint(2, 5))
    unused = random.randrange(1, len(items) - 1) if len(items) > 3 and random.random() < 0.2 else None
    for place, item in enumerate(items):
        if place == unused:
            below.append(Node("i1", [Run("not used;")], not_used=True))
            continue
        last, before_last = place == len(items) - 1, place == len(items) - 2
        inner = kind == "do" and last and random.random() < 0.2
        tail = last and kind == "do" and random.random() < 0.25
        if inner:
            below.append(Node("i1", [Run("in the case of each of the following:")]))
            below[-1].children = [Node("i2", [Run("work at night; or")]), Node("i2", [Run("work on a railway" + ("," if tail else "."))])]
        else:
            end = "," if tail else "." if last else ("; or" if kind == "if" else "; and") if before_last else ";"
            below.append(Node("i1", item + [Run(end)]))
        if tail:
            below.append(Node("tail", writer.tail()))
    return node, below


def attach(parent, node, below):
    parent.add(node)
    for child in below:
        children, child.children = child.children, []
        node.add(child)
        for grandchild in children:
            child.add(grandchild)
    return node


def body(random, writer, parent, levels, headings, sections):
    """Fills `parent` with headings (all of `levels` but the last) and paragraphs."""
    for place in range(sections):
        if place and random.random() < 0.06:
            parent.add(Node(levels[0], [Run(random.choice(NOT_USED[:4]))], not_used=True))
        top = parent.add(Node(levels[0], [Run(heading(random, headings, parent.document.style.capitals))]))
        groups = [top]
        if len(levels) == 3:
            groups = [top.add(Node(levels[1], [Run(heading(random, headings, False))])) for _ in range(random.randint(1, 2))]
        for group in groups:
            for place in range(random.randint(2, 4)):
                if place and random.random() < 0.04:
                    group.add(Node(levels[-1], [Run(random.choice(NOT_USED))], not_used=True))
                attach(group, *paragraph(random, writer, levels[-1]))
