"""Defects of files: one that is not what its name says, one cut short, one that is missing."""
import io
import zipfile

from mutators import Expectation


def broken(content, name):
    def plant(project, random):
        # A document on which no other rests, so that nothing else follows from its loss but what its own words would have given.
        document = random.choice([d for d in project.documents if not d.glossary])
        document.file_format = "docx"
        document.broken = content(random)
        return Expectation("input.unreadable", document.path, None, follows=["term.unused-definition", "reference.missing", "change.unmarked",
                                                                            "coverage.uncovered", "input.nothing-checked", "design.dangling"])
    plant.__name__ = name
    return plant


def cut_short(project, random):
    """A Word file of which only a part arrived: what can be saved of it is read, and what is missing in it proves nothing."""
    fitting = [d for d in project.documents if not d.glossary and d.file_format == "docx"]
    if not fitting:
        return None
    document = random.choice(fitting)
    document.tamper = lambda content, dice: content[:dice.randint(30, len(content) - 30)]
    return Expectation("input.damaged", document.path, None, also=("input.unreadable",), follows=["input.damaged", "input.unreadable", "input.nothing-checked"])


def cut_in_its_head(random):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(zipfile.ZipInfo("word/document.xml"), "<w:document>" + "".join(chr(random.randint(97, 122)) for _ in range(4000)),
                         zipfile.ZIP_DEFLATED)
    return stream.getvalue()[:random.randint(20, 45)]


def no_document(random):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(zipfile.ZipInfo("readme.txt"), "nothing here")
    return stream.getvalue()


MUTATORS = [("input.unreadable", broken(lambda random: b"this is not a package", "not_a_package")), ("input.unreadable", broken(cut_in_its_head, "cut_in_its_head")),
            ("input.damaged", cut_short),
            ("input.unreadable", broken(no_document, "no_document"))]
