"""Defects of data: an id in the text that no specification has."""
from model import Run
from mutators import Expectation
from mutators.places import append_words, draft_part, ends_plainly, inserted, label_of, operative


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


MUTATORS = [("data.unknown-id", unknown_in_prose), ("data.unknown-id", unknown_item)]
