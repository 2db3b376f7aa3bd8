"""Defects of what the programme's registers promise: changes not taken up, comments not applied, horizon items and topics that nobody dealt with, changes without a record."""
from model import Run
from mutators import Expectation
from mutators.links import add_change, linked_duty, procedure
from mutators.marking import beside, settled, split_at_word
from mutators.places import append_words, draft_part, ends_plainly, inserted, label_of, operative
from mutators.tables import put, rows

CHANGES, COMMENTS, HORIZON, TOPICS = (f"registers/{name}.csv" for name in ("changes", "comments", "horizon", "topics"))
HEADS = "topic,lead_code,transition,consequential_change,performance_assurance,qualification,migration,terminology,earlier_topics,later_topics".split(",")


def untouched(step):
    return not step.row.change and not any(run.change for run in step.row.all_runs())


def step_not_uplifted(project, random):
    """An approved change names a step whose row is as it was."""
    steps = [s for _, s in project.design.steps() if untouched(s)] if project.design else []
    if not steps:
        return None
    step = random.choice(steps)
    add_change(project, 931, step.id)
    return Expectation("register.missed-uplift", CHANGES, "CR931", step.id)


def requirement_not_uplifted(project, random):
    """The same for a requirement and the provision that is linked to it, which was reviewed before."""
    made = linked_duty(project, random, reviewed_on="2024-05-02")
    if made is None:
        return None
    add_change(project, 932, made[1], from_version="0.9", to_version="1.0")
    return Expectation("register.missed-uplift", CHANGES, "CR932", made[1])


def add_row(project, path, **values):
    project.tables[path].append([values.get(name, "") for name in project.tables[path][0]])


def comment(project, document, label, **more):
    values = {"comment_id": "CL-71", "consultation": "Round 2", "respondent": "Party C", "code_doc": document.id, "draft_version": "0.1", "provision": label,
              "comment": "This should be shorter", "severity": "Low", "response": "Agreed; text updated", "disposition": "Accepted", "change_made_in": "0.2", "closed_on": "2024-05-20"}
    add_row(project, COMMENTS, **{**values, **more})


def once(node):
    """Whether no other provision of the document bears the label."""
    label = label_of(node)
    return label is not None and sum(label in n.label.values() for n in node.document.nodes()) == 1


def not_applied(words):
    def plant(project, random):
        """A comment is closed as updated, and the provision reads as it did in the earlier draft."""
        node = settled(project, random, lambda n: n.kind == "p" and not n.children and once(n) and not any(r.change for r in n.runs))
        if node is None:
            return None
        node.document.fields["history"] = f'[{{version: "0.1", path: {beside(project, node, "earlier", None)}, status: consulted}}]'
        node.document.fields["version"] = '"0.2"'
        comment(project, node.document, label_of(node), **words)
        return Expectation("register.comment-not-applied", COMMENTS, "CL-71", node.document.id, follows=["register.unexplained-change", "version.inconsistent"])
    plant.__name__ = "not_applied_" + words["disposition"].lower()
    return plant


def still_open(project, random):
    """A comment is open, and its text is at the final stage."""
    document = random.choice(project.documents)
    document.fields["stage"] = "final"
    comment(project, document, "General", response=random.choice(["", "Will review"]), disposition="Open", change_made_in="", closed_on="")
    return Expectation("register.comment-not-applied", COMMENTS, "CL-71", "open", follows=["change.residue", "reference.programme-artefact"])


def horizon(project, document, **more):
    values = {"item_id": "HS-71", "code": document.code, "change_ref": "P972", "title": "Smaller crates", "change_status": "Approved", "implementation_date": "2024-11-07",
              "docs_affected": document.id, "xp_impact": "Yes", "design_impact": "No", "drafting_action": "Re-base 2.1", "action_owner": "Drafter", "last_reviewed": "2024-06-27",
              "source_version": "v1.0"}
    add_row(project, HORIZON, **{**values, **more})


