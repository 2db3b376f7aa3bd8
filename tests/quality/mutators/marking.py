"""Defects of marks and of texts beside a draft: twins, earlier versions, other drafts, protected text, releases."""
from model import BASELINE, PROPOSED, Run
from mutators import Expectation
from mutators.places import inserted, label_of, operative
from mutators.tables import get, put, rows

WORDS = ("shall", "may", "each", "within", "any", "unless")
OTHER = {"shall": "must", "may": "might", "each": "every", "within": "inside", "any": "some", "unless": "except where"}


def exact(node):
    """Texts that are compared: not those of web pages, whose marks are not exact."""
    return node.document.file_format != "html"


def plain_words(node):
    return [r for r in node.runs if isinstance(r.content, str) and not r.change and any(f" {w} " in r.content for w in WORDS)]


def settled(project, random, fits=lambda node: True):
    return operative(project, random, lambda n: exact(n) and not inserted(n) and plain_words(n) and fits(n))


def split_at_word(node, random):
    """The node's runs in three around one word: (place, before, word, after)."""
    run = random.choice(plain_words(node))
    word = random.choice([w for w in WORDS if f" {w} " in run.content])
    before, after = run.content.split(f" {word} ", 1)
    return node.runs.index(run), before + " ", word, " " + after


def mark_without_effect(project, random):
    """A word is struck and put in again as it was."""
    node = settled(project, random)
    if node is None:
        return None
    place, before, word, after = split_at_word(node, random)
    node.runs[place:place + 1] = [Run(before), Run(word, "del"), Run(word, "ins"), Run(after)]
    return Expectation("change.no-effect", node.document.path, label_of(node), word, introduced=True)


def sentence_without_effect(project, random):
    """The whole of a run is struck and put in again."""
    node = settled(project, random)
    if node is None:
        return None
    run = random.choice(plain_words(node))
    place = node.runs.index(run)
    if any(beside.change for beside in node.runs[max(0, place - 1):place + 2]):
        return None  # with the mark beside it the whole has an effect
    node.runs[place:place + 1] = [Run(run.content, "del"), Run(run.content, "ins")]
    return Expectation("change.no-effect", node.document.path, label_of(node), run.content.split()[0], introduced=True)


def whole(node):
    return len(node.runs) == 1 and isinstance(node.runs[0].content, str) and not node.runs[0].change and len(node.runs[0].content.split()) >= 15


def retyped(change_word):
    def plant(project, random):
        node = settled(project, random, whole)
        if node is None:
            return None
        text = node.runs[0].content
        node.runs = [Run(text, "del"), Run(change_word(text, random), "ins")]
        return Expectation("change.wholesale", node.document.path, label_of(node), introduced=True)
    return plant


def other_word(text, random):
    word = random.choice([w for w in WORDS if f" {w} " in text])
    return text.replace(f" {word} ", f" {OTHER[word]} ", 1)


retyped_with_one_word = retyped(other_word)
retyped_with_one_word.__name__ = "retyped_with_one_word"
retyped_and_longer = retyped(lambda text, random: text[:-1] + " without delay" + text[-1])
retyped_and_longer.__name__ = "retyped_and_longer"


def beside(project, node, folder, view, word_of_draft=None):
    """Writes another version of the node's document beside it, as one view shows it, with other words at the node."""
    document = node.document
    path = f"{folder}/{document.name}.{document.file_format}"
    document.companions[path] = (view, {node: [Run(r.content, r.change) for r in node.runs]})
    return path


def altered(node, random):
    """Changes one word in the draft, marked, and gives the runs that stood before."""
    old = [Run(r.content, r.change) for r in node.runs]
    place, before, word, after = split_at_word(node, random)
    return old, place, before, word, after


def twin_differs(project, random):
    """The clean file of a draft reads otherwise than the redlined one accepted."""
    node = settled(project, random)
    if node is None:
        return None
    _, place, before, word, after = altered(node, random)
    path = beside(project, node, "clean", PROPOSED)
    runs = node.document.companions[path][1][node]
    runs[place:place + 1] = [Run(before + OTHER[word] + after)]
    node.document.fields["twin"] = path
    return Expectation("change.twin-differs", node.document.path, label_of(node), OTHER[word], introduced=True)


def twin_lacks_a_word(project, random):
    """A word is missing in the clean file."""
    node = settled(project, random)
    if node is None:
        return None
    _, place, before, word, after = altered(node, random)
    path = beside(project, node, "clean", PROPOSED)
    runs = node.document.companions[path][1][node]
    runs[place:place + 1] = [Run(before.rstrip() + after)]
    node.document.fields["twin"] = path
    return Expectation("change.twin-differs", node.document.path, label_of(node), word, introduced=True)


