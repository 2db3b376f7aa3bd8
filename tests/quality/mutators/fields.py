"""Defects and near-misses of references: fields of Word that were not updated, provisions that another code does not have, and second ways of what reference.py plants."""
import re

from codes.style import division_of, same_division
from model import BASELINE, PROPOSED, Document, Node, Run
from mutators import Expectation
from mutators.places import append_words, draft_part, ends_plainly, inserted, label_of, operative
from mutators.reference import OLD, cited_document, foreign_word, headings, label_after, own_numbers, with_register


def field_in(project, random, shown_of, switches, keep_bookmark=True):
    """A provision of a Word file that cites another by a field; `shown_of` makes what the field shows from the target and the others. (node, shown) or None."""
    node = operative(project, random, lambda n: n.document.file_format == "docx" and ends_plainly(n) and not inserted(n) and len(own_numbers(n)) > 1)
    if node is None:
        return None
    target, other = random.sample(own_numbers(node), 2)
    label_of(node)
    shown = shown_of(target, other)
    if target.label[PROPOSED] != target.label[BASELINE] or other.label[PROPOSED] != other.label[BASELINE]:
        return None
    target.bookmark = "_Ref500100200" if keep_bookmark else ""
    last = node.runs[-1]
    stop, last.content = last.content[-1], last.content[:-1]
    word = node.document.style.word(target)
    node.runs += [Run(f", subject to {word} "), Run(shown, f"field REF _Ref500100200 {switches}"), Run(stop)]
    return node, shown


def stale_number(project, random):
    """A field shows the number of another provision than the one it points to."""
    made = field_in(project, random, lambda target, other: label_after(other), random.choice(["\\r \\h", "\\w \\h", "\\n \\h  \\* MERGEFORMAT"]))
    return made and Expectation("reference.stale-field", made[0].document.path, label_of(made[0]), made[1], introduced=False)


def bookmark_gone(project, random):
    """A field points to a bookmark that is not there."""
    made = field_in(project, random, lambda target, other: label_after(target), "\\r \\h", False)
    return made and Expectation("reference.stale-field", made[0].document.path, label_of(made[0]), made[1], introduced=False)


def of_another_code(project, random):
    """(node, target, words of the citation) of a provision of another code."""
    node = operative(project, random, ends_plainly)
    if node is None:
        return None
    targets = [n for d in project.documents if d.code != node.document.code and not d.glossary and d.profile != "bsc-annex" for n in d.nodes()
               if n.kind == "p" and n.parent.kind in ("h1", "h2") and not n.change and not n.not_used and division_of(n) is None]
    if not targets:
        return None
    target = random.choice(targets)
    label_of(target)
    return node, target, node.document.style.elsewhere(target, node, PROPOSED)


def missing_there(name, change):
    def plant(project, random):
        """A citation of another code, whose number no provision there has."""
        made = of_another_code(project, random)
        if made is None:
            return None
        node, target, words = made
        number = target.label[PROPOSED]
        wrong = change(number)
        marked = draft_part(node, random)
        append_words(node, f", in accordance with {words.replace(number, wrong, 1)}", marked)
        return Expectation("reference.cross-code", node.document.path, label_of(node), wrong, introduced=inserted(node) or marked == "ins", follows=["reference.missing"])
    plant.__name__ = name
    return plant


def last_number(number):
    return re.sub(r"\d+$", "97", number)


def heading_number(number):
    """2.97.1 of 2.3.1: the number in front of the last."""
    parts = number.split(".")
    if len(parts) < 2:
        return last_number(number)
    parts[-2] = re.sub(r"\d+$", "96", parts[-2])
    return ".".join(parts)


def item_twice(project, random):
    """A letter that two items of a list bear is cited."""
    from mutators.reference import lists
    node = operative(project, random, lambda n: not n.document.automatic("i1") and ends_plainly(n) and lists(n))
    if node is None:
        return None
    holder = random.choice(lists(node))
    items = [c for c in holder.children if c.kind == "i1"]
    first = items[0]
    if inserted(first) or first.change or first.children:
        return None
    label_of(node)
    number = first.label[PROPOSED]
    new = Node("i1", [Run("keep what it has received in good order;")], change="ins", parent=holder, document=holder.document)
    new.letter, new.forced_number = "A", first.number[PROPOSED]
    holder.children.insert(holder.children.index(first) + 1, new)
    change = draft_part(node, random)
    append_words(node, f", as {node.document.style.keyword} {number} requires", change)
    return Expectation("reference.ambiguous", node.document.path, label_of(node), number,
                       follows=["structure.duplicate-number", "reference.ambiguous", "change.unmarked", "structure.out-of-order", "structure.gap"])


