"""The forms of references of code-text.md section 3, by their number there. A form is a function that looks for fitting targets and gives a Ref whose words
are made anew in each view; where a document has no place for it, None. What the outside world is called stands in words/outside_*.txt."""
from collections import Counter

from codes.style import division_of, label, plural, same_division
from model import Document, Ref
from stock import stock

USED = Counter()                      # form number: how often it was written, for the README
OUTSIDE = {kind: [line.split("|") for line in stock(f"outside_{kind}")] for kind in ("law", "documents")}
ORDINALS = ["first", "second", "last", "penultimate"]


def outside(random, kind):
    """The words of a reference to something that is never loaded."""
    number, words = random.choice(OUTSIDE[kind])
    USED[int(number)] += 1
    return words


def said(number, targets, say):
    """A reference of one form: `say` makes its words in a view."""
    reference = Ref(targets, f"form {number}")
    reference.say = say
    return reference


class Place:
    """Where a reference is to stand, and what it can reach: provisions of its own division, of other documents, documents."""

    def __init__(self, random, node, own, others):
        self.random, self.node, self.document = random, node, node.document
        self.own = [n for n in own if n is not node and not holds(n, node) and not holds(node, n) and same_division(n, node)]
        self.others = [other for other in others if other.code == self.document.code]
        self.profile = self.document.profile

    def word(self, target):
        return self.document.style.word(target)

    def of_kind(self, *kinds):
        return [n for n in self.own if n.kind in kinds]

    def siblings(self, count, kinds=("p", "h2")):
        """Some provisions that follow one another."""
        groups = {}
        for node in self.of_kind(*kinds):
            groups.setdefault((id(node.parent), node.kind), []).append(node)
        fitting = [group for group in groups.values() if len(group) >= count and consecutive(group)]
        if not fitting:
            return None
        group = self.random.choice(fitting)
        at = self.random.randrange(len(group) - count + 1)
        return group[at:at + count]

    def sample(self, count, *kinds):
        nodes = self.of_kind(*kinds)
        return sorted(self.random.sample(nodes, count), key=self.document.nodes().index) if len(nodes) >= count else None

    def elsewhere(self, profile, *kinds):
        """(document, its citable provisions) of another document of this kind, or None."""
        from linking import citable
        fitting = [(d, [n for n in citable(d) if n.kind in kinds and division_of(n) is None]) for d in self.others if d.profile == profile]
        fitting = [(d, nodes) for d, nodes in fitting if nodes]
        return self.random.choice(fitting) if fitting else None


def holds(node, other):
    while other is not None:
        if node is other:
            return True
        other = other.parent
    return False


def consecutive(group):
    at = [group[0].parent.children.index(n) for n in group]
    return all(b - a == 1 for a, b in zip(at, at[1:]))


def listed(words, last=" and "):
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + last + words[-1]


def this_document(place):
    """3: "this Section K", "this Annex X-1", "this Schedule"."""
    names = {"bsc-section": lambda d: f"this {d.id}", "bsc-annex": lambda d: f"this {d.id}", "bscp": lambda d: "this XBSC Procedure",
             "rec-schedule": lambda d: "this Schedule", "sec": lambda d: f"this {d.id.replace('XSEC ', '')}", "cusc": lambda d: f"this {d.id.replace('XCUSC ', '')}",
             "dcusa": lambda d: "this Agreement"}
    if place.profile not in names or division_of(place.node) is not None:
        return None
    words = names[place.profile](place.document)
    return said(3, [place.document], lambda view: words)


def with_exception(place):
    """5: "paragraphs 1.2.1, 1.2.2, 2 (other than 2.6) and 5.3"."""
    wholes = [n for n in place.of_kind("h1", "h2") if any(c in place.own and c.kind in ("h2", "p") for c in n.children)]
    singles = place.sample(2, "p")
    if not wholes or not singles:
        return None
    whole = place.random.choice(wholes)
    if any(holds(whole, n) for n in singles):
        return None
    left_out = place.random.choice([c for c in whole.children if c in place.own and c.kind in ("h2", "p")])
    word = plural(place.word(whole))
    return said(5, [*singles, whole, left_out], lambda view: f"{word} {label(singles[0], view)}, {label(whole, view)} (other than "
                f"{label(left_out, view)}) and {label(singles[1], view)}")


