"""Defects and near-misses of marks by hand and of Word's own counting: two ways of marking in one file, numbers that moved by themselves."""
import io
import re
import zipfile

from model import Run
from mutators import Expectation
from mutators.marking import gone_where_deletions_are_not_shown, look, revised, settled, split_at_word, word_file
from mutators.places import inserted, label_of


def by_hand(look_name, phrase):
    def plant(project, random):
        """A draft with tracked changes, and one change that is marked by hand."""
        node = settled(project, random, lambda n: word_file(n) and revised(n.document))
        if node is None:
            return None
        document = node.document
        old = [Run(r.content, r.change) for r in node.runs]
        place, before, word, after = split_at_word(node, random)
        if phrase:
            node.runs[place:place + 1] = [Run(before + word), Run(phrase, look_name), Run(after)]
            document.silent_baseline[node] = old
        else:
            node.runs[place:place + 1] = [Run(before), Run(word, look_name), Run(after)]
        document.fields["marking"] = "mhhs"
        return Expectation("change.mixed", document.path, None, introduced=True)
    plant.__name__ = "hand_" + ("insertion" if phrase else "deletion")
    return plant


def renumbered(level, start):
    def change(content, random):
        """The list starts at another number: what Word does when its settings are changed, and tracks nothing."""
        source, out = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name in source.namelist():
                data = source.read(name)
                if name == "word/numbering.xml":
                    data = re.sub(rf'(<w:lvl w:ilvl="{level}"><w:start w:val=")\d+'.encode(), rf"\g<1>{start}".encode(), data)
                package.writestr(zipfile.ZipInfo(name, (2024, 6, 1, 9, 0, 0)), data, zipfile.ZIP_DEFLATED)
        return out.getvalue()
    return change


FOLLOWING = ["structure.gap", "structure.contents-mismatch", "coverage.dead-provision", "coverage.uncovered", "coverage.untraced", "term.pointer-broken", "reference.missing",
             "reference.drifted", "reference.not-used", "reference.heading-mismatch", "reference.wrong-self", "reference.ambiguous", "reference.wrong-scope", "reference.cross-code",
             "structure.out-of-order", "structure.duplicate-number", "timetable.step-missing", "timetable.flow-mismatch"]


def list_starts_at(kind, start):
    def plant(project, random):
        """The numbers of a text that Word counts are others than in the baseline."""
        fitting = [d for d in project.documents if d.file_format == "docx" and d.automatic(kind) and not d.tamper and d.profile != "bscp"
                   and any(n.kind == kind and n.runs and not n.change for n in d.nodes())]
        if not fitting:
            return None
        document = random.choice(fitting)
        document.tamper = renumbered(document.style.level_of(kind), start)
        return Expectation("change.numbering-unmarked", document.path, None, introduced=True, follows=FOLLOWING)
    plant.__name__ = f"{kind}_starts_at_{start}"
    return plant


MUTATORS = [("change.mixed", by_hand("red", " and by night")), ("change.mixed", by_hand("struck red", "")), ("change.numbering-unmarked", list_starts_at("i1", 3)),
            ("change.numbering-unmarked", list_starts_at("p", 5)), ("change.formatting-only", look("set italic", "change.formatting-only", "formatting"))]


# --- near-misses ---

def emphasis_beside_marks(project, random):
    """A draft with tracked changes, and a word in italics, under a scheme that reads colours."""
    node = settled(project, random, lambda n: word_file(n) and revised(n.document))
    if node is None:
        return None
    place, before, word, after = split_at_word(node, random)
    node.runs[place:place + 1] = [Run(before), Run(word, "italic"), Run(after)]
    node.document.fields["marking"] = "mhhs"
    return True


def marked_insertion_moves_numbers(project, random):
    """A marked insertion moves the numbers behind it."""
    from mutators.fields import renumbered_with_its_text
    return renumbered_with_its_text(project, random)


def deletion_shown(project, random):
    """A word that is struck with a mark, under a scheme that shows no deletions in clean text."""
    node = settled(project, random)
    if node is None:
        return None
    place, before, word, after = split_at_word(node, random)
    node.runs[place:place + 1] = [Run(before), Run(word, "del"), Run("ought to" if word in ("shall", "may") else "such", "ins"), Run(after)]
    return True


def known_person(project, random):
    """A reviser with a name of another shape, and a day without an hour."""
    fitting = [d for d in project.documents if d.file_format == "docx" and revised(d)]
    if not fitting:
        return None
    random.choice(fitting).who = random.choice(['w:author="O\'Neill, B. (drafting)" w:date="2024-06-01T00:00:00Z"', 'w:author="drafter@example.org" w:date="2024-06-01T09:00:00+01:00"'])
    return True


def same_release_in_other_words(project, random):
    """One release in two spellings."""
    path = "registers/versions.csv"
    place = project.tables[path][0].index("design_release")
    random.choice(project.tables[path][1:])[place] = random.choice(["ir1.0", "IR1.0 ", ""])
    return True


NEAR_MISSES = [("change.mixed", emphasis_beside_marks), ("change.numbering-unmarked", marked_insertion_moves_numbers), ("change.invisible-deletion", deletion_shown),
               ("change.unknown-author", known_person), ("version.mixed-release", same_release_in_other_words)]
