"""Defects of files that can still be opened: damaged, encrypted, beyond a limit, empty, half understood; and waivers that no longer hold."""
import io
import struct
import zipfile

import numbering
from mutators import Expectation
from mutators.places import append_words, ends_plainly, operative

LOST = ["change.unmarked", "term.undefined", "term.unused-definition", "reference.missing", "reference.not-used", "structure.gap", "structure.duplicate-number",
        "coverage.uncovered", "data.unknown-id", "design.dangling", "input.nothing-checked", "timetable.sla-differs", "input.damaged", "coverage.lost", "coverage.dead-provision", "coverage.untraced"]


def chosen(project, random, *formats):
    """A document that no other takes its terms from, in one of these formats."""
    fitting = [d for d in project.documents if not d.glossary and d.file_format in formats]
    return random.choice(fitting) if fitting else None


def rezipped(content, change):
    """The package with the parts that `change(name, bytes)` gives."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry, change(entry.filename, old.read(entry.filename)), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tampered(rule, formats, tamper, name, follows=(), document=True):
    """A mutator that alters the bytes of one draft after it was written."""
    def plant(project, random):
        found = chosen(project, random, *formats)
        if found is None:
            return None
        found.tamper = tamper
        return Expectation(rule, found.path if document else None, None, follows=list(follows))
    plant.__name__ = name
    return plant


def half_mark(content, random):
    """A mark of an insertion that never ends."""
    lines = content.decode("utf-8").split("\n")
    place = random.choice([n for n, line in enumerate(lines) if " shall " in line and "{" not in line] or [0])
    lines[place] = lines[place].replace(" shall ", " {++shall ", 1)
    return "\n".join(lines).encode("utf-8")


def wrong_bytes(content, random):
    """A byte that is no character, in a text that is otherwise UTF-8."""
    places = [n for n in range(len(content) - 6) if content[n:n + 6] == b"shall "]
    place = random.choice(places) if places else 0
    return content[:place] + b"sh\xffll \xe2\x80\x93 " + content[place + 6:]


def wrong_checksum(content, random):
    """The directory of the package says another checksum of the styles."""
    place = content.rfind(b"word/styles.xml") - 46
    return content[:place + 16] + bytes(4) + content[place + 20:]


def encrypted_part(content, random):
    """The text's part is encrypted, as some archive programs do."""
    data = bytearray(content)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            name_at = at + (30 if signature == b"PK\x03\x04" else 46)
            if data[name_at:name_at + 17] == b"word/document.xml":
                data[at + flags] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def compound_file(content, random):
    """What Word writes for a document with a password: a compound file with the streams EncryptionInfo and EncryptedPackage."""
    sector = 512
    header = bytearray(sector)
    header[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 40, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    allocation = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *range(3, 18), 0xFFFFFFFE, *[0xFFFFFFFF] * 110)

    def entry(name, kind, child, start, size, right=0xFFFFFFFF):
        text = name.encode("utf-16-le") + b"\0\0"
        return (text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, 0xFFFFFFFF, right, child) + bytes(36) + struct.pack("<IQ", start, size))

    directory = (entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("EncryptedPackage", 2, 0xFFFFFFFF, 2, 16 * sector) + bytes(256))
    body = bytes(random.randint(0, 255) for _ in range(16 * sector))
    return bytes(header) + allocation + directory + body


def too_deep(content, random):
    """Elements within elements, thousands of them."""
    deep = b"<w:sdt><w:sdtContent>" * 2500
    close = b"</w:sdtContent></w:sdt>" * 2500
    return rezipped(content, lambda name, part: part.replace(b"<w:sectPr", deep + b"<w:p/>" + close + b"<w:sectPr", 1) if name == "word/document.xml" else part)


def packed_bomb(content, random):
    """A part that is a thousand times as large as it looks."""
    return rezipped(content, lambda name, part: part.replace(b"</w:body>", b" " * 8_000_000 + b"</w:body>") if name == "word/document.xml" else part)


def strange_element(content, random):
    """An element of a namespace that nobody knows, around a word."""
    return rezipped(content, lambda name, part: part.replace(b"<w:sectPr", b'<w:p><w:glimmer w:val="3"><w:r><w:t></w:t></w:r></w:glimmer></w:p><w:sectPr', 1)
                    if name == "word/document.xml" else part)


def strange_run_content(content, random):
    return rezipped(content, lambda name, part: part.replace(b"<w:sectPr", b'<w:p><w:r><w:hologram/></w:r></w:p><w:sectPr', 1) if name == "word/document.xml" else part)


def lost_list(project, random):
    """A paragraph is numbered by a list that the file does not define."""
    fitting = [d for d in project.documents if d.file_format == "docx" and not d.glossary and d.automatic("p")]
    if not fitting:
        return None
    document = random.choice(fitting)
    document.tamper = lambda content, dice: rezipped(
        content, lambda name, part: once(part, b'<w:numId w:val="1"/>', b'<w:numId w:val="77"/>', dice) if name == "word/document.xml" else part)
    return Expectation("input.unresolved-numbering", document.path, None, follows=LOST)


