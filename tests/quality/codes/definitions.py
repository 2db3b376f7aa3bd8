"""Definitions in their forms: quoted with a colon, quoted without, tables. Their bodies use roles only, which must themselves be defined."""
import re

from model import Node, Run
from stock import stock

BODIES, ROLE_BODIES, THINGS = stock("definitions"), stock("role_definitions"), stock("things")
FIXED = {"Agreement": "this agreement, including its Schedules", "Working Day": "a day other than a Saturday, a Sunday or a public holiday", 
         "XBSC Procedure": "a document of that name which supplements the Code"}


def meaning(random, vocabulary, term):
    if term == "Code":
        return f"the {vocabulary.code_name}, as amended from time to time"
    if term in FIXED:
        return FIXED[term]
    if term in vocabulary.roles:
        return random.choice(ROLE_BODIES)
    one, other = random.sample(vocabulary.roles, 2)
    text = random.choice(BODIES).replace("{R}", one).replace("{S}", other).replace("{t}", random.choice(THINGS))
    return re.sub(r"\b([Aa]) (?=[AEIOU])", r"\1n ", text)


def meanings(random, vocabulary, used):
    """Every term used, and every role that a meaning needs, with its meaning."""
    found, open_terms = {}, sorted(used)
    while open_terms:
        term = open_terms.pop(0)
        found[term] = meaning(random, vocabulary, term)
        open_terms += [role for role in vocabulary.roles if role in found[term] and role not in found and role not in open_terms]
    return dict(sorted(found.items()))


def quoted(random, parent, terms, colon):
    for place, (term, body) in enumerate(terms.items()):
        if place < len(terms) - 1 and term not in FIXED and term != "Code" and random.random() < 0.15:
            node = parent.add(Node("def", [Run(f'"{term}"{":" if colon else ""} means:')]))
            node.term = term
            node.add(Node("i1", [Run(body + "; or")]))
            node.add(Node("i1", [Run("a copy of it that is certified as true;")]))
            continue
        end = "." if place == len(terms) - 1 else ";"
        node = parent.add(Node("def", [Run(f'"{term}"{":" if colon else ""} means {body}{end}')]))
        node.term = term


def table(parent, terms, means="means "):
    for term, body in terms.items():
        text = means + body + ";" if means else body[0].upper() + body[1:]
        node = parent.add(Node("defrow", cells=[[Run(term)], [Run(text)]]))
        node.term = term
