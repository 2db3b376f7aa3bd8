"""What a kind of document has in common with its siblings: its numbers and the words of its references."""
from dataclasses import dataclass

from model import Document, Node


@dataclass
class Style:
    code: str
    keyword: str = "paragraph"        # of a provision within the document
    plural: str = "paragraphs"
    dot: bool = False                 # "1." in front of a heading of the first level
    first_prefix: str = ""            # "A" in A1.1, "3." in 3.1
    levels: tuple = ("h1", "h2", "p")
    item_keyword: str = ""
    cross: str = "{keyword} {number} of {id}"
    capitals: bool = False
    first_start: int = 1              # the number that Word's first level starts at

    def level_of(self, kind):
        """Word's list level of a kind of paragraph."""
        return self.levels.index(kind) if kind in self.levels else len(self.levels) + int(kind[1]) - 1

    def automatic_levels(self):
        """(format, text) of Word's list levels, as printed by numbering.py."""
        count = len(self.levels)
        texts = [self.first_prefix + ".".join(f"%{n + 1}" for n in range(level + 1)) for level in range(count)]
        if self.dot:
            texts[0] += "."
        return [("decimal", text) for text in texts] + [("lowerLetter", f"(%{count + 1})"), ("lowerRoman", f"(%{count + 2})")]

    def cite(self, reference, node, view):
        targets = reference.targets
        if reference.say is not None:
            return reference.say(view)
        if isinstance(targets[0], Document):
            return self.whole(targets[0], node)
        own = targets[0].document is node.document and same_division(targets[0], node)
        if not own:
            return self.elsewhere(targets[0], node, view)
        numbers = [label(target, view) for target in targets]
        word = self.word(targets[0])
        if reference.form == "self":
            return f"this {word} {numbers[0]}"
        if reference.form == "elliptic":
            return f"{word} {numbers[0]} or {targets[1].number[view]}"
        if reference.form == "echo":
            return f"{word} {numbers[0]} ({targets[0].runs[0].content})"
        if reference.form == "range":
            return f"{plural(word)} {numbers[0]} to {numbers[-1]} (inclusive)"
        if len(numbers) > 1:
            return f"{plural(word)} {', '.join(numbers[:-1])} and {numbers[-1]}"
        return f"{word} {numbers[0]}"

    def word(self, target):
        return "step" if target.kind == "row" else self.keyword

    def whole(self, target, node):
        return target.id if target.code == node.document.code or target.id == target.code else f"{target.id} of the {target.code}"

    def elsewhere(self, target, node, view):
        """How a text of this kind cites a provision of another text; the target's style has the say."""
        return target.document.style.cited_from(target, node, view)

    def cited_from(self, target, node, view):
        division = division_of(target)
        number = label(target, view)
        if target.document is node.document:
            return f"{self.division_word(target)} {number} of {division.term}" if division is not None else f"{self.keyword} {number}"
        place = f"{self.division_word(target)} {number} of "
        if division is not None:
            place += f"{division.term} of "
        if target.document.id == target.document.code:
            return f"{place}the {target.document.code}"
        of_code = "" if target.document.code == node.document.code else f" of the {target.document.code}"
        return f"{place}{target.document.id}{of_code}"

    def division_word(self, target):
        return self.word(target)


def plural(word):
    return word + "s"


def label(target, view):
    return target.label.get(view) or list(target.label.values())[0]


def division_of(node):
    """The division with numbers of its own that a node stands in, or None."""
    while node is not None:
        if node.kind == "part" and node.letter == "restart":
            return node
        node = node.parent
    return None


def same_division(one, other):
    return division_of(one) is division_of(other)
