"""Defects of references: a number that does not exist, a provision that is not used."""
from codes.style import label
from model import PROPOSED, Document, Node, Ref, Run
from mutators import Expectation
from mutators.places import OPERATIVE, append_words, defines, draft_part, ends_plainly, inserted, label_of, operative, simple_references


def beyond(number, labels):
    """A number like `number`, but higher than any that the document has."""
    head, _, last = number.rstrip("A").rpartition(".")
    for step in range(20, 90):
        candidate = (head + "." if head else "") + str(step)
        if candidate not in labels:
            return candidate
    return None


def decimal(node):
    return node.kind in ("h1", "h2", "p", "row")


def wrong_number(project, random):
    """An existing reference gets a number that its target's document does not have; where a definition says its meaning is, term.pointer-broken speaks."""
    node = operative(project, random, lambda n: not defines(n) and any(
        not isinstance(r.content.targets[0], Document) and decimal(r.content.targets[0]) for r in simple_references(n)))
    if node is None:
        return None
    run = random.choice([r for r in simple_references(node) if not isinstance(r.content.targets[0], Document) and decimal(r.content.targets[0])])
    import numbering
    target = run.content.targets[0]
    numbering.assign(target.document)
    numbering.assign(node.document)
    right = label(target, PROPOSED)
    text = node.document.style.cite(run.content, node, PROPOSED)
    wrong = beyond(right, {n.label.get(v) for n in target.document.nodes() for v in n.label})
    run.content.override = text.replace(right, wrong, 1)
    crosses = target.document.code != node.document.code
    return Expectation("reference.cross-code" if crosses else "reference.missing", node.document.path, label_of(node), wrong,
                       introduced=inserted(node) or run.change == "ins", through=target.document.path)


def wrong_item(project, random):
    """A reference to an item beyond the end of a list that exists."""
    node = operative(project, random, lambda n: ends_plainly(n) and lists(n))
    if node is None:
        return None
    target = random.choice(lists(node))
    number = label_after(target) + "(p)"
    change = draft_part(node, random)
    append_words(node, f", subject to {node.document.style.keyword} {number}", change)
    return Expectation("reference.missing", node.document.path, label_of(node), number, introduced=inserted(node) or change == "ins")


def label_after(node):
    label_of(node)
    return label(node, PROPOSED)


def lists(node):
    from codes.style import same_division
    return [n for n in node.document.nodes() if n.kind == "p" and not n.change and same_division(n, node)
            and sum(c.kind == "i1" for c in n.children) >= 2 and n is not node and node.parent is not n]


def to_not_used(project, random):
    """A provision that somebody cites becomes "Not used"."""
    cited = {}
    for document in project.documents:
        for node in document.nodes():
            for run in simple_references(node):
                target = run.content.targets[0]
                if node.kind in OPERATIVE and not isinstance(target, Document) and target.kind == "p" and target.document is document:
                    cited.setdefault(id(target), []).append((target, node, run))
    fitting = [uses for uses in cited.values() if len(uses) == 1 and not uses[0][0].children and not any_ref(uses[0][0])
               and sole(project, uses[0][0])]
    if not fitting:
        return None
    target, node, run = random.choice(fitting)[0]
    target.runs = [Run(r.content, "del") for r in target.runs if r.change != "ins"] + [Run("Not used.", "ins")]
    target.not_used = True
    return Expectation("reference.not-used", node.document.path, label_of(node), label_after(target), introduced=True,
                       follows=["term.unused-definition"])


def any_ref(node):
    return any(isinstance(r.content, Ref) for r in node.runs)


def sole(project, target):
    """Whether one reference alone names the target or what stands in it."""
    count = 0
    for document in project.documents:
        for node in document.nodes():
            for run in node.all_runs():
                if isinstance(run.content, Ref) and any(t is target or getattr(t, "parent", None) is target for t in run.content.targets):
                    count += 1
    return count == 1


def cites_not_used(project, random):
    """New or old words that cite a number which is "Not used"."""
    node = operative(project, random, lambda n: ends_plainly(n) and empty_numbers(n))
    if node is None:
        return None
    target = random.choice(empty_numbers(node))
    change = draft_part(node, random)
    number = label_after(target)
    append_words(node, f", subject to {node.document.style.keyword} {number}", change)
    return Expectation("reference.not-used", node.document.path, label_of(node), number)


