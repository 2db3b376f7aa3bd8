"""What looks like a defect and is right. Finding it is a false positive."""

from model import Node, Ref, Run
from mutators.places import append_words, defines, draft_part, ends_plainly, inserted, label_of, operative
from mutators.tables import get, put, rows


def added(name, *phrases):
    """A near-miss that adds one of these phrases to a random provision."""
    def plant(project, random):
        node = operative(project, random, ends_plainly)
        if node is None:
            return None
        append_words(node, random.choice(phrases), draft_part(node, random))
        return True
    plant.__name__ = name
    return plant


def inserted_letter(project, random):
    """A provision with a letter beside the number that it follows: 1.2 and 1.2A are two numbers."""
    fitting = [n for d in project.documents if not d.automatic("p") for n in d.nodes() if n.kind == "p" and not n.change and not n.letter
               and not any(s.letter for s in n.parent.children)]
    if not fitting:
        return None
    node = random.choice(fitting)
    new = Node("p", [Run("Nothing in this provision affects the safety of any person.")], change="ins", parent=node.parent, document=node.document)
    new.letter = "A"
    node.parent.children.insert(node.parent.children.index(node) + 1, new)
    return True


def not_used_alone(project, random):
    """"Not used", which nobody cites."""
    fitting = [n for d in project.documents for n in d.nodes() if n.kind == "p" and n.parent.kind in ("h1", "h2") and not n.change and not n.letter]
    if not fitting:
        return None
    last = random.choice(fitting).parent
    kinds = [n for n in last.children if n.kind == "p"]
    if kinds[-1] is not last.children[-1]:
        return None
    last.add(Node("p", [Run(random.choice(["Not used.", "Not Used", "[Not presently used]"]))], change="ins"))
    return True


def same_text_other_marks(project, random):
    """Deleting and inserting with marks what makes the same baseline; a space more is no change."""
    node = operative(project, random, lambda n: not defines(n) and not inserted(n) and isinstance(n.runs[0].content, str)
                     and not n.runs[0].change and len(n.runs[0].content) > 20)
    if node is None:
        return None
    first = node.runs[0]
    cut = first.content.index(" ", 5)
    node.runs[:1] = [Run(first.content[:cut + 1]), Run("also, ", "ins"), Run(first.content[cut + 1:])]
    return True


def used_in_plural(project, random):
    """A definition whose only use is in the plural or with an apostrophe."""
    fitting = [n for d in project.documents if d.glossary for n in d.nodes() if n.kind == "def" and not n.children and n is not n.parent.children[-1]]
    if not fitting:
        return None
    place = random.choice(fitting)
    users = [n for d in project.documents if d.code == place.document.code and not d.glossary for n in d.nodes() if n.kind == "p" and ends_plainly(n) and not n.not_used]
    if not users:
        return None
    term = project.vocabulary.new_term()
    colon = ":" if '":' in place.runs[0].content else ""
    new = Node("def", [Run(f'"{term}"{colon} means a sum of money that is held on trust;')], change="ins", parent=place.parent, document=place.document)
    new.term = term
    place.parent.children.insert(place.parent.children.index(place) + 1, new)
    append_words(random.choice(users), random.choice([f", and all {plural(term)}", f", and the {term}'s amount"]), "ins")
    return True


def plural(term):
    from stock import plural as of
    return of(term)


def same_limit_otherwise(project, random):
    """The same time limit in other words."""
    steps = [(p, s) for p, s in project.design.steps() if s.limit and s.limit.unit == "WD"] if project.design else []
    if len(steps) < 2:
        return None                    # the only WD of the text is also the only use of the acronym
    _, step = random.choice(steps)
    old = step.row.cells[1][0].content
    q = step.limit.quantity
    new = old.replace(f"{q}WD", f"{q} WD").replace(f"{q} WD", random.choice([f"{q} Working Day{'s' if q > 1 else ''}", f"{q}WD"]), 1)
    step.row.cells[1] = [Run(old, "del"), Run(new, "ins")] if new != old else [Run(old)]
    return True


def no_value(project, random):
    """N/A and a change that is not listed here are no names of artefacts."""
    if not project.design:
        return None
    row = random.choice(rows(project, "design/steps.csv"))
    put(project, "design/steps.csv", row, "change_ref", "CR999")
    put(project, "design/requirements.csv", random.choice(rows(project, "design/requirements.csv")), "parent_id", "N/A")
    return True


