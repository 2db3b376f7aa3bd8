"""Defects of the design's artefacts beside one another: values that differ, atoms that are too thin, ids twice, releases that do not pair, changes without a decision."""
import design_formats
from mutators import Expectation
from mutators.links import CHANGES, REQUIREMENTS, STEPS, add_change
from mutators.tables import column, get, put, rows

ITEMS, CONTENTS, INTERFACES, LIMITS = "design/data_items.csv", "design/interface_items.csv", "design/interfaces.csv", "design/choreography.csv"
FOLLOWING = ["design.conflict", "coverage.uncovered", "timetable.role-differs", "timetable.sla-differs", "timetable.flow-mismatch", "data.obligation-differs"]


def with_schema(project, random):
    """The message schemas, which the project gets where it has none."""
    if not project.schema:
        form = random.choice(["openapi", "json-schema"])
        project.schema = {"path": "design/messages.yaml" if form == "openapi" else "design/messages.schema.json", "form": form, "joins": random.choice(["key", "field"]), "alter": []}
    return project.schema


def with_market(project, random):
    if "design/messages.csv" not in project.tables:
        design_formats.add_market_data(project, random)


def as_table(project, *paths):
    """Some defects cannot be drawn: they stand in tables."""
    for path in paths:
        project.table_formats[path] = "csv"


def other_length(project, random):
    """The schemas allow another length than the data specification."""
    texts = [row for row in rows(project, ITEMS) if get(project, ITEMS, row, "format") == "CHAR"] if project.design else []
    if not texts:
        return None
    carried = {get(project, CONTENTS, row, "data_item_id") for row in rows(project, CONTENTS)}
    texts = [row for row in texts if get(project, ITEMS, row, "data_item_id") in carried]
    if not texts:
        return None
    item = get(project, ITEMS, random.choice(texts), "data_item_id")

    def alter(interfaces, contents, items):
        for row in items:
            if row["data_item_id"] == item:
                row["length"] = int(row["length"]) + 3
    with_schema(project, random)["alter"].append(alter)
    return Expectation("design.conflict", None, None, item)


def not_required(project, random):
    """The schemas do not require what the catalogue calls mandatory."""
    if not project.design:
        return None
    row = random.choice(rows(project, CONTENTS))
    interface, item = (get(project, CONTENTS, row, name) for name in ("interface_id", "data_item_id"))

    def alter(interfaces, contents, items):
        for one in contents:
            if one["interface_id"] == interface and one["data_item_id"] == item:
                one["optionality"] = "O"
    with_schema(project, random)["alter"].append(alter)
    return Expectation("design.conflict", None, None, f"{interface}/{item}")


def other_receivers(project, random):
    """The choreography sends a message to somebody whom the catalogue does not have."""
    if not project.design or not rows(project, LIMITS):
        return None
    row = random.choice(rows(project, LIMITS))
    interface, had = get(project, LIMITS, row, "interface_id"), get(project, LIMITS, row, "receiver_roles").split(";")
    others = [role for role in project.design.roles if role not in had and role != get(project, LIMITS, row, "sender_role")]
    put(project, LIMITS, row, "receiver_roles", ";".join(had + [random.choice(others)]))
    return Expectation("design.conflict", None, None, interface, follows=["timetable.role-differs"])


def other_sender(project, random):
    """The process gives a message another sender than the market data has."""
    if not project.design:
        return None
    with_market(project, random)
    row = random.choice(rows(project, "design/variants.csv"))
    message = get(project, "design/variants.csv", row, "market_message_id")
    interface = next(get(project, "design/messages.csv", r, "local_catalogue_ref") for r in rows(project, "design/messages.csv")
                     if get(project, "design/messages.csv", r, "market_message_id") == message)
    parties = {get(project, "design/variants.csv", row, name) for name in ("source_role", "target_role")}
    sender = random.choice([role for role in sorted(project.design.roles) if role not in parties])
    for one in rows(project, "design/variants.csv"):
        if get(project, "design/variants.csv", one, "market_message_id") == message:
            put(project, "design/variants.csv", one, "source_role", sender)
    return Expectation("design.conflict", None, None, interface, follows=["timetable.flow-mismatch"])


