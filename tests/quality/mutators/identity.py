"""Defects of what a text says of itself: version, history, contents page, and how its paragraphs are counted."""
from model import Node, Ref, Run
from mutators import Expectation
from mutators.places import append_words, ends_plainly, inserted, label_of, operative

MONTHS = "January February March April May June July August September October November December".split()


def histories(project, least):
    """(document, rows of its amendment record) of those that have so many."""
    found = []
    for document in project.documents:
        if document.file_format == "html":
            continue
        lines = [n for n in document.nodes() if n.kind == "histrow"]
        if len(lines) >= least:
            found.append((document, lines))
    return found


def version_cell(row):
    return row.cells[-1] if row.document.profile == "bsc-section" else row.cells[0]


def date_cell(row):
    return row.cells[2] if row.document.profile == "bsc-section" else row.cells[1]


def newest_is_other(project, random):
    """The newest row of the amendment record is not of this version."""
    fitting = histories(project, 1)
    if not fitting:
        return None
    document, lines = random.choice(fitting)
    number = int(document.version.split(".")[0]) + random.randint(1, 3)
    version_cell(lines[-1])[0].content = f"{number}.0"
    return Expectation("version.history", document.path, None, f"{number}.0", follows=["version.inconsistent"])


def rows_swapped(project, random):
    """Two rows of the amendment record have changed places."""
    fitting = histories(project, 3)
    if not fitting:
        return None
    document, lines = random.choice(fitting)
    one, other = lines[0], lines[1]
    one.cells, other.cells = other.cells, one.cells
    return Expectation("version.history", document.path, None, version_cell(other)[0].content)


def other_running_foot(project, random):
    """The running foot names another version than the page in front."""
    fitting = [d for d in project.documents if d.file_format == "docx" and d.running and any(n.kind == "plain" and "ersion" in str(n.runs[0].content) for n in d.nodes() if n.runs)]
    if not fitting:
        return None
    document = random.choice(fitting)
    number = int(document.version.split(".")[0]) + random.randint(1, 9)
    document.running[1] = f"Version {number}.0"
    return Expectation("version.inconsistent", document.path, None, f"{number}.0")


def other_date_in_history(project, random):
    """The amendment record gives this version another date than the page in front."""
    fitting = [(d, rows) for d, rows in histories(project, 1) if d.profile in ("bsc-section", "bscp", "rec-schedule")]
    if not fitting:
        return None
    document, lines = random.choice(fitting)
    date = f"{random.randint(1, 28)} {random.choice(MONTHS)} 2019"
    date_cell(lines[-1])[0].content = date
    return Expectation("version.inconsistent", document.path, None, date)


def contents_lines(project):
    found = [d for d in project.documents if d.file_format != "html" and sum(n.kind == "toc" for n in d.nodes()) >= 4]
    return [[n for n in d.nodes() if n.kind == "toc"] for d in found]


def contents_say(project, random, change):
    pages = contents_lines(project)
    if not pages:
        return None
    lines = random.choice(pages)
    place = random.randrange(len(lines))
    reference = lines[place].runs[0].content
    say = reference.say
    reference.say = lambda view: change(say(view))
    return lines[place].document


def other_heading(project, random):
    """A line of the contents page has another heading."""
    document = contents_say(project, random, lambda words: "\t".join([words.split("\t")[0], "Storage of Crates", words.split("\t")[2]]))
    return document and Expectation("structure.contents-mismatch", document.path, None, "Storage of Crates")


def other_number(project, random):
    """A line of the contents page has a number that no heading has."""
    def change(words):
        number, rest = words.split("\t", 1)
        digits = number.rstrip(".")
        head = digits[:-len(digits.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))] if digits[:1].isalpha() else digits.rpartition(".")[0] + "." if "." in digits else ""
        return f"{head}87{'.' if number.endswith('.') else ''}\t{rest}"
    document = contents_say(project, random, change)
    return document and Expectation("structure.contents-mismatch", document.path, None, "87")


