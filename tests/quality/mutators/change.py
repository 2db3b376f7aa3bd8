"""Defects of marking: what the draft changes without a mark, and what must not be left in the text."""
import re

from model import Ref, Run
from mutators import Expectation
from mutators.places import append_words, draft_part, ends_plainly, inserted, label_of, operative


def placeholder(project, random):
    """A blank, TBC or failed field is left in the text."""
    node = operative(project, random, ends_plainly)
    if node is None:
        return None
    words = random.choice(["[ ]", "[TBC]", "TBD", "Error! Reference source not found.", "[/]"])
    change = draft_part(node, random)
    append_words(node, f", in accordance with {words}" if words.startswith("Error") else f", within {words} days", change)
    return Expectation("change.residue", node.document.path, label_of(node), words.strip("[]. "), introduced=inserted(node) or change == "ins",
                       follows=["reference.stale-field"])


def drafting_note(project, random):
    """A drafting note is left in what the draft inserts."""
    node = operative(project, random, ends_plainly)
    if node is None:
        return None
    note = random.choice([" [Drafting note: to be checked with the lawyers]", " [Drafting Note: this follows the design]"])
    append_words(node, note, "" if inserted(node) else "ins")
    return Expectation("change.residue", node.document.path, label_of(node), "rafting", introduced=True)


def unmarked_words(project, random):
    """The draft reads otherwise than its baseline, and nothing shows it."""
    node = operative(project, random, lambda n: not inserted(n) and changeable(n))
    if node is None:
        return None
    run = random.choice(changeable(node))
    word = random.choice([w for w in ("shall", "may", "each", "within", "any", "unless") if f" {w} " in run.content])
    other = {"shall": "must", "may": "might", "each": "every", "within": "inside", "any": "some", "unless": "except where"}[word]
    node.document.silent_baseline[node] = [Run(r.content, r.change) for r in node.runs]
    run.content = run.content.replace(f" {word} ", f" {other} ", 1)
    return Expectation("change.unmarked", node.document.path, label_of(node), other, introduced=True)


def changeable(node):
    return [r for r in node.runs if isinstance(r.content, str) and not r.change and re.search(r" (shall|may|each|within|any|unless) ", r.content)]


def unmarked_provision(project, random):
    """A provision of the draft that the baseline has not, without a mark."""
    fitting = [n for d in project.documents for n in d.nodes() if n.kind == "p" and not n.change and not n.cited and not n.not_used
               and n.runs and not any(c.cited for c in n.walk()) and n is n.parent.children[-1] and not n.children
               and not any(r.change for r in n.runs)]
    if not fitting:
        return None
    node = random.choice(fitting)
    node.document.missing_in_baseline.append(node)
    return Expectation("change.unmarked", node.document.path, label_of(node), introduced=True)


def unmarked_deletion(project, random):
    """A provision of the baseline is gone from the draft without a mark."""
    fitting = [n for d in project.documents for n in d.nodes() if n.kind == "p" and not n.change and not n.cited and not n.not_used
               and n.runs and n is n.parent.children[-1] and n is not n.parent.children[0] and not n.children and not any(r.change for r in n.runs)]
    if not fitting:
        return None
    node = random.choice(fitting)
    node.document.missing_in_draft.append(node)
    return Expectation("change.unmarked", node.document.path, None, follows=["term.unused-definition"])


MUTATORS = [("change.residue", placeholder), ("change.residue", drafting_note),
            ("change.unmarked", unmarked_words), ("change.unmarked", unmarked_provision), ("change.unmarked", unmarked_deletion)]