def lost_definition(project, random):
    """The lists are used, and their definitions are gone."""
    fitting = [d for d in project.documents if d.file_format == "docx" and not d.glossary and d.automatic("p")]
    if not fitting:
        return None
    document = random.choice(fitting)
    document.tamper = lambda content, dice: rezipped(
        content, lambda name, part: part.replace(b'<w:num w:numId="1">', b'<w:num w:numId="91">') if name == "word/numbering.xml" else part)
    return Expectation("input.unresolved-numbering", document.path, None, follows=LOST)


def once(part, old, new, random):
    """Replaces the last place, on which few numbers rest."""
    at = part.rfind(old)
    return part[:at] + new + part[at + len(old):] if at >= 0 else part


def emptied(content):
    def plant(project, random):
        for document in project.documents:
            document.file_format, document.broken = "txt", content
        return Expectation("input.nothing-checked", None, None, follows=LOST + ["input.unreadable"])
    return plant


def only_blank(project, random):
    """Every draft is an empty file."""
    return emptied(b"\n\n")(project, random)


def only_prose(project, random):
    """Every draft is a letter without a single provision."""
    return emptied(b"Dear reader\n\nplease find nothing enclosed.\n")(project, random)


def waiver_for_nothing(project, random):
    """A waiver of what nobody finds."""
    document = random.choice([d for d in project.documents])
    line = f'  - {{rule: wording.doubled-word, document: {document.id}, label: "1.1", reason: "kept on purpose", owner: Drafter, until: 2030-01-01}}'
    project.yaml_extra += ["waivers:", line]
    return Expectation("input.unused-waiver", None, None, "wording.doubled-word")


def waiver_elsewhere(project, random):
    """A waiver names another place than the finding it was meant for."""
    node = operative(project, random, lambda n: ends_plainly(n) and not n.document.file_format == "html")
    if node is None:
        return None
    append_words(node, ", within TBD days", "ins" if not node.change else "")
    line = f'  - {{rule: change.residue, document: {node.document.id}, label: "99.9", reason: "known", owner: Drafter, until: 2030-01-01}}'
    project.yaml_extra += ["waivers:", line]
    return Expectation("input.unused-waiver", None, None, "change.residue", follows=["change.residue"])


def waiver_too_old(project, random):
    """A waiver whose time is over; what it covered is reported again."""
    line = waived_residue(project, random, random.choice(["2024-06-30", "2023-12-31", "2024-02-29"]))
    return line and Expectation("input.expired-waiver", None, None, "change.residue", follows=["change.residue"])


def waiver_too_old_for_nothing(project, random):
    """A waiver that is over, and covers nothing any more."""
    project.yaml_extra += ["waivers:", '  - {rule: term.undefined, reason: "transition", owner: Drafter, until: 2024-06-30}']
    return Expectation("input.expired-waiver", None, None, "term.undefined", follows=["input.unused-waiver"])


def waived_residue(project, random, until):
    from mutators.places import label_of
    node = operative(project, random, ends_plainly)
    if node is None:
        return None
    append_words(node, ", within TBD days")
    project.yaml_extra += ["waivers:", f'  - {{rule: change.residue, document: {node.document.id}, label: "{label_of(node)}", reason: "known", owner: Drafter, '
                                       f"until: {until}}}"]
    return True


def waiver_in_time(project, random):
    """A waiver that holds: nothing is found."""
    return waived_residue(project, random, random.choice(["2024-07-01", "2024-07-02", "2030-01-01"]))


def lost_glossary(project, random):
    """The glossary of a code is not among the documents: what rests on it did not run."""
    fitting = [d for d in project.documents if d.glossary]
    if not fitting:
        return None
    lost = random.choice(fitting)
    place = project.documents.index(lost)
    project.documents.remove(lost)
    del project.tables["registers/versions.csv"][1 + place]
    return Expectation("input.blocked", None, None, "", follows=LOST)


def glossary_known_only(project, random):
    """The glossary of a code is listed as known and not loaded."""
    fitting = [d for d in project.documents if d.glossary]
    if not fitting:
        return None
    random.choice(fitting).fields["role"] = "register"
    return Expectation("input.blocked", None, None, "", follows=LOST)


def as_page(words, head, name):
    """A draft becomes a web page that shows something by means that are not read."""
    def plant(project, random):
        found = chosen(project, random, "txt", "md", "odt")
        if found is None:
            return None
        found.file_format = "html"
        found.tamper = lambda content, dice: content.replace(b"</head>", head + b"</head>")
        return Expectation("input.lossy-source", found.path, None, words, follows=LOST + ["input.lossy-source"])
    plant.__name__ = name
    return plant