def with_self(place):
    """7: "paragraph 2.8, this paragraph 6 and paragraph 7.1.2"."""
    around = place.node
    while around.parent is not None and around.kind not in ("p", "h2"):
        around = around.parent
    if around.kind != "p" or around.change or around.letter:
        return None
    both = place.sample(2, "p")
    if not both:
        return None
    word = place.word(around)
    around.cited = True
    return said(7, [*both, around], lambda view: f"{word} {label(both[0], view)}, this {word} {label(around, view)} and {word} {label(both[1], view)}")


def relative(place):
    """9: "paragraph (a) or (b)", said within the provision that has them."""
    around = place.node.parent
    if place.node.kind not in ("i1", "tail") or around is None or around.kind != "p" or place.profile not in ("bsc-section", "rec-schedule", "bscp", "sec"):
        return None
    items = [n for n in around.children if n.kind == "i1" and n is not place.node and not n.change and not n.not_used]
    at = around.children.index(place.node)
    items = [n for n in items if around.children.index(n) < at]
    if not items:
        return None
    chosen = items[:2]
    for item in chosen:
        item.cited = True
    return said(9, chosen, lambda view: "paragraph " + listed([n.number.get(view) or "" for n in chosen], " or ") + (" above" if len(chosen) == 1 else ""))


def above_or_below(place):
    """10: "paragraph 2.3 above"."""
    nodes = place.of_kind("p", "h2") if place.profile in ("dcusa", "cusc", "rec-main") else []
    if not nodes:
        return None
    target = place.random.choice(nodes)
    order = place.document.nodes()
    side = "above" if order.index(target) < order.index(place.node) else "below"
    word = place.word(target)
    return said(10, [target], lambda view: f"{word} {label(target, view)} {side}")


def letter_of(document):
    return document.id.split()[-1]


def two_letters(place):
    """12: "Sections B1.2.3 and B3.3.2"."""
    found = place.elsewhere("bsc-section", "p", "h2", "h1")
    if not found or len(found[1]) < 2 or place.profile not in ("bsc-section", "bscp", "bsc-annex"):
        return None
    both = place.random.sample(found[1], 2)
    letter = letter_of(found[0])
    return said(12, both, lambda view: f"Sections {letter}{label(both[0], view)} and {letter}{label(both[1], view)}")


def sections(place):
    return [d for d in place.others if d.profile == "bsc-section"]


def letters_alone(place):
    """13: "Section R, Section S and Section V"."""
    found = sections(place) + ([place.document] if place.profile == "bsc-section" else [])
    if len(found) < 2 or place.profile not in ("bsc-section", "bscp"):
        return None
    return said(13, found, lambda view: listed([d.id for d in found]))


def sections_and_annex(place):
    """14: "Sections F, K and Annex X-1"."""
    found = sections(place)
    if not found or place.profile not in ("bsc-section", "bscp"):
        return None
    names = [letter_of(d) for d in found]
    word = "Section" if len(names) == 1 else "Sections"
    return said(14, found, lambda view: f"{word} {', '.join(names)} and Annex X-1")


def of_annex(place):
    """15: "paragraph 1.1.2 of Annex D-5"."""
    found = place.elsewhere("bsc-annex", "p", "h1")
    if not found:
        return None
    target = place.random.choice(found[1])
    return said(15, [target], lambda view: f"paragraph {label(target, view)} of {found[0].id}")


def section_and_annex(place):
    """16: "Section X, Annex X-1 thereof", "Section F Annex F-1", "Section S: Annex S-2"."""
    annexes = [d for d in place.others if d.profile == "bsc-annex"]
    if not annexes or place.profile not in ("bsc-section", "bscp"):
        return None
    annex = place.random.choice(annexes)
    letter = annex.id.split()[1].split("-")[0]
    words = place.random.choice([f"Section {letter}, {annex.id} thereof", f"Section {letter} {annex.id}", f"Section {letter}: {annex.id}"])
    return said(16, [annex], lambda view: words)


def informal(place):
    """17: "Section M, 3.3.3(a)", "section N 8.7.1"."""
    found = place.elsewhere("bsc-section", "p", "i1")
    if not found or place.profile not in ("bscp", "bsc-section"):
        return None
    target, comma = place.random.choice(found[1]), " "      # with a comma, too, once that is read (Q11)
    return said(17, [target], lambda view: f"Section {letter_of(found[0])}{comma}{label(target, view)}")


def bare_code(place):
    """18: "K1.2.1" without a keyword."""
    found = place.elsewhere("bsc-section", "p")
    if not found or place.profile not in ("bscp", "bsc-section"):
        return None
    target = place.random.choice(found[1])
    return said(18, [target], lambda view: f"{letter_of(found[0])}{label(target, view)}")