def carried_item(project, random):
    """The id of a data item that some message carries, and its row."""
    carried = {get(project, CONTENTS, row, "data_item_id") for row in rows(project, CONTENTS)}
    row = random.choice([row for row in rows(project, ITEMS) if get(project, ITEMS, row, "data_item_id") in carried])
    put(project, ITEMS, row, "format", "CHAR")
    put(project, ITEMS, row, "length", 5)
    return get(project, ITEMS, row, "data_item_id"), row


def extra_value(project, random):
    """The schemas allow a value that the valid set has not."""
    if not project.design:
        return None
    item, row = carried_item(project, random)
    put(project, ITEMS, row, "valid_set", "ACT=Actual;EST=Estimated;DMD=Deemed")

    def alter(interfaces, contents, items):
        for one in items:
            if one["data_item_id"] == item:
                one["valid_set"] += ";SUB=Substituted"
    with_schema(project, random)["alter"].append(alter)
    set_values(project, item, ["ACT", "EST", "DMD"])
    return Expectation("design.enumeration-differs", None, None, item)


def set_values(project, item, values):
    """The values of an item in the market data, where the project has such."""
    path = "design/enumerations.csv"
    if "design/messages.csv" not in project.tables:
        return
    if path not in project.tables:
        project.tables[path] = [design_formats.MARKET[path][2].split(",")]
        project.yaml_design.append((path, f"EMDS{project.design.number}", "emds-enumerations"))
        project.table_formats[path] = "csv"
    project.tables[path] = project.tables[path][:1] + [r for r in rows(project, path) if r[0] != item] + [[item, value, value.title(), "2024-01-01", ""] for value in values]


def lost_value(project, random):
    """The market data lacks a value of the valid set."""
    if not project.design:
        return None
    with_market(project, random)
    item, row = carried_item(project, random)
    put(project, ITEMS, row, "valid_set", random.choice(["ACT=Actual;EST=Estimated;DMD=Deemed", "ACT: Actual;EST: Estimated;DMD: Deemed"]))
    if project.schema:
        project.schema = {}
    set_values(project, item, ["ACT", "DMD"])
    return Expectation("design.enumeration-differs", None, None, item)


def no_actor(project, random):
    """A step whose lane is blank."""
    if not project.design:
        return None
    as_table(project, STEPS)
    row = random.choice(rows(project, STEPS))
    put(project, STEPS, row, "lane_role", "")
    return Expectation("design.insufficient", STEPS, None, get(project, STEPS, row, "step_id"), follows=FOLLOWING)


def conditional_without_condition(project, random):
    """A data item that is conditional, and no condition is stated."""
    if not project.design:
        return None
    as_table(project, CONTENTS)
    row = random.choice(rows(project, CONTENTS))
    put(project, CONTENTS, row, "optionality", "C")
    return Expectation("design.insufficient", CONTENTS, None, get(project, CONTENTS, row, "data_item_id"), follows=FOLLOWING)


def vague_requirement(project, random):
    """A requirement that leaves open what must be done."""
    if not project.design:
        return None
    row = random.choice(rows(project, REQUIREMENTS))
    words = random.choice(["in a timely manner", "where possible", "as soon as reasonably practicable"])
    put(project, REQUIREMENTS, row, "text", f"{get(project, REQUIREMENTS, row, 'text')} {words}")
    return Expectation("design.insufficient", REQUIREMENTS, None, get(project, REQUIREMENTS, row, "req_id"), follows=["coverage.wording-diverges"])


def left_open(project, random):
    """A definition of a data item that is still to come."""
    if not project.design:
        return None
    row = random.choice(rows(project, ITEMS))
    put(project, ITEMS, row, "definition", random.choice(["TBC", "To be confirmed with the users", "Definition TBD"]))
    return Expectation("design.insufficient", ITEMS, None, get(project, ITEMS, row, "data_item_id"), follows=["design.insufficient"])


