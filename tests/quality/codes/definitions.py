"""Definitions in their forms: quoted with a colon, quoted without, tables. Their bodies use roles only, which must themselves be defined."""
import re

from model import Node, Run
from stock import stock

BODIES, ROLE_BODIES, THINGS = stock("definitions"), stock("role_definitions"), stock("things")
FIXED = {"Act": "the Electricity Act 1989", "Agreement": "this agreement, including its Schedules", "Working Day": "a day other than a Saturday, a Sunday or a public holiday", 
         "XBSC Procedure": "a document of that name which supplements the Code"}


def article(name):
    return "an" if name[0] in "AEIOU" else "a"


def meaning(random, vocabulary, term):
    if term == "Code":
        return f"the {vocabulary.code_name}, as amended from time to time"
    if term in FIXED:
        return FIXED[term]
    if term in vocabulary.roles:
        return random.choice(ROLE_BODIES)
    one, other = random.sample(vocabulary.roles, 2)
    if random.random() < 0.08:
        return f'a communication which is described as {article(term)} "{term}" by the {one} that makes it'
    text = random.choice(BODIES).replace("{R}", one).replace("{S}", other).replace("{t}", random.choice(THINGS))
    return re.sub(r"\b([Aa]) (?=[AEIOU])", r"\1n ", text)


def meanings(random, vocabulary, used, pointers=None):
    """Every term used, and every role that a meaning needs, with its meaning: a text, or runs that point to where it is defined."""
    found, open_terms = dict(pointers or {}), sorted(set(used) - set(pointers or {}))
    while open_terms:
        term = open_terms.pop(0)
        found[term] = meaning(random, vocabulary, term)
        open_terms += [role for role in vocabulary.roles if role in found[term] and role not in found and role not in open_terms]
    return dict(sorted(found.items()))


def entry(random, term, body, colon):
    """The runs of an entry with its quoted term: "means …", "in relation to a Keeper, means …", a pointer."""
    head = f'"{term}"{":" if colon else ""} '
    if isinstance(body, list):
        return [Run(head + body[0].content), *body[1:]]
    context = "in relation to any premises, " if random.random() < 0.06 and term not in FIXED and term != "Code" else ""
    return [Run(f"{head}{context}means {body}")]


def quoted(random, parent, terms, colon):
    for place, (term, body) in enumerate(terms.items()):
        last = place == len(terms) - 1
        if not last and isinstance(body, str) and term not in FIXED and term != "Code" and random.random() < 0.15:
            node = parent.add(Node("def", [Run(f'"{term}"{":" if colon else ""} means:')]))
            node.term = term
            node.add(Node("i1", [Run(body + "; or")]))
            node.add(Node("i1", [Run("a copy of it that is certified as true;")]))
            continue
        runs = entry(random, term, body, colon)
        node = parent.add(Node("def", runs + [Run("." if last else ";")]))
        if isinstance(runs[-1].content, str):
            runs[-1].content += node.runs.pop().content
        node.term = term


def listed(parent, terms):
    """(a) Weather Record means …; without any marks."""
    for place, (term, body) in enumerate(terms.items()):
        end = "." if place == len(terms) - 1 else ";" if place < len(terms) - 2 else "; and"
        runs = [Run(f"{term} {body[0].content}"), *body[1:]] if isinstance(body, list) else [Run(f"{term} means {body}")]
        parent.add(Node("i1", runs + [Run(end)]))


def table(parent, terms, means="means "):
    for term, body in terms.items():
        if isinstance(body, list):
            cell = [Run(body[0].content), *body[1:]] + ([Run(";")] if means else [])
        else:
            cell = [Run(means + body + ";" if means else body[0].upper() + body[1:])]
        node = parent.add(Node("defrow", cells=[[Run(term)], cell]))
        node.term = term
