"""Defects of coverage: a requirement or step that no code text carries."""
from mutators import Expectation
from mutators.tables import put


def new_requirement(project, random):
    """The design gains a requirement, and no text follows."""
    if not project.design:
        return None
    path = "design/requirements.csv"
    row = list(random.choice(project.tables[path][1:]))
    atom = f"XP-BR-NEW-{random.randint(100, 999)}"
    for name, value in (("req_id", atom), ("text", "The operator must be able to restore service after a flood"), ("bp_steps", ""), ("interface_ids", "")):
        put(project, path, row, name, value)
    project.tables[path].append(row)
    return Expectation("coverage.uncovered", path, None, atom)


def new_step(project, random):
    """The design gains a step with a message, and the timetable has no row for it."""
    if not project.design:
        return None
    process = random.choice(project.design.processes)
    atom, interface = f"{process.id}.{random.randint(50, 90) * 10}", f"IF-{random.randint(101, 799)}"
    sender, receiver = random.sample(sorted(project.design.roles), 2)
    step = ["", "", "", "", "", "", "", "", "", "", "", "", "", ""]
    path = "design/steps.csv"
    for name, value in (("bp_id", process.id), ("bp_version", "1.0"), ("step_id", atom), ("seq", "99"), ("lane_role", sender),
                        ("step_text", "Restore service after a flood"), ("interface_ids", interface), ("to_roles", receiver), ("release", "IR1.0")):
        put(project, path, step, name, value)
    project.tables[path].append(step)
    project.tables["design/interfaces.csv"].append([interface, "Flood notice", "1.0", "Approved", "DIP", sender, receiver, "", "", "", "", atom, "", "IR1.0", ""])
    return Expectation("coverage.uncovered", path, None, atom)


MUTATORS = [("coverage.uncovered", new_requirement), ("coverage.uncovered", new_step)]