def since(status):
    def plant(project, random):
        node = settled(project, random)
        if node is None:
            return None
        path = beside(project, node, "earlier", None)
        _, place, before, word, after = altered(node, random)
        node.runs[place:place + 1] = [Run(before), Run(word, "del"), Run(OTHER[word], "ins"), Run(after)]
        node.document.fields["history"] = f'[{{version: "0.1", path: {path}, status: {status}}}]'
        return Expectation("change.since-approval", node.document.path, label_of(node), OTHER[word], introduced=True, follows=["wording.doubled-word"])
    plant.__name__ = f"changed_since_{status.replace('-', '_')}"
    return plant


def collision(other_words):
    def plant(project, random):
        node = settled(project, random)
        if node is None:
            return None
        path = beside(project, node, "other", None)
        _, place, before, word, after = altered(node, random)
        theirs = node.document.companions[path][1][node]
        theirs[place:place + 1] = [Run(before), Run(word, "del"), Run("ought to", "ins"), Run(after)] if other_words else \
            [Run(before + word), Run(" always", "ins"), Run(after)]
        node.runs[place:place + 1] = [Run(before), Run(word, "del"), Run(OTHER[word], "ins"), Run(after)]
        node.document.fields["in_flight"] = f"[{path}]"
        return Expectation("change.collision", node.document.path, label_of(node), OTHER[word], introduced=True)
    plant.__name__ = "same_words_in_flight" if other_words else "same_provision_in_flight"
    return plant


def protected(deep):
    def plant(project, random):
        node = settled(project, random)
        if node is None:
            return None
        label = label_of(node)
        if label is None or len([n for n in node.document.nodes() if label in n.label.values()]) > 1:
            return None                        # an annex that begins again at 1
        place, before, word, after = split_at_word(node, random)
        node.runs[place:place + 1] = [Run(before), Run(word, "del"), Run(OTHER[word], "ins"), Run(after)]
        top = label if deep else label.split("(")[0]
        project.yaml_extra.append(f'protected:\n  - {{document: {node.document.id}, labels: ["{top}"], until: the end of transition, reason: it is not open}}\n')
        return Expectation("change.protected", node.document.path, label, OTHER[word], introduced=True, follows=["change.protected"])
    plant.__name__ = "protected_provision" if deep else "protected_parent"
    return plant


def mixed_release(project, random):
    """One document of the set is a release behind."""
    if len(project.documents) < 2:
        return None
    path = "registers/versions.csv"
    row = random.choice(rows(project, path))
    put(project, path, row, "design_release", "IR0.5")
    return Expectation("version.mixed-release", path, get(project, path, row, "code_doc"), "IR0.5")


def mixed_release_in_project(project, random):
    """The same, where no version matrix says it."""
    if len(project.documents) < 2:
        return None
    path = "registers/versions.csv"
    for row in rows(project, path):
        put(project, path, row, "design_release", "")
    document = random.choice(project.documents)
    document.fields["release"] = "IR0.5"
    return Expectation("version.mixed-release", document.path, None, "IR0.5", follows=["coverage.predated"])


def file_name_differs(project, random):
    """The project file gives the draft another version than its file name."""
    document = random.choice(project.documents)
    document.name_suffix = "_v0.3"
    document.fields["version"] = '"0.4"'
    return Expectation("version.inconsistent", document.path, None, "0.4")


def word_file(node):
    return node.document.file_format == "docx"


def revised(document):
    return any(run.change or node.change for node in document.nodes() for run in node.all_runs() or [Run("")])


def nameless(who, words):
    def plant(project, random):
        fitting = [d for d in project.documents if d.file_format == "docx" and revised(d)]
        if not fitting:
            return None
        document = random.choice(fitting)
        document.who = who
        return Expectation("change.unknown-author", document.path, None, words, introduced=True)
    return plant


no_author = nameless('w:author="" w:date="2024-06-01T09:00:00Z"', "no author")
no_author.__name__ = "no_author"
no_date = nameless('w:author="Drafter"', "no date")
no_date.__name__ = "no_date"


def look(name, rule, words, follows=()):
    def plant(project, random):
        node = settled(project, random, word_file)
        if node is None:
            return None
        place, before, word, after = split_at_word(node, random)
        node.runs[place:place + 1] = [Run(before), Run(word, name), Run(after)]
        return Expectation(rule, node.document.path, label_of(node), words, introduced=True, follows=list(follows))
    plant.__name__ = f"word_{name.replace(' ', '_')}"
    return plant


def gone_where_deletions_are_not_shown(project, random):
    """Words of the baseline are not there, and the scheme shows no deletions."""
    node = settled(project, random)
    if node is None:
        return None
    node.document.silent_baseline[node] = [Run(r.content, r.change) for r in node.runs]
    place, before, word, after = split_at_word(node, random)
    node.runs[place] = Run(before.rstrip() + after)
    node.document.fields["marking"] = "sec-status"
    return Expectation("change.invisible-deletion", node.document.path, label_of(node), word, introduced=True)


