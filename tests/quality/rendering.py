"""The abstract document as flat blocks of text with changes: what the writers put into a file. References become words here."""
import re
from dataclasses import dataclass, field

from model import BASELINE, PROPOSED, Document, Node, Ref, Run


@dataclass
class Block:
    kind: str
    number: list = field(default_factory=list)      # of (text, change)
    text: list = field(default_factory=list)        # of (text, change)
    cells: list = field(default_factory=list)       # of lists of (text, change)
    change: str = ""
    restart: bool = False                           # a division whose numbers start again
    typed: bool = False
    bookmark: str = ""


def words(reference, node, view):
    """A reference in words, as one view shows it."""
    style = node.document.style
    if reference.override is not None:
        return reference.override
    return style.cite(reference, node, view)


def pieces(runs, node, view):
    """Runs as (text, change); `view` None keeps the marks, else only what that view shows, unmarked."""
    found = []
    for run in runs:
        if view and run.change == ("ins" if view == BASELINE else "del"):
            continue
        change = "" if view else run.change
        if isinstance(run.content, str):
            found.append((run.content, change))
        elif view:
            found.append((words(run.content, node, view), ""))
        else:
            found += both_views(run, node)
    return [(spaced(quotes(text, node.document.curly), node.document.no_break), change) for text, change in found if text]


def both_views(run, node):
    ordinary = not run.change and not node_change(node)
    before = words(run.content, node, BASELINE) if ordinary and shown(run.content, BASELINE) else None
    after = words(run.content, node, PROPOSED) if run.change != "del" else words(run.content, node, BASELINE)
    if before is None or before == after:
        return [(after, run.change)]
    return [(before, "del"), (after, "ins")]


def shown(reference, view):
    return all(isinstance(target, Document) or view in target.label for target in reference.targets)


def node_change(node):
    while node is not None:
        if node.change:
            return node.change
        node = node.parent
    return ""


def number_pieces(node, view):
    if node.forced_number:
        return [(node.forced_number, "")]
    before, after = node.number.get(BASELINE), node.number.get(PROPOSED)
    if view:
        number = node.number.get(view)
        return [(number, "")] if number else []
    if before and after and before != after and not node_change(node) and not node.document.automatic(node.kind):
        return [(before, "del"), (after, "ins")]
    return [(after or before, "")] if (after or before) else []


def blocks(document, view=None):
    """All blocks of a document: `view` None is the marked draft, "baseline" the clean text before it."""
    found = []
    for node in document.nodes():
        if view and not node.shown(view):
            continue
        if view == BASELINE and node in document.missing_in_baseline:
            continue
        if view is None and node in document.missing_in_draft:
            continue
        runs = document.silent_baseline.get(node, node.runs) if view == BASELINE else node.runs
        change = "" if view else node_change(node)
        text = node.runs and pieces(runs, node, view) or []
        found.append(Block(node.kind, number_pieces(node, view), text, [pieces(cell, node, view) for cell in node.cells], change, node.letter == "restart",
                           node.typed, node.bookmark))
    return found


def spaced(text, no_break):
    """Between a keyword and its number, and between a number and its unit, some drafters put a space that does not break."""
    if not no_break:
        return text
    return re.sub(r"\b([Pp]aragraphs?|[Cc]lauses?|[Ss]ections?|[Ss]chedule|Annex|[Ss]teps?|[0-9]+) (?=[A-Z]{0,2}-?[0-9(]|[A-Z][0-9.]|Working|WD)", "\\1\u00a0", text)


def quotes(text, curly):
    if not curly:
        return text
    text = re.sub(r'"([^"]*)"', "“\\1”", text)
    return text.replace("'", "’")