def for_all(project, random):
    """ALL means every role, in the design and in the timetable."""
    if not project.design:
        return None
    _, step = random.choice(project.design.steps())
    for path, key, column in (("design/steps.csv", "step_id", "to_roles"), ("design/interfaces.csv", "triggered_by_steps", "primary_receivers"),
                              ("design/choreography.csv", "bp_step", "receiver_roles")):
        for row in rows(project, path):
            if get(project, path, row, key) == step.id:
                put(project, path, row, column, "ALL")
    others = [name for role, name in project.design.names.items() if role != step.sender]
    step.row.cells[4] = [Run(random.choice(["All", "All Parties", ", ".join(others)]))]
    return True


def withdrawn_requirement(project, random):
    """A withdrawn requirement, one of a later release, and one that another code carries are not owed here."""
    if not project.design:
        return None
    path = "design/requirements.csv"
    row = list(random.choice(project.tables[path][1:]))
    choice = random.choice([("status", "Withdrawn"), ("target_codes", "XOTHER")])
    for name, value in (("req_id", "XP-BR-OLD-001"), ("bp_steps", ""), ("interface_ids", ""), choice):
        put(project, path, row, name, value)
    project.tables[path].append(row)
    return True


def id_in_disguise(project, random):
    """An interface that the design has, with a hyphen that does not break or without one."""
    if not project.design:
        return None
    node = operative(project, random, lambda n: ends_plainly(n) and n.document.code == "XBSC")
    if node is None:
        return None
    _, step = random.choice(project.design.steps())
    number = step.interface[3:]
    append_words(node, f", and shall send IF{random.choice([chr(0x2011), '-', chr(0x2010)])}{number}", draft_part(node, random))
    return True


def tidy_register(project, random):
    """Blanks, dates in another form and headers in another spelling."""
    table = project.tables["registers/changes.csv"]
    table[0] = [random.choice([name.replace("_", " ").title(), name.upper(), name.replace("_", "-")]) for name in table[0]]
    put_date = table[1]
    put_date[4] = random.choice(["01/03/2024", "1 March 2024", "29 February 2024"])
    return True


def same_version_otherwise(project, random):
    """v10.0 and 10.0 and 10 are one version."""
    row = random.choice(rows(project, "registers/versions.csv"))
    number = str(row[2])
    row[2] = random.choice([f"v{number}", f"V{number}", number.split(".")[0]])
    return True


def small_docx(project, random):
    """Another text of the code as an odd, but sound, Word file: no styles, no numbering."""
    document = random.choice([d for d in project.documents if not d.glossary])
    if document.file_format != "txt":
        return None
    document.file_format, document.styled, document.numbering = "docx", False, "space"
    return True


