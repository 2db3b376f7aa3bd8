"""Defects of the trace register and of what it claims: links that are old, early, dead or too strong, atoms that nothing carries any more, text without a basis."""
from model import Node, Run
from mutators import Expectation
from mutators.duties import THING, add_link, add_requirement, provision, two_roles
from mutators.places import append_words, draft_part, ends_plainly, inserted, label_of, operative
from mutators.tables import get, put, rows

TRACE, CHANGES, REQUIREMENTS, STEPS = "registers/trace.csv", "registers/changes.csv", "design/requirements.csv", "design/steps.csv"
FOLLOWING = ["coverage.uncovered", "coverage.shallow", "coverage.untraced", "register.missed-uplift", "register.unexplained-change", "term.unused-definition",
             "coverage.dead-provision"]


def procedure(project):
    return project.design.steps()[0][1].row.document if project.design else None


def linked_duty(project, random, **changes):
    """A provision of the procedure that says a new requirement, and their link; `changes` are columns of the link's row. (node, atom, row) or None."""
    if not project.design:
        return None
    node = provision(procedure(project), random)
    if node is None:
        return None
    (role, name), _ = two_roles(project, random)
    node.runs = [Run(f"The {name} shall {THING}.")]
    atom = f"XP-BR-LNK-{random.randint(100, 999)}"
    add_requirement(project, atom, f"The {name} must {THING}", role, "must", [node.document.code])
    add_link(project, atom, node)
    row = rows(project, TRACE)[-1]
    for name, value in changes.items():
        put(project, TRACE, row, name, value)
    return node, atom, row


def add_change(project, number, atom, **more):
    values = {"change_id": f"CR{number}", "kind": "CR", "title": "Counting of crates", "status": "Approved", "decided_on": "2024-06-25", "release": "IR1.0",
              "atom_ids": atom, "evidence": "Minute 9", **more}
    project.tables[CHANGES].append([values.get(name, "") for name in project.tables[CHANGES][0]])


def old_pin_named(project, random):
    """A link pins an older version than the change that names its atom brought."""
    made = linked_duty(project, random, atom_version="0.9")
    if made is None:
        return None
    add_change(project, 911, made[1], from_version="0.9", to_version="1.0")
    return Expectation("coverage.outdated", TRACE, None, made[1], follows=FOLLOWING)


def old_pin_referred(project, random):
    """The same, where the requirement names the change."""
    made = linked_duty(project, random, atom_version="0.8", reviewed_on="2024-02-20")
    if made is None:
        return None
    put(project, REQUIREMENTS, rows(project, REQUIREMENTS)[-1], "change_ref", "CR912")
    add_change(project, 912, "", from_version="0.9", to_version="1.0")
    return Expectation("coverage.outdated", TRACE, None, made[1], follows=FOLLOWING)


def pinned_ahead(project, random):
    """A link pins a version that the design has not reached."""
    made = linked_duty(project, random, atom_version=random.choice(["1.1", "2.0"]))
    return made and Expectation("coverage.predated", TRACE, None, made[1], follows=FOLLOWING)


def later_release(project, random):
    """A link pins a release that the draft does not reflect yet."""
    made = linked_duty(project, random, release="IR1.1")
    return made and Expectation("coverage.predated", TRACE, None, made[1], follows=FOLLOWING)


def link_to_nothing(project, random):
    """A link names a requirement that the specification does not have."""
    made = linked_duty(project, random)
    if made is None:
        return None
    atom = made[1][:-3] + "000"
    put(project, TRACE, made[2], "atom_id", atom)
    return Expectation("coverage.dead-atom", TRACE, None, atom, follows=FOLLOWING)


def link_to_withdrawn(project, random):
    """A link names a requirement that was withdrawn."""
    made = linked_duty(project, random)
    if made is None:
        return None
    put(project, REQUIREMENTS, rows(project, REQUIREMENTS)[-1], "status", random.choice(["Withdrawn", "Superseded"]))
    return Expectation("coverage.dead-atom", TRACE, None, made[1], follows=FOLLOWING)


