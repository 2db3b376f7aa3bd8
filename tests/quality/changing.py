"""What a draft changes: inserted provisions and phrases, replaced numbers, provisions that become "Not used". All of it marked."""
from model import Ref, Run
from codes import body
from prose import NUMBERS, text_runs


def change(random, writer, document, level, amount):
    """Marks up `amount` changes. Runs before linking, so that references never rest on what only one view has."""
    for _ in range(amount):
        random.choice([insert_provision, insert_provision, insert_phrase, insert_phrase, replace_number, drop_provision])(
            random, writer, document, level)


def paragraphs(document, level):
    return [n for n in document.nodes() if n.kind == level and not n.change and n is not getattr(document, 'local_terms', None) and not n.not_used and n.runs and not any(r.change for r in n.runs)]


def insert_provision(random, writer, document, level):
    groups = sorted({id(n.parent): n.parent for n in paragraphs(document, level)}.values(), key=document.nodes().index)
    parent = random.choice(groups)
    node, below = body.paragraph(random, writer, level)
    holder = type(node)(level, node.runs, change="ins")
    places = [i for i, n in enumerate(parent.children) if n.kind == level]
    at = random.choice(places) + 1
    if parent.children[at:] and parent.children[at].kind == level and parent.children[at].letter == "A":
        return
    holder.parent, holder.document = parent, document
    if not document.automatic(level) and any(n.kind == level for n in parent.children[at:]):
        if parent.children[at - 1].letter == "A" or parent.children[at - 1].change:
            return
        holder.letter = "A"
    parent.children.insert(at, holder)
    for child in below:
        inner, child.children = child.children, []
        holder.add(child)
        for grandchild in inner:
            child.add(grandchild)


def insert_phrase(random, writer, document, level):
    fitting = [n for n in paragraphs(document, level) if isinstance(n.runs[-1].content, str) and n.runs[-1].content.endswith(".")]
    if not fitting:
        return
    node = random.choice(fitting)
    last = node.runs[-1]
    last.content = last.content[:-1]
    phrase = random.choice([" in accordance with {ref}", ", unless {c}", ", and shall {v} {t}", " (and shall {v} the {T})"])
    node.runs += [Run(run.content, "ins") for run in writer.fill(phrase)] + [Run(".")]
    if not last.content:
        node.runs.remove(last)


def replace_number(random, writer, document, level):
    for node in paragraphs(document, level):
        for place, run in enumerate(node.runs):
            if not isinstance(run.content, str):
                continue
            for number in NUMBERS:
                if f" {number} " in run.content and random.random() < 0.5:
                    before, after = run.content.split(f" {number} ", 1)
                    other = random.choice([n for n in NUMBERS if n != number])
                    node.runs[place:place + 1] = [Run(before + " "), Run(number, "del"), Run(other, "ins"), Run(" " + after)]
                    return


def drop_provision(random, writer, document, level):
    fitting = [n for n in paragraphs(document, level) if not n.children and not any(isinstance(r.content, Ref) for r in n.runs)]
    if len(fitting) < 4:
        return
    node = random.choice(fitting)
    node.runs = [Run(run.content, "del") for run in node.runs] + [Run(random.choice(body.NOT_USED), "ins")]
    node.not_used = True
