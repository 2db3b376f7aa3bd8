"""Word stocks, read from words/*.txt, and the vocabulary that one project draws from them."""
import pathlib

FOLDER = pathlib.Path(__file__).parent / "words"


def stock(name):
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


class Vocabulary:
    """Roles and terms of one project; no two share their first word."""

    def __init__(self, random):
        self.random = random
        self.code_name = ""            # of the code whose documents are being written
        self.modifiers = stock("modifiers")
        random.shuffle(self.modifiers)
        self.term_heads = stock("term_heads")
        heads = stock("role_heads")
        random.shuffle(heads)
        self.roles = [f"{self.modifiers.pop()} {heads.pop()}" for _ in range(5)]
        self.made = list(self.roles)   # every term and role

    def new_term(self):
        first = self.modifiers.pop()
        words = [first, self.random.choice([head for head in self.term_heads if head != first])]
        if self.random.random() < 0.25 and len(self.modifiers) > 30:
            words.insert(1, self.modifiers.pop())
        self.made.append(" ".join(words))
        return self.made[-1]


def plural(term):
    if term.endswith("y") and term[-2] not in "aeiou":
        return term[:-1] + "ies"
    return term + ("es" if term.endswith(("s", "x", "ch")) else "s")