def text_cites_withdrawn(project, random):
    """The text names an interface that was withdrawn."""
    if not project.design:
        return None
    node = operative(project, random, lambda n: ends_plainly(n) and n.document.code == "XBSC" and not n.document.glossary)
    if node is None:
        return None
    atom = f"IF-{random.randint(101, 799)}"
    sender, receiver = random.sample(sorted(project.design.roles), 2)
    project.tables["design/interfaces.csv"].append([atom, "Old notice", "0.9", "Withdrawn", "DIP", sender, receiver, "", "", "", "", "", "", "IR0.5", ""])
    change = draft_part(node, random)
    append_words(node, f", and shall send {atom}", change)
    return Expectation("coverage.dead-atom", node.document.path, label_of(node), atom, introduced=inserted(node) or change == "ins", follows=["design.unversioned"])


def link_to_no_provision(project, random):
    """A link names a provision that is not there."""
    label = random.choice(["97.1", "2.97", "1.2.97"])
    made = linked_duty(project, random, provision=label)
    return made and Expectation("coverage.dead-provision", TRACE, None, label, follows=FOLLOWING)


def text_changed_since(project, random):
    """The provision's text is another than the one that was reviewed."""
    made = linked_duty(project, random, provision_hash=f"{random.randrange(1 << 32):08x}")
    return made and Expectation("coverage.dead-provision", TRACE, None, label_of(made[0]), follows=FOLLOWING)


def children_missing(project, random):
    """The register says full, and one of two parts of the requirement has no text."""
    made = linked_duty(project, random)
    if made is None:
        return None
    node, atom, _ = made
    for place in (1, 2):
        row = list(rows(project, REQUIREMENTS)[-1])
        put(project, REQUIREMENTS, row, "req_id", f"{atom}.{place}")
        put(project, REQUIREMENTS, row, "parent_id", atom)
        put(project, REQUIREMENTS, row, "text", f"The count of crates must be {['written', 'kept'][place - 1]}")
        project.tables[REQUIREMENTS].append(row)
    add_link(project, f"{atom}.1", node)
    return Expectation("coverage.shallow", TRACE, None, f"{atom}.2", follows=["coverage.uncovered", "coverage.wording-diverges"])


def items_missing(project, random):
    """The register says full, and one of three mandatory data items of the message is not in the text."""
    made = linked_duty(project, random)
    if made is None or len(project.design.items) < 3:
        return None
    node, atom, row = made
    _, step = random.choice(project.design.steps())
    path = "design/interface_items.csv"
    contents = next(r for r in rows(project, path) if get(project, path, r, "interface_id") == step.interface)
    for item, name in project.design.items:
        if get(project, path, contents, "data_item_id") != item:
            new = list(contents)
            for column, value in (("data_item_id", item), ("data_item_name", name), ("dip_field", name[0].lower() + name[1:].replace(" ", "")), ("seq", 2)):
                put(project, path, new, column, value)
            project.tables[path].append(new)
    names = [name for _, name in project.design.items]
    missing = names.pop(random.randrange(3))
    (role, name), _ = two_roles(project, random)
    node.runs = [Run(f"The {name} shall {THING}, and shall send the {names[0]} and the {names[1]}.")]
    add_link(project, step.interface, node)
    put(project, TRACE, rows(project, TRACE)[-1], "atom_kind", "interface")
    return Expectation("coverage.shallow", TRACE, None, missing, follows=["coverage.uncovered", "design.conflict"])


def basis_lost(project, random):
    """Changed text of the procedure, and the part that it stands in has no basis any more."""
    if not project.design:
        return None
    document = procedure(project)
    changed = [n for n in document.nodes() if n.kind == "p" and (n.change == "ins" or any(r.change for r in n.runs)) and n.change != "del"
               and n.parent.runs and "Purpose" not in str(n.parent.runs[0].content)]
    if not changed:
        return None
    part = random.choice(changed)
    while part.parent.kind != "root":
        part = part.parent
    label = label_of(part)
    project.tables[TRACE] = [row for row in project.tables[TRACE] if not (row[1] == "none" and row[8] == document.id and row[10] == label)]
    if not any(row[8] == document.id for row in project.tables[TRACE][1:]):
        return None
    return Expectation("coverage.untraced", document.path, None, introduced=True, follows=["coverage.untraced", "register.unexplained-change"])