def typed_last(kind):
    def plant(project, random):
        """The last of a run that Word counts has its number typed."""
        runs = []
        for document in project.documents:
            if document.file_format != "docx" or not document.automatic(kind):
                continue
            for node in document.nodes():
                siblings = [n for n in node.parent.children if n.kind == kind]
                if node.kind == kind and len(siblings) >= 3 and node is siblings[-1] and not any(n.change or n.letter for n in siblings) and node.runs:
                    runs.append(node)
        if not runs:
            return None
        node = random.choice(runs)
        node.typed = True
        return Expectation("structure.typed-number", node.document.path, label_of(node), introduced=inserted(node), follows=["change.unmarked"])
    plant.__name__ = "typed_last_" + kind
    return plant


def number_alone(project, random):
    """A provision that has a number and no text."""
    fitting = [n for d in project.documents if not d.glossary and d.file_format in ("txt", "md", "odt", "docx") and not d.automatic("p") for n in d.nodes()
               if n.kind == "p" and n.parent.kind in ("h1", "h2") and not n.change and n is n.parent.children[-1] and not n.not_used]
    if not fitting:
        return None
    last = random.choice(fitting)
    new = last.parent.add(Node("p", [], change="ins"))
    return Expectation("structure.empty", last.document.path, label_of(new), introduced=True)


def other_columns(project, random):
    """The columns of a timetable have the words of another trade."""
    heads = [n for d in project.documents if d.profile == "bscp" and d.file_format != "html" for n in d.nodes() if n.kind == "th" and len(n.cells) == 7
             and sum(r.kind == "row" for r in n.parent.children) > 1]
    if not heads:
        return None
    head = random.choice(heads)
    head.cells = [[Run(word)] for word in ("LINE", "HOUR", "MATTER", "GIVER", "TAKER", "CARGO", "ROAD")]
    return Expectation("structure.table-header", head.document.path, None, "CARGO",
                       follows=["reference.missing", "coverage.uncovered", "coverage.dead-provision", "term.undefined", "timetable.step-missing", "change.unmarked"])


def before_its_time(words):
    def plant(project, random):
        """The draft defines a term in a text that takes effect after the one that uses it."""
        fitting = [n for d in project.documents if d.glossary and d.file_format != "html" for n in d.nodes() if n.kind == "def" and not n.children and n is not n.parent.children[-1]]
        if not fitting:
            return None
        place = random.choice(fitting)
        users = [n for d in project.documents if d.code == place.document.code and not d.glossary and d.file_format != "html" for n in d.nodes()
                 if n.kind == "p" and ends_plainly(n) and not n.not_used and n.change != "del"]
        if not users:
            return None
        user, term = random.choice(users), project.vocabulary.new_term()
        colon = ":" if '":' in place.runs[0].content else ""
        new = Node("def", [Run(f'"{term}"{colon} means a sum of money that is held on trust;')], change="ins", parent=place.parent, document=place.document)
        new.term = term
        place.parent.children.insert(place.parent.children.index(place) + 1, new)
        place.document.fields["date"], user.document.fields["date"] = "2025-06-26", "2024-11-07"
        append_words(user, words.format(term), "" if inserted(user) else "ins")
        return Expectation("term.used-before-effective", user.document.path, label_of(user), term, introduced=True)
    plant.__name__ = "used_" + ("with_ending" if "{}'s" in words else "early")
    return plant


MUTATORS = [("version.history", newest_is_other), ("version.history", rows_swapped), ("version.inconsistent", other_running_foot),
            ("version.inconsistent", other_date_in_history), ("structure.contents-mismatch", other_heading), ("structure.contents-mismatch", other_number),
            ("structure.typed-number", typed_last("p")), ("structure.typed-number", typed_last("i1")), ("structure.empty", number_alone),
            ("structure.table-header", other_columns), ("term.used-before-effective", before_its_time(", and shall hold the {}")),
            ("term.used-before-effective", before_its_time(", with the {}'s papers"))]


