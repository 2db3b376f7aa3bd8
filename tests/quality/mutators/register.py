"""Defects of registers: a column that is not recognised, one id twice, an impossible date."""
from mutators import Expectation
from mutators.tables import put


def lost_column(project, random):
    """The column that holds the ids bears a header that says nothing."""
    path = random.choice(["registers/changes.csv", "registers/comments.csv", "registers/horizon.csv"])
    project.tables[path][0][0] = random.choice(["Colour", "Remark 7"])
    return Expectation("register.malformed", path, None)


def same_id_twice(project, random):
    """Two rows with one id and different content."""
    path = random.choice(["registers/changes.csv", "registers/comments.csv", "registers/horizon.csv"])
    row = list(project.tables[path][1])
    row[2] = "Another"
    project.tables[path].append(row)
    return Expectation("register.malformed", path, None, row[0])


def impossible_date(project, random):
    """The 31st of June."""
    path, name = random.choice([("registers/changes.csv", "decided_on"), ("registers/comments.csv", "closed_on"), ("registers/horizon.csv", "last_reviewed")])
    put(project, path, project.tables[path][1], name, random.choice(["2024-06-31", "31/06/2024", "2024-13-01"]))
    return Expectation("register.malformed", path, None)


MUTATORS = [("register.malformed", lost_column), ("register.malformed", same_id_twice), ("register.malformed", impossible_date)]