def new_part(project, random):
    """The draft inserts a part that nothing asks for."""
    if not project.design:
        return None
    document = procedure(project)
    heading = document.root.add(Node("h1", [Run("Further Work")], change="ins"))
    (role, name), _ = two_roles(project, random)
    node = heading.add(Node("p", [Run(f"The {name} shall keep the yard clean at all hours.")], change="ins"))
    if document.style.levels == ("h1", "h2", "p"):
        heading.children = []
        middle = heading.add(Node("h2", [Run("Cleaning of the Yard")], change="ins"))
        middle.add(node)
    return Expectation("coverage.untraced", document.path, label_of(heading), introduced=True, follows=["coverage.untraced"])


def lost_row(project, random):
    """The draft takes out the only row that carries a step."""
    if not project.design:
        return None
    process = random.choice(project.design.processes)
    step = process.steps[-1]
    step.row.change = "del"
    return Expectation("coverage.lost", step.row.document.path, step.ref, introduced=True, follows=FOLLOWING + ["reference.missing", "reference.not-used", "timetable.step-missing"])


def lost_provision(project, random):
    """The draft takes out the only provision that is linked to a requirement."""
    made = linked_duty(project, random)
    if made is None:
        return None
    node, atom, _ = made
    label = label_of(node)
    if node is not node.parent.children[-1] or node is node.parent.children[0] or node.cited:
        return None
    node.change = "del"
    return Expectation("coverage.lost", node.document.path, label, atom, introduced=True, follows=FOLLOWING)


def below_minimum(kind, plant_gap):
    def plant(project, random):
        """A minimum is declared that one gap fails."""
        made = plant_gap(project, random)
        if made is None:
            return None
        project.yaml_extra.append(f"expect:\n  {kind}: {{min: 100%}}")
        return Expectation("coverage.threshold", None, None, made.words, follows=["coverage.uncovered"])
    plant.__name__ = f"too_few_{kind}s"
    return plant


def round_of(count):
    def plant(project, random):
        """Requirements that are each a part of the next, and the last of the first."""
        if not project.design or len(rows(project, REQUIREMENTS)) < count:
            return None
        chosen = random.sample(rows(project, REQUIREMENTS), count)
        for one, other in zip(chosen, chosen[1:] + chosen[:1]):
            put(project, REQUIREMENTS, one, "parent_id", get(project, REQUIREMENTS, other, "req_id"))
        first = min(get(project, REQUIREMENTS, row, "req_id") for row in chosen)
        return Expectation("coverage.cycle", REQUIREMENTS, first, first, follows=["coverage.shallow"])
    plant.__name__ = f"round_of_{count}"
    return plant


def with_artefacts(project, more):
    listed = sorted({artefact for _, artefact, _ in project.yaml_design} | {p.id for p in project.design.processes})
    if project.schema:
        listed.append(f"E2E{project.design.number}")
    project.tables["registers/artefacts.csv"] = [["short_name", "doc_number", "sub_type", "status", "version"],
                                                 *[[f"Paper {name}", name, "Design", "Approved", "1.0"] for name in listed], *more]
    project.yaml_registers["artefacts"] = "registers/artefacts.csv"


def unread_artefact(number, status):
    def plant(project, random):
        """The register of artefacts lists one that was not read."""
        if not project.design:
            return None
        with_artefacts(project, [["Work at Night", number, "Design", status, "1.0"]])
        return Expectation("coverage.artefact-not-loaded", "registers/artefacts.csv", None, number)
    plant.__name__ = f"unread_{number.lower()}"
    return plant


def endless_by_register(project, random):
    """The register calls a provision transition text, and nothing says when it ends."""
    made = linked_duty(project, random)
    if made is None:
        return None
    node, _, row = made
    add_link(project, "", node)
    last = rows(project, TRACE)[-1]
    for name, value in (("atom_kind", "none"), ("atom_id", ""), ("atom_version", ""), ("link_type", ""), ("basis", random.choice(["transition", "Transitional"])), ("coverage", "")):
        put(project, TRACE, last, name, value)
    return Expectation("coverage.no-end", node.document.path, label_of(node), follows=FOLLOWING)


