"""Defects of timetables: time limits, steps, parties and messages that are not those of the design."""
from model import Run
from mutators import Expectation
from mutators.tables import get, put, rows

FOLLOWING = ["timetable.sla-differs", "coverage.uncovered", "coverage.shallow", "term.undefined"]


def limited(project):
    return [(process, step) for process, step in project.design.steps() if step.limit] if project.design else []


def any_step(project, random):
    return random.choice(project.design.steps()) if project.design else (None, None)


def set_cell(step, place, new, random):
    """Alters one cell, marked or in both views; whether it is marked."""
    old = step.row.cells[place][0].content
    marked = random.random() < 0.5
    step.row.cells[place] = [Run(old, "del"), Run(new, "ins")] if marked else [Run(new)]
    return marked


def rewrite(project, random, change):
    """Alters one WHEN cell, marked or in both views."""
    if not limited(project):
        return None
    process, step = random.choice(limited(project))
    new = change(step.row.cells[1][0].content, step)
    marked = set_cell(step, 1, new, random)
    return Expectation("timetable.sla-differs", step.row.document.path, step.ref, new.rstrip("."), introduced=marked)


def other_quantity(project, random):
    """Another number of days or hours."""
    return rewrite(project, random, lambda old, step: old.replace(str(step.limit.quantity), str(step.limit.quantity + random.randint(1, 9)), 1))


def other_unit(project, random):
    """Hours for working days, or the reverse."""
    def change(old, step):
        quantity, unit = step.limit.quantity, step.limit.unit
        text = old.replace(f"{quantity}{unit}", f"{quantity} {unit}", 1)
        return text.replace(f"{quantity} {unit}", f"{quantity} {'hours' if unit == 'WD' else 'WD'}", 1)
    return rewrite(project, random, change)


def step_expectation(rule, step, words, marked, *more):
    return Expectation(rule, step.row.document.path, step.ref, words, introduced=marked, follows=[*FOLLOWING, *more])


def missing_anchor(project, random):
    """WHEN counts from a row that is not there."""
    process, step = any_step(project, random)
    if not step:
        return None
    gone = step.ref.rsplit(".", 1)[0] + f".{random.randint(20, 60)}"
    words = random.choice(["Within 2 WD of {}", "Following {}", "By 17:00 on the WD following {}", "As soon as possible after receipt of {}"])
    # "as soon as possible" is vague where the choreography has a figure.
    return step_expectation("timetable.step-missing", step, gone, set_cell(step, 1, words.format(gone), random), "reference.missing", "wording.vague")


def missing_step_in_action(project, random):
    """ACTION sends the reader to a step that is not there."""
    process, step = any_step(project, random)
    if not step:
        return None
    gone = step.ref.rsplit(".", 1)[0] + f".{random.randint(20, 60)}"
    new = step.row.cells[2][0].content + f"; otherwise return to step {gone}"
    return step_expectation("timetable.step-missing", step, gone, set_cell(step, 2, new, random), "reference.missing")


def later_anchor(project, random):
    """WHEN counts from a row that comes later."""
    if not project.design:
        return None
    process = random.choice(project.design.processes)
    place = random.randrange(len(process.steps) - 1)
    step, later = process.steps[place], random.choice(process.steps[place + 1:])
    words = random.choice(["Within 2 WD of {}", "No later than 3 Working Days after {}", "By 17:00 on the WD following {}"])
    return step_expectation("timetable.step-order", step, later.ref, set_cell(step, 1, words.format(later.ref), random))


def own_anchor(project, random):
    """WHEN counts from its own row."""
    process, step = any_step(project, random)
    if not step:
        return None
    return step_expectation("timetable.step-order", step, step.ref, set_cell(step, 1, f"Within 4 WD of receipt of {step.ref}", random))


def reversed_parties(project, random):
    """FROM and TO have changed places."""
    process, step = any_step(project, random)
    if not step:
        return None
    sender, receivers = step.row.cells[3], step.row.cells[4]
    step.row.cells[3], step.row.cells[4] = receivers, sender
    return step_expectation("timetable.role-differs", step, receivers[0].content, False)


def extra_receiver(project, random):
    """TO names a role that the interface does not go to."""
    process, step = any_step(project, random)
    others = [role for role in project.design.roles if role != step.sender and role not in step.receivers] if step else []
    if not others:
        return None
    name = project.design.names[random.choice(others)]
    new = step.row.cells[4][0].content + random.choice([", {}", " and {}", " & {}(s)"]).format(name)
    return step_expectation("timetable.role-differs", step, name, set_cell(step, 4, new, random))


def missing_receiver(project, random):
    """A receiver of the catalogue is missing in TO."""
    several = [(p, s) for p, s in project.design.steps() if len(s.receivers) > 1] if project.design else []
    if not several:
        return None
    _, step = random.choice(several)
    kept = project.design.names[step.receivers[0]]
    return step_expectation("timetable.role-differs", step, project.design.names[step.receivers[1]], set_cell(step, 4, kept, random))