def procedures(place):
    return [d for d in place.others if d.profile == "bscp"]


def procedure(place):
    """19: "XBSCP901", "XBSC Procedure 901"."""
    found = procedures(place)
    if not found:
        return None
    return said(19, found[:1], lambda view: found[0].id)


def procedure_part(place):
    """20: "XBSCP501 section 3.3.1", "XBSCP515, step 3.3.4", "XBSCP15 sections 3.5.8, 3.5.9 and 3.6.1"."""
    found = place.elsewhere("bscp", "p", "h2", "row")
    if not found:
        return None
    target = place.random.choice(found[1])
    if target.kind == "row":
        return said(20, [target], lambda view: f"{found[0].id}, step {label(target, view)}")
    more = [n for n in found[1] if n.kind in ("p", "h2")]
    if len(more) >= 3 and place.random.random() < 0.4:
        three = sorted(place.random.sample(more, 3), key=found[0].nodes().index)
        return said(20, three, lambda view: f"{found[0].id} sections {listed([label(n, view) for n in three])}")
    return said(20, [target], lambda view: f"{found[0].id} section {label(target, view)}")


def same_procedure(place):
    """21: "Section 3.5", "Appendices 4.1 & 4.2", "Appendix 4.1" of the procedure itself."""
    if place.profile != "bscp":
        return None
    appendices = [n for n in place.of_kind("h2") if n.parent.runs[0].content == "Appendices"]
    if len(appendices) >= 2 and place.random.random() < 0.5:
        return said(21, appendices[:2], lambda view: f"Appendices {label(appendices[0], view)} & {label(appendices[1], view)}")
    if appendices and place.random.random() < 0.5:
        return said(21, appendices[:1], lambda view: f"Appendix {label(appendices[0], view)}")
    nodes = place.of_kind("h2")
    if not nodes:
        return None
    target = place.random.choice(nodes)
    return said(21, [target], lambda view: f"Section {label(target, view)}")


def procedure_form(place):
    """22: "XBSCP901/01", a form of a procedure."""
    found = procedures(place) + ([place.document] if place.profile == "bscp" else [])
    if not found:
        return None
    number = place.random.choice(["/01", "/02", "/5.1"])
    return said(22, found[:1], lambda view: f"form {found[0].id}{number}")


def titled_procedure(place):
    """23 and 24: a procedure with its title in quotation marks or in brackets."""
    found = procedures(place)
    if not found:
        return None
    number = place.random.choice([23, 24])
    open_mark, close_mark = ("‘", "’") if number == 23 else ("(", ")")
    return said(number, found[:1], lambda view: f"{found[0].id} {open_mark}{found[0].title}{close_mark}")


def letters_and_items(place):
    """28: "Section X2.4(b) and Section X2.6(a)", "Sections H5.3 to H5.6", "Section H5.3-5.6"."""
    if place.profile != "sec":
        return None
    run = place.siblings(3, ("p",))
    if run and place.random.random() < 0.5:
        letter = place.document.style.first_prefix
        dash = place.random.choice([True, False])
        return said(28, run, lambda view: f"Section {label(run[0], view)}-{label(run[2], view)[len(letter):]}" if dash
                    else f"Sections {label(run[0], view)} to {label(run[2], view)}")
    both = place.sample(2, "p", "i1")
    return both and said(28, both, lambda view: f"Section {label(both[0], view)} and Section {label(both[1], view)}")


def appendix_of_code(place):
    """29: "XSEC Appendix AJ", a document that is not loaded."""
    if place.profile != "sec":
        return None
    words = "XSEC Appendix " + place.random.choice(["AJ", "AC", "M"])
    return said(29, [place.document], lambda view: words)


def section_dash_clause(place):
    """31: "Section 2A – Clause 19. Charges"."""
    nodes = [n for n in place.of_kind("h1") if n.parent.kind == "part" and n.parent.term.startswith("Section")]
    if place.profile != "dcusa" or not nodes or division_of(place.node) is not None:
        return None
    target = place.random.choice(nodes)
    return said(31, [target], lambda view: f"{target.parent.term} – Clause {label(target, view)}. {target.runs[0].content.capitalize()}")


def section_list(place):
    """32: "Section 1A or 2A"."""
    if place.profile != "dcusa":
        return None
    parts = [n for n in place.document.nodes() if n.kind == "part" and n.term.startswith("Section")]
    names = [n.term.split()[1] for n in parts]
    between = place.random.choice([", ", " "])
    return said(32, parts, lambda view: f"Section {between.join(names[:-1])} or {names[-1]}") if len(parts) > 1 else None


