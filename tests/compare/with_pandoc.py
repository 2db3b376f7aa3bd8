#!/usr/bin/env python3
"""Compares both views of every DOCX under fixtures and ../shared/data with what pandoc reads, paragraph for paragraph.

    with_pandoc.py DOVETAIL_VIEW SOURCE_DIR [--show] [FILE...]

Exit 0: equal but for the departures listed in departures.txt; 1: not equal; 77: pandoc is not there (skipped).
The text of paragraphs is compared, not the numbers: pandoc does not compute them. White space is compared as one space.
"""
import json, os, shutil, subprocess, sys, tempfile, zipfile
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
VIEWS = {'baseline': 'reject', 'proposed': 'accept'}


def squeeze(text):
    return ' '.join(text.replace('\u200b', '').split())


def inlines(items):
    """The text of pandoc's inline elements; notes are stories of their own."""
    out = []
    for item in items:
        kind, content = item['t'], item.get('c')
        if kind == 'Str': out.append(content)
        elif kind in ('Space', 'SoftBreak', 'LineBreak'): out.append(' ')
        elif kind in ('Emph', 'Strong', 'Strikeout', 'Superscript', 'Subscript', 'SmallCaps', 'Underline'): out.append(inlines(content))
        elif kind == 'Quoted': out.append(inlines(content[1]))
        elif kind in ('Link', 'Span'): out.append(inlines(content[1]))
        elif kind == 'Code': out.append(content[1])
        elif kind == 'Math': out.append('\x01')  # equations are written as TeX: a wild card
        elif kind in ('Note', 'Image', 'RawInline'): pass
        else: raise ValueError(kind)
    return ''.join(out)


def blocks(items, out):
    for item in items:
        kind, content = item['t'], item.get('c')
        if kind in ('Para', 'Plain'): out.append(inlines(content))
        elif kind == 'Header': out.append(inlines(content[2]))
        elif kind == 'BlockQuote': blocks(content, out)
        elif kind == 'Div': blocks(content[1], out)
        elif kind == 'BulletList': [blocks(x, out) for x in content]
        elif kind == 'OrderedList': [blocks(x, out) for x in content[1]]
        elif kind == 'DefinitionList':
            for term, definitions in content:
                out.append(inlines(term))
                for definition in definitions: blocks(definition, out)
        elif kind == 'LineBlock': out.extend(inlines(x) for x in content)
        elif kind == 'CodeBlock': out.extend(content[1].split('\n'))
        elif kind == 'Table':
            _, caption, _, head, bodies, foot = content
            blocks(caption[1], out)
            rows = head[1] + [row for body in bodies for row in body[2] + body[3]] + foot[1]
            for row in rows:
                for cell in row[1]: blocks(cell[4], out)
        elif kind in ('HorizontalRule', 'Null', 'RawBlock'): pass
        else: raise ValueError(kind)
    return out


def pandoc(file, mode):
    """Paragraphs as pandoc reads them; None where it cannot read the file. Empty ones are left out: pandoc drops some of them."""
    run = subprocess.run(['pandoc', '-f', 'docx+empty_paragraphs', '--track-changes=' + mode, '-t', 'json', file], capture_output=True)
    if run.returncode != 0: return None
    return [text for text in map(squeeze, blocks(json.loads(run.stdout)['blocks'], [])) if text]


def ours(program, files):
    result = {}
    for at in range(0, len(files), 50):
        run = subprocess.run([program, *files[at:at + 50]], capture_output=True, check=True)
        view = None
        for line in run.stdout.decode('utf-8').split('\n'):
            if line.startswith('== '):
                lines = result[line[3:]] = {'baseline': [], 'proposed': [], 'problems': []}
            elif line.startswith('-- '): view = line[3:]
            elif view == 'problems': lines[view].append(line)
            elif '\t' in line:
                text = squeeze(line.split('\t', 1)[1])
                if text: lines[view].append(text)
    return result


def same(mine, other):
    """Equal paragraphs; an equation of theirs stands for any text of ours."""
    if '\x01' not in other: return mine == other
    pieces, at = [squeeze(p) for p in other.split('\x01')], 0
    for piece in pieces:
        at = mine.find(piece, at)
        if at < 0: return False
        at += len(piece)
    return True


def differs(mine, theirs):
    if len(mine) != len(theirs): return True
    return not all(same(a, b) for a, b in zip(mine, theirs))


def zipped(folder, target):
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as archive:
        for root, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                path = os.path.join(root, name)
                part = os.path.relpath(path, folder)
                if part != 'expected.txt': archive.write(path, part)


def inputs(source, scratch):
    """(name to list it under, file) of everything to compare."""
    found = []
    fixtures = os.path.join(source, 'fixtures')
    cases = os.path.join(fixtures, 'docx')
    for case in sorted(os.listdir(cases)) if os.path.isdir(cases) else []:
        if os.path.isdir(os.path.join(cases, case)):
            target = os.path.join(scratch, case + '.docx')
            zipped(os.path.join(cases, case), target)
            found.append(('docx/' + case, target))
    shared = os.path.join(source, '..', 'shared', 'data')
    for top, prefix in ((fixtures, 'fixtures/'), (shared, '')):
        for root, folders, names in os.walk(top):
            folders.sort()
            found += [(prefix + os.path.relpath(os.path.join(root, n), top), os.path.join(root, n)) for n in sorted(names) if n.endswith(('.docx', '.docm', '.dotx'))]
    if not os.path.isdir(shared): print('../shared/data is not there: only fixtures are compared')
    return found


def departures():
    """name -> reason, from departures.txt: "name: reason" per line."""
    listed = {}
    with open(os.path.join(HERE, 'departures.txt'), encoding='utf-8') as file:
        for line in file:
            if line.strip() and not line.startswith('#'):
                name, reason = line.rstrip('\n').split(': ', 1)
                listed[name] = reason
    return listed


def show(mine, theirs):
    import difflib
    for line in difflib.unified_diff(theirs, mine, 'pandoc', 'dovetail', n=0, lineterm=''):
        print('   ', line[:220])


def main():
    if not shutil.which('pandoc'):
        print('pandoc is not installed: not compared')
        return 77
    arguments = [a for a in sys.argv[1:] if a != '--show']
    program, source, only = arguments[0], arguments[1], arguments[2:]
    listed, bad, equal, unread = departures(), 0, 0, 0
    with tempfile.TemporaryDirectory() as scratch:
        found = [(n, os.path.abspath(f)) for n, f in inputs(source, scratch) if not only or any(o in n for o in only)]
        read = ours(program, [f for _, f in found])
        with ThreadPoolExecutor(2) as pool:
            theirs = list(pool.map(lambda nf: {v: pandoc(nf[1], m) for v, m in VIEWS.items()}, found))
        for (name, file), other in zip(found, theirs):
            if other['baseline'] is None:
                unread += 1
                continue
            wrong = [v for v in VIEWS if differs(read[file][v], other[v])]
            if not wrong: equal += 1
            if bool(wrong) == (name in listed) and '--show' not in sys.argv: continue
            if wrong:
                bad += name not in listed
                print(f'{name}: {", ".join(wrong)} not as pandoc reads it', f'({listed[name]})' if name in listed else '')
                for view in wrong: show(read[file][view], other[view])
            elif name in listed:
                bad += 1
                print(f'{name}: listed as a departure, but equal')
    print(f'{equal} equal, {len(listed)} listed departures, {unread} that pandoc cannot read, {bad} not explained')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