def unknown_sender(project, random):
    """FROM names nobody that the roles have."""
    process, step = any_step(project, random)
    if not step:
        return None
    return step_expectation("timetable.role-unknown", step, "Crate Inspector", set_cell(step, 3, "Crate Inspector", random))


def unknown_receiver(project, random):
    """A further party in TO that the roles do not have."""
    process, step = any_step(project, random)
    if not step:
        return None
    new = step.row.cells[4][0].content + random.choice([", ", "; ", " and "]) + "Crate Inspector"
    return step_expectation("timetable.role-unknown", step, "Crate Inspector", set_cell(step, 4, new, random))


def unknown_message(project, random):
    """A row names an interface that the design lacks."""
    process, step = any_step(project, random)
    if not step:
        return None
    atom = f"IF-{random.randint(101, 799)}"
    new = step.row.cells[5][0].content.replace(step.interface, atom)
    return step_expectation("timetable.flow-mismatch", step, atom, set_cell(step, 5, new, random))


def wrong_name(project, random):
    """The name in quotation marks is not the interface's."""
    process, step = any_step(project, random)
    if not step:
        return None
    return step_expectation("timetable.flow-mismatch", step, "Crate report", set_cell(step, 5, f"{step.interface} ‘Crate report’", random))


def withdrawn_message(project, random):
    """The catalogue has withdrawn the interface, and the row stays."""
    process, step = any_step(project, random)
    if not step:
        return None
    path = "design/interfaces.csv"
    row = next(row for row in rows(project, path) if get(project, path, row, "interface_id") == step.interface)
    put(project, path, row, "status", "Withdrawn")
    return Expectation("timetable.flow-mismatch", step.row.document.path, step.ref, step.interface, introduced=False,
                       follows=[*FOLLOWING, "coverage.dead-atom", "design.dangling", "design.conflict", "design.insufficient",
                                "design.unversioned"])


def unreadable_limit(project, random):
    """A limit with a figure in words outside the grammar."""
    process, step = any_step(project, random)
    if not step:
        return None
    new = random.choice(["Usually 3 WD after the visit", "Every 5 WD", "Within 2 WD, weather permitting, of the visit of 3 people"])
    return step_expectation("timetable.when-unparsed", step, new, set_cell(step, 1, new, random))


def limit_disagrees(project, random):
    """Words and figures of a limit disagree."""
    process, step = any_step(project, random)
    if not step:
        return None
    new = f"Within two ({random.randint(3, 9)}) WD of the visit"
    return step_expectation("timetable.when-unparsed", step, new, set_cell(step, 1, new, random))


def forms_of_roles(project, random):
    """"New X(s)" is X."""
    process, step = any_step(project, random)
    if not step:
        return None
    name = step.row.cells[3][0].content
    step.row.cells[3] = [Run(random.choice([f"New {name}", f"{name}(s)", f"Old {name}s", f"{name} (if appointed)"]))]
    return True


def right_name(project, random):
    """The interface's own name in quotation marks, its capitals apart."""
    process, step = any_step(project, random)
    if not step:
        return None
    step.row.cells[5] = [Run(f"{step.interface} ‘{step.message.title()}’")]
    return True


def same_limit(project, random):
    """The same limit in other words."""
    if not limited(project):
        return None
    _, step = random.choice(limited(project))
    old = step.row.cells[1][0].content.rstrip(".")
    anchor = old.split(" of ", 1)[1]
    amount = f"{step.limit.quantity} {'Working Days' if step.limit.unit == 'WD' else 'hrs'}"
    step.row.cells[1] = [Run(random.choice([f"No later than {amount} after {anchor}", f"As soon as possible and, in any event, within {amount} of {anchor}",
                                            f"Following {anchor}, within {amount}", f"Within a period of {amount} following {anchor}.8"][:3]))]
    return True


MUTATORS = [("timetable.sla-differs", other_quantity), ("timetable.sla-differs", other_unit),
            ("timetable.step-missing", missing_anchor), ("timetable.step-missing", missing_step_in_action),
            ("timetable.step-order", later_anchor), ("timetable.step-order", own_anchor),
            ("timetable.role-differs", reversed_parties), ("timetable.role-differs", extra_receiver), ("timetable.role-differs", missing_receiver),
            ("timetable.role-unknown", unknown_sender), ("timetable.role-unknown", unknown_receiver),
            ("timetable.flow-mismatch", unknown_message), ("timetable.flow-mismatch", wrong_name), ("timetable.flow-mismatch", withdrawn_message),
            ("timetable.when-unparsed", unreadable_limit), ("timetable.when-unparsed", limit_disagrees)]
NEAR_MISSES = [("timetable.role-differs", forms_of_roles), ("timetable.role-unknown", forms_of_roles), ("timetable.flow-mismatch", right_name),
               ("timetable.sla-differs", same_limit), ("timetable.when-unparsed", same_limit)]
