#!/usr/bin/env python3
"""Compares both views of every DOCX and ODT under fixtures and ../shared/data with what LibreOffice has after accepting or rejecting all changes,
paragraph for paragraph.

    with_libreoffice.py DOVETAIL SOURCE_DIR [--show] [--keep RESULTS] [FILE...]

Exit 0: equal but for the departures listed in libreoffice_departures.txt, and every fixture was reached in time; 1: not; 77: soffice or its Python
is not there (skipped). A file listed there as "not opened" is not given to soffice. --keep: where LibreOffice's answers are kept between runs.
The text of paragraphs is compared, not computed numbers. White space is compared as one space, and empty paragraphs are left out.
The DOCX fixtures are also converted to ODT by LibreOffice, and those read in both views.
"""
import json, os, re, shutil, subprocess, sys, tempfile, time, zipfile, zlib
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import with_pandoc

HERE = os.path.dirname(os.path.abspath(__file__))
LONGEST = 20         # seconds that one file may take
LONGEST_START = 40   # seconds more for soffice to start
LONGEST_RUN = 480    # seconds for all; what is not reached until then is counted and not compared
VIEWS = ('baseline', 'proposed')
NOT_REACHED = 'not reached in time'


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
        self.pipe = f'dovetail{os.getpid()}_{os.path.basename(self.scratch)}_{self.starts}'
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


class Results:
    """What was found of each file so far, over several soffice processes; a file of lines that workers append to."""

    def __init__(self, path):
        self.path, self.of = path, {}
        open(path, 'w').close()

    def read(self):
        with open(self.path, encoding='utf-8') as lines: self.of = {r['file']: r for r in map(json.loads, (l for l in lines if l.endswith('\n')))}

    def add(self, file, error):
        with open(self.path, 'a', encoding='utf-8') as lines: lines.write(json.dumps({'file': file, 'error': error}) + '\n')
        self.of[file] = {'file': file, 'error': error}

    def size(self): return os.path.getsize(self.path)


def some_of_theirs(files, scratch, python, converted, deadline):
    """file -> its two views, or an error, for as many files as can be done until `deadline`. Every file is tried once."""
    os.makedirs(scratch)
    office, results, names = Office(scratch), Results(os.path.join(scratch, 'theirs')), os.path.join(scratch, 'names')
    try:
        while time.monotonic() < deadline:
            left = [f for f in files if f not in results.of]
            if not left: break
            with open(names, 'w', encoding='utf-8') as listed: listed.write('\n'.join(f + '\t' + converted.get(f, '') for f in left))
            office.start()
            worker = subprocess.Popen([python, os.path.join(HERE, 'accept_and_reject.py'), office.pipe, names, results.path], stderr=subprocess.DEVNULL)
            before, seen, since = results.size(), -1, time.monotonic()
            while worker.poll() is None and time.monotonic() < deadline and time.monotonic() - since < LONGEST + (LONGEST_START if seen == before else 0):
                time.sleep(0.2)
                if results.size() != seen: seen, since = results.size(), time.monotonic()
            worker.kill()
            worker.wait()
            results.read()
            stuck = next((f for f in files if f not in results.of), None)
            if stuck is not None and time.monotonic() < deadline: results.add(stuck, 'took too long or ended soffice')
    finally:
        office.stop()
    return results.of


def theirs(files, scratch, python, converted):
    """file -> its two views, or an error. `converted`: where to store each as ODT too (file -> target). Two processes share the files."""
    deadline = time.monotonic() + LONGEST_RUN
    with ThreadPoolExecutor(2) as pool:
        parts = list(pool.map(lambda n: some_of_theirs(files[n::2], os.path.join(scratch, f'office{n}'), python, converted, deadline), (0, 1)))
    return {**parts[0], **parts[1]}


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


def answers_of(found, scratch, python):
    """LibreOffice's answers by file, and what it made of the fixtures as ODT by file."""
    converted = {f: os.path.join(scratch, f'converted{i}.odt') for i, (n, f) in enumerate(found) if n.startswith(('fixtures/', 'docx/')) and not f.endswith('.odt')}
    asked = {f: without_comments(f, os.path.join(scratch, f'silent{i}.docx')) for i, (_, f) in enumerate(found)}
    answers = theirs([asked[f] for _, f in found], scratch, python, {asked[f]: t for f, t in converted.items()})
    return {f: answers[a] for f, a in asked.items() if a in answers}, converted


def kept_answers(found, scratch, python, kept):
    """The same, from the file `kept` where it is there; names stand in it, since the fixtures are packed anew each time."""
    if kept and os.path.exists(kept):
        with open(kept, encoding='utf-8') as file: by_name = json.load(file)
        return {f: by_name[n] for n, f in found if n in by_name}, {}
    results, converted = answers_of(found, scratch, python)
    if kept:
        with open(kept, 'w', encoding='utf-8') as file: json.dump({n: {k: v for k, v in results[f].items() if k != 'converted'} for n, f in found if f in results}, file)
    return results, converted


class Tally:
    def __init__(self, program, listed, showing):
        self.program, self.listed, self.showing = program, listed, showing
        self.equal = self.unread = self.late = self.bad = 0

    def judge(self, name, file, other):
        if 'error' in other: return self.not_read(name, other['error'])
        mine = {view: ours(self.program, file, view) for view in VIEWS}
        wrong = [v for v in VIEWS if mine[v] != cleaned(other[v])]
        if not wrong: self.equal += 1
        if wrong and name not in self.listed:
            self.bad += 1
            print(f'{name}: {", ".join(wrong)} not as LibreOffice has it')
        elif not wrong and name in self.listed:
            self.bad += 1
            print(f'{name}: listed as a departure, but equal')
        if wrong and (self.showing or name not in self.listed):
            for view in wrong: show(mine[view] or ['(not read)'], cleaned(other[view]))

    def not_read(self, name, error):
        if error == NOT_REACHED: self.late += 1
        else: self.unread += 1
        if error == NOT_REACHED and name.startswith(('docx/', 'fixtures/')):
            self.bad += 1
            print(f'{name}: a fixture that was not reached in {LONGEST_RUN} seconds')
        if self.showing: print(f'{name}: LibreOffice: {error}')


def main():
    python = python_with_uno()
    if not shutil.which('soffice') or python is None:
        print('soffice or python3-uno is not installed: not compared')
        return 77
    arguments = sys.argv[1:]
    kept = arguments.pop(arguments.index('--keep') + 1) if '--keep' in arguments else None
    program, source, *only = [a for a in arguments if not a.startswith('--')]
    listed = departures()
    tally = Tally(os.path.abspath(program), listed, "--show" in arguments)
    with tempfile.TemporaryDirectory() as scratch:
        found = [(n, os.path.abspath(f)) for n, f in with_pandoc.inputs(source, scratch) + odt_files(source) if not only or any(o in n for o in only)]
        opened = [(n, f) for n, f in found if not listed.get(n, '').startswith('not opened')]
        results, converted = kept_answers(opened, scratch, python, kept)
        cases = [(n, f, results.get(f, {'error': NOT_REACHED})) for n, f in opened]
        cases += [('odt of ' + n, converted[f], results[f]['converted']) for n, f in opened if 'converted' in results.get(f, {}) and f in converted]
        for case in cases: tally.judge(*case)
    print(f'{tally.equal} equal, {len(listed)} listed departures, {tally.unread} that LibreOffice cannot read, {tally.late} not reached in time, {tally.bad} not explained')
    return 1 if tally.bad or (not only and tally.equal == 0) else 0


if __name__ == '__main__':
    sys.exit(main())