def glossary_alone(project, random):
    """One text and nothing beside it is enough to have checked something."""
    fitting = [d for d in project.documents if d.glossary]
    if not fitting:
        return None
    for document in project.documents:
        numbering.assign(document)                   # the glossary still points to those that are not there
    project.documents = [random.choice(fitting)]
    project.tables, project.yaml_design, project.yaml_registers, project.design = {}, [], {}, None
    project.schema, project.bundles = None, {}
    return True


def without_baseline(project, random):
    """A draft whose baseline is not given: that is said once for the run, and is no fault of the text."""
    random.choice(project.documents).fields["baseline"] = ""
    return True


def odd_but_sound(name, formats, tamper):
    def plant(project, random):
        found = chosen(project, random, *formats)
        if found is None:
            return None
        found.tamper = tamper
        return True
    plant.__name__ = name
    return plant


def other_line_ends(content, random):
    return random.choice([b"\xef\xbb\xbf" + content, content.replace(b"\n", b"\r\n"), content + b"\n\n\n", content.decode("utf-8").encode("utf-16")])


def stored_parts(content, random):
    """No compression, parts in another order, a comment on the package."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in reversed(old.infolist()):
            new.writestr(zipfile.ZipInfo(entry.filename, (2020, 2, 2, 2, 2, 2)), old.read(entry.filename), zipfile.ZIP_STORED)
        new.comment = b"EncryptedPackage"
    return out.getvalue()


def ignorable_parts(content, random):
    """Attributes and elements of later Words, declared as ignorable."""
    space = b' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
    return rezipped(content, lambda name, part: part.replace(b"<w:document ", b"<w:document" + space + b" ", 1).replace(b"<w:p><w:pPr>", b'<w:p w14:paraId="1A2B3C4D"><w:pPr>', 3)
                    if name == "word/document.xml" else part)


def no_list(content, random):
    """numId 0 takes a paragraph out of every list; that is sound."""
    return rezipped(content, lambda name, part: part.replace(b"<w:sectPr", b'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr></w:p><w:sectPr', 1)
                    if name == "word/document.xml" else part)


def large_but_sound(content, random):
    """A hundred levels of elements, and a megabyte of spaces between them."""
    deep, close = b"<w:sdt><w:sdtContent>" * 50, b"</w:sdtContent></w:sdt>" * 50
    return rezipped(content, lambda name, part: part.replace(b"<w:sectPr", deep + b"<w:p/>" + close + b" " * 1_000_000 + b"<w:sectPr", 1) if name == "word/document.xml" else part)


MUTATORS = [("input.damaged", tampered("input.damaged", ["txt"], half_mark, "half_mark", LOST)),
            ("input.damaged", tampered("input.damaged", ["txt", "md"], wrong_bytes, "wrong_bytes", LOST)),
            ("input.damaged", tampered("input.damaged", ["docx"], wrong_checksum, "wrong_checksum", LOST)),
            ("input.encrypted", tampered("input.encrypted", ["docx"], encrypted_part, "encrypted_part", LOST)),
            ("input.encrypted", tampered("input.encrypted", ["docx"], compound_file, "compound_file", LOST)),
            ("input.limit", tampered("input.limit", ["docx"], too_deep, "too_deep", LOST)),
            ("input.limit", tampered("input.limit", ["docx"], packed_bomb, "packed_bomb", LOST + ["input.unreadable"])),
            ("input.unknown-element", tampered("input.unknown-element", ["docx"], strange_element, "strange_element")),
            ("input.unknown-element", tampered("input.unknown-element", ["docx"], strange_run_content, "strange_run_content")),
            ("input.unresolved-numbering", lost_list), ("input.unresolved-numbering", lost_definition),
            ("input.nothing-checked", only_blank), ("input.nothing-checked", only_prose),
            ("input.unused-waiver", waiver_for_nothing), ("input.unused-waiver", waiver_elsewhere),
            ("input.expired-waiver", waiver_too_old), ("input.expired-waiver", waiver_too_old_for_nothing),
            ("input.lossy-source", as_page("number", b"<style>p::before{counter-increment:n;content:counter(n) '. '}</style>", "page_that_counts")),
            ("input.lossy-source", as_page("text", b"<script>document.write('1.1 More of it')</script>", "page_that_writes")),
            ("input.blocked", lost_glossary), ("input.blocked", glossary_known_only)]

NEAR_MISSES = [("input.damaged", odd_but_sound("other_line_ends", ["txt"], other_line_ends)), ("input.encrypted", odd_but_sound("stored_parts", ["docx"], stored_parts)),
               ("input.unknown-element", odd_but_sound("ignorable_parts", ["docx"], ignorable_parts)),
               ("input.unresolved-numbering", odd_but_sound("no_list", ["docx"], no_list)), ("input.limit", odd_but_sound("large_but_sound", ["docx"], large_but_sound)),
               ("input.nothing-checked", glossary_alone), ("input.blocked", without_baseline),
               ("input.unused-waiver", waiver_in_time), ("input.expired-waiver", waiver_in_time)]
