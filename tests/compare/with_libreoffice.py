#!/usr/bin/env python3
"""Compares both views of every DOCX and ODT under fixtures and ../shared/data with what LibreOffice has after accepting or rejecting all changes,
paragraph for paragraph.

    with_libreoffice.py DOVETAIL SOURCE_DIR [--show] [FILE...]

Exit 0: equal but for the departures listed in libreoffice_departures.txt; 1: not equal; 77: soffice or its Python is not there (skipped).
The text of paragraphs is compared, not computed numbers. White space is compared as one space, and empty paragraphs are left out.
The DOCX fixtures are also converted to ODT by LibreOffice, and those read in both views.
"""
import json, os, re, shutil, subprocess, sys, tempfile, time, zipfile, zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import with_pandoc

HERE = os.path.dirname(os.path.abspath(__file__))
LONGEST = 30      # seconds that one file may take
LONGEST_RUN = 540  # seconds for all
VIEWS = ('baseline', 'proposed')


def python_with_uno():
    """The Python that soffice's bridge was built for: Debian's own, not the first on the path."""
    for python in ('/usr/bin/python3', sys.executable):
        if os.path.exists(python) and subprocess.run([python, '-c', 'import uno'], capture_output=True).returncode == 0: return python
    return None


class Office:
    """One soffice process with a profile of its own; started again when a file kills it or holds it up."""

    def __init__(self, scratch):
        self.scratch, self.process, self.starts = scratch, None, 0

    def start(self):
        self.stop()
        self.starts += 1
        self.pipe = f'dovetail{os.getpid()}_{self.starts}'
        profile = os.path.join(self.scratch, f'profile{self.starts}')  # one that was killed asks to recover its documents
        command = ['soffice', '--headless', '--norestore', '--nologo', '-env:UserInstallation=file://' + profile, f'--accept=pipe,name={self.pipe};urp;']
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)

    def stop(self):
        if self.process is None: return
        try: os.killpg(self.process.pid, 9)
        except ProcessLookupError: pass
        self.process.wait()
        self.process = None


def without_comments(file, target):
    """A copy that no comment can be found from: comments are no text of the body, and soffice 7.4 without a screen ends when it lays them out.
    The file itself where it has none, or is no package."""
    try:
        with zipfile.ZipFile(file) as old:
            relations = [n for n in old.namelist() if n.endswith('.rels') and re.search(rb'Type="[^"]*/comments"', old.read(n))]
            if not relations: return file
            with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as new:
                for name in old.namelist():
                    content = old.read(name)
                    if name in relations: content = re.sub(rb'<Relationship\s[^>]*Type="[^"]*/comments[A-Za-z]*"[^>]*>', b'', content)
                    elif name.endswith('.xml'): content = re.sub(rb'<(\w+:)?comment(RangeStart|RangeEnd|Reference)\b[^>]*/>', b'', content)
                    new.writestr(name, content)
        return target
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, NotImplementedError): return file


def theirs(files, scratch, python, converted):
    """file -> its two views, or an error. `converted`: where to store each as ODT too (file -> target)."""
    office, results, began = Office(scratch), {}, time.monotonic()
    out, names = os.path.join(scratch, 'theirs'), os.path.join(scratch, 'names')
    open(out, 'w').close()
    try:
        while len(results) < len(files) and time.monotonic() - began < LONGEST_RUN:
            left = [f for f in files if f not in results]
            with open(names, 'w', encoding='utf-8') as listed:
                listed.write('\n'.join(f + '\t' + converted.get(f, '') for f in left))
            office.start()
            worker = subprocess.Popen([python, os.path.join(HERE, 'accept_and_reject.py'), office.pipe, names, out])
            seen, since = -1, time.monotonic()
            while worker.poll() is None and time.monotonic() - since < LONGEST + (30 if seen <= 0 else 0):
                time.sleep(0.2)
                size = os.path.getsize(out)
                if size != seen: seen, since = size, time.monotonic()
            worker.kill()
            worker.wait()
            with open(out, encoding='utf-8') as lines: results = {r['file']: r for r in map(json.loads, lines)}
            stuck = next((f for f in files if f not in results), None)
            if stuck is not None:
                with open(out, 'a', encoding='utf-8') as lines: lines.write(json.dumps({'file': stuck, 'error': 'took too long or ended soffice'}) + '\n')
                results[stuck] = {'file': stuck, 'error': 'took too long or ended soffice'}
    finally:
        office.stop()
    return results