def endless_by_heading(project, random):
    """The draft inserts a part headed "Transition", without an end."""
    if not project.design:
        return None
    document = random.choice([d for d in project.documents if d.draft and not d.glossary and d.file_format != "html"] or [None])
    if document is None or document.profile not in ("bsc-section", "cusc", "sec", "rec-main", "bscp"):
        return None
    title = random.choice(["Transition", "Transitional Provisions", "Transitional Arrangements"])
    heading = document.root.add(Node("h1", [Run(title.upper() if document.style.capitals else title)], change="ins"))
    holder = heading.add(Node("h2", [Run("Work at Night")], change="ins")) if len(document.style.levels) == 3 else heading
    node = holder.add(Node("p", [Run(f"Each {random.choice(project.vocabulary.roles)} shall do its work by day and by night.")], change="ins"))
    return Expectation("coverage.no-end", document.path, label_of(heading), introduced=True, follows=["coverage.untraced", "register.unexplained-change", "term.undefined"])


def gap_of_requirement(project, random):
    from mutators.coverage import new_requirement
    return new_requirement(project, random)


def gap_of_step(project, random):
    from mutators.coverage import new_step
    return new_step(project, random)


MUTATORS = [("coverage.outdated", old_pin_named), ("coverage.outdated", old_pin_referred), ("coverage.predated", pinned_ahead), ("coverage.predated", later_release),
            ("coverage.dead-atom", link_to_nothing), ("coverage.dead-atom", link_to_withdrawn), ("coverage.dead-atom", text_cites_withdrawn),
            ("coverage.dead-provision", link_to_no_provision), ("coverage.dead-provision", text_changed_since),
            ("coverage.shallow", children_missing), ("coverage.shallow", items_missing), ("coverage.untraced", basis_lost), ("coverage.untraced", new_part),
            ("coverage.lost", lost_row), ("coverage.lost", lost_provision), ("coverage.threshold", below_minimum("requirement", gap_of_requirement)),
            ("coverage.threshold", below_minimum("bp_step", gap_of_step)), ("coverage.cycle", round_of(2)), ("coverage.cycle", round_of(3)),
            ("coverage.artefact-not-loaded", unread_artefact("BP998", "Approved")), ("coverage.artefact-not-loaded", unread_artefact("METH991", "Baselined")),
            ("coverage.no-end", endless_by_register), ("coverage.no-end", endless_by_heading)]


# --- near-misses ---

def pinned_in_other_words(project, random):
    """"v1.0" and 1 are the version that the design has."""
    return linked_duty(project, random, atom_version=random.choice(["v1.0", "V1", "1", "1.0.0"])) and True


def change_before_the_pin(project, random):
    """A change that the pinned version already has."""
    made = linked_duty(project, random)
    if made is None:
        return None
    add_change(project, 913, made[1], from_version="0.9", to_version="1.0", decided_on="2024-02-01")
    return True


def provision_named_otherwise(project, random):
    """The register names the provision with its keyword or a full stop."""
    made = linked_duty(project, random)
    if made is None:
        return None
    label = get(project, TRACE, made[2], "provision")
    put(project, TRACE, made[2], "provision", random.choice([f"section {label}", f"{label}.", f" {label} ", f"Section {label}"]))
    return True


def hash_of_the_text(project, random):
    """The hash of the text as it was reviewed, in capitals or shortened; a space more is the same text."""
    import hashlib
    made = linked_duty(project, random)
    if made is None:
        return None
    node = made[0]
    words = node.runs[0].content
    digest = hashlib.sha256(words.encode()).hexdigest()
    put(project, TRACE, made[2], "provision_hash", random.choice([digest, digest[:8], digest[:6].upper()]))
    return True


def old_law_that_went(project, random):
    """Text that says what a withdrawn message is no more."""
    if not project.design:
        return None
    node = operative(project, random, lambda n: ends_plainly(n) and n.document.code == "XBSC" and not n.document.glossary)
    if node is None:
        return None
    sender, receiver = random.sample(sorted(project.design.roles), 2)
    project.tables["design/interfaces.csv"].append(["IF-808", "Old notice", "0.9", "Withdrawn", "DIP", sender, receiver, "", "", "", "", "", "", "IR0.5", ""])
    append_words(node, random.choice([", and shall no longer send IF-808", " (formerly by IF-808)", ", in place of IF-808"]), draft_part(node, random))
    return ["design.unversioned"]  # the schemas have it still


