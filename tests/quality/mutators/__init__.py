"""All mutators, family by family. A mutator plants exactly one defect and says what must be found."""
import importlib
from dataclasses import dataclass, field

FAMILIES = ["reference", "structure", "term", "change", "version", "timetable", "design", "coverage", "data", "register", "wording", "input", "marking"]


@dataclass
class Expectation:
    """What one planted defect must give. `label` None: not compared. `words`: stands in the finding's text or message."""
    rule: str
    document: str = None
    label: str = None
    words: str = ""
    follows: list = field(default_factory=list)     # other rules that may rightly speak of it
    introduced: bool = None                         # what the draft brought, or None when not compared


def all_mutators():
    """(rule, function) of every family, in order."""
    found = []
    for family in FAMILIES:
        try:
            module = importlib.import_module(f"mutators.{family}")
        except ModuleNotFoundError as missing:
            if missing.name != f"mutators.{family}":
                raise
            continue
        found += module.MUTATORS
    return found
