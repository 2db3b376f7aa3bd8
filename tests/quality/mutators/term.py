"""Defects of defined terms: what nothing defines or uses, what is defined twice, in vain or out of order, what is nearly a term."""
from model import Run
from mutators import Expectation
from mutators.places import append_words, draft_part, ends_plainly, inserted, label_of, operative
from mutators.wording import says


def undefined_use(project, random):
    """Words that use a term which no document defines."""
    node = operative(project, random, ends_plainly)
    if node is None:
        return None
    term = project.vocabulary.new_term()
    change = draft_part(node, random)
    append_words(node, random.choice([f", and shall keep each {term}", f", in respect of the {term}"]), change)
    return Expectation("term.undefined", node.document.path, label_of(node), term, introduced=inserted(node) or change == "ins")


def dropped_definition(project, random):
    """The definition of a term that stays in use is taken out, marked."""
    fitting = [n for d in project.documents for n in d.nodes() if n.kind == "def" and n.runs and not n.children and all(isinstance(r.content, str) for r in n.runs) and " " in n.term and n.term != "Working Day" and not n.change
               and n.term not in project.fixed_terms and n.term not in project.vocabulary.roles and n is not last_definition(n)]
    if not fitting:
        return None
    node = random.choice(fitting)
    node.change = "del"
    return Expectation("term.undefined", None, None, node.term, introduced=None, through=node.document.path)


def last_definition(node):
    return [n for n in node.parent.children if n.kind == "def"][-1]


def unused_definition(project, random):
    """A new definition of a term that nothing uses."""
    fitting = [n for d in project.documents for n in d.nodes() if n.kind in ("def", "defrow") and n.term and not n.children and n is not last_of_kind(n)
               and n.term != "WD"]
    if not fitting:
        return None
    node = random.choice(fitting)
    term = project.vocabulary.new_term()
    change = random.choice(["", "ins"])
    meaning = "means a sum of money that is held on trust"
    if node.kind == "def":
        colon = ":" if '":' in node.runs[0].content else ""
        new = type(node)("def", [Run(f'"{term}"{colon} {meaning};')], change=change)
    else:
        body = node.cells[1][0].content
        text = meaning + ";" if body.startswith("means") else "A sum of money that is held on trust"
        new = type(node)("defrow", cells=[[Run(term)], [Run(text)]], change=change)
    new.term, new.parent, new.document = term, node.parent, node.document
    node.parent.children.insert(node.parent.children.index(node) + 1, new)
    return Expectation("term.unused-definition", node.document.path, f'"{term}"', term, introduced=change == "ins")


def last_of_kind(node):
    return [n for n in node.parent.children if n.kind == node.kind][-1]


def last_use_gone(project, random):
    """The only text that used a term becomes "Not used"; its definition stays."""
    from rendering import pieces
    import numbering
    for document in project.documents:
        numbering.assign(document)
    nodes = [n for d in project.documents for n in d.nodes() if not d.glossary and n.kind not in ("def", "defrow")]
    texts = {id(n): "".join(t for t, c in pieces(n.all_runs(), n, None) if c != "del") for n in nodes}
    defined = [n for d in project.documents for n in d.nodes() if n.kind in ("def", "defrow") and n.term not in project.vocabulary.roles
               and n.term not in project.fixed_terms]
    random.shuffle(defined)
    for definition in defined:
        stem = definition.term[:-1]
        users = [n for n in nodes if stem in texts[id(n)]]
        if len(users) != 1 or users[0].kind != "p" or users[0].children or users[0].cited or users[0].change or users[0].not_used:
            continue
        node = users[0]
        if any(r.change for r in node.runs) or any(other is not definition and other.term and other.term[:-1] in texts[id(node)] and
               sum(other.term[:-1] in text for text in texts.values()) == 1 for other in defined):
            continue
        node.runs = [Run(r.content, "del") for r in node.runs] + [Run("Not used.", "ins")]
        node.not_used = True
        return Expectation("term.unused-definition", definition.document.path, f'"{definition.term}"', definition.term)
    return None


def glossary_entries(project, fits=lambda node: True):
    return [n for d in project.documents for n in d.nodes() if n.kind == "def" and n.runs and not n.children and not n.change and n.term
            and n.term not in project.fixed_terms and n is not last_definition(n) and fits(n)]


