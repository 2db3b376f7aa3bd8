"""Near-misses of timetables and of linked text: right limits, steps and duties that look like wrong ones."""
from model import Node, Run
from mutators.duties import THING, add_link, add_requirement, in_two_codes, linked, provision, two_roles
from mutators.places import label_of
from mutators.structure import sentence_lists
from mutators.timetable import any_step


def later_step_named(project, random):
    """A row may send the reader on to a later step, say what it is in time for, or hold a number that is no step."""
    if not project.design:
        return None
    process = random.choice(project.design.processes)
    place = random.randrange(len(process.steps) - 1)
    step, later = process.steps[place], random.choice(process.steps[place + 1:])
    old = step.row.cells[2][0].content
    words = random.choice([f"{old}, then go to {later.ref}", f"{old}; if it is refused, proceed to step {later.ref}", f"{old} (in time for {later.ref})", f"{old}, version 3.1.99"])
    step.row.cells[2] = [Run(old), Run(words[len(old):], random.choice(["", "ins"]))]
    return True


def before_a_later_step(project, random):
    """A limit that counts back from a later step, and one that begins when a later step asks for it again."""
    if not project.design:
        return None
    process = random.choice(project.design.processes)
    first = [s for s in process.steps[:-1] if not s.limit]
    if not first:
        return None
    step, later = first[0], process.steps[-1]
    old = step.row.cells[1][0].content
    new = random.choice([f"At least 5 WD before {later.ref}", f"Prior to {later.ref}", f"At least 2 Working Days prior to {later.ref}"])
    step.row.cells[1] = [Run(old, "del"), Run(new, "ins")]
    return True


def step_of_other_process(project, random):
    """A row that goes on in the other process, and says so; a paragraph of this procedure."""
    if not project.design or len(project.design.processes) < 2:
        return None
    one, other = project.design.processes
    step, target = random.choice(one.steps), random.choice(other.steps)
    old = step.row.cells[2][0].content
    step.row.cells[2] = [Run(old), Run(random.choice([f"; otherwise proceed to {target.ref} ({other.title})", f" (see Section {target.ref.rsplit('.', 1)[0]})", " (see Section 1.2)"]), "ins")]
    return True


def same_kept_apart(project, random):
    """Two codes say the same in other words and figures, and one of them more."""
    first, later = random.choice([("The {name} shall keep the list of crates for 24 months.", "The list of crates shall be kept for two years."),
                                  ("The {name} shall keep the list of crates, and send it within 5 Working Days of the count.",
                                   "Within five (5) Working Days of the count the {name} shall send the list of crates, which it shall keep."),
                                  ("The {name} shall keep the list of crates.", "The {name} must keep the list of crates in a dry place.")])
    return in_two_codes(project, random, first, later) and ["coverage.untraced"]  # of a document that a link targets only now


def same_in_other_words(project, random):
    """Linked text that is turned round, longer, or split in two sentences."""
    if not project.design:
        return None
    (role, name), (_, other) = two_roles(project, random)
    say = random.choice([f"Before noon on each day, the {name} shall count all the crates that stand in the yard.", f"The {name} shall count the crates. It shall do so in the yard, before noon.",
                         f"The crates in the yard shall, before noon, be counted by the {name}."])
    return bool(linked(project, random, "coverage.wording-diverges", say, f"The {name} must {THING}", role)) or None


def same_strength(project, random):
    """A duty that is said by "will", "is obliged to" or beside a choice; a ban against a ban; a duty with leave for how."""
    if not project.design:
        return None
    (role, name), _ = two_roles(project, random)
    say, ask, how = random.choice([(f"The {name} is required to {THING}, and may do so by night.", f"The {name} must {THING}", "must"),
                                   (f"The {name} will {THING}.", f"The {name} shall {THING}", "shall"),
                                   (f"The {name} may {THING}, and shall tell nobody.", f"The {name} may {THING}", "may"),
                                   (f"The {name} shall not {THING}.", f"The {name} must not {THING}", "must"),
                                   (f"Where the yard may be open, the {name} shall {THING}.", f"The {name} must {THING}", "must")])
    return bool(linked(project, random, "coverage.obligation-differs", say, ask, role, how)) or None


def actor_by_relation(project, random):
    """The duty is laid on who must procure it, or on the role by another form of its name."""
    if not project.design:
        return None
    (role, name), _ = two_roles(project, random)
    say = random.choice([f"Each {name} shall {THING}.", f"The relevant {name} must {THING}.", f"It is for the {name} to {THING}, which it shall do.", f"A {name} shall {THING}."])
    return bool(linked(project, random, "coverage.actor-differs", say, f"The {name} must {THING}", role)) or None


def led_by_any(project, random):
    """A list that its lead joins needs no "and"; a list that ends in a tail has no stop at its end."""
    lists = [items for items in sentence_lists(project) if not items[0].parent.change]
    if not lists:
        return None
    items = random.choice(lists)
    lead = items[0].parent
    last = items[-2].runs[-1]
    word = last.content.rsplit(" ", 1)[1]
    holder = lead.runs[-1]
    if not isinstance(holder.content, str) or not holder.content.endswith(":") or "following" in holder.content:
        return None
    holder.content = holder.content[:-1] + (", in each of the following cases:" if word == "and" else ", in any of the following cases:")
    last.content = last.content.rsplit(" ", 1)[0]
    return True


def inserted_letters(project, random):
    """Numbers with letters that the draft puts between, in their order."""
    fitting = [n for d in project.documents if not d.automatic("p") for n in d.nodes() if n.kind == "p" and not n.change and not n.letter and not n.not_used
               and n.parent.kind in ("h1", "h2") and not any(s.letter for s in n.parent.children)]
    if not fitting:
        return None
    node = random.choice(fitting)
    for letter in "BA":
        new = Node("p", [Run("Nothing in this provision affects the safety of any person." if letter == "A" else "Nothing in it affects the safety of any animal.")], change="ins",
                   parent=node.parent, document=node.document)
        new.letter = letter
        node.parent.children.insert(node.parent.children.index(node) + 1, new)
    return True


NEAR_MISSES = [("timetable.step-missing", later_step_named), ("timetable.step-missing", step_of_other_process), ("timetable.step-order", later_step_named),
               ("timetable.step-order", before_a_later_step), ("coverage.codes-differ", same_kept_apart), ("coverage.wording-diverges", same_in_other_words),
               ("coverage.obligation-differs", same_strength), ("coverage.actor-differs", actor_by_relation), ("structure.list-ending", led_by_any),
               ("structure.out-of-order", inserted_letters)]
