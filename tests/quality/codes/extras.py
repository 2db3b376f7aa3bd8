"""Definitions that stand in the running text, as texts have them, with the pointers to them in the glossary; acronyms explained where they are first used."""
from codes.definitions import article
from model import Ref, Run
from stock import stock

THINGS = stock("things")
INLINE = ['The {R} shall maintain {t} (the "{T}").', 'Each {R} shall send the {S} {t} (each {aT}).', 'The "{T}" of {aR} is {t} which it has signed.',
          'For the purposes of this provision, "{T}" means {t}.', 'Where {aR} submits {t}, that is known as {aT}.']
POINTERS = ["has the meaning given to that term in ", "has the meaning given to such term in ", "has the meaning given to that expression in ",
            "shall have the meaning given to that term in "]


def fitting(documents):
    """Plain provisions that stand in both views."""
    return [n for d in documents for n in d.nodes() if n.kind == "p" and not n.change and not n.not_used and not n.children and n is not getattr(d, "local_terms", None)
            and all(isinstance(r.content, str) and not r.change for r in n.runs) and n.runs and n.runs[-1].content.endswith(".") and n.parent.kind != "def"
            and not any(n2.change for n2 in up(n))]


def up(node):
    while node is not None:
        yield node
        node = node.parent


def quoted(term, indefinite):
    return (article(term) + " " if indefinite else "") + f'"{term}"'


def inline(random, documents, writer, count):
    """Defines some terms of the code in its provisions. Gives {term: runs of its entry in the glossary}, which point there."""
    places = fitting(documents)
    random.shuffle(places)
    used = [t for t in writer.terms if t in writer.used]
    random.shuffle(used)
    found = {}
    for term, node in zip(used[:count], places):
        one, other = random.sample(writer.roles, 2)
        writer.use(one), writer.use(other)
        words = random.choice(INLINE).replace("{R}", one).replace("{S}", other).replace("{t}", random.choice(THINGS)).replace("{aT}", quoted(term, True))
        words = words.replace("{aR}", f"{article(one)} {one}").replace("{T}", term)
        node.runs.append(Run(" " + words))
        node.cited = True
        if len(places) > 2 * count:  # and somebody uses it
            random.choice(places[count:]).runs.append(Run(random.choice([f" Each {term} shall be kept for six years.", f" The {term} shall be in writing."])))
        found[term] = [Run(random.choice(POINTERS)), Run(Ref([node]))]
    return found


def initials(name):
    return "".join(word[0] for word in name.split())


def glossed(random, documents, writer):
    """An acronym of a role, explained where it first stands and used later in the same document."""
    for document in random.sample(documents, len(documents)):
        places = fitting([document])
        if len(places) < 3:
            continue
        role = random.choice(writer.roles)
        short = initials(role) + random.choice("ABC")[:0]
        if short in ("WD", "IF", "DI") or len(short) < 2:
            continue
        first, second = sorted(random.sample(range(len(places)), 2))
        writer.use(role)
        places[first].runs.append(Run(f" The {role} ({short}) shall act with reasonable care."))
        places[second].runs.append(Run(random.choice([f" The {short} shall do so without charge.", f" Each {short} shall keep a copy."])))
        return


def construction(random, documents, writer):
    """A clause that narrows a meaning and defines nothing."""
    places = fitting(documents)
    if not places:
        return
    one, other = random.sample(writer.roles, 2)
    writer.use(one), writer.use(other)
    random.choice(places).runs.append(Run(f" In this provision, references to {article(one)} {one} do not include {article(other)} {other}."))


def statute(random, documents, writer):
    """A statute that the glossary gives a short name."""
    places = fitting(documents)
    if places:
        writer.use("Act")
        random.choice(places).runs.append(Run(" Nothing in this provision limits any power that the Secretary of State has under the Act."))


def enrich(random, documents, writer):
    """All of it, by chance. Gives the pointers that the glossary must have."""
    pointers = inline(random, documents, writer, random.choice([0, 1, 1, 2]))
    if random.random() < 0.4:
        glossed(random, documents, writer)
    if random.random() < 0.4:
        construction(random, documents, writer)
    if random.random() < 0.3:
        statute(random, documents, writer)
    return pointers
