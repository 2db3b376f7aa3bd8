"""The abstract document: a tree of provisions that refer to one another as objects. Text, numbers and labels are rendered from it."""
from dataclasses import dataclass, field
from typing import Optional

BASELINE, PROPOSED = "baseline", "proposed"


@dataclass(eq=False)
class Ref:
    """A reference. Its words are made by the code's style when the text is rendered; `override` gives wrong words for the number."""
    targets: list                     # Nodes or Documents
    form: str = "simple"              # simple, list, range, self
    override: Optional[str] = None
    say: object = None                # makes the words in a view, for the forms of forms.py


@dataclass(eq=False)
class Run:
    content: object                   # str or Ref
    change: str = ""                  # "", "ins" or "del"


@dataclass(eq=False)
class Node:
    """One paragraph or table row. `kind`: part, h1, h2, p, i1, i2, tail, def, defrow, deflist, row, histrow, th, front, toc, title, plain."""
    kind: str
    runs: list = field(default_factory=list)
    cells: list = field(default_factory=list)       # of rows: a list of runs per cell
    change: str = ""
    children: list = field(default_factory=list)
    parent: object = None
    document: object = None
    not_used: bool = False
    term: str = ""                                  # of definitions
    letter: str = ""                                # "A" of an inserted number 1.2A
    number: dict = field(default_factory=dict)      # view: what is printed in front
    label: dict = field(default_factory=dict)       # view: what a reader calls it
    cited: bool = False
    forced_number: str = ""                         # a wrong number that a mutator prints
    typed: bool = False                             # its number is typed, whatever Word counts around it
    bookmark: str = ""                              # the name of a bookmark on it, in Word files

    def add(self, child):
        child.parent, child.document = self, self.document
        self.children.append(child)
        return child

    def shown(self, view):
        return self.change != ("ins" if view == BASELINE else "del") and (self.parent is None or self.parent.shown(view))

    def walk(self):
        for child in self.children:
            yield child
            yield from child.walk()

    def all_runs(self):
        return self.runs + [run for cell in self.cells for run in cell]


@dataclass(eq=False)
class Document:
    id: str
    code: str
    profile: str
    title: str
    style: object                                   # codes.style.Style
    root: Node = field(default_factory=lambda: Node("root"))
    file_format: str = "txt"                        # txt, docx, html, odt, md
    numbering: str = "tab"                          # tab, space, auto, both: some kinds of paragraphs by Word, the rest typed
    typed_kinds: tuple = ()                         # with numbering "both": those that are typed
    curly: bool = False
    no_break: bool = False                          # a space that does not break between a keyword and its number
    styled: bool = True                             # headings have Word styles
    draft: bool = True                              # has a baseline and marks
    glossary: str = ""
    role: str = ""
    version: str = "1.0"                            # in force, and marked against
    effective: str = ""                             # since when, in words
    running: list = field(default_factory=list)     # words of the running head and foot of Word files
    fields: dict = field(default_factory=dict)      # more keys for dovetail.yaml
    broken: bytes = b""                             # what the file holds instead, for unreadable files
    tamper: object = None                           # (bytes, random) -> bytes: what becomes of the draft's file after it was written
    silent_baseline: dict = field(default_factory=dict)   # Node: runs that the baseline has instead, without a mark
    missing_in_baseline: list = field(default_factory=list)
    missing_in_draft: list = field(default_factory=list)
    companions: dict = field(default_factory=dict)        # path: (view, {node: runs}) of another file of this text
    who: str = 'w:author="Drafter" w:date="2024-06-01T09:00:00Z"'   # of its revisions, in Word files
    name_suffix: str = ""                                 # of its file: "_v0.3"

    def __post_init__(self):
        self.root.document = self

    def automatic(self, kind):
        """Whether Word counts the paragraphs of this kind."""
        return self.numbering == "auto" or self.numbering == "both" and kind not in self.typed_kinds

    def nodes(self):
        return list(self.root.walk())

    @property
    def name(self):
        return self.id.replace(" ", "_")

    @property
    def path(self):
        return f"drafts/{self.name}{self.name_suffix}.{self.file_format}"