def counted_from_nothing(project, random):
    """A time limit without the event that it is counted from."""
    if not project.design or not rows(project, LIMITS):
        return None
    row = random.choice(rows(project, LIMITS))
    put(project, LIMITS, row, "sla_text", f"Within {random.randint(1, 9)} WD")
    for name in ("sla_qty", "sla_unit", "sla_relation", "sla_anchor"):
        put(project, LIMITS, row, name, "")
    return Expectation("design.insufficient", LIMITS, None, get(project, LIMITS, row, "oc_id"), follows=FOLLOWING)


def other_hash(project, random):
    """The requirement's text is another than the one that was agreed."""
    if not project.design:
        return None
    import hashlib
    table = project.tables[REQUIREMENTS]
    table[0].append("text_hash_prev")
    text = column(project, REQUIREMENTS, "text")
    for row in table[1:]:
        row.append(hashlib.sha256(row[text].encode()).hexdigest()[:8])
    row = random.choice(table[1:])
    row[text] += " by hand"
    return Expectation("design.uncontrolled-change", REQUIREMENTS, None, get(project, REQUIREMENTS, row, "req_id"), follows=["coverage.outdated", "coverage.wording-diverges"])


def earlier(project, path, alter):
    """The artefact as it was when the drafting started, with one row altered."""
    import copy
    old = path.replace("design/", "design/earlier_")
    project.tables[old] = copy.deepcopy(project.tables[path])
    alter(project.tables[old])
    project.table_formats.pop(old, None)
    project.design_fields[path] = {"baseline": old}


def changed_since_baseline(project, random):
    """A limit of the choreography changed since its baseline, and no change names it."""
    if not project.design or not rows(project, LIMITS):
        return None
    as_table(project, LIMITS)
    place = random.randint(1, len(rows(project, LIMITS)))
    text = column(project, LIMITS, "sla_text")

    def alter(table):
        table[place][text] = table[place][text].replace("Within ", "No later than 1")
    earlier(project, LIMITS, alter)
    return Expectation("design.uncontrolled-change", LIMITS, None, project.tables[LIMITS][place][column(project, LIMITS, "oc_id")])


def change_not_approved(project, random):
    """The same of a requirement, where the change that names it was only raised."""
    if not project.design:
        return None
    as_table(project, REQUIREMENTS)
    place = random.randint(1, len(rows(project, REQUIREMENTS)))
    text = column(project, REQUIREMENTS, "text")

    def alter(table):
        table[place][text] += " within a day"
    earlier(project, REQUIREMENTS, alter)
    atom = project.tables[REQUIREMENTS][place][column(project, REQUIREMENTS, "req_id")]
    add_change(project, 921, atom, status=random.choice(["Raised", "Draft"]), decided_on="")
    return Expectation("design.uncontrolled-change", REQUIREMENTS, None, atom)


def too_new(project, random):
    """An atom of a release that its artefact has not reached."""
    if not project.design:
        return None
    path, key = random.choice([(REQUIREMENTS, "req_id"), (STEPS, "step_id"), (INTERFACES, "interface_id")])
    row = random.choice(rows(project, path))
    put(project, path, row, "release", "IR1.1")
    if path == STEPS:
        as_table(project, STEPS)
    return Expectation("design.unversioned", path, None, get(project, path, row, key), follows=["coverage.outdated", "coverage.predated", "design.unversioned"])


def no_schema_for_one(project, random):
    """The schemas lack one interface of the catalogue."""
    if not project.design or len(rows(project, INTERFACES)) < 4:
        return None
    lost = get(project, INTERFACES, random.choice(rows(project, INTERFACES)), "interface_id")

    def alter(interfaces, contents, items):
        interfaces[:] = [one for one in interfaces if one["interface_id"] != lost]
    with_schema(project, random)["alter"].append(alter)
    return Expectation("design.unversioned", None, None, lost)


