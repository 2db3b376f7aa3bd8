"""One whole project from a seed: documents of several codes, their baselines, the design, the registers, dovetail.yaml."""
import random as random_module
import sys
from dataclasses import dataclass, field

import changing
import linking
import numbering
import other_codes
import rendering
import design as design_module
import design_formats
import registers
from codes import bsc_annex, bsc_section, bscp, extras, front
from codes.body import HEADINGS
from model import BASELINE
from prose import Writer
from stock import Vocabulary, plural
from writers import docx_writer, html_writer, markdown_writer, marked_writer, odt_writer, table_writer, xlsx_writer

WRITERS = {"txt": marked_writer.write, "docx": docx_writer.write, "html": html_writer.write, "odt": odt_writer.write, "md": markdown_writer.write}
TABLE_WRITERS = {"csv": table_writer.write, "xlsx": xlsx_writer.write}


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
    design: object = None
    fixed_terms: set = field(default_factory=set)
    broken_tables: dict = field(default_factory=dict)     # path: bytes
    table_formats: dict = field(default_factory=dict)     # path in `tables`: "xlsx", "bpmn" and so on where it is not CSV
    bundles: dict = field(default_factory=dict)           # file: the tables of the design that it holds together
    branches: dict = field(default_factory=dict)          # step: [(question, words)] of ways that end the process there; BPMN shows them
    design_fields: dict = field(default_factory=dict)     # path in `tables`: more keys of its entry in dovetail.yaml
    schema: dict = field(default_factory=dict)            # the message schemas beside the tables: path, form, joins, alter
    yaml_extra: list = field(default_factory=list)        # more lines of dovetail.yaml, at its end

    def table_path(self, name):
        """The path of a table as it is written: what `tables` calls registers/x.csv may be a workbook."""
        for bundle, names in self.bundles.items():
            if name in names:
                return bundle
        return name.removesuffix("csv") + self.table_formats.get(name, "csv") if name.endswith(".csv") else name


def generate(seed):
    random = random_module.Random(f"project {seed}")
    project = Project(seed, vocabulary=Vocabulary(random), random=random)
    codes = [code for code in ("XBSC", "XREC", "XDCUSA", "XSEC", "XCUSC") if random.random() < (0.7 if code == "XBSC" else 0.4)] or ["XBSC"]
    for code in codes:
        add_bsc(project) if code == "XBSC" else other_codes.add(project, code, sys.modules[__name__])
    linking.link(random, project.documents)
    if project.design:
        project.tables, project.yaml_design = design_module.tables(project.design, random)
    files, project.yaml_registers = registers.tables(random, project.documents, project.design)
    project.tables.update(files)
    project.table_formats = {path: "xlsx" for path in project.tables if random.random() < 0.4}
    design_formats.choose(project)
    return project


def new_writer(project, code, terms):
    writer = Writer(project.random, project.vocabulary, [project.vocabulary.new_term() for _ in range(terms)])
    project.writers[code] = writer
    return writer


def add_bsc(project):
    random = project.random
    project.vocabulary.code_name = "X Balancing and Settlement Code"
    writer = new_writer(project, "XBSC", random.randint(5, 8))
    headings = list(HEADINGS)
    letters = random.sample("EFGHJKLMNPQRTUVW", random.randint(1, 2))
    bodies = [bsc_section.build(random, writer, headings, letter) for letter in letters]
    if random.random() < 0.4:
        bodies.append(bsc_annex.build_numbered(random, writer, headings, letters[0]))
    for document in bodies:
        layout(random, document)
        front.add(random, document)
        changing.change(random, writer, document, "p", random.randint(2, 6))
        project.documents.append(document)
    pointers = extras.enrich(random, bodies, writer)
    if random.random() < 0.8:
        add_procedure(project, writer, headings)
    annex = bsc_annex.build(random, project.vocabulary, really_used(project, "XBSC", writer) | project.fixed_terms, pointers)
    layout(random, annex)
    front.add(random, annex)
    project.documents.append(annex)
    project.codes.append(("XBSC", "X Balancing and Settlement Code"))


def add_procedure(project, writer, headings):
    random = project.random
    project.design = design_module.Design(random, project.vocabulary)
    own = [project.vocabulary.new_term() for _ in range(2)]
    local = Writer(random, project.vocabulary, writer.terms + own)
    document = bscp.build(random, local, headings, project.design)
    layout(random, document)
    front.add(random, document)
    changing.change(random, local, document, "p", random.randint(1, 4))
    project.documents.append(document)
    used = really_used(project, "XBSC", local)
    bscp.define(random, project.vocabulary, document, local, [term for term in own if term in used])
    writer.used.update({term: True for term in local.used if term not in own})
    project.fixed_terms = {"XBSC Procedure"}
    writer.used.update({role: True for role in project.design.names.values()})