def empty_numbers(node):
    from codes.style import same_division
    return [n for n in node.document.nodes() if n.kind == "p" and n.not_used and same_division(n, node)]


def own_numbers(node, kind="p"):
    """Provisions of the same division that the words of `node` may name: neither itself nor around it nor in it."""
    from codes.style import same_division
    from linking import inside
    return [n for n in node.document.nodes() if n.kind == kind and not n.change and not n.not_used and same_division(n, node)
            and not inside(node, n) and not inside(n, node) and n.parent.kind != "def"]


def self_elsewhere(project, random):
    """"this paragraph" with the number of another provision."""
    node = operative(project, random, lambda n: ends_plainly(n) and own_numbers(n))
    if node is None:
        return None
    number = label_after(random.choice(own_numbers(node)))
    change = draft_part(node, random)
    append_words(node, f", save as this {node.document.style.keyword} {number} provides", change)
    return Expectation("reference.wrong-self", node.document.path, label_of(node), number, introduced=inserted(node) or change == "ins")


def self_copied(project, random):
    """A whole provision is copied with a reference to itself, under a new number."""
    fitting = [n for d in project.documents if d.numbering != "auto" for n in d.nodes() if n.kind == "p" and not n.change and not n.letter
               and not n.not_used and not n.children and n.runs and ends_plainly(n) and n.parent.kind in ("h1", "h2")
               and not any(s.letter for s in n.parent.children)]
    if not fitting:
        return None
    node = random.choice(fitting)
    number = label_after(node)
    new = Node("p", [Run(f"In this {node.document.style.keyword} {number} words in the plural include the singular.")], change="ins", parent=node.parent,
               document=node.document)
    new.letter = "A"
    node.parent.children.insert(node.parent.children.index(node) + 1, new)
    return Expectation("reference.wrong-self", node.document.path, label_of(new), number, introduced=True)


def headings(node):
    return [n for n in own_numbers(node, "h1") if isinstance(n.runs[0].content, str) and len(n.runs) == 1 and len(n.runs[0].content.split()) > 1]


def wrong_echo(project, random):
    """A number with the heading of another number in brackets."""
    node = operative(project, random, lambda n: ends_plainly(n) and len({h.runs[0].content for h in headings(n)}) > 1)
    if node is None:
        return None
    target = random.choice(headings(node))
    other = random.choice([h for h in headings(node) if h.runs[0].content.lower() != target.runs[0].content.lower()] or [None])
    if other is None or set(other.runs[0].content.lower().split()) <= set(target.runs[0].content.lower().split()):
        return None
    number, change = label_after(target), draft_part(node, random)
    append_words(node, f", subject to {node.document.style.keyword} {number} ({other.runs[0].content.title()})", change)
    return Expectation("reference.heading-mismatch", node.document.path, label_of(node), number, introduced=inserted(node) or change == "ins")


def twice_and_cited(project, random):
    """A number that two provisions bear is cited."""
    node = operative(project, random, lambda n: n.document.numbering not in ("auto", "both") and ends_plainly(n) and own_numbers(n))
    if node is None:
        return None
    fitting = [n for n in own_numbers(node) if not n.letter and n.parent.kind in ("h1", "h2") and not any(s.letter for s in n.parent.children)]
    if not fitting:
        return None
    first = random.choice(fitting)
    number = label_after(first)
    new = Node("p", [Run("Nothing in this provision affects the safety of any person.")], change="ins", parent=first.parent, document=first.document)
    new.letter, new.forced_number = "A", first.number["proposed"]
    first.parent.children.insert(first.parent.children.index(first) + 1, new)
    change = draft_part(node, random)
    append_words(node, f", as {node.document.style.keyword} {number} requires", change)
    return Expectation("reference.ambiguous", node.document.path, label_of(node), number,
                       follows=["structure.duplicate-number", "reference.ambiguous", "change.unmarked"])