def twice(path, key, name, value, title):
    def plant(project, random):
        """One id stands for two things."""
        if not project.design:
            return None
        as_table(project, path)
        row = list(random.choice(rows(project, path)))
        put(project, path, row, name, value)
        project.tables[path].append(row)
        return Expectation("design.duplicate-id", path, None, get(project, path, row, key), follows=FOLLOWING + ["coverage.wording-diverges", "data.name-differs"])
    plant.__name__ = title
    return plant


def branch(question, words, sought, title):
    def plant(project, random):
        """A way out of the process that no text speaks of."""
        if not project.design:
            return None
        process, step = random.choice(project.design.steps())
        project.table_formats[STEPS] = "bpmn"
        project.branches[step.id] = [(question, words)]
        return Expectation("design.branch-uncodified", STEPS, None, sought)
    plant.__name__ = title
    return plant


MUTATORS = [("design.conflict", other_length), ("design.conflict", not_required), ("design.conflict", other_receivers), ("design.conflict", other_sender),
            ("design.enumeration-differs", extra_value), ("design.enumeration-differs", lost_value),
            ("design.insufficient", no_actor), ("design.insufficient", conditional_without_condition), ("design.insufficient", vague_requirement),
            ("design.insufficient", left_open), ("design.insufficient", counted_from_nothing),
            ("design.uncontrolled-change", other_hash), ("design.uncontrolled-change", changed_since_baseline), ("design.uncontrolled-change", change_not_approved),
            ("design.unversioned", too_new), ("design.unversioned", no_schema_for_one),
            ("design.duplicate-id", twice(REQUIREMENTS, "req_id", "text", "The operator must paint the gate", "requirement_twice")),
            ("design.duplicate-id", twice(INTERFACES, "interface_id", "name", "Quite another notice", "interface_twice")),
            ("design.branch-uncodified", branch("Is the lock intact?", "Lock is frozen", "Lock is frozen", "frozen_lock")),
            ("design.branch-uncodified", branch("Harbour dredged?", "No", "Harbour dredged", "harbour_not_dredged"))]


# --- near-misses ---

def same_values_otherwise(project, random):
    """One format, length, set of values and optionality, written in other ways."""
    if not project.design:
        return None
    item, row = carried_item(project, random)
    put(project, ITEMS, row, "valid_set", random.choice(["ACT: Actual;EST: Estimated", "ACT - Actual;EST - Estimated", "EST=Estimated;ACT=Actual"]))
    if project.schema:
        project.schema = {}
    with_market(project, random)
    set_values(project, item, random.sample(["act", "est"], 2) if random.random() < 0.5 else ["EST", "ACT"])
    put(project, ITEMS, row, "format", random.choice(["VARCHAR", "Text", "char"]))
    return True


def value_of_the_past(project, random):
    """A value that is no longer in force, and one that is not yet, are no values of today."""
    if not project.design:
        return None
    item, row = carried_item(project, random)
    put(project, ITEMS, row, "valid_set", "ACT=Actual;EST=Estimated")
    project.schema = {}
    with_market(project, random)
    set_values(project, item, ["ACT", "EST"])
    project.tables["design/enumerations.csv"] += [[item, "OLD", "Old", "2020-01-01", "2023-12-31"], [item, "NEW", "New", "2031-01-01", ""]]
    return True


def receivers_in_other_words(project, random):
    """Names for the codes of roles, another order, and the hub that passes a message on."""
    if not project.design or not rows(project, LIMITS):
        return None
    row = random.choice(rows(project, LIMITS))
    roles = get(project, LIMITS, row, "receiver_roles").split(";")
    random.shuffle(roles)
    put(project, LIMITS, row, "receiver_roles", ";".join([project.design.names[role] + random.choice(["", "s"]) for role in roles] + random.choice([[], ["DIP"]])))
    return True


