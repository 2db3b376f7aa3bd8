"""All mutators, family by family. A mutator plants exactly one defect and says what must be found."""
import importlib
import pathlib
from dataclasses import dataclass, field

FOLDER = pathlib.Path(__file__).parent


@dataclass
class Expectation:
    """What one planted defect must give. `label` None: not compared. `words`: stands in the finding's text or message."""
    rule: str
    document: str = None
    label: str = None
    words: str = ""
    follows: list = field(default_factory=list)     # other rules that may rightly speak of it
    introduced: bool = None                         # what the draft brought, or None when not compared
    also: tuple = ()                                # rules that are as right as `rule`: which one it is depends on chance
    through: str = ""                               # another document that the finding rests on


def modules():
    """Every file of this folder that has a table of mutators or near-misses, by name; files of helpers have none."""
    found = [importlib.import_module(f"mutators.{path.stem}") for path in sorted(FOLDER.glob("*.py")) if path.stem != "__init__"]
    return [module for module in found if hasattr(module, "MUTATORS") or hasattr(module, "NEAR_MISSES")]


def all_mutators():
    """(rule, function) of every family, in the order of the files."""
    return [row for module in modules() for row in getattr(module, "MUTATORS", [])]


def all_near_misses():
    """(rule, function) of what looks like a defect and is none."""
    return [row for module in modules() for row in getattr(module, "NEAR_MISSES", [])]
