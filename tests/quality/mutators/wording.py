"""Defects of wording: a word written twice."""
import re

from model import Run
from mutators import Expectation
from mutators.places import inserted, label_of, operative

SMALL = re.compile(r"(?<= )(the|to|of|shall|in|by|each|receives|within|it)(?= )")


def doubled_in_new_text(project, random):
    """A small word of inserted text stands twice."""
    node = operative(project, random, lambda n: any(fits(n, run) for run in n.runs))
    if node is None:
        return None
    run = random.choice([run for run in node.runs if fits(node, run)])
    found = random.choice(list(SMALL.finditer(run.content)))
    run.content = run.content[:found.end()] + " " + found.group() + run.content[found.end():]
    return Expectation("wording.doubled-word", node.document.path, label_of(node), found.group(), introduced=True)


def fits(node, run):
    return isinstance(run.content, str) and (run.change == "ins" or inserted(node) and run.change != "del") and SMALL.search(run.content)


def doubled_across_mark(project, random):
    """The draft inserts a word beside the same word."""
    node = operative(project, random, lambda n: not inserted(n) and any(old(run) for run in n.runs))
    if node is None:
        return None
    run = random.choice([run for run in node.runs if old(run)])
    place = node.runs.index(run)
    found = random.choice(list(SMALL.finditer(run.content)))
    node.runs[place:place + 1] = [Run(run.content[:found.end()]), Run(" " + found.group(), "ins"), Run(run.content[found.end():])]
    return Expectation("wording.doubled-word", node.document.path, label_of(node), found.group(), introduced=True)


def old(run):
    return isinstance(run.content, str) and not run.change and SMALL.search(run.content)


MUTATORS = [("wording.doubled-word", doubled_in_new_text), ("wording.doubled-word", doubled_across_mark)]
