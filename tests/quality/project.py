"""One whole project from a seed: documents of several codes, their baselines, the design, the registers, dovetail.yaml."""
import random as random_module
from dataclasses import dataclass, field

import changing
import linking
import numbering
import rendering
from codes import bsc_annex, bsc_section
from codes.body import HEADINGS
from model import BASELINE
from prose import Writer
from stock import Vocabulary, plural
from writers import marked_writer

WRITERS = {"txt": marked_writer.write}


@dataclass
class Project:
    seed: int
    documents: list = field(default_factory=list)
    vocabulary: object = None
    codes: list = field(default_factory=list)
    tables: dict = field(default_factory=dict)          # path: rows, of design and registers
    yaml_design: list = field(default_factory=list)
    yaml_registers: dict = field(default_factory=dict)
    writers: dict = field(default_factory=dict)         # code: Writer
    random: object = None


def generate(seed):
    random = random_module.Random(f"project {seed}")
    project = Project(seed, vocabulary=Vocabulary(random), random=random)
    add_bsc(project)
    linking.link(random, project.documents)
    return project


def new_writer(project, code, terms):
    writer = Writer(project.random, project.vocabulary, [project.vocabulary.new_term() for _ in range(terms)])
    project.writers[code] = writer
    return writer


def add_bsc(project):
    random = project.random
    writer = new_writer(project, "XBSC", random.randint(5, 8))
    headings = list(HEADINGS)
    for letter in random.sample("EFGHJKLMNPQRTUVW", random.randint(1, 2)):
        document = bsc_section.build(random, writer, headings, letter)
        layout(random, document)
        changing.change(random, writer, document, "p", random.randint(2, 6))
        project.documents.append(document)
    annex = bsc_annex.build(random, project.vocabulary, really_used(project, "XBSC", writer))
    layout(random, annex)
    project.documents.append(annex)
    project.codes.append(("XBSC", "X Balancing and Settlement Code"))


def really_used(project, code, writer):
    """The terms that stand in the proposed text of a code: what a change took out no longer counts."""
    text = " ".join(run.content for document in project.documents if document.code == code for node in document.nodes()
                    for run in node.all_runs() if isinstance(run.content, str) and run.change != "del")
    return {term for term in writer.used if term in text or plural(term) in text}


def layout(random, document):
    document.numbering = random.choice(["tab", "space"])
    document.curly = random.random() < 0.5


def write(project, folder):
    """Writes the project out; every file is a function of the model and the seed."""
    random = random_module.Random(f"writing {project.seed}")
    for part in ("drafts", "baseline"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for document in project.documents:
        numbering.assign(document)
    for document in project.documents:
        path = folder / document.path
        if document.broken:
            path.write_bytes(document.broken)
        else:
            WRITERS[document.file_format](path, rendering.blocks(document), document, random)
        WRITERS[document.file_format](folder / "baseline" / path.name, rendering.blocks(document, BASELINE), document, random)
    (folder / "dovetail.yaml").write_text(configuration(project), encoding="utf-8")


def configuration(project):
    lines = [f"project: seed {project.seed}", "release: IR1.0", "releases: [IR0.5, IR1.0]", "as_of: 2024-07-01", "codes:"]
    lines += [f"  - {{id: {code}, name: {name}}}" for code, name in project.codes]
    lines.append("documents:")
    for document in project.documents:
        keys = {"path": document.path, "id": document.id, "code": document.code, "profile": document.profile, "title": document.title,
                "baseline": f"baseline/{document.name}.{document.file_format}", "release": "IR1.0", **document.fields}
        if document.glossary:
            keys["glossary"] = document.glossary
        lines.append("  - {" + ", ".join(f"{key}: {value}" for key, value in keys.items()) + "}")
    if project.yaml_design:
        lines += ["design:"] + [f"  - {{path: {path}, artefact: {artefact}, mapping: {mapping}, version: \"1.0\", release: IR1.0}}"
                                for path, artefact, mapping in project.yaml_design]
    if project.yaml_registers:
        lines += ["registers:"] + [f"  {key}: {path}" for key, path in project.yaml_registers.items()]
    if "registers/roles.csv" in project.tables:
        lines.append("roles: registers/roles.csv")
    return "\n".join(lines) + "\n"