def really_used(project, code, writer):
    """The terms that stand in the proposed text of a code: what a change took out no longer counts."""
    text = " ".join(run.content for document in project.documents if document.code == code for node in document.nodes()
                    for run in node.all_runs() if isinstance(run.content, str) and run.change != "del")
    return {term for term in writer.used if term in text or plural(term) in text}


def layout(random, document):
    document.file_format = random.choice(["txt", "txt", "docx", "docx", "docx", "docx", "html", "odt", "md"])
    document.numbering = random.choice(["tab", "space", "auto", "auto", "both"] if document.file_format == "docx" else ["tab", "space"])
    if any(node.kind == "def" and node.children for node in document.nodes()):
        document.numbering = random.choice(["tab", "space"])       # lists within definitions are typed: Word would count on through them
    document.typed_kinds = random.choice([("i1", "i2"), ("p", "i1", "i2"), ("i2",)])
    document.styled = random.random() < 0.6
    document.curly = random.random() < 0.5
    document.no_break = random.random() < 0.3


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
        if document.tamper:
            path.write_bytes(document.tamper(path.read_bytes(), random_module.Random(f"tampering {project.seed}")))
        WRITERS[document.file_format](folder / "baseline" / f"{document.name}.{document.file_format}", rendering.blocks(document, BASELINE), document, random)
        write_companions(folder, document, random)
    for name, rows in project.tables.items():
        path = folder / project.table_path(name)
        if any(name in names for names in project.bundles.values()):
            continue
        if path.suffix[1:] in TABLE_WRITERS:
            TABLE_WRITERS[path.suffix[1:]](path, rows, random)
        else:
            design_formats.write_table(project, name, path, rows, random)
    design_formats.write_beside(project, folder, random)
    for name, content in project.broken_tables.items():
        (folder / project.table_path(name)).write_bytes(content)
    (folder / "dovetail.yaml").write_text(configuration(project), encoding="utf-8")


def write_companions(folder, document, random):
    """Other files of one text: the marked draft, or one view of it, with other words at some nodes."""
    for name, (view, overrides) in document.companions.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        own = {node: node.runs for node in overrides}
        for node, runs in overrides.items():
            node.runs = runs
        WRITERS[document.file_format](folder / name, rendering.blocks(document, view), document, random)
        for node, runs in own.items():
            node.runs = runs


def configuration(project):
    lines = [f"project: seed {project.seed}", "release: IR1.0", "releases: [IR0.5, IR1.0, IR1.1]", "as_of: 2024-07-01", "codes:"]
    lines += [f"  - {{id: {code}, name: {name}}}" for code, name in project.codes]
    lines.append("documents:")
    for document in project.documents:
        keys = {"path": document.path, "id": document.id, "code": document.code, "profile": document.profile, "title": document.title,
                "baseline": f"baseline/{document.name}.{document.file_format}", "release": "IR1.0", **document.fields}
        if document.glossary:
            keys["glossary"] = document.glossary
        lines.append("  - {" + ", ".join(f"{key}: {value}" for key, value in keys.items() if value != "") + "}")
    if project.yaml_design:
        lines += ["design:", *design_lines(project)]
    if project.yaml_registers:
        lines += ["registers:"] + [f"  {key}: {project.table_path(path)}" for key, path in project.yaml_registers.items()]
    if "registers/roles.csv" in project.tables:
        lines.append(f"roles: {project.table_path('registers/roles.csv')}")
    return "\n".join(lines + project.yaml_extra) + "\n"


def design_lines(project):
    """The entries of the design, each file once: a file of several tables names no mapping."""
    found = {}
    for path, artefact, mapping in project.yaml_design:
        own = f" mapping: {mapping}," if not any(path in names for names in project.bundles.values()) else ""
        keys = "".join(f", {key}: {value}" for key, value in project.design_fields.get(path, {}).items())
        found[project.table_path(path)] = f"  - {{path: {project.table_path(path)}, artefact: {artefact},{own} version: \"1.0\", release: IR1.0{keys}}}"
    if project.schema:
        found[project.schema["path"]] = f"  - {{path: {project.schema['path']}, artefact: E2E{project.design.number}, version: \"1.0\", release: IR1.0}}"
    return list(found.values())