def new_entry(beside, term, meaning, random, place=1):
    """A definition of the same form behind (or, with place 0, before) another; as new text or as old."""
    colon = ":" if '":' in beside.runs[0].content else ""
    new = type(beside)("def", [Run(f'"{term}"{colon} {meaning};')], change=random.choice(["", "ins"]))
    new.term, new.parent, new.document = term, beside.parent, beside.document
    beside.parent.children.insert(beside.parent.children.index(beside) + place, new)
    return new


def defined_again(project, random):
    """A second definition of a term, in other words."""
    fitting = glossary_entries(project)
    if not fitting:
        return None
    node = random.choice(fitting)
    new_entry(node, node.term, "means a sum of money that is held on trust", random)
    return Expectation("term.duplicate", node.document.path, f'"{node.term}"', node.term, follows=["term.conflicting"])


def defined_again_in_the_same_words(project, random):
    """A definition that was copied."""
    fitting = glossary_entries(project)
    if not fitting:
        return None
    node = random.choice(fitting)
    text = node.runs[0].content
    if "means" not in text:
        return None
    new_entry(node, node.term, text[text.index("means"):].rstrip(";."), random)
    return Expectation("term.duplicate", node.document.path, f'"{node.term}"', node.term, follows=["term.conflicting"])


def hides_wider(name, words):
    """A provision gives a term of the code a meaning of its own."""
    def plant(project, random):
        node = operative(project, random, lambda n: n.kind == "p" and not n.children and ends_plainly(n))
        fitting = node and [n for n in glossary_entries(project) if n.document.code == node.document.code]
        if not fitting:
            return None
        term = random.choice(fitting).term
        append_words(node, words.replace("{}", term), "" if inserted(node) else "ins")
        return Expectation("term.shadowed", node.document.path, label_of(node), term, follows=["term.unused-definition"])
    plant.__name__ = name
    return plant


def differs_between_codes(name, one, other):
    """Two codes get one new term, in other words."""
    def plant(project, random):
        first = glossary_entries(project)
        second = [n for n in first if first and n.document.code != first[0].document.code]
        if not second:
            return None
        term = project.vocabulary.new_term()
        for node, meaning in ((random.choice([n for n in first if n.document.code == first[0].document.code]), one), (random.choice(second), other)):
            new_entry(node, term, meaning, random).change = "ins"
        return Expectation("term.conflicting", None, f'"{term}"', term, follows=["term.unused-definition", "term.unsorted"])
    plant.__name__ = name
    return plant


def points_nowhere(name, pointer):
    def plant(project, random):
        fitting = glossary_entries(project)
        if not fitting:
            return None
        node, term = random.choice(fitting), project.vocabulary.new_term()
        own = node.document.style.first_prefix  # "11." where a number behind the last belongs to a Section that may not be loaded
        new_entry(node, term, pointer.replace("paragraph ", f"paragraph {own}") if own[:1].isdigit() else pointer, random)
        return Expectation("term.pointer-broken", node.document.path, f'"{term}"', term,
                           follows=["term.unused-definition", "term.unsorted", "reference.missing", "reference.wrong-keyword", "reference.wrong-scope"])
    plant.__name__ = name
    return plant


def points_round(count):
    """New terms that only point at each other."""
    def plant(project, random):
        fitting = glossary_entries(project)
        if not fitting:
            return None
        node, terms = random.choice(fitting), [project.vocabulary.new_term() for _ in range(count)]
        for place, term in enumerate(terms):
            new_entry(node, term, f'has the meaning given to the term "{terms[(place + 1) % count]}"', random).change = ""
        return Expectation("term.circular", node.document.path, None, "", follows=["term.unused-definition", "term.unsorted"])
    plant.__name__ = f"round_{count}"
    return plant


def written_otherwise(rule, name, alter, fits=lambda term: True, follows=()):
    """A defined term is used in another form, in a provision of its code."""
    def plant(project, random):
        node = operative(project, random, ends_plainly)
        fitting = node and [n.term for n in glossary_entries(project) if n.document.code == node.document.code and fits(n.term)
                            and sum(isinstance(r.content, str) and n.term in r.content for m in node.document.nodes() for r in m.runs) >= 2]
        if not fitting:
            return None
        term = random.choice(fitting)
        change = draft_part(node, random)
        append_words(node, f", and shall keep each {alter(term)}", change)
        return Expectation(rule, node.document.path, label_of(node), alter(term), follows=list(follows), introduced=inserted(node) or change == "ins")
    plant.__name__ = name
    return plant


def without_letter(term):
    first = term.split()[0]
    return first[:3] + first[4:] + term[len(first):]


