"""Defects of data: an id in the text that no specification has."""
from model import Run
from mutators import Expectation
from mutators.places import append_words, draft_part, ends_plainly, inserted, label_of, operative
from mutators.tables import get, put, rows


def unknown_in_prose(project, random):
    """A provision names an interface or data item that the design lacks."""
    if not project.design:
        return None
    node = operative(project, random, ends_plainly)
    if node is None:
        return None
    atom = random.choice([f"IF-{random.randint(101, 799)}", f"DI{random.randint(10000, 80000)}"])
    change = draft_part(node, random)
    append_words(node, f", and shall send {atom}", change)
    return Expectation("data.unknown-id", node.document.path, label_of(node), atom, introduced=inserted(node) or change == "ins")


def unknown_item(project, random):
    """A row of the timetable asks for a data item that the design lacks."""
    if not project.design:
        return None
    _, step = random.choice(project.design.steps())
    atom = f"DI{random.randint(10000, 80000)}"
    marked = random.random() < 0.5
    old = step.row.cells[5][0].content
    step.row.cells[5] = [Run(old), Run(f", {atom}", "ins" if marked else "")]
    return Expectation("data.unknown-id", step.row.document.path, step.ref, atom, introduced=marked)


FOLLOWING = ["term.undefined", "coverage.uncovered", "coverage.shallow", "design.duplicate-id", "design.conflict"]


def item_of(project, step):
    """The data item that a step's interface carries, and its name."""
    return project.design.items[step.place % len(project.design.items)]


def add_information(project, random, words):
    """Further information in a row; the step, its item and whether it is marked."""
    _, step = random.choice(project.design.steps())
    item, name = item_of(project, step)
    marked = random.random() < 0.5
    step.row.cells[5] = [Run(step.row.cells[5][0].content), Run(words(item, name), "ins" if marked else "")]
    return step, item, name, marked


def other_name(project, random):
    """An item's id beside a name that is not its own."""
    if not project.design:
        return None
    step, item, name, marked = add_information(project, random, lambda item, name: random.choice([f", {item} ‘Crate Number’", f", Crate Number ({item})"]))
    return Expectation("data.name-differs", step.row.document.path, step.ref, "Crate Number", introduced=marked, follows=FOLLOWING)


def other_hyphen(project, random):
    """An item's name with a hyphen that it has not."""
    if not project.design:
        return None
    step, item, name, marked = add_information(project, random, lambda item, name: ", " + name.replace(" ", "-"))
    return Expectation("data.name-differs", step.row.document.path, step.ref, name.replace(" ", "-"), introduced=marked, follows=FOLLOWING)


def two_owners(project, random):
    """The data specification names two owners for one item."""
    if not project.design or len(project.codes) < 2:
        return None
    path = "design/data_items.csv"
    row = random.choice(rows(project, path))
    put(project, path, row, "owner_code", ";".join(code for code, _ in random.sample(project.codes, 2)))
    return Expectation("data.owner-omits", path, get(project, path, row, "data_item_id"), follows=FOLLOWING)


def claimed_again(project, random):
    """An item is listed again, for another code."""
    others = [code for code, _ in project.codes if code != "XBSC"]
    if not project.design or not others or "XBSC" not in [code for code, _ in project.codes]:
        return None
    path = "design/data_items.csv"
    row = list(random.choice(rows(project, path)))
    put(project, path, row, "owner_code", random.choice(others))
    project.tables[path].append(row)
    return Expectation("data.owner-omits", path, get(project, path, row, "data_item_id"), follows=FOLLOWING)


def optional_in_row(project, random):
    """A row calls optional what its message must have."""
    if not project.design:
        return None
    step, item, name, marked = add_information(project, random, lambda item, name: f" with {name} (optional)")
    return Expectation("data.obligation-differs", step.row.document.path, step.ref, name, introduced=marked, follows=FOLLOWING)


def optional_in_prose(project, random):
    """A provision leaves open what a message must have."""
    if not project.design:
        return None
    node = operative(project, random, lambda n: n.kind == "p" and ends_plainly(n) and not n.children and n.runs[-1].content.endswith("."))
    if node is None:
        return None
    _, step = random.choice(project.design.steps())
    item, name = item_of(project, step)
    change = draft_part(node, random)
    node.runs.append(Run(f" {step.interface} may include the {name}.", change))
    return Expectation("data.obligation-differs", node.document.path, label_of(node), name, introduced=inserted(node) or change == "ins", follows=FOLLOWING)


def own_name(project, random):
    """An item's id beside its own name."""
    if not project.design:
        return None
    add_information(project, random, lambda item, name: random.choice([f", {item} ‘{name}’", f", {name} ({item})", f" with {name} (mandatory)"]))
    return True


MUTATORS = [("data.unknown-id", unknown_in_prose), ("data.unknown-id", unknown_item), ("data.name-differs", other_name), ("data.name-differs", other_hyphen),
            ("data.owner-omits", two_owners), ("data.owner-omits", claimed_again), ("data.obligation-differs", optional_in_row),
            ("data.obligation-differs", optional_in_prose)]
NEAR_MISSES = [("data.name-differs", own_name), ("data.obligation-differs", own_name)]
