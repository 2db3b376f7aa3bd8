"""Defects of timetables: a WHEN that is not the time limit of the choreography."""
from model import Run
from mutators import Expectation


def limited(project):
    return [(process, step) for process, step in project.design.steps() if step.limit] if project.design else []


def rewrite(project, random, change):
    """Alters one WHEN cell, marked or in both views."""
    if not limited(project):
        return None
    process, step = random.choice(limited(project))
    cell = step.row.cells[1]
    old = cell[0].content
    new = change(old, step)
    marked = random.random() < 0.5
    step.row.cells[1] = [Run(old, "del"), Run(new, "ins")] if marked else [Run(new)]
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


MUTATORS = [("timetable.sla-differs", other_quantity), ("timetable.sla-differs", other_unit)]
