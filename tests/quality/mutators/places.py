"""Random fitting places for a defect, in text that the draft inserts or in text that stands in both views."""
from model import Ref, Run

OPERATIVE = ("p", "i1", "i2", "tail")


def inserted(node):
    while node is not None:
        if node.change == "ins":
            return True
        node = node.parent
    return False


def label_of(node):
    """Made after numbering: the place that a finding in this node must name."""
    from model import BASELINE, PROPOSED
    import numbering
    numbering.assign(node.document)
    return node.label.get(PROPOSED) or node.label.get(BASELINE)


def operative(project, random, fits=lambda node: True):
    """A random operative provision that fits, or None. New text and old text are drawn equally often where both exist."""
    nodes = [n for d in project.documents for n in d.nodes() if n.kind in OPERATIVE and n.parent.kind != "def" and not n.not_used and n.runs and fits(n)]
    new, old = [n for n in nodes if inserted(n)], [n for n in nodes if not inserted(n)]
    pool = new if new and (not old or random.random() < 0.5) else old
    return random.choice(pool) if pool else None


def defines(node):
    """Whether a provision says what a term means; lists of definitions may be items like any other."""
    return bool(node.term) or any(isinstance(r.content, str) and (" means " in r.content or "the meaning" in r.content) for r in node.runs)


def simple_references(node):
    return [run for run in node.runs if isinstance(run.content, Ref) and run.change != "del" and run.content.form == "simple"
            and len(run.content.targets) == 1]


def append_words(node, words, change=""):
    """Adds words in front of the stop that ends a provision."""
    last = node.runs[-1]
    if isinstance(last.content, str) and last.content[-1:] in ".;:,":
        stop, last.content = last.content[-1], last.content[:-1]
        node.runs += [Run(words, change), Run(stop, last.change)]
    else:
        node.runs.append(Run(words, change))
    node.runs = [run for run in node.runs if run.content != ""]


def ends_plainly(node):
    last = node.runs[-1]
    return isinstance(last.content, str) and last.content.endswith((".", ";")) and not last.change and "; and" not in last.content


def draft_part(node, random):
    """Whether words added to this node are marked as inserted: always plain in an inserted node."""
    return "" if inserted(node) else random.choice(["", "ins"])
