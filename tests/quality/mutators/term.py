"""Defects of defined terms: a term that nothing defines, a definition that nothing uses."""
from model import Run
from mutators import Expectation
from mutators.places import append_words, draft_part, ends_plainly, inserted, label_of, operative


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
    fitting = [n for d in project.documents for n in d.nodes() if n.kind == "def" and n.runs and not n.children and " " in n.term and n.term != "Working Day" and not n.change
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


MUTATORS = [("term.undefined", undefined_use), ("term.undefined", dropped_definition),
            ("term.unused-definition", unused_definition), ("term.unused-definition", last_use_gone)]