def ours(program, file, view):
    """Lines of `dovetail text`; None where it does not read the file."""
    run = subprocess.run([program, 'text', '--view', view, '--plain', file], capture_output=True, cwd='/', timeout=60)
    if run.returncode != 0: return None
    return [text for text in map(with_pandoc.squeeze, run.stdout.decode('utf-8').split('\n')) if text]


def cleaned(paragraphs):
    return [text for text in map(with_pandoc.squeeze, (p.replace('\u200d', '') for p in paragraphs)) if text]  # U+200D holds the place of what was taken away


def departures():
    listed = {}
    with open(os.path.join(HERE, 'libreoffice_departures.txt'), encoding='utf-8') as file:
        for line in file:
            if line.strip() and not line.startswith('#'):
                name, reason = line.rstrip('\n').split(': ', 1)
                listed[name] = reason
    return listed


def show(mine, other):
    import difflib
    for line in difflib.unified_diff(other, mine, 'LibreOffice', 'dovetail', n=0, lineterm=''): print('   ', line[:200])


def odt_files(source):
    found = []
    for top, prefix in ((os.path.join(source, 'fixtures'), 'fixtures/'), (os.path.join(source, '..', 'shared', 'data'), '')):
        for root, folders, names in os.walk(top):
            folders.sort()
            found += [(prefix + os.path.relpath(os.path.join(root, n), top), os.path.join(root, n)) for n in sorted(names) if n.endswith('.odt')]
    return found


def main():
    python = python_with_uno()
    if not shutil.which('soffice') or python is None:
        print('soffice or python3-uno is not installed: not compared')
        return 77
    showing = '--show' in sys.argv
    program, source, *only = [a for a in sys.argv[1:] if a != '--show']
    program, listed, bad, equal, unread = os.path.abspath(program), departures(), 0, 0, 0
    with tempfile.TemporaryDirectory() as scratch:
        found = [(n, os.path.abspath(f)) for n, f in with_pandoc.inputs(source, scratch) + odt_files(source) if not only or any(o in n for o in only)]
        converted = {f: os.path.join(scratch, f'converted{i}.odt') for i, (n, f) in enumerate(found) if n.startswith(('fixtures/', 'docx/')) and not f.endswith('.odt')}
        asked = {f: without_comments(f, os.path.join(scratch, f'silent{i}.docx')) for i, (_, f) in enumerate(found)}
        answers = theirs([asked[f] for _, f in found], scratch, python, {asked[f]: t for f, t in converted.items()})
        results = {f: answers[a] for f, a in asked.items() if a in answers}
        cases = [(n, f, results.get(f, {'error': 'not reached'})) for n, f in found]
        cases += [('odt of ' + n, converted[f], results[f]['converted']) for n, f in found if 'converted' in results.get(f, {})]
        for name, file, other in cases:
            if 'error' in other:
                unread += 1
                if showing: print(f'{name}: LibreOffice: {other["error"]}')
                continue
            mine = {view: ours(program, file, view) for view in VIEWS}
            wrong = [v for v in VIEWS if mine[v] != cleaned(other[v])]
            if not wrong: equal += 1
            if wrong and name not in listed:
                bad += 1
                print(f'{name}: {", ".join(wrong)} not as LibreOffice has it')
            elif not wrong and name in listed:
                bad += 1
                print(f'{name}: listed as a departure, but equal')
            if wrong and (showing or name not in listed):
                for view in wrong: show(mine[view] or ['(not read)'], cleaned(other[view]))
    print(f'{equal} equal, {len(listed)} listed departures, {unread} that LibreOffice cannot read, {bad} not explained')
    return 1 if bad or (not only and equal == 0) else 0


if __name__ == '__main__':
    sys.exit(main())