def provision_gone_where_deletions_are_not_shown(project, random):
    """The same with a whole provision."""
    fitting = [n for d in project.documents if d.file_format != "html" for n in d.nodes() if n.kind == "p" and not n.change and not n.cited and not n.not_used
               and n.runs and n is n.parent.children[-1] and n is not n.parent.children[0] and not n.children and not any(r.change for r in n.runs)]
    if not fitting:
        return None
    node = random.choice(fitting)
    node.document.missing_in_draft.append(node)
    node.document.fields["marking"] = "sec-status"
    return Expectation("change.invisible-deletion", node.document.path, None, introduced=True, follows=["term.unused-definition"])


def outside_scope(declared):
    def plant(project, random):
        node = settled(project, random)
        if node is None or label_of(node) is None:
            return None
        place, before, word, after = split_at_word(node, random)
        node.runs[place:place + 1] = [Run(before), Run(word, "del"), Run(OTHER[word], "ins"), Run(after)]
        node.document.fields["changes"] = declared
        return Expectation("change.out-of-scope", node.document.path, label_of(node), OTHER[word], introduced=True, follows=["change.out-of-scope"])
    plant.__name__ = "outside_the_declared_parts" if declared == '["97"]' else "outside_the_declared_heading"
    return plant


MUTATORS = [("change.no-effect", mark_without_effect), ("change.no-effect", sentence_without_effect),
            ("change.wholesale", retyped_with_one_word), ("change.wholesale", retyped_and_longer),
            ("change.twin-differs", twin_differs), ("change.twin-differs", twin_lacks_a_word),
            ("change.since-approval", since("approved")), ("change.since-approval", since("legal-reviewed")),
            ("change.collision", collision(True)), ("change.collision", collision(False)),
            ("change.protected", protected(True)), ("change.protected", protected(False)),
            ("version.mixed-release", mixed_release), ("version.mixed-release", mixed_release_in_project),
            ("version.inconsistent", file_name_differs),
            ("change.unknown-author", no_author), ("change.unknown-author", no_date),
            ("change.unknown-mark", look("struck", "change.unknown-mark", "struck through")),
            ("change.unknown-mark", look("red", "change.unknown-mark", "red, underlined")),
            ("change.formatting-only", look("set bold", "change.formatting-only", "formatting")),
            ("change.invisible-deletion", gone_where_deletions_are_not_shown),
            ("change.invisible-deletion", provision_gone_where_deletions_are_not_shown),
            ("change.out-of-scope", outside_scope('["97"]')), ("change.out-of-scope", outside_scope("[Nothing of this name]"))]


# --- near-misses ---

def other_sentence(project, random):
    """A word replaced by another, and a paragraph struck for one that says something else: both have an effect."""
    node = settled(project, random, whole)
    if node is None:
        return None
    node.runs = [Run(node.runs[0].content, "del"), Run("Nothing in this provision affects the safety of any person at any site that is visited.", "ins")]
    return True


def same_twin(project, random):
    """A clean file that is what it says."""
    node = settled(project, random)
    if node is None:
        return None
    node.document.fields["twin"] = beside(project, node, "clean", PROPOSED)
    return True


def only_consulted(project, random):
    """An earlier version that nobody approved."""
    node = settled(project, random)
    if node is None:
        return None
    path = beside(project, node, "earlier", BASELINE)
    node.document.fields["history"] = f'[{{version: "0.1", path: {path}, status: consulted}}]'
    return True


def same_in_flight(project, random):
    """Another draft of the same text that makes the same changes."""
    node = settled(project, random)
    if node is None:
        return None
    node.document.fields["in_flight"] = f"[{beside(project, node, 'other', None)}]"
    return True


def protected_elsewhere(project, random):
    """Protected text that the draft leaves alone."""
    document = random.choice(project.documents)
    project.yaml_extra.append(f'protected:\n  - {{document: {document.id}, labels: ["97"], until: the end of transition, reason: it is not open}}\n')
    return True


def italic_word(project, random):
    """A word in italics is no mark."""
    return look("italic", "", "")(project, random) and True


def within_scope(project, random):
    """Every change stands in a part that the draft declares."""
    document = random.choice(project.documents)
    if document.file_format == "html":
        return None
    labels = {label_of(node) for node in document.nodes()} - {None, ""}
    document.fields["changes"] = "[" + ", ".join("'" + label.replace("'", "''") + "'" for label in sorted(labels)) + "]"
    return True


NEAR_MISSES = [("change.unknown-mark", italic_word), ("change.formatting-only", italic_word), ("change.out-of-scope", within_scope),
               ("change.no-effect", other_sentence), ("change.wholesale", other_sentence), ("change.twin-differs", same_twin),
               ("change.since-approval", only_consulted), ("change.collision", same_in_flight), ("change.protected", protected_elsewhere)]
