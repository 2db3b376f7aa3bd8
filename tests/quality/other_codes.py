"""Adds the other codes to a project, each with its glossary."""
import changing
from codes import definitions, extras, front, others
from codes.body import HEADINGS
from stock import plural

NAMES = {"XREC": "X Retail Energy Code", "XDCUSA": "X Distribution Connection and Use of System Agreement", "XSEC": "X Smart Energy Code",
         "XCUSC": "X Connection and Use of System Code"}


def add(project, code, tools):
    """`tools` has new_writer, layout, really_used of project.py."""
    random = project.random
    project.vocabulary.code_name = NAMES[code]
    writer = tools.new_writer(project, code, random.randint(4, 7))
    headings = list(HEADINGS)
    builders = {"XREC": [others.rec_main, others.rec_schedule], "XDCUSA": [others.dcusa], "XSEC": [others.sec, others.sec_other], "XCUSC": [others.cusc]}[code]
    documents = [build(random, writer, headings) for build in builders]
    for document in documents:
        tools.layout(random, document)
        front.add(random, document)
        changing.change(random, writer, document, "p", random.randint(2, 5))
        project.documents.append(document)
    pointers = extras.enrich(random, documents, writer)
    used = tools.really_used(project, code, writer)
    if code == "XREC":
        glossary = others.rec_interpretation(random, project.vocabulary, used, pointers)
    elif code == "XCUSC":
        glossary = others.cusc_definitions(random, project.vocabulary, used, pointers)
    else:
        glossary = None
        document = documents[0]
        extra = {"Agreement"} if code == "XDCUSA" else {"Code"}
        terms = definitions.meanings(random, project.vocabulary, used | extra, pointers)
        if code == "XDCUSA" or random.random() < 0.5:
            definitions.table(document.local_terms, terms)
        else:
            definitions.quoted(random, document.local_terms, terms, colon=False)
            if any(node.kind == "def" and node.children for node in document.nodes()) and document.numbering in ("auto", "both"):
                document.numbering = "tab"
    if glossary:
        tools.layout(random, glossary)
        front.add(random, glossary)
        project.documents.append(glossary)
    project.codes.append((code, NAMES[code]))
