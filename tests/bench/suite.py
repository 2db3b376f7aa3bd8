#!/usr/bin/env python3
"""Times dovetail over invented corpora, room by room, beside the floor and beside other tools, and prints the tables in Markdown.

The floor is the bare inflating (libdeflate) and parsing (pugixml) of the same parts on as many threads. It and the rooms are timed in one process
(dovetail_bench); "cold" is a `dovetail check` of its own process, all rules, nothing cached. Of several runs the one that took least counts. Times are processor
time (user and system) but where the clock on the wall is said.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ["reading", "compiling", "linking", "checking", "settling", "reporting"]
MIB = 1 << 20


class Run:
    """A program run to its end in a process of its own: processor and wall seconds, and its peak of memory in bytes. What it prints goes into a file:
    some programs stop at the first line where nobody listens."""

    def __init__(self, words, source=None, expected=(0, 1)):
        with tempfile.TemporaryFile() as said, open(source or os.devnull, "rb") as given:
            began = time.monotonic()
            process = subprocess.Popen([str(w) for w in words], stdin=given, stdout=said, stderr=subprocess.DEVNULL)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.wall = time.monotonic() - began
        self.processor = used.ru_utime + used.ru_stime
        self.memory = used.ru_maxrss * 1024
        if process.returncode not in expected:
            sys.exit(f"{' '.join(map(str, words[:3]))} … ended with {process.returncode}")


def best(times, make):
    return min((make() for _ in range(times)), key=lambda run: run.processor)


class Corpus:
    """The folder of a project with what is known of it, and the figures of dovetail_bench over it."""

    def __init__(self, folder, build, repetitions):
        self.folder = folder
        files = sorted(folder.rglob("*.docx"))
        self.documents = len(files)
        self.largest = 0
        for file in files:
            with zipfile.ZipFile(file) as package:
                self.largest = max(self.largest, package.getinfo("word/document.xml").file_size)
        said = subprocess.run([build / "tests/bench/dovetail_bench", "--benchmark_filter=^(inflate_and_parse_all|check_by_rooms)/", "--benchmark_format=json",
                               f"--benchmark_repetitions={repetitions}"], env={**os.environ, "DOVETAIL_CORPUS": str(folder)}, capture_output=True, check=True)
        self.runs = {}
        for run in json.loads(said.stdout)["benchmarks"]:
            if run.get("error_occurred"):
                sys.exit(f"dovetail_bench: {run['error_message']}")
            if run["run_type"] == "iteration":
                name, threads = run["name"].split("/")[:2]
                key = name, int(threads)
                if key not in self.runs or run["cpu_time"] < self.runs[key]["cpu_time"]:
                    self.runs[key] = run
        self.xml = self.runs["inflate_and_parse_all", 1]["xml"]
        self.text = self.runs["check_by_rooms", 1]["text"]
        self.words = self.runs["check_by_rooms", 1]["words"]

    def floor(self, threads, clock="cpu_time"):
        return self.runs["inflate_and_parse_all", threads][clock] / 1000

    def room(self, name):
        return self.runs["check_by_rooms", 1].get(name, 0.0) / 1000

    def budget(self):
        """product.md, section 6."""
        return 150 * MIB + 6 * self.largest + 12 * self.text


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


def mb(size):
    return f"{size / 1e6:.1f} MB" if size < 1e8 else f"{size / 1e6:.0f} MB"


def mib(size):
    return f"{size / MIB:.0f} MiB"


def seconds(value):
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def whole_checks(dovetail, corpora):
    """The table of whole checks, and the runs by name and threads."""
    rows, runs = [], {}
    for name, corpus in corpora.items():
        for threads in (1, 2):
            repeat = {"0.1": 5, "1": 5}.get(name, 1)
            run = runs[name, threads] = best(repeat, lambda: Run([dovetail, "check", "--fail-on", "never", "--format", "json", "--threads", threads, corpus.folder]))
            rows.append([f"{name} million", corpus.documents, mb(corpus.xml), mb(corpus.text), threads, seconds(run.processor), seconds(run.wall), seconds(corpus.floor(threads)),
                         f"**{run.processor / corpus.floor(threads):.1f}**", f"{run.wall / corpus.floor(threads, 'real_time'):.1f}", f"{corpus.words / run.wall / 1e6:.2f} million",
                         f"{mib(run.memory)} of {mib(corpus.budget())}"])
    head = ["words", "documents", "XML", "text", "threads", "processor", "wall", "floor", "× floor", "× floor, wall", "words a second", "peak memory, of the budget"]
    return table(head, rows), runs


def by_rooms(corpora):
    head = ["room, × floor on one thread", *(f"{name} million words" for name in corpora)]
    return table(head, [[room, *(f"{c.room(room) / c.floor(1):.2f}" for c in corpora.values())] for room in ROOMS])


def growth(corpora, runs):
    one, ten = corpora.get("1"), corpora.get("10")
    lines = [f"Two threads take the wall time of one divided by {runs['1', 1].wall / runs['1', 2].wall:.2f} (the floor: {one.floor(1, 'real_time') / one.floor(2, 'real_time'):.2f})."]
    if ten:
        lines.append(f"Ten million words cost {runs['10', 1].processor / runs['1', 1].processor:.1f} times one million ({ten.xml / one.xml:.1f} times its XML, {ten.words / one.words:.1f} times its words).")
    return " ".join(lines) + "\n"


def atoms(dovetail, folder, sizes):
    rows = []
    for count in sizes:
        project = folder / f"atoms-{count}"
        subprocess.run([sys.executable, ROOT / "tests/bench/coverage_project.py", project, str(count), str(count * 6 // 5)], check=True)
        check = best(3, lambda: Run([dovetail, "check", "--fail-on", "never", "--format", "json", "--threads", "1", project]))
        trace = best(3, lambda: Run([dovetail, "trace", "--format", "json", "--threads", "1", project]))
        rows.append([f"{count:,}", f"{count * 6 // 5:,}", seconds(check.processor), seconds(trace.processor), mib(check.memory)])
    return table(["atoms", "links", "check", "trace", "peak memory"], rows)


def atoms_beside_text(dovetail, corpora, runs, folder):
    """What links to the provisions of a corpus add to its check: each rule that compares an atom with its text has work."""
    rows = []
    for name, corpus in corpora.items():
        if name == "10":
            continue
        count, project = int(float(name) * 20000), folder / f"linked-{name}"
        subprocess.run([sys.executable, ROOT / "tests/bench/corpus_coverage.py", dovetail, corpus.folder, project, str(count), str(count * 6 // 5)], check=True)
        check = best(3, lambda: Run([dovetail, "check", "--fail-on", "never", "--format", "json", "--threads", "1", project]))
        alone = runs[name, 1]
        rows.append([f"{name} million", f"{count:,}", f"{count * 6 // 5:,}", seconds(check.processor), seconds(check.processor - alone.processor), mib(check.memory)])
    return table(["words", "atoms", "links", "check", "beyond the check of the words alone", "peak memory"], rows)


def prose(dovetail, corpus, folder):
    """The text of the corpus as one file, and the file of its terms."""
    text, terms = folder / "text.txt", folder / "terms.txt"
    with open(text, "wb") as out:
        for file in sorted(corpus.folder.glob("*.docx")):
            out.write(subprocess.run([dovetail, "text", "--view", "proposed", file], capture_output=True, check=True).stdout)
    glossary = subprocess.run([dovetail, "text", "--view", "proposed", corpus.folder / "Annex-X-1.docx"], capture_output=True, check=True).stdout.decode()
    terms.write_text("\n".join(sorted(set(re.findall("“([^”]+)”:", glossary)))) + "\n")
    return text, terms


def beside_others(dovetail, corpus, folder, whole):
    rows = []
    sample = sorted(corpus.folder.glob("XBSCP*.docx"))[:3]
    size = sum(f.stat().st_size for f in sample)
    if shutil.which("pandoc"):
        ran = [Run(["pandoc", "--track-changes=accept", "-t", "plain", f]) for f in sample]
        ours = [best(3, lambda f=f: Run([dovetail, "text", "--view", "proposed", f])) for f in sample]
        checked = [best(3, lambda f=f: Run([dovetail, "check", "--fail-on", "never", "--threads", "1", "--config", corpus.folder / "dovetail.yaml", f])) for f in sample]
        total = lambda runs: sum(r.processor for r in runs)
        rows.append([f"`pandoc --track-changes=accept -t plain`, {len(sample)} of the Word files ({size / 1e3:.0f} kB)", seconds(total(ran)), mib(max(r.memory for r in ran)),
                     f"`dovetail text`, the same files", seconds(total(ours)), f"{total(ran) / total(ours):.0f}"])
    text, terms = prose(dovetail, corpus, folder)
    count = len(terms.read_text().splitlines())
    only_terms = best(3, lambda: Run([dovetail, "check", "--fail-on", "never", "--only", "term", "--threads", "1", corpus.folder]))
    for name, words in (("hunspell", ["hunspell", "-d", "en_GB", "-l", "-p", terms]), ("grep", ["grep", "-o", "-w", "-F", "-f", terms])):
        if not shutil.which(words[0]):
            continue
        run = Run(words, source=text)
        shown = {"hunspell": f"`hunspell -l`, the text ({mb(text.stat().st_size)}), {count:,} terms as its own dictionary", "grep": f"`grep -owFf`, the same text and terms"}[name]
        rows.append([shown, seconds(run.processor), mib(run.memory), "`dovetail check --only term`, from the Word files", seconds(only_terms.processor), f"{run.processor / only_terms.processor:.1f}"])
    tracer = "Debian packages no tracer of requirements to lay beside `dovetail trace`."
    return table(["tool", "processor", "memory", "dovetail", "processor", "times dovetail's"], rows) + "\n" + tracer + "\n"


def write_between(file, text):
    """Puts the tables between the marks <!-- speed --> and <!-- end of speed --> of a file."""
    whole = file.read_text()
    begin, end = "<!-- speed -->\n", "<!-- end of speed -->"
    if begin not in whole or end not in whole:
        sys.exit(f"{file} has no marks '{begin.strip()}' and '{end}'")
    file.write_text(whole[: whole.index(begin) + len(begin)] + text + whole[whole.index(end):])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path, help="the build folder with dovetail and tests/bench/dovetail_bench")
    parser.add_argument("--quick", action="store_true", help="a tenth of everything: shows that it runs")
    parser.add_argument("--corpora", type=pathlib.Path, help="where the corpora are written, or stand from an earlier run; else a temporary folder")
    parser.add_argument("--maker", type=pathlib.Path, default=ROOT.parent / "shared/bench/make_corpus.py", help="the program that writes a corpus")
    parser.add_argument("--write", type=pathlib.Path, help="a file that the tables are written into, between <!-- speed --> and <!-- end of speed -->")
    arguments = parser.parse_args()
    if not arguments.maker.exists():
        print(f"there is no {arguments.maker}: --maker names the program that writes a corpus", file=sys.stderr)
        return 2
    dovetail = arguments.build.resolve() / "dovetail"
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.corpora or pathlib.Path(temporary)
        corpora = {}
        sizes = {"0.1": 6, "1": 12} if arguments.quick else {"0.1": 6, "1": 60, "10": 600}
        for name, documents in sizes.items():
            made = folder / f"documents-{documents}"
            if not (made / "dovetail.yaml").exists():
                subprocess.run([sys.executable, arguments.maker, made, "--documents", str(documents)], check=True, stdout=subprocess.DEVNULL)
            corpora[name] = Corpus(made, arguments.build.resolve(), 1 if name == "10" or arguments.quick else 3)
        whole, runs = whole_checks(dovetail, corpora)
        text = "\n".join(["`" + f"tests/bench/run{' --quick' if arguments.quick else ''}` on {os.cpu_count()} cores printed this.\n", whole, by_rooms(corpora), growth(corpora, runs), atoms(dovetail, pathlib.Path(temporary), [200, 2000] if arguments.quick else [2000, 20000]),
                          atoms_beside_text(dovetail, corpora, runs, pathlib.Path(temporary)),
                          beside_others(dovetail, corpora["1"], pathlib.Path(temporary), runs["1", 1])])
    print(text)
    if arguments.write:
        write_between(arguments.write, text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