# --- near-misses ---

def two_changes_in_one_version(project, random):
    """Several changes in one version, and a version that was skipped."""
    fitting = histories(project, 1)
    if not fitting:
        return None
    document, lines = random.choice(fitting)
    last = lines[-1]
    import copy
    new = Node("histrow", cells=[[Run(run.content) for run in cell] for cell in last.cells], parent=last.parent, document=document)
    place = 0 if document.profile == "bsc-section" else len(new.cells) - 1
    if document.profile != "bscp":
        new.cells[place][0].content = "P998" if document.profile == "bsc-section" else "R0998"
    last.parent.children.insert(last.parent.children.index(last) + 1, new)
    return True


def newest_first(project, random):
    """An amendment record that has the newest version on top."""
    fitting = histories(project, 3)
    if not fitting:
        return None
    document, lines = random.choice(fitting)
    cells = [row.cells for row in lines]
    for row, other in zip(lines, reversed(cells)):
        row.cells = other
    return True


def version_in_other_words(project, random):
    """The running foot writes the version in another way."""
    fitting = [d for d in project.documents if d.file_format == "docx" and d.running]
    if not fitting:
        return None
    document = random.choice(fitting)
    document.running[1] = random.choice([f"v{document.version}", f"Version {document.version.split('.')[0]}", f"{document.id} v{document.version}"])
    return True


def contents_in_capitals(project, random):
    """A contents page in capitals, and one that gives no full stop behind the numbers."""
    change = random.choice([str.upper, lambda words: words.replace(".\t", "\t", 1)])
    return contents_say(project, random, change) and True


def heading_over_table(project, random):
    """A heading that has nothing but a table under it, and a provision that is all one number."""
    fitting = [d for d in project.documents if d.profile in ("bsc-section", "cusc", "sec") and d.file_format != "html"]
    if not fitting:
        return None
    document = random.choice(fitting)
    title = "List of Sites"
    heading = document.root.add(Node("h1", [Run(title.upper() if document.style.capitals else title)], change="ins"))
    for cells in (("Site", "Number of gauges"), ("The north yard", "12"), ("The south yard", "31")):
        heading.add(Node("row", cells=[[Run(cell)] for cell in cells], change="ins"))
    return True


def table_of_figures(project, random):
    """A table of five columns whose first column has figures, and is no timetable."""
    fitting = [n for d in project.documents if d.profile == "bscp" and d.file_format != "html" for n in d.nodes() if n.kind == "h2" and n.parent.runs[0].content == "Appendices"]
    if not fitting:
        return None
    holder = random.choice(fitting)
    for cells in (("Year", "North", "South", "East", "West"), ("2021", "1.5", "2.5", "3.5", "4.5"), ("2022", "1.6", "2.6", "3.6", "4.6"), ("2023", "1.7", "2.7", "3.7", "4.7")):
        holder.add(Node("row", cells=[[Run(cell)] for cell in cells], change="ins"))
    return True


def in_time(project, random):
    """A term that takes effect on the same day as, or before, the text that uses it."""
    made = before_its_time(", and shall hold the {}")(project, random)
    if made is None:
        return None
    for document in project.documents:
        if document.fields.get("date") == "2025-06-26":
            document.fields["date"] = random.choice(["2024-11-07", "2024-10-01"])
    return True


def other_list_inside(project, random):
    """A typed list within a text that Word counts: another run."""
    fitting = [n for d in project.documents if d.file_format == "docx" and d.automatic("p") and not d.automatic("i1") for n in d.nodes() if n.kind == "p" and n.children]
    return True if fitting else None


NEAR_MISSES = [("version.history", two_changes_in_one_version), ("version.history", newest_first), ("version.inconsistent", version_in_other_words),
               ("structure.contents-mismatch", contents_in_capitals), ("structure.empty", heading_over_table), ("structure.table-header", table_of_figures),
               ("term.used-before-effective", in_time), ("structure.typed-number", other_list_inside)]
