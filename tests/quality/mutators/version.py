"""Defects of versions: the live text has moved on under the draft."""
from mutators import Expectation
from mutators.tables import get, put


def newer_live_version(project, random):
    """The version matrix says that a later version is in force than the draft was marked against."""
    path = "registers/versions.csv"
    place = random.randrange(len(project.documents))
    row = project.tables[path][1 + place]
    live = float(get(project, path, row, "draft_baseline_version")) + random.randint(1, 3)
    put(project, path, row, "live_version", str(live))
    return Expectation("version.baseline-moved", project.documents[place].path, None, str(live))


def newer_in_tenths(project, random):
    """The same with a small step, in the other notation."""
    path = "registers/versions.csv"
    place = random.randrange(len(project.documents))
    row = project.tables[path][1 + place]
    base = str(get(project, path, row, "draft_baseline_version")).split(".")[0]
    put(project, path, row, "draft_baseline_version", f"v{base}.9")
    put(project, path, row, "live_version", f"V{base}.10")
    return Expectation("version.baseline-moved", project.documents[place].path, None, f"{base}.10")


MUTATORS = [("version.baseline-moved", newer_live_version), ("version.baseline-moved", newer_in_tenths)]
