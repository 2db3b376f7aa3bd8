#!/usr/bin/env python3
"""Fills a folder per fuzz target with inputs to begin from: fixtures, ../shared/data where it is there, and the regressions.

    seeds.py SOURCE_DIR CORPUS_DIR [PROGRAM]

PROGRAM (build/release/dovetail) compiles the units.
"""
import csv, hashlib, io, os, subprocess, sys, shutil, tempfile, zipfile, zlib

LARGEST = 64 << 10  # bytes: larger inputs make a target slow and teach it nothing more
ENDINGS = {'.docx': ['docx', 'package', 'annotate'], '.docm': ['docx', 'package'], '.dotx': ['docx', 'package'], '.xlsx': ['xlsx', 'package'], '.xlsm': ['xlsx', 'package'],
           '.odt': ['odt', 'package'], '.html': ['html'], '.htm': ['html'], '.md': ['markdown'], '.csv': ['csv'], '.txt': ['marked_text', 'references', 'whole'],
           '.yaml': ['project_yaml', 'openapi'], '.json': ['openapi'], '.bpmn': ['bpmn'], '.reqif': ['reqif'], '.reqifz': ['reqif'],
           '.vsdx': ['vsdx', 'package'], '.archimate': ['archimate'], '.xml': ['archimate']}


def put(corpus, target, content):
    if len(content) > LARGEST: return
    folder = os.path.join(corpus, target)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, hashlib.sha1(content).hexdigest()), 'wb') as file: file.write(content)


def add(archive, name, content):
    """Adds a part without the time of day, so that the same parts are always the same bytes."""
    archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)


def zipped(folder):
    """A package with stored parts: bytes that change there change XML and not a packed stream."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_STORED) as archive:
        for root, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                part = os.path.relpath(os.path.join(root, name), folder)
                if part == 'expected.txt': continue
                with open(os.path.join(root, name), 'rb') as file: add(archive, part, file.read())
    return out.getvalue()


def stored(content):
    """The same package without packing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, 'w', zipfile.ZIP_STORED) as new:
        for name in old.namelist(): add(new, name, old.read(name))
    return out.getvalue()


def put_cells(corpus, content):
    """A table is a seed of `mapped`, whose first byte chooses the mapping; its cells are seeds of what reads cells."""
    put(corpus, 'mapped', b'\xff' + content)
    put(corpus, 'mapped', bytes([len(content) % 20]) + content[:2000])
    for row in csv.reader(content.decode('utf-8', 'replace').splitlines()):
        for cell in row:
            if not any(c.isdigit() for c in cell) or len(cell) > 120: continue
            for target in ('labels', 'when'): put(corpus, target, cell.encode())


def facts_of(unit):
    """What stands behind the heading of a unit file, inflated: what the target `unit` reads."""
    at = unit.index(b'\n') + 1
    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = unit[at]
            at += 1
            value |= (byte & 0x7f) << shift
            shift += 7
            if byte < 0x80: return value
    def text():
        nonlocal at
        size = number()
        at += size
        return unit[at - size:at]
    for read in (text, text, text, number, text, text, number, number): read()
    return zlib.decompress(text(), -15)


def put_units(source, corpus, program):
    """Units of the example project, where the program is built."""
    folder = os.path.join(source, 'fixtures/xp')
    if not os.path.exists(program): return
    with tempfile.TemporaryDirectory() as scratch:
        for part in ('drafts', 'live', 'design', 'registers'):
            for name in sorted(os.listdir(os.path.join(folder, part))):
                unit = os.path.join(scratch, 'x.unit')
                if subprocess.run([program, 'compile', os.path.join(folder, part, name), '-o', unit], capture_output=True).returncode == 0:
                    with open(unit, 'rb') as file: put(corpus, 'unit', facts_of(file.read()))


def put_file(corpus, path):
    targets = ENDINGS.get(os.path.splitext(path)[1].lower(), [])
    if path.endswith('.pdf') and shutil.which('pdftotext') and os.path.getsize(path) < 1 << 20:
        run = subprocess.run(['pdftotext', '-bbox-layout', path, '-'], capture_output=True, timeout=20)
        put(corpus, 'pdf_pages', run.stdout)
    if not targets: return
    with open(path, 'rb') as file: content = file.read()
    for target in targets: put(corpus, target, content)
    if path.endswith('.csv'): put_cells(corpus, content)
    if 'package' in targets:
        try:
            for target in (targets[0], *(['annotate'] if targets[0] == 'docx' else [])): put(corpus, target, stored(content))
        except Exception: pass  # a damaged package is a seed as it is


def main():
    source, corpus = sys.argv[1], sys.argv[2]
    program = sys.argv[3] if len(sys.argv) > 3 else os.path.join(source, 'build/release/dovetail')
    cases = os.path.join(source, 'fixtures', 'docx')
    for case in sorted(os.listdir(cases)):
        if os.path.isdir(os.path.join(cases, case)):
            for target in ('docx', 'package', 'annotate'): put(corpus, target, zipped(os.path.join(cases, case)))
    for top in (os.path.join(source, 'fixtures'), os.path.join(source, 'rules'), os.path.join(source, '..', 'shared', 'data')):
        for root, folders, names in os.walk(top):
            folders.sort()
            for name in sorted(names): put_file(corpus, os.path.join(root, name))
    put_units(source, corpus, program)
    regressions = os.path.join(source, 'tests', 'fuzz', 'regressions')
    for target in sorted(os.listdir(regressions)):
        for name in sorted(os.listdir(os.path.join(regressions, target))):
            with open(os.path.join(regressions, target, name), 'rb') as file: put(corpus, target, file.read())


if __name__ == '__main__':
    main()