def circle_in_front(project, random):
    """Two provisions that each begin with "Subject to" the other."""
    def begins(n):
        first = n.runs[0].content
        return isinstance(first, str) and not n.runs[0].change and re.match(r"(The|Each|Every|A|An|No|Any) ", first) and "ubject to" not in first
    node = operative(project, random, lambda n: n.kind == "p" and not n.children and begins(n) and not inserted(n) and any(begins(o) for o in own_numbers(n)))
    if node is None:
        return None
    other = random.choice([o for o in own_numbers(node) if o.runs and not o.children and not inserted(o) and begins(o)] or [None])
    if other is None:
        return None
    word, numbers = node.document.style.keyword, {node: label_after(node), other: label_after(other)}
    for one, its in ((node, other), (other, node)):
        text = one.runs[0].content
        one.runs[:1] = [Run(f"Subject to {word} {numbers[its]}, {text[0].lower()}", "ins"), Run(text[0], "del"), Run(text[1:])]
    later = max((node, other), key=node.document.nodes().index)
    return Expectation("reference.circular", node.document.path, label_of(later), numbers[other if later is node else node])


def wrong_echo_elsewhere(project, random):
    """The number of a heading in another document, with the heading of another number there in brackets."""
    node = operative(project, random, lambda n: ends_plainly(n) and n.document.code == "XBSC" and n.document.profile in ("bsc-section", "bscp"))
    if node is None:
        return None
    sections = [d for d in project.documents if d.profile == "bsc-section" and d is not node.document]
    targets = [n for d in sections for n in d.nodes() if n.kind == "h1" and not n.change and not n.not_used and n.parent.kind == "root"]
    if len(targets) < 2:
        return None
    target, other = random.sample(targets, 2)
    one, two = target.runs[0].content, other.runs[0].content
    if target.document is not other.document or set(two.lower().split()) & set(one.lower().split()) - {"of", "and", "the", "to"}:
        return None
    number = f"{target.document.id.split()[-1]}{label_after(target)}"
    change = draft_part(node, random)
    append_words(node, f", in accordance with Section {number} ({two.title()})", change)
    return Expectation("reference.heading-mismatch", node.document.path, label_of(node), number, introduced=inserted(node) or change == "ins")


def number_of_division(project, random):
    """Outside a division that begins again at 1, a bare number that the division alone has."""
    outer = operative(project, random, lambda n: ends_plainly(n) and division_of(n) is None and n.document.profile not in ("dcusa", "rec-main", "bscp")
                      and any(division_of(o) is not None for o in n.document.nodes()))
    if outer is None:
        return None
    nodes = [n for n in outer.document.nodes() if n.kind == "p" and not n.change and not n.not_used]
    here = {label_after(n) for n in outer.document.nodes() if n.kind in ("h1", "h2", "p") and division_of(n) is None}
    inner = [n for n in nodes if division_of(n) is not None and label_after(n) not in here]
    if not inner:
        return None
    number, change = label_after(random.choice(inner)), draft_part(outer, random)
    append_words(outer, f", subject to {outer.document.style.word(outer)} {number}", change)
    return Expectation("reference.wrong-scope", outer.document.path, label_of(outer), number, introduced=inserted(outer) or change == "ins")


def second(plant, name):
    plant.__name__ = name
    return plant


MUTATORS = [("reference.stale-field", stale_number), ("reference.stale-field", bookmark_gone),
            ("reference.cross-code", missing_there("last_number_there", last_number)), ("reference.cross-code", missing_there("heading_number_there", heading_number)),
            ("reference.ambiguous", item_twice), ("reference.circular", circle_in_front), ("reference.heading-mismatch", wrong_echo_elsewhere),
            ("reference.retired", second(cited_document("reference.retired", OLD, [(", subject to sections 2.1 and 2.2 of XBSCP814", "XBSCP814"), (" under XBSC Procedure 814", "814")]), "retired_parts")),
            ("reference.unknown-document", second(cited_document("reference.unknown-document", OLD, [(", using form XBSCP882/01", "XBSCP882"), (" under section 4 of XBSCP817", "XBSCP817")]), "unknown_form")),
            ("reference.title-mismatch", second(cited_document("reference.title-mismatch", OLD, [(", in accordance with XBSCP815 “Storage of Crates”", "Storage"),
                                                                                                 (" and XBSCP815 (Training of Keepers)", "Training")]), "other_title")),
            ("reference.wrong-scope", number_of_division),
            ("reference.wrong-keyword", foreign_word({"cusc": "Clause", "rec-schedule": "Clause", "sec": "Clause"}))]