def out_of_order(name, first):
    """A new definition stands far from where the alphabet puts it."""
    def plant(project, random):
        lists = {}
        for n in glossary_entries(project):
            lists.setdefault(id(n.parent), []).append(n)
        long = [entries for entries in lists.values() if len(entries) >= 8]
        if not long:
            return None
        entries = random.choice(long)
        term = ("Aqueduct" if first else "Zenith") + " Roundsman"
        new_entry(entries[-2] if first else entries[0], term, "means a sum of money that is held on trust", random)
        return Expectation("term.unsorted", entries[0].document.path, f'"{term}"', term, follows=["term.unused-definition"])
    plant.__name__ = name
    return plant


def small_letters(name, last):
    def plant(project, random):
        lists = {}
        for n in glossary_entries(project):
            lists.setdefault(id(n.parent), []).append(n)
        long = [entries for entries in lists.values() if len(entries) >= 6]
        if not long:
            return None
        entries = random.choice(long)
        node = entries[-1 if last else 0]
        term = project.vocabulary.new_term().lower()
        new_entry(node, term, "means a sum of money that is held on trust", random)
        return Expectation("term.lower-case-definition", node.document.path, f'"{term}"', term, follows=["term.unsorted"])
    plant.__name__ = name
    return plant


MUTATORS = [("term.undefined", undefined_use), ("term.undefined", dropped_definition),
            ("term.unused-definition", unused_definition), ("term.unused-definition", last_use_gone),
            ("term.duplicate", defined_again), ("term.duplicate", defined_again_in_the_same_words),
            ("term.shadowed", hides_wider("in_this_paragraph", '. In this paragraph, "{}" means a sum of money that is held on trust')),
            ("term.shadowed", hides_wider("for_the_purposes", '. For the purposes of this paragraph, a "{}" means a person who holds money')),
            ("term.conflicting", differs_between_codes("person_and_body", "means a person who keeps money", "means a body that keeps money")),
            ("term.conflicting", differs_between_codes("two_and_three", "means a period of two days", "means a period of three days")),
            ("term.pointer-broken", points_nowhere("not_there", "has the meaning given to that term in paragraph 98.7")),
            ("term.pointer-broken", points_nowhere("nor_there", "has the meaning given to such expression in paragraph 97.6.5")),
            ("term.circular", points_round(2)), ("term.circular", points_round(3)),
            ("term.variant", written_otherwise("term.variant", "hyphenated", lambda t: t.replace(" ", "-", 1), lambda t: " " in t)),
            ("term.variant", written_otherwise("term.variant", "half_capital", lambda t: t[0] + t[1:].lower(), lambda t: " " in t, ["term.uncapitalised"])),
            ("term.near-miss", written_otherwise("term.near-miss", "letter_lost", without_letter, lambda t: len(t.split()[0]) > 5 and " " in t)),
            ("term.near-miss", written_otherwise("term.near-miss", "word_lost", lambda t: " ".join(t.split()[1:]), lambda t: len(t.split()) == 3, ["term.undefined"])),
            ("term.uncapitalised", written_otherwise("term.uncapitalised", "small", str.lower, lambda t: " " in t)),
            ("term.uncapitalised", written_otherwise("term.uncapitalised", "small_after_the", lambda t: t.lower(), lambda t: " " in t)),
            ("term.retired", says("term.retired", "license", ", under its License", "License")),
            ("term.retired", says("term.retired", "old_name", ", as ELEXON directs", "ELEXON", ["term.acronym-undefined"])),
            ("term.acronym-undefined", says("term.acronym-undefined", "letters", ", by way of the QXZ", "QXZ", ["term.conflicting"])),
            ("term.acronym-undefined", says("term.acronym-undefined", "letters_in_plural", ", with all QXZs", "QXZ", ["term.conflicting"])),
            ("term.acronym-conflict", says("term.acronym-conflict", "two_in_one", ", the Zone Head Manager (ZHM) and the Zinc Handling Machine (ZHM)", "ZHM",
                                           ["term.undefined", "term.acronym-undefined"])),
            ("term.acronym-conflict", says("term.acronym-conflict", "person_and_thing", ", with the Yard Foreman (YF), by the Yellow Ferry (YF)", "YF",
                                           ["term.undefined", "term.acronym-undefined"])),
            ("term.unsorted", out_of_order("first_at_the_end", True)), ("term.unsorted", out_of_order("last_at_the_head", False)),
            ("term.lower-case-definition", small_letters("at_the_head", False)), ("term.lower-case-definition", small_letters("at_the_end", True))]
