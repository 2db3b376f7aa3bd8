"""A BSC Procedure: introduction, acronyms and definitions, timetable tables whose rows come from the design, appendices."""
from codes import body, definitions
from codes.style import Style, label
from model import Document, Node, Run


class ProcedureStyle(Style):
    def cited_from(self, target, node, view):
        of_code = "" if node.document.code == "XBSC" else " of the XBSC"
        return f"{self.word(target)} {label(target, view)} of {target.document.id}{of_code}"


def build(random, writer, headings, design):
    style = ProcedureStyle("XBSC", keyword="section")
    number = random.randint(904, 989)
    document = Document(f"XBSCP{number}", "XBSC", "bscp", headings.pop(random.randrange(len(headings))), style)
    root = document.root
    for text in ("X Balancing and Settlement Code", "XBSC PROCEDURE", document.title, document.id):
        root.add(Node("title", [Run(text)]))
    intro = root.add(Node("h1", [Run("Introduction")]))
    purpose = intro.add(Node("h2", [Run("Purpose and Scope")]))
    purpose.add(Node("p", [Run("This XBSC Procedure sets out what the persons named in it do, and when.")]))
    users = intro.add(Node("h2", [Run("Main Users and Responsibilities")]))
    for _ in range(random.randint(3, 6)):
        body.attach(users, *body.paragraph(random, writer, "p"))
    acronyms = root.add(Node("h1", [Run("Acronyms and Definitions")]))
    table = acronyms.add(Node("h2", [Run("Acronyms")]))
    table.add(Node("th", cells=[[Run("Acronym")], [Run("Meaning")]]))
    row = table.add(Node("defrow", cells=[[Run("WD")], [Run("Working Day")]]))
    row.term = "WD"
    writer.used["Working Day"] = True
    document.local_terms = acronyms.add(Node("h2", [Run("Definitions")]))
    timetable = root.add(Node("h1", [Run("Interface and Timetable Information")]))
    for place, process in enumerate(design.processes, 1):
        part = timetable.add(Node("h2", [Run(process.title)]))
        rows(random, part, process, f"3.{place}", design)
    appendices = root.add(Node("h1", [Run("Appendices")]))
    for _ in range(random.randint(1, 2)):
        part = appendices.add(Node("h2", [Run(body.heading(random, headings, False))]))
        for _ in range(random.randint(2, 3)):
            body.attach(part, *body.paragraph(random, writer, "p"))
    return document


def define(random, vocabulary, document, writer, terms):
    """Puts some of the procedure's own terms into its table of definitions."""
    holder = document.local_terms
    holder.add(Node("th", cells=[[Run("Term")], [Run("Meaning")]]))
    definitions.table(holder, {t: definitions.meaning(random, vocabulary, t) for t in sorted(terms)}, means="")


def rows(random, part, process, prefix, design):
    action = random.choice(["ACTION", "DESCRIPTION"])
    names = [random.choice(["REF", "REF."]), "WHEN", action, "FROM", "TO", "INFORMATION REQUIRED", "METHOD"]
    part.add(Node("th", cells=[[Run(name)] for name in names]))
    for place, step in enumerate(process.steps, 1):
        ref = f"{prefix}.{place}"
        step.ref = ref
        when = step.limit.text(process, "code", random) if step.limit else "As required"
        receivers = ", ".join(design.names[role] for role in step.receivers)
        row = part.add(Node("row", cells=[[Run(ref)], [Run(when)], [Run(step.action)], [Run(design.names[step.sender])], [Run(receivers)],
                                          [Run(f"{step.interface} {step.message}")], [Run("DIP")]]))
        row.term, row.step = ref, step
        step.row = row