def left_behind(project, random):
    """The draft inserts a provision, and a reference to what stands behind it keeps its number."""
    from model import BASELINE, PROPOSED
    import numbering
    fitting = []
    for document in project.documents:
        for node in document.nodes():
            for run in simple_references(node):
                target = run.content.targets[0]
                if (document.numbering == "auto" and node.kind in OPERATIVE and not inserted(node) and not run.change and not isinstance(target, Document)
                        and target.document is document and target.kind == "p" and not inserted(target) and target.parent.kind in ("h1", "h2")):
                    fitting.append((node, run, target))
    if not fitting:
        return None
    node, run, target = random.choice(fitting)
    new = Node("p", [Run("Nothing in this provision affects the safety of any person.")], change="ins", parent=target.parent, document=target.document)
    target.parent.children.insert(target.parent.children.index(target), new)
    numbering.assign(node.document)
    run.content.override = node.document.style.cite(run.content, node, BASELINE)
    if target.label[BASELINE] == target.label[PROPOSED]:
        return None
    return Expectation("reference.drifted", node.document.path, label_of(node), target.label[BASELINE], introduced=True, follows=["change.numbering-unmarked"])


def left_behind_item(project, random):
    """The same for an item of a list, which a new item pushes down."""
    from model import BASELINE, PROPOSED
    import numbering
    node = operative(project, random, lambda n: n.document.numbering == "auto" and ends_plainly(n) and not inserted(n) and lists(n))
    if node is None:
        return None
    holder = random.choice(lists(node))
    items = [c for c in holder.children if c.kind == "i1"]
    target = items[-1]
    if target.children or inserted(target) or any(c.cited for c in holder.walk()):
        return None
    label_of(node)
    number = label(target, BASELINE)
    append_words(node, f", subject to {node.document.style.keyword} {number}")
    new = Node("i1", [Run("keep what it has received in good order;")], change="ins", parent=holder, document=holder.document)
    holder.children.insert(holder.children.index(items[0]), new)
    numbering.assign(node.document)
    if target.label[BASELINE] == target.label[PROPOSED]:
        return None
    return Expectation("reference.drifted", node.document.path, label_of(node), number, introduced=True,
                       follows=["change.numbering-unmarked", "change.unmarked"])


def circle(project, random):
    """Two provisions, each subject to the other."""
    node = operative(project, random, lambda n: n.kind == "p" and ends_plainly(n) and not n.children and any(
        ends_plainly(o) and not o.children and not inserted(o) for o in own_numbers(n)))
    if node is None:
        return None
    other = random.choice([o for o in own_numbers(node) if o.runs and ends_plainly(o) and not o.children and not inserted(o)])
    word = node.document.style.keyword
    first, second = label_after(node), label_after(other)
    append_words(node, f", subject to {word} {second}", "" if inserted(node) else "ins")
    append_words(other, f", subject to {word} {first}", "ins")
    later = max((node, other), key=node.document.nodes().index)
    return Expectation("reference.circular", node.document.path, label_of(later), first if later is other else second)


def paper(*phrases):
    def names_paper(project, random):
        """Operative text that names a paper of the programme."""
        node = operative(project, random, ends_plainly)
        if node is None:
            return None
        phrase, words = random.choice(phrases)
        change = draft_part(node, random)
        append_words(node, phrase, change)
        return Expectation("reference.programme-artefact", node.document.path, label_of(node), words, introduced=inserted(node) or change == "ins")
    names_paper.__name__ = "names_" + phrases[0][1].replace(" ", "_")
    return names_paper


def with_register(project, more):
    """Adds the register of documents: all that the project has, and some more."""
    rows = [[d.id, "", d.title, d.code, "draft", "0.2"] for d in project.documents]
    project.tables["registers/documents.csv"] = [["id", "aliases", "title", "code", "status", "version"], *rows, *more]
    project.yaml_registers["documents"] = "registers/documents.csv"


def cited_document(rule, more, phrases):
    def plant(project, random):
        node = operative(project, random, lambda n: ends_plainly(n) and n.document.code == "XBSC")
        if node is None:
            return None
        with_register(project, more)
        phrase, words = random.choice(phrases)
        change = draft_part(node, random)
        append_words(node, phrase, change)
        return Expectation(rule, node.document.path, label_of(node), words, introduced=inserted(node) or change == "ins")
    plant.__name__ = rule.split(".")[1].replace("-", "_") + "_" + phrases[0][1].replace(" ", "_").replace(".", "_")
    return plant


