"""Defects of what linked text says: who must do what, in which words, and in two codes."""
from collections import Counter

from model import Run
from mutators import Expectation
from mutators.places import inserted, label_of
from mutators.tables import put

FOLLOWING = ["term.unused-definition", "term.unused", "coverage.untraced", "coverage.uncovered", "coverage.shallow", "coverage.wording-diverges",
             "coverage.outdated", "register.unexplained-change", "reference.missing"]
THING = "count the crates in the yard before noon"


def provision(document, random):
    """A provision without parts, whose number stands once in its document."""
    nodes = [n for n in document.nodes() if n.kind == "p" and not n.children and not n.not_used and n.runs and not n.change and not inserted(n)
             and all(isinstance(run.content, str) and not run.change for run in n.runs)]
    if not nodes:
        return None
    seen = Counter(label_of(n) for n in document.nodes() if n.kind in ("p", "h1", "h2", "row"))
    nodes = [n for n in nodes if seen[label_of(n)] == 1]
    return random.choice(nodes) if nodes else None


def add_requirement(project, atom, text, actor, obligation, codes):
    path = "design/requirements.csv"
    row = list(project.tables[path][1])
    for name, value in (("req_id", atom), ("text", text), ("actor_role", actor), ("obligation", obligation), ("bp_steps", ""), ("interface_ids", ""),
                        ("target_codes", ";".join(codes))):
        put(project, path, row, name, value)
    project.tables[path].append(row)


def add_link(project, atom, node):
    path = "registers/trace.csv"
    header = project.tables[path][0]
    values = {"link_id": f"T-{len(project.tables[path]) + 500}", "atom_kind": "requirement", "atom_id": atom, "atom_version": "1.0", "release": "IR1.0",
              "link_type": "codifies", "code": node.document.code, "code_doc": node.document.id, "draft_version": "0.2", "provision": label_of(node),
              "coverage": "full", "basis": "design", "owner": node.document.code, "reviewed_on": "2024-06-20", "status": "Approved"}
    project.tables[path].append([values.get(name, "") for name in header])


def linked(project, random, rule, say, requirement, actor, obligation="must"):
    """A provision that says `say` and is linked to a new requirement."""
    if not project.design:
        return None
    node = provision(project.design.steps()[0][1].row.document, random)
    if node is None:
        return None
    node.runs = [Run(say)]
    atom = f"XP-BR-DTY-{random.randint(100, 999)}"
    add_requirement(project, atom, requirement, actor, obligation, [node.document.code])
    add_link(project, atom, node)
    return Expectation(rule, node.document.path, label_of(node), atom, introduced=False, follows=[r for r in FOLLOWING if r != rule])


def two_roles(project, random):
    """Two roles of the design: (code, name) each."""
    return [(role, project.design.names[role]) for role in random.sample(sorted(project.design.roles), 2)]


def only_allowed(project, random):
    """The design requires, the text allows."""
    if not project.design:
        return None
    (role, name), _ = two_roles(project, random)
    words = random.choice(["may", "is entitled to"])
    return linked(project, random, "coverage.obligation-differs", f"Each {name} {words} {THING}.", f"The {name} must {THING}", role)


def required_choice(project, random):
    """The design allows, the text requires."""
    if not project.design:
        return None
    (role, name), _ = two_roles(project, random)
    words = random.choice(["shall", "must", "is required to"])
    return linked(project, random, "coverage.obligation-differs", f"The {name} {words} {THING}.", f"The {name} may {THING}", role, "may")


def other_actor(project, random):
    """The duty falls on another role."""
    if not project.design:
        return None
    (role, name), (_, other) = two_roles(project, random)
    return linked(project, random, "coverage.actor-differs", f"Subject to the weather, the {other} shall {THING}.", f"The {name} must {THING}", role)


def other_agent(project, random):
    """The duty is in the passive voice, and falls on another role."""
    if not project.design:
        return None
    (role, name), (_, other) = two_roles(project, random)
    return linked(project, random, "coverage.actor-differs", f"Before noon the crates in the yard shall be counted by the {other}.", f"The {name} must {THING}", role)


def far_words(project, random):
    """The text speaks of something else."""
    if not project.design:
        return None
    (role, name), _ = two_roles(project, random)
    return linked(project, random, "coverage.wording-diverges", f"The {name} shall answer letters about its staff.", f"The {name} must {THING}", role)


def far_passive(project, random):
    """The text speaks of something else, and names nobody."""
    if not project.design:
        return None
    (role, name), _ = two_roles(project, random)
    return linked(project, random, "coverage.wording-diverges", "Letters about staff are answered with courtesy.", f"The {name} must {THING}", role)


def in_two_codes(project, random, first, second):
    """One requirement in two codes, `first` in the code that leads."""
    if not project.design:
        return None
    order = [code for code, _ in project.codes]
    procedure = project.design.steps()[0][1].row.document
    others = [d for d in project.documents if d.code != procedure.code and d.code in order and d.draft and not d.glossary and not d.role]
    if not others:
        return None
    other = random.choice(others)
    nodes = sorted((provision(procedure, random), provision(other, random)), key=lambda n: order.index(n.document.code) if n else -1)
    if None in nodes:
        return None
    (role, name), _ = two_roles(project, random)
    atom = f"XP-BR-DTY-{random.randint(100, 999)}"
    add_requirement(project, atom, "The list of crates must be kept", role, "must", [node.document.code for node in nodes])
    for node, words in zip(nodes, (first, second)):
        node.runs = [Run(words.format(name=name))]
        add_link(project, atom, node)
    return Expectation("coverage.codes-differ", nodes[1].document.path, label_of(nodes[1]), atom, introduced=False, follows=FOLLOWING)


def other_period(project, random):
    """Two codes keep the list for different times."""
    return in_two_codes(project, random, "The {name} shall keep the list of crates for 24 months.", "The list of crates shall be kept for three years.")


def other_days(project, random):
    """Two codes give different times to send the list."""
    return in_two_codes(project, random, "The {name} shall keep the list of crates, and send it within 5 Working Days of the count.",
                        "Within seven (7) Working Days of the count the {name} shall send the list of crates, and shall keep it.")


def same_duty(project, random):
    """The same duty in other words."""
    if not project.design:
        return None
    (role, name), _ = two_roles(project, random)
    say = random.choice([f"The {name} shall {THING}, and may sell them.", f"The crates in the yard shall be counted before noon.", f"Each new {name} is required to {THING}."])
    return bool(linked(project, random, "coverage.obligation-differs", say, f"The {name} must {THING}", role)) or None


MUTATORS = [("coverage.obligation-differs", only_allowed), ("coverage.obligation-differs", required_choice), ("coverage.actor-differs", other_actor),
            ("coverage.actor-differs", other_agent), ("coverage.wording-diverges", far_words), ("coverage.wording-diverges", far_passive),
            ("coverage.codes-differ", other_period), ("coverage.codes-differ", other_days)]
NEAR_MISSES = [("coverage.obligation-differs", same_duty), ("coverage.actor-differs", same_duty)]