def unhandled(name, **values):
    def plant(project, random):
        """A change of live text that nobody has dealt with."""
        horizon(project, random.choice(project.documents), **values)
        return Expectation("register.horizon-unhandled", HORIZON, "HS-71")
    plant.__name__ = name
    return plant


def marked_harmless(project, random):
    """A change that touches a traced provision is marked as without impact."""
    made = linked_duty(project, random)
    if made is None:
        return None
    horizon(project, made[0].document, xp_impact="No", drafting_action="None", provisions_affected=label_of(made[0]))
    return Expectation("register.horizon-unhandled", HORIZON, "HS-71", made[1])


def topics(project, *more):
    project.tables[TOPICS] = [HEADS, ["Routine work", project.codes[0][0], "None", "See Round 2", "Unchanged", "Unchanged", "None", "Agreed", "None", "Work at night"], *more]
    project.yaml_registers["topics"] = TOPICS


def blank_head(value):
    def plant(project, random):
        """A topic whose checklist has a blank."""
        row = ["Work at night", project.codes[0][0], "None", "None", "Unchanged", "None", "Done", "Agreed", "Routine work", "None"]
        place = random.randrange(2, len(HEADS))
        row[place] = value
        topics(project, row)
        return Expectation("register.topic-incomplete", TOPICS, None, HEADS[place].replace("_", " "))
    plant.__name__ = "head_" + (value.lower() or "blank")
    return plant


def recorded_elsewhere(project, random, record):
    """A document of whose changes a register keeps record, and a change of it that none explains."""
    fitting = [d for d in project.documents if d.draft and not d.glossary and d.file_format != "html" and not (project.design and d is procedure(project))]
    if not fitting:
        return None
    document = random.choice(fitting)
    settled_nodes = [n for n in document.nodes() if n.kind == "p" and not n.change and not inserted(n) and not n.not_used and n.runs and not any(r.change for r in n.runs)
                     and not n.children and once(n)]
    if len(settled_nodes) < 2:
        return None
    known, changed = random.sample(settled_nodes, 2)
    if changed.parent is known or not isinstance(changed.runs[-1].content, str) or not ends_plainly(changed):
        return None
    record(project, document, label_of(known))
    append_words(changed, ", and shall write it down", "ins")
    return Expectation("register.unexplained-change", document.path, label_of(changed), introduced=True)


def no_comment(project, random):
    """A change of a document whose comments speak of other provisions."""
    return recorded_elsewhere(project, random, lambda p, d, label: comment(p, d, label, disposition="Noted", response="Noted", change_made_in=""))


def no_horizon_item(project, random):
    """The same where the horizon log speaks of other provisions."""
    return recorded_elsewhere(project, random, lambda p, d, label: horizon(p, d, provisions_affected=label))


MUTATORS = [("register.missed-uplift", step_not_uplifted), ("register.missed-uplift", requirement_not_uplifted),
            ("register.comment-not-applied", not_applied({"disposition": "Accepted"})),
            ("register.comment-not-applied", not_applied({"disposition": "Updated", "response": "", "change_made_in": ""})), ("register.comment-not-applied", still_open),
            ("register.horizon-unhandled", unhandled("no_action", drafting_action="")), ("register.horizon-unhandled", unhandled("action_to_come", change_status="Implemented", implementation_date="2024-06-20", drafting_action="TBC")),
            ("register.horizon-unhandled", unhandled("not_looked_at", change_status="Raised", xp_impact="TBC", last_reviewed="2024-01-03")),
            ("register.horizon-unhandled", unhandled("overtaken", change_status="Implemented", implementation_date="2024-06-27", last_reviewed="2024-06-03")),
            ("register.horizon-unhandled", marked_harmless),
            ("register.topic-incomplete", blank_head("")), ("register.topic-incomplete", blank_head("TBC")),
            ("register.unexplained-change", no_comment), ("register.unexplained-change", no_horizon_item)]


