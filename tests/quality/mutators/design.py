"""Defects of the design: a table names what no artefact has."""
from mutators import Expectation
from mutators.tables import get, put, rows


def plant(path, name, value, words):
    def dangling(project, random):
        if not project.design:
            return None
        row = random.choice(rows(project, path))
        new = value(project, random)
        project.table_formats[path] = random.choice(["csv", "xlsx"])      # what is not there cannot be drawn
        put(project, path, row, name, new)
        return Expectation("design.dangling", path, None, new, follows=["coverage.uncovered", "timetable.sla-differs"])
    dangling.__name__ = words
    return dangling


def unknown_step(project, random):
    return f"{project.design.processes[0].id}.{random.randint(50, 90) * 10}"


MUTATORS = [
    ("design.dangling", plant("design/interface_items.csv", "interface_id", lambda p, r: f"IF-{r.randint(101, 799)}", "unknown_interface")),
    ("design.dangling", plant("design/choreography.csv", "bp_step", unknown_step, "unknown_step")),
    ("design.dangling", plant("design/interface_items.csv", "data_item_id", lambda p, r: f"DI{r.randint(10000, 80000)}", "unknown_item")),
    ("design.dangling", plant("design/steps.csv", "next_step", unknown_step, "unknown_next_step")),
]