def stated_condition(project, random):
    """A conditional item whose condition is stated; words like those that leave things open."""
    if not project.design:
        return None
    as_table(project, CONTENTS)
    row = random.choice(rows(project, CONTENTS))
    put(project, CONTENTS, row, "optionality", "C")
    put(project, CONTENTS, row, "condition", "If the visit took place")
    project.schema = {}
    for path in list(design_formats.MARKET):
        if path in project.tables:
            del project.tables[path]
    project.bundles = {}
    project.yaml_design = [entry for entry in project.yaml_design if entry[0] not in design_formats.MARKET]
    one = random.choice(rows(project, REQUIREMENTS))
    put(project, REQUIREMENTS, one, "text", get(project, REQUIREMENTS, one, "text") + " where the gate is open, and keep sufficing copies")
    return True


def cleared_change(project, random):
    """A change of the design that an approved Change Request names, and one of its bookkeeping."""
    if not project.design:
        return None
    as_table(project, REQUIREMENTS)
    place = random.randint(1, len(rows(project, REQUIREMENTS)))
    text, version = column(project, REQUIREMENTS, "text"), column(project, REQUIREMENTS, "brs_version")
    cosmetic = random.random() < 0.5

    def alter(table):
        table[place][version] = "0.9"
        table[place][text] = table[place][text].replace(" must ", "  must ") if cosmetic else table[place][text] + " within a day"
    earlier(project, REQUIREMENTS, alter)
    if not cosmetic:
        row = project.tables[REQUIREMENTS][place]
        add_change(project, 922, get(project, REQUIREMENTS, row, "req_id"), decided_on="2024-05-01", from_version="0.9", to_version="1.0")
    return True


def same_row_twice(project, random):
    """A row that stands twice as it is, and one id written in two ways."""
    if not project.design:
        return None
    as_table(project, REQUIREMENTS)
    project.tables[REQUIREMENTS].append(list(random.choice(rows(project, REQUIREMENTS))))
    return True


def earlier_release(project, random):
    """An atom of an earlier release, and schemas of some interfaces alone."""
    if not project.design:
        return None
    put(project, INTERFACES, random.choice(rows(project, INTERFACES)), "release", "IR0.5")
    kept = get(project, INTERFACES, random.choice(rows(project, INTERFACES)), "interface_id")
    if len(rows(project, INTERFACES)) < 3:
        return True

    def alter(interfaces, contents, items):
        interfaces[:] = [one for one in interfaces if one["interface_id"] == kept]
    with_schema(project, random)["alter"].append(alter)
    return True


def spoken_branch(project, random):
    """Ways out of the process that the row itself speaks of, and one that goes on."""
    steps = [s for _, s in project.design.steps() if s.action.startswith("Reject or accept")] if project.design else []
    if not steps:
        return None
    project.table_formats[STEPS] = "bpmn"
    project.branches[random.choice(steps).id] = [random.choice([("Accepted?", "Rejected"), ("Accept?", "Reject"), ("Is it accepted?", "No")])]
    return True


def other_owner_in_words(project, random):
    """The owner by the code's name, and an item whose owner is a code that is not loaded."""
    if not project.design:
        return None
    one, *others = random.sample(rows(project, ITEMS), len(rows(project, ITEMS)))
    put(project, ITEMS, one, "owner_code", random.choice(["X Balancing and Settlement Code", "xbsc", "XBSC "]))
    if others:
        put(project, ITEMS, others[0], "owner_code", "XUNC")
    return True


NEAR_MISSES = [("design.conflict", same_values_otherwise), ("design.conflict", receivers_in_other_words), ("design.enumeration-differs", value_of_the_past),
               ("design.enumeration-differs", same_values_otherwise), ("design.insufficient", stated_condition), ("design.uncontrolled-change", cleared_change),
               ("design.duplicate-id", same_row_twice), ("design.unversioned", earlier_release), ("design.branch-uncodified", spoken_branch),
               ("data.owner-omits", other_owner_in_words)]