# --- near-misses ---

def fresh_field(project, random):
    """A field that shows what it points to."""
    return field_in(project, random, lambda target, other: label_after(target), random.choice(["\\r \\h", "\\w \\h", "\\n"])) and True


def there_in_other_code(project, random):
    """A provision that the other code has; and one of a code that is not loaded."""
    made = of_another_code(project, random)
    if made is None:
        return None
    node, target, words = made
    append_words(node, random.choice([f", in accordance with {words}", f", in accordance with {words} and with Clause 97.6 of the XUNC"]), draft_part(node, random))
    return True


def one_in_each_division(project, random):
    """A number that the text and a division of it both have, cited with the division's name, and without it where it means its own."""
    inner = operative(project, random, lambda n: ends_plainly(n) and division_of(n) is not None and n.document.profile not in ("dcusa", "rec-main") and own_numbers(n))
    if inner is None:
        return None
    target = random.choice(own_numbers(inner))
    append_words(inner, f", subject to {inner.document.style.word(target)} {label_after(target)}", draft_part(inner, random))
    return True


def one_way_only(project, random):
    """A provision that is subject to another, which only mentions it."""
    node = operative(project, random, lambda n: n.kind == "p" and ends_plainly(n) and not n.children and any(ends_plainly(o) and not o.children and not inserted(o) for o in own_numbers(n)))
    if node is None:
        return None
    other = random.choice([o for o in own_numbers(node) if o.runs and ends_plainly(o) and not o.children and not inserted(o)])
    word = node.document.style.keyword
    first, second_ = label_after(node), label_after(other)
    append_words(node, f", subject to {word} {second_}", "" if inserted(node) else "ins")
    append_words(other, random.choice([f", in accordance with {word} {first}", f", without prejudice to {word} {first}"]), "ins")
    return True


def renumbered_with_its_text(project, random):
    """The draft inserts a provision, and the reference to what stands behind it follows."""
    from mutators.places import simple_references, OPERATIVE
    fitting = [run.content.targets[0] for d in project.documents if d.numbering == "auto" for n in d.nodes() if n.kind in OPERATIVE and not inserted(n) for run in simple_references(n)
               if not run.change and not isinstance(run.content.targets[0], Document) and run.content.targets[0].document is d and run.content.targets[0].kind == "p"
               and not inserted(run.content.targets[0]) and run.content.targets[0].parent.kind in ("h1", "h2")]
    if not fitting:
        return None
    target = random.choice(fitting)
    new = Node("p", [Run("Nothing in this provision affects the safety of any person.")], change="ins", parent=target.parent, document=target.document)
    target.parent.children.insert(target.parent.children.index(target), new)
    return True


def retired_in_history(project, random):
    """A retired document that the text speaks of as one of the past."""
    node = operative(project, random, lambda n: ends_plainly(n) and n.document.code == "XBSC")
    if node is None:
        return None
    with_register(project, OLD)
    append_words(node, random.choice([" (formerly set out in XBSCP814)", ", which replaces XBSCP814", ", in accordance with XBSCP815 ‘Qualification of Keepers’",
                                      " and XBSCP815 (as amended)", ", in accordance with XBSCP815 (other than its section 4)"]), draft_part(node, random))
    return True


def words_of_that_code(project, random):
    """Another code's own word for its provisions, and a paragraph's own word for an item."""
    made = of_another_code(project, random)
    if made is None:
        return None
    node, target, words = made
    append_words(node, f", as {words} has it", draft_part(node, random))
    return True


NEAR_MISSES = [("reference.stale-field", fresh_field), ("reference.cross-code", there_in_other_code), ("reference.ambiguous", one_in_each_division),
               ("reference.wrong-scope", one_in_each_division), ("reference.circular", one_way_only), ("reference.drifted", renumbered_with_its_text),
               ("reference.retired", retired_in_history), ("reference.title-mismatch", retired_in_history), ("reference.wrong-keyword", words_of_that_code)]
