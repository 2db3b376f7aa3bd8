"""Small builders of the other kinds of text: REC main body and schedule, DCUSA clauses and schedule, SEC section, CUSC sections."""
from codes import body, definitions
from codes.style import Style, label
from model import Document, Node, Run

REC = "XREC"


def pick(random, headings):
    return headings.pop(random.randrange(len(headings)))


class ClauseStyle(Style):
    """Clauses of a main body; a schedule within the same file has paragraphs."""

    def word(self, target):
        from codes.style import division_of
        return "paragraph" if division_of(target) is not None else self.keyword

    def elsewhere(self, target, node, view):
        from codes.style import division_of
        if target.document is node.document and division_of(target) is None:
            return f"{self.keyword} {label(target, view)}"
        return super().elsewhere(target, node, view)


def rec_main(random, writer, headings):
    document = Document("XREC Main Body", REC, "rec-main", "Main Body", ClauseStyle(REC, keyword=random.choice(["clause", "Clause"]), levels=("h1", "p")))
    document.root.add(Node("title", [Run("X RETAIL ENERGY CODE")]))
    body.body(random, writer, document.root, ("h1", "p"), headings, random.randint(3, 5))
    return document


def rec_schedule(random, writer, headings):
    """Parts over continuous numbers, and an appendix that starts again at 1."""
    style = Style(REC, keyword=random.choice(["paragraph", "Paragraph"]), levels=("h1", "p"))
    document = Document(f"Schedule {random.randint(61, 99)}", REC, "rec-schedule", pick(random, headings), style)
    root = document.root
    root.add(Node("title", [Run(document.id.upper())]))
    root.add(Node("title", [Run(document.title)]))
    for letter in "AB":
        title = pick(random, headings).upper()
        part = root.add(Node("part", [Run(f"PART {letter} – {title}")]))
        part.term = f"Part {letter}"
        body.body(random, writer, part, ("h1", "p"), headings, random.randint(1, 2))
    appendix = root.add(Node("part", [Run(f"Appendix 1 – {pick(random, headings)}")]))
    appendix.term, appendix.letter = "Appendix 1", "restart"
    body.body(random, writer, appendix, ("h1", "p"), headings, random.randint(1, 2))
    return document


def rec_interpretation(random, vocabulary, used, pointers):
    document = Document("Schedule 1", REC, "rec-schedule", "Interpretation", Style(REC, levels=("h1", "p")), glossary="code")
    root = document.root
    root.add(Node("title", [Run("SCHEDULE 1")]))
    root.add(Node("title", [Run("Interpretation")]))
    heading = root.add(Node("h1", [Run("Definitions")]))
    lead = heading.add(Node("p", [Run("In this Code, except where the context otherwise requires:")]))
    terms = definitions.meanings(random, vocabulary, set(used) | {"Code"}, pointers)
    if len(terms) <= 20 and random.random() < 0.2:
        definitions.listed(lead, terms)
    else:
        definitions.quoted(random, lead, terms, colon=random.random() < 0.3)
    return document


def dcusa(random, writer, headings):
    """Sections with letters over continuous clauses, a table of definitions, a schedule with numbers of its own."""
    style = ClauseStyle("XDCUSA", keyword="Clause", dot=True, levels=("h1", "p"), capitals=True)
    document = Document("XDCUSA", "XDCUSA", "dcusa", "X Distribution Connection and Use of System Agreement", style)
    root = document.root
    root.add(Node("title", [Run("X DISTRIBUTION CONNECTION AND USE OF SYSTEM AGREEMENT")]))
    first = root.add(Node("part", [Run("SECTION 1A – PRELIMINARY")]))
    first.term = "Section 1A"
    heading = first.add(Node("h1", [Run("DEFINITIONS AND INTERPRETATION")]))
    document.local_terms = heading.add(Node("p", [Run("In this Agreement, except where the context otherwise requires, the expressions below have these meanings:")]))
    second = root.add(Node("part", [Run("SECTION 2A – CONDUCT OF THE WORK")]))
    second.term = "Section 2A"
    body.body(random, writer, second, ("h1", "p"), headings, random.randint(3, 4))
    number = random.randint(2, 30)
    schedule = root.add(Node("part", [Run(f"SCHEDULE {number} – {pick(random, headings).upper()}")]))
    schedule.term, schedule.letter = f"Schedule {number}", "restart"
    body.body(random, writer, schedule, ("h1", "p"), headings, random.randint(1, 2))
    return document


class LetterStyle(Style):
    """The letter of the section is part of every number, and the keyword is Section."""

    def cited_from(self, target, node, view):
        of_code = "" if node.document.code == self.code else f" of the {self.code}"
        return f"Section {label(target, view)}{of_code}"


def sec(random, writer, headings, letter="A"):
    """Section A holds the definitions of the code."""
    style = LetterStyle("XSEC", keyword="Section", first_prefix=letter, levels=("h1", "p"))
    document = Document(f"XSEC Section {letter}", "XSEC", "sec", pick(random, headings), style)
    root = document.root
    root.add(Node("title", [Run(f"SECTION {letter} – {document.title.upper()}")]))
    if letter == "A":
        heading = root.add(Node("h1", [Run("Definitions")]))
        document.local_terms = heading.add(Node("p", [Run("In this Code, except where the context otherwise requires:")]))
    body.body(random, writer, root, ("h1", "p"), headings, random.randint(3, 5))
    return document


def sec_other(random, writer, headings):
    return sec(random, writer, headings, random.choice("BCDEFGHT"))


class SectionNumberStyle(Style):
    """The number of the section stands in front of every number."""

    def cited_from(self, target, node, view):
        if node.document.code == self.code:          # a bare number of another section is not looked for there yet (Q15)
            return f"Paragraph {label(target, view)} of Section {self.first_prefix.rstrip('.')}"
        return f"Paragraph {label(target, view)} of the {self.code}"


def cusc(random, writer, headings):
    number = random.randint(2, 10)
    style = SectionNumberStyle("XCUSC", keyword="Paragraph", first_prefix=f"{number}.", levels=("h1", "p"))
    document = Document(f"XCUSC Section {number}", "XCUSC", "cusc", pick(random, headings), style)
    document.root.add(Node("title", [Run(f"XCUSC – SECTION {number}")]))
    document.root.add(Node("title", [Run(document.title.upper())]))
    body.body(random, writer, document.root, ("h1", "p"), headings, random.randint(3, 5))
    return document


def cusc_definitions(random, vocabulary, used, pointers):
    style = SectionNumberStyle("XCUSC", keyword="Paragraph", first_prefix="11.", levels=("h1", "p"))
    document = Document("XCUSC Section 11", "XCUSC", "cusc", "Interpretation and Definitions", style, glossary="code")
    root = document.root
    root.add(Node("title", [Run("XCUSC – SECTION 11")]))
    heading = root.add(Node("h1", [Run("Interpretation and Definitions")]))
    lead = heading.add(Node("p", [Run("In the Code, except where the context otherwise requires:")]))
    definitions.quoted(random, lead, definitions.meanings(random, vocabulary, set(used) | {"Code"}, pointers), colon=False)
    return document