def both_children(project, random):
    """The register says full, and every part has its text."""
    made = linked_duty(project, random)
    if made is None:
        return None
    node, atom, _ = made
    for place in (1, 2):
        row = list(rows(project, REQUIREMENTS)[-1])
        put(project, REQUIREMENTS, row, "req_id", f"{atom}.{place}")
        put(project, REQUIREMENTS, row, "parent_id", atom)
        project.tables[REQUIREMENTS].append(row)
        add_link(project, f"{atom}.{place}", node)
    return True


def part_with_basis(basis):
    def plant(project, random):
        """The draft inserts a part, and the register says why."""
        if not project.design:
            return None
        made = new_part(project, random)
        heading = procedure(project).root.children[-1]
        add_link(project, "", heading)
        last = rows(project, TRACE)[-1]
        for name, value in (("atom_kind", "none"), ("atom_id", ""), ("atom_version", ""), ("link_type", ""), ("coverage", ""), ("basis", random.choice(basis))):
            put(project, TRACE, last, name, value)
        return bool(made)
    plant.__name__ = f"part_with_basis_{basis[0]}"
    return plant


def row_moved_to_prose(project, random):
    """A linked provision is struck, and a new one says the same and is linked."""
    made = linked_duty(project, random)
    if made is None:
        return None
    node, atom, row = made
    if node is not node.parent.children[-1] or node is node.parent.children[0] or node.cited:
        return None
    words = node.runs[0].content
    node.change = "del"
    new = node.parent.add(Node("p", [Run(words.replace("shall", "must"))], change="ins"))
    put(project, TRACE, row, "provision", label_of(new))
    return True


def minimum_reached(project, random):
    """A minimum that is reached, and one with an alternative."""
    if not project.design:
        return None
    project.yaml_extra.append("expect:\n  requirement: {min: 100%}\n  bp_step: {min: 95%, or: [requirement]}")
    return True


def chain_without_round(project, random):
    """Requirements in a chain, and one that is its own parent, as some exports write those that have none."""
    if not project.design or len(rows(project, REQUIREMENTS)) < 3:
        return None
    one, two, three = random.sample(rows(project, REQUIREMENTS), 3)
    put(project, REQUIREMENTS, one, "parent_id", get(project, REQUIREMENTS, two, "req_id"))
    put(project, REQUIREMENTS, two, "parent_id", get(project, REQUIREMENTS, three, "req_id"))
    put(project, REQUIREMENTS, three, "parent_id", get(project, REQUIREMENTS, three, "req_id"))
    return True


def artefacts_all_read(project, random):
    """Every artefact that is owed was read; one is withdrawn, and one only planned."""
    if not project.design:
        return None
    with_artefacts(project, [["Work at Night", "BP998", "Design", random.choice(["Withdrawn", "Superseded"]), "1.0"], ["Work by Day", "BP999", "Design", "Planned", ""]])
    return True


def transition_with_end(project, random):
    """Transition text that says when it ends."""
    made = linked_duty(project, random)
    if made is None:
        return None
    node = made[0]
    append_words(node, random.choice([" until the Working Day after the last move", ", and this provision lapses on 31 March 2026", ", for as long as the old yard is open"]))
    add_link(project, "", node)
    last = rows(project, TRACE)[-1]
    for name, value in (("atom_kind", "none"), ("atom_id", ""), ("atom_version", ""), ("link_type", ""), ("basis", "transition"), ("coverage", "")):
        put(project, TRACE, last, name, value)
    return True


NEAR_MISSES = [("coverage.outdated", pinned_in_other_words), ("coverage.outdated", change_before_the_pin), ("coverage.predated", pinned_in_other_words),
               ("coverage.dead-provision", provision_named_otherwise), ("coverage.dead-provision", hash_of_the_text), ("coverage.dead-atom", old_law_that_went),
               ("coverage.shallow", both_children), ("coverage.untraced", part_with_basis(["governance", "legal", "qualification"])), ("coverage.lost", row_moved_to_prose),
               ("coverage.threshold", minimum_reached), ("coverage.cycle", chain_without_round), ("coverage.artefact-not-loaded", artefacts_all_read),
               ("coverage.no-end", transition_with_end)]