NEAR_MISSES = [
    ("reference.missing", added("statute", ", as required by section 21 of the Electricity Act 1989", " under regulation 47 of the Storm Damage (Compensation) Regulations 2011",
                                ", subject to paragraph 94 of Article 5 of the Guideline", " and with paragraph 94 of Condition 11A of its Licence",
                                " in accordance with Schedule 97 to the Utilities Act 2000")),
    ("reference.missing", added("not_loaded", ", as set out in Annex Z-9", " in accordance with XBSCP999", ", subject to paragraph 94.2 of Schedule 997 of the XREC",
                                ", subject to Clause 94.2 of the XUNC")),
    ("reference.not-used", added("formerly", " (formerly paragraph 94)")),
    ("reference.not-used", not_used_alone),
    ("reference.heading-mismatch", added("remark_in_brackets", ", subject to section 21 (Duty to Keep Records) of the Electricity Act 1989",
                                          " and in accordance with Condition 11A (Interpretation) of its Licence")),
    ("reference.wrong-self", added("other_self", ", and this Agreement and this part of it bind all alike", ", whatever this day may bring")),
    ("reference.unknown-document", added("other_families", ", in accordance with BS 7671", " and with ISO 9001", ", using form XYZ12/03")),
    ("reference.programme-artefact", added("ids_that_stay", ", using D0139", " (P0220)", ", and ten basis points (BP) of interest", ", and a design of the base line")),
    ("structure.unbalanced", added("intervals", " (the interval [0, 1) or (a, b])", ' (a pipe of 5" or 6")', " (as to which (a) and (b) are alike)")),
    ("structure.gap", inserted_letter),
    ("structure.duplicate-number", inserted_letter),
    ("term.undefined", added("names", ", as required by the Electricity Act 1989", " by 31 March 2026", " on the first Monday in April",
                             " using the form ‘Notice of Inspection of Lines’",
                             " using the form called ‘Notice of Inspection of Lines’", ", as the Secretary of State directs", " and under the law of England and Wales")),
    ("term.unused-definition", used_in_plural),
    ("change.residue", added("brackets", " (the interval [0, 1) or [a, b])", " (the error message shall say what the error is)",
                             ", on a date to be confirmed by the person concerned", " [P901]", " (the box to be ticked)")),
    ("change.unmarked", same_text_other_marks),
    ("version.baseline-moved", same_version_otherwise),
    ("timetable.sla-differs", same_limit_otherwise),
    ("design.dangling", no_value),
    ("coverage.uncovered", for_all),
    ("coverage.uncovered", withdrawn_requirement),
    ("data.unknown-id", id_in_disguise),
    ("register.malformed", tidy_register),
    ("wording.doubled-word", added("had_had", ", if it had had notice", ", and shall say that that is so", " and log on on the next day", " (in in-house form)")),
    ("input.unreadable", small_docx),
    ("term.duplicate", added("quoted_words", ', and shall paint the words "Way Out" on the door', ' under the sign "No Entry"')),
    ("term.shadowed", added("local_pointer", ', where the words have the meaning given to them elsewhere')),
    ("term.conflicting", added("same_words", ", in the same manner in every code")),
    ("term.pointer-broken", added("statute_pointer", ", as that word is defined in section 64 of the Electricity Act 1989", ", within the meaning of section 6 of the Electricity Act 1989")),
    ("term.circular", added("mutual_mention", ", each of which has regard to the other")),
    ("term.variant", added("title", " using the form ‘Half hourly Line Details’", " under the heading 'Non half-hourly Line Details'")),
    ("term.near-miss", added("pairs", " for each settlement of a day", " on the day of the date")),
    ("term.uncapitalised", added("ordinary_words", ", and shall be at work on each day of the week", " (the working of the day)")),
    ("term.retired", added("verb_and_savings", " and may license its use to others", " (formerly run by ELEXON)", " during the migration from ELEXON")),
    ("term.acronym-undefined", added("known_letters", " in kWh or MWh", " as a PDF or XML file", " at 10:00 GMT", " and MUST NOT be late", " under Part IV", " less VAT")),
    ("term.acronym-conflict", added("same_expansion", ", the Zone Head Manager (ZHM) and all other Zone Head Managers (ZHMs)")),
    ("term.unsorted", added("list_of_words", ", a yard, a field and a barn")),
    ("term.lower-case-definition", added("small_quoted", ' marked "paid"')),
    ("wording.vague", added("measured", ", in the manner that is usual there", ", where it has asked for this")),
    ("wording.and-or", added("input_output", ", with the input/output list")),
    ("wording.spacing", added("numbers", " (1,000 pages)", " at 10:30", " on www.example.org")),
    ("wording.shall-be-able-to", added("able", ", if it is able to do so")),
    ("wording.passive-duty", added("with_actor", ". A copy shall be sent by the person concerned", ". It shall be deemed to be sent")),
    ("wording.number-words", added("agreeing", " within five (5) days", " on 10 (ten) sheets", " (see the twenty-five (25) cases)")),
    ("wording.date-format", added("written_out", " from 1 April 2031", " from the 1st of the month")),
    ("wording.working-day", added("banks", " while banks are open for business on that day")),
    ("wording.supporting-document", added("own_text", ", as set out in the Schedule", " with the guidance of a teacher")),
    ("wording.impossible-date", added("possible", " by 30 June 2031", " until 29 February 2032", " and room 31 is kept for it")),
    ("wording.near-duplicate", added("real_difference", ". The holder of the record shall write to the owner of the land within ten days of the first notice. "
                                     "The holder of the record shall write to the owner of the land within ten days of the second notice")),
]