OLD = [["XBSCP814", "", "Keeping of Old Gauges", "XBSC", "retired", "3.0"], ["XBSCP815", "", "Qualification of Keepers", "XBSC", "live", "3.0"]]


def scope_outside(project, random):
    """Inside a division that begins again at 1, a bare number that the text around it alone has."""
    from codes.style import division_of
    inner = operative(project, random, lambda n: ends_plainly(n) and division_of(n) is not None and n.document.profile not in ("dcusa", "rec-main"))
    if inner is None:
        return None
    here = {label_after(n) for n in inner.document.nodes() if n.kind in ("h1", "h2", "p") and division_of(n) is division_of(inner)}
    outer = [n for n in inner.document.nodes() if n.kind == "p" and division_of(n) is None and not n.change and not n.not_used and label_after(n) not in here]
    elsewhere = {label_after(n) for n in inner.document.nodes() if division_of(n) not in (None, division_of(inner)) and n.label}
    outer = [n for n in outer if label_after(n) not in elsewhere]
    if not outer:
        return None
    number, change = label_after(random.choice(outer)), draft_part(inner, random)
    append_words(inner, f", subject to {inner.document.style.word(inner)} {number}", change)
    return Expectation("reference.wrong-scope", inner.document.path, label_of(inner), number, introduced=inserted(inner) or change == "ins")


def in_schedule(node):
    """Whether a provision stands in a Schedule of an agreement, whose numbers have a word of their own."""
    while node is not None:
        if node.kind == "part" and node.runs and str(node.runs[0].content).upper().startswith("SCHEDULE"):
            return True
        node = node.parent
    return False


def foreign_word(rule_words):
    def plant(project, random):
        node = operative(project, random, lambda n: ends_plainly(n) and n.document.profile in rule_words and not in_schedule(n) and own_numbers(n))
        if node is None:
            return None
        if node.document.profile == "rec-schedule" and any(d.profile == "rec-main" for d in project.documents):
            return None                                             # a clause is the main body's, and may be there
        number = label_after(random.choice(own_numbers(node)))
        change = draft_part(node, random)
        append_words(node, f", subject to {rule_words[node.document.profile]} {number}", change)
        return Expectation("reference.wrong-keyword", node.document.path, label_of(node), number, introduced=inserted(node) or change == "ins")
    plant.__name__ = "foreign_" + "_".join(sorted(set(rule_words.values())))
    return plant


MUTATORS = [("reference.missing", wrong_number), ("reference.missing", wrong_item),
            ("reference.not-used", to_not_used), ("reference.not-used", cites_not_used),
            ("reference.wrong-self", self_elsewhere), ("reference.wrong-self", self_copied),
            ("reference.heading-mismatch", wrong_echo), ("reference.ambiguous", twice_and_cited),
            ("reference.drifted", left_behind), ("reference.drifted", left_behind_item), ("reference.circular", circle),
            ("reference.programme-artefact", paper((" as BP901.040 describes", "BP901.040"), (", in accordance with DES902", "DES902"), (" (see BRS903)", "BRS903"))),
            ("reference.programme-artefact", paper((", once the CCAG has approved it", "CCAG"), (", as the design baseline has it", "design baseline"))),
            ("reference.retired", cited_document("reference.retired", OLD, [(", in accordance with XBSCP814", "XBSCP814"), (", as section 3.2 of XBSCP814 says", "XBSCP814")])),
            ("reference.unknown-document", cited_document("reference.unknown-document", OLD, [(", in accordance with XBSCP816", "XBSCP816"),
                                                                                               (" and XBSCP881, section 3.2,", "XBSCP881")])),
            ("reference.title-mismatch", cited_document("reference.title-mismatch", OLD, [(", in accordance with XBSCP815 ‘Registration of Keepers’", "Registration"),
                                                                                           (", as XBSCP815 (Qualification of Gauges) says", "Gauges")])),
            ("reference.wrong-scope", scope_outside),
            ("reference.wrong-keyword", foreign_word({"bsc-section": "Clause", "bsc-annex": "Clause", "dcusa": "paragraph", "rec-main": "paragraph"}))]
