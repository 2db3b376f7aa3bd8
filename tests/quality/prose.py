"""Sentences that read like drafting: templates of words/*.txt filled with the project's roles and terms, and references as objects."""
import re

import forms
from model import Ref, Run
from stock import plural, stock

SENTENCES, LEADS, ITEMS = stock("sentences"), stock("leads"), [line.split("|") for line in stock("items")]
TAILS, THINGS, VERBS = stock("tails"), stock("things"), stock("verbs")
EVENTS, CONDITIONS = stock("events"), stock("conditions")
NUMBERS = ["two", "three", "five", "seven", "10", "15", "20", "25", "28"]
SLOT = re.compile(r"\{([^}]*)\}")


class Writer:
    """Writes for one code: knows its terms, records which are used. References are left open (targets empty) until the tree stands."""

    def __init__(self, random, vocabulary, terms):
        self.random, self.roles, self.terms, self.used = random, vocabulary.roles, terms, {}
        self.glossary, self.pair = vocabulary, None

    def sentence(self, refs=True):
        return self.fill(self.pick(SENTENCES, refs))

    def pick(self, templates, refs):
        fitting = [t for t in templates if refs or "{ref}" not in t]
        return self.random.choice(fitting)

    def lead(self):
        template = self.pick(LEADS, True)
        kind = "noun" if template.endswith(("contain:", "states:", "set out:")) else "if" if template.endswith(" if:") else "do"
        self.pair = tuple(self.random.sample(self.roles, 2))      # a list is about the same two persons as its lead
        return kind, self.fill(template, self.pair)

    def items(self, kind, count):
        fitting = [text for its, text in ITEMS if its == kind]
        self.random.shuffle(fitting)
        return [self.fill(text, self.pair) for text in fitting[:count]]

    def tail(self):
        return self.fill(self.random.choice(TAILS), self.pair)

    def use(self, term):
        self.used[term] = True
        return term

    def fill(self, template, pair=None):
        """The template as a list of Runs."""
        R, S = pair or self.random.sample(self.roles, 2)
        T, U = self.random.sample(self.terms, 2)
        runs = []

        def add(text):
            if runs and isinstance(runs[-1].content, str):
                runs[-1].content += text
            else:
                runs.append(Run(text))

        position = 0
        for found in SLOT.finditer(template):
            add(template[position:found.start()])
            position = found.end()
            key = found.group(1)
            if key == "ref":
                runs.append(Run(Ref([])))
            else:
                add(self.value(key, R, S, T, U))
        add(template[position:])
        runs = [run for run in runs if run.content != ""]
        first = runs[0]
        if isinstance(first.content, str):
            first.content = re.sub(r"\b([Aa]) (?=[AEIOU])", r"\1n ", first.content)
        for run in runs[1:]:
            if isinstance(run.content, str):
                run.content = re.sub(r"\b([Aa]) (?=[AEIOU])", r"\1n ", run.content)
        return runs

    def value(self, key, R, S, T, U):
        pick = self.random.choice
        if key in ("R", "S"):
            return self.use(R if key == "R" else S)
        if key == "T":
            return self.use(T)
        if key == "U":
            return self.use(U)
        if key == "Ts":
            return plural(self.use(T))
        if key == "T's":
            return self.use(T) + "'s"
        if key in ("WD", "W"):
            self.use("Working Day")
            return "Working Days" if key == "WD" else "Working Day"
        if key in ("law", "other"):
            return forms.outside(self.random, "law" if key == "law" else "documents")
        return {"t": lambda: pick(THINGS), "v": lambda: pick(VERBS), "n": lambda: pick(NUMBERS), "e": lambda: pick(EVENTS),
                "c": lambda: pick(CONDITIONS)}[key]()


def text_runs(text, change=""):
    return [Run(text, change)]
