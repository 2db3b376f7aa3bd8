"""What stands in front of a text: version block, amendment record, contents page; and the running heads of Word files. All of it agrees with itself."""
from model import Node, Ref, Run

MONTHS = "January February March April May June July August September October November December".split()


def add(random, document):
    """Gives a document its version and, mostly, the pages in front. `document.version` is the version in force that the draft was marked against."""
    document.version = f"{random.randint(2, 40)}.0"
    document.effective = f"{random.randint(1, 28)} {random.choice(MONTHS[:6])} {random.randint(2021, 2024)}"
    nodes = []
    if random.random() < 0.6:
        nodes += version_lines(document)
        if random.random() < 0.6:
            nodes += history(random, document)
    if random.random() < 0.35:
        nodes += contents(document)
    place = next((at for at, n in enumerate(document.root.children) if n.kind != "title"), 0)
    for node in nodes:
        node.parent, node.document = document.root, document
    document.root.children[place:place] = nodes
    if random.random() < 0.5:
        document.running = [f"{document.id}", f"Version {document.version}"]


def version_lines(document):
    version, date = document.version, document.effective
    lines = {"bsc-section": [document.id, f"Version {version}", f"Effective Date: {date}"], "bsc-annex": [f"Version {version}", f"Effective Date: {date}"],
             "bscp": [f"Version {version}", f"Date: {date}"], "rec-schedule": [f"Version: {version}", f"Effective Date: {date}"],
             "rec-main": [f"Version: {version}", f"Effective Date: {date}"], "dcusa": [f"Version {version}", f"DATED {date}"],
             "sec": [f"Version {version}"], "cusc": [f"XCUSC v{version}"]}[document.profile]
    return [Node("plain", [Run(line)]) for line in lines]


def history(random, document):
    """The amendment record: earlier versions, then this one; versions may be skipped."""
    if document.profile not in ("bsc-section", "bscp", "rec-schedule"):
        return []
    title, columns = {"bsc-section": ("SUMMARY PAGE", ["Modification Proposal", "Decision Date", "Implementation Date", "Version"]),
                      "bscp": ("AMENDMENT RECORD", ["Version", "Date", "Description of Changes", "Changes Included", "Mods/ Panel/ Committee Refs"]),
                      "rec-schedule": ("Change History", ["Version Number", "Implementation Date", "Reason for Change"])}[document.profile]
    nodes = [Node("front", [Run(title)]), Node("th", cells=[[Run(name)] for name in columns])]
    last = int(document.version.split(".")[0])
    numbers = sorted(random.sample(range(1, last), min(last - 1, random.randint(0, 3)))) + [last]
    year = int(document.effective.split()[-1])
    for place, number in enumerate(numbers):
        latest = place == len(numbers) - 1
        date = document.effective if latest else f"{random.randint(1, 28)} {random.choice(MONTHS)} {year - len(numbers) + place}"
        change = f"P{random.randint(101, 399)}"
        cells = {"bsc-section": [change, f"1 {random.choice(MONTHS)} {year - len(numbers) + place - 1}", date, f"{number}.0"],
                 "bscp": [f"{number}.0", date, random.choice(["Routine review", "New form", "Correction of errors"]), f"CP{random.randint(1101, 1599)}", "Panel 12"],
                 "rec-schedule": [f"{number}.0", date, f"R{random.randint(1, 199):04}"]}[document.profile]
        nodes.append(Node("histrow", cells=[[Run(cell)] for cell in cells]))
    return nodes


def contents(document):
    """A contents page with the headings of the first level, as they are numbered in each view."""
    headings = [n for n in document.nodes() if n.kind == "h1" and n.parent.letter != "restart"]
    nodes = [Node("front", [Run("CONTENTS")])] if headings else []
    for page, heading in enumerate(headings, 2):
        reference = Ref([heading], "contents")
        reference.say = lambda view, heading=heading, page=page: f"{heading.number.get(view, '')}\t{heading.runs[0].content}\t{page}"
        nodes.append(Node("toc", [Run(reference)]))
    return nodes