def sentence_of(place):
    """34: "the second sentence of Clause 19.1"."""
    nodes = place.of_kind("p")
    if not nodes:
        return None
    target, word = place.random.choice(nodes), place.random.choice(ORDINALS[:2] if place.profile == "bsc-section" else ORDINALS)
    keyword = place.word(target)
    return said(34, [target], lambda view: f"the {word} sentence of {keyword} {label(target, view)}")


def two_headed(place):
    """35: "clauses 24 (Contract Managers) and 25 (Notices) of the main body"."""
    if place.profile != "rec-main":
        return None
    both = place.sample(2, "h1")
    if not both:
        return None
    tail = place.random.choice(["", " of the main body"])
    return said(35, both, lambda view: f"{plural(place.word(both[0]))} {label(both[0], view)} ({both[0].runs[0].content}) and {label(both[1], view)} "
                f"({both[1].runs[0].content}){tail}")


def by_schedule_name(place):
    """36 and 46: "the Metering Operations Schedule", "Paragraph 4.2 of the Metering Operations Schedule"."""
    found = place.elsewhere("rec-schedule", "p")
    if not found:
        return None
    document, nodes = found
    if place.random.random() < 0.4:
        return said(36, [document], lambda view: f"the {titled(document.title)} Schedule")
    target = place.random.choice(nodes)
    return said(46, [target], lambda view: f"Paragraph {label(target, view)} of the {titled(document.title)} Schedule")


def titled(text):
    return " ".join(word if word in ("of", "and", "to", "by", "for", "the", "in", "on") else word[:1].upper() + word[1:] for word in text.split())


def part_of_paragraph(place):
    """38: "Part (b) of Paragraph 8.15.8 of the CUSC"."""
    nodes = [n for n in place.of_kind("i1") if n.parent.kind == "p"]
    if place.profile != "cusc" or not nodes:
        return None
    target = place.random.choice(nodes)
    tail = place.random.choice(["", " of the XCUSC"])
    return said(38, [target], lambda view: f"Part {target.number.get(view)} of Paragraph {label(target.parent, view)}{tail}")


def section_paragraph(place):
    """39: "Section GTD paragraph 3.1.4(v)"."""
    found = place.elsewhere("bsc-section", "p", "i1")
    if not found or place.profile not in ("bsc-section", "bscp"):
        return None
    target = place.random.choice(found[1])
    return said(39, [target], lambda view: f"{found[0].id} paragraph {label(target, view)}")


def table_of(place):
    """47: "the table in paragraph 3.2"."""
    rows = [n for n in place.document.nodes() if n.kind == "row" and n.parent in place.own]
    if not rows:
        return None
    target = place.random.choice(rows).parent
    word = place.word(target)
    return said(47, [target], lambda view: f"the table in {word} {label(target, view)}")


FORMS = [this_document, with_exception, with_self, relative, above_or_below, two_letters, letters_alone, sections_and_annex, of_annex, section_and_annex, informal,
         bare_code, procedure, procedure_part, same_procedure, procedure_form, titled_procedure, letters_and_items, appendix_of_code, section_dash_clause,
         section_list, sentence_of, two_headed, by_schedule_name, part_of_paragraph, section_paragraph, table_of]


def choose(random, reference, node, own, others):
    """Fills an empty reference with one of the forms that fit where it stands; False where none does."""
    place = Place(random, node, own, others)
    for form in random.sample(FORMS, 12):
        found = form(place)
        if found:
            reference.targets, reference.form, reference.say = found.targets, found.form, found.say
            return True
    return False


def count(reference, node):
    """Counts a filled reference under its number."""
    targets, form = reference.targets, reference.form
    if form.startswith("form "):
        number = int(form.split()[1])
    elif isinstance(targets[0], Document):
        number = 19 if targets[0].profile == "bscp" else 37 if targets[0].code != node.document.code else 3
    elif targets[0].document is not node.document:
        number = {"bsc-section": 11, "sec": 11, "bscp": 20, "bsc-annex": 15, "dcusa": 33 if division_of(targets[0]) else 39, "cusc": 38,
                  "rec-main": 39, "rec-schedule": 46}[targets[0].document.profile]
    else:
        number = {"self": 2, "elliptic": 9, "echo": 27 if node.document.profile == "sec" else 35, "range": 6}.get(form) or (
            4 if len(targets) > 1 else 25 if targets[0].kind == "row" else 30 if node.document.profile == "dcusa" else 8 if targets[0].kind == "h1" else 1)
    USED[number] += 1