# --- near-misses ---

def uplifted(project, random):
    """An approved change whose row the draft changed; one that is only raised; one of a later release; a clarification that changes nothing."""
    steps = [s for _, s in project.design.steps() if untouched(s)] if project.design else []
    if not steps:
        return None
    step = random.choice(steps)
    choice = random.choice(["changed", "raised", "later", "clarified"])
    if choice == "changed":
        old = step.row.cells[6][0].content
        step.row.cells[6] = [Run(old, "del"), Run(f"{old}, or by post", "ins")]
    add_change(project, 933, step.id, **{"changed": {}, "raised": {"status": "Raised", "decided_on": ""}, "later": {"release": "IR1.1"},
                                         "clarified": {"kind": "DIN", "evidence": "No design change"}}[choice])
    return True


def comment_settled(project, random):
    """A comment that was rejected, one that was noted, and one whose change is due in a later draft."""
    node = settled(project, random, lambda n: n.kind == "p" and not n.children and once(n) and not any(r.change for r in n.runs))
    if node is None:
        return None
    node.document.fields["history"] = f'[{{version: "0.1", path: {beside(project, node, "earlier", None)}, status: consulted}}]'
    node.document.fields["version"] = '"0.2"'
    comment(project, node.document, label_of(node), **random.choice([{"disposition": "Rejected", "response": "The text is as the design has it", "change_made_in": ""},
                                                                      {"disposition": "Noted", "response": "No change to the text", "change_made_in": ""},
                                                                      {"change_made_in": "0.3"}, {"disposition": "Open", "response": "Will review", "change_made_in": "", "closed_on": ""}]))
    return True


def comment_applied(project, random):
    """A comment is closed as updated, and the provision is another than in the earlier draft."""
    node = settled(project, random, lambda n: n.kind == "p" and not n.children and once(n) and not any(r.change for r in n.runs))
    if node is None:
        return None
    path = beside(project, node, "earlier", None)
    place, before, word, after = split_at_word(node, random)
    node.runs[place:place + 1] = [Run(before + word), Run(", on each day,", "ins"), Run(after)]
    node.document.fields["history"] = f'[{{version: "0.1", path: {path}, status: consulted}}]'
    node.document.fields["version"] = '"0.2"'
    comment(project, node.document, label_of(node))
    return True


def handled(project, random):
    """Horizon items in order: with an action, rejected long ago, without impact on text that nothing traces to."""
    document = random.choice(project.documents)
    horizon(project, document, **random.choice([{"drafting_action": "Re-based in 0.2"}, {"change_status": "Rejected", "drafting_action": "", "last_reviewed": "2023-02-01"},
                                                 {"xp_impact": "No", "drafting_action": "None"}, {"change_status": "Raised", "xp_impact": "TBC", "drafting_action": ""}]))
    return True


def full_checklist(project, random):
    """A checklist that says "none" and "not applicable" where there is nothing."""
    topics(project, ["Work at night", project.codes[0][0], random.choice(["None", "N/A"]), "No", "Unchanged", "N/A", "None", "Agreed", "Routine work", "None"])
    return True


def whole_draft_named(project, random):
    """A draft that is one change with a name needs no record for each of its parts."""
    made = recorded_elsewhere(project, random, lambda p, d, label: comment(p, d, label, disposition="Noted", response="Noted", change_made_in=""))
    if made is None:
        return None
    document = next(d for d in project.documents if d.path == made.document)
    document.fields["change_ids"] = "[P972]"
    return True


NEAR_MISSES = [("register.missed-uplift", uplifted), ("register.comment-not-applied", comment_settled), ("register.comment-not-applied", comment_applied),
               ("register.horizon-unhandled", handled), ("register.topic-incomplete", full_checklist), ("register.unexplained-change", whole_draft_named)]
