"""Runs the program on clean, mutated and near-miss projects, counts what it finds, and prints the table."""
import argparse
import json
import math
import pathlib
import random as random_module
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field

import mutators
import near_misses
import project as projects

HERE = pathlib.Path(__file__).parent


@dataclass
class Tally:
    planted: int = 0
    found: int = 0
    elsewhere: int = 0
    extra: int = 0
    flag: int = 0                     # found, but wrongly as new or as old text
    near_planted: int = 0
    near_wrong: int = 0
    missed_seeds: list = field(default_factory=list)
    extra_seeds: list = field(default_factory=list)


ALWAYS = {"input.lossy-source"}       # what the format of a file alone brings: a web page says so of itself


def check(program, folder):
    """The findings of one run, as a list; a run that gives no JSON is itself a failure."""
    done = subprocess.run([str(program), "check", str(folder), "--format", "json", "--fail-on", "never"], capture_output=True, text=True, timeout=120)
    try:
        return [f for f in json.loads(done.stdout)["findings"] or [] if f["rule"] not in ALWAYS]
    except (ValueError, KeyError):
        raise SystemExit(f"no findings from {folder}: exit {done.returncode}, {done.stderr.strip()[:300]}")


def key(finding):
    return finding["rule"], finding["document"], finding["label"], finding["text"], finding["atom"]


def right_place(finding, expected):
    if finding["rule"] != expected.rule:
        return False
    places = [(finding["document"], finding["label"])] + [(note.get("document"), note.get("label")) for note in finding.get("notes") or []]
    named = expected.words in " ".join(str(finding[k]) for k in ("text", "message", "atom", "label")).replace("\u00a0", " ")
    if not named:
        return False
    return any((expected.document is None or document == expected.document) and (expected.label is None or label == expected.label)
               for document, label in places)


def judge(tally, findings, clean, expected, seed, name):
    """Counts one mutated run. Findings of the clean project do not count again."""
    before = {key(f) for f in clean}
    new = [f for f in findings if key(f) not in before]
    right = [f for f in new if right_place(f, expected)]
    tally.planted += 1
    if right:
        tally.found += 1
        if expected.introduced is not None and right[0]["introduced"] != expected.introduced:
            tally.flag += 1
            tally.extra_seeds.append(f"{seed}:{name}:introduced={right[0]['introduced']}")
    else:
        tally.missed_seeds.append(f"{seed}:{name}")
        tally.elsewhere += any(f["rule"] == expected.rule for f in new)
    extra = [f for f in new if f not in right and f["severity"] != "note" and f["rule"] not in expected.follows]
    tally.extra += len(extra)
    tally.extra_seeds += [f"{seed}:{name}:{f['rule']}@{f['label']}" for f in extra]


def run_case(program, seed, plant, name, folder):
    """Writes the project of `seed` with one thing planted and checks it; None where it has no place for that."""
    project = projects.generate(seed)
    expected = plant(project, random_module.Random(f"{seed} {name}"))
    if expected is None:
        return None
    shutil.rmtree(folder, ignore_errors=True)
    projects.write(project, folder)
    if getattr(expected, "document", None):
        expected.document = project.table_path(expected.document)
    return expected, check(program, folder)


def interval(hits, total):
    """Wilson's 95 % interval as text."""
    if not total:
        return "–"
    z, p = 1.96, hits / total
    middle, spread = p + z * z / (2 * total), z * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total))
    low, high = (middle - spread) / (1 + z * z / total), (middle + spread) / (1 + z * z / total)
    return f"{p:.3f} ({low:.3f}–{high:.3f})"


def measure(options):
    tallies, clean_found, clean_seeds = defaultdict(Tally), Counter(), []
    planted = [] if options.clean else [(r, f) for r, f in mutators.all_mutators() if not options.rule or r == options.rule]
    near = [] if options.clean else [(r, f) for r, f in near_misses.NEAR_MISSES + mutators.all_near_misses() if not options.rule or r == options.rule]
    seeds = [options.seed] if options.seed is not None else list(range(options.first, options.first + options.rounds))
    with tempfile.TemporaryDirectory() as temporary:
        for seed in seeds:
            work = pathlib.Path(options.keep or temporary) / str(seed)
            shutil.rmtree(work / "clean", ignore_errors=True)
            projects.write(projects.generate(seed), work / "clean")
            clean = check(options.program, work / "clean")
            for finding in clean:
                clean_found[finding["rule"], finding["severity"]] += 1
                clean_seeds.append(f"{seed}:{finding['rule']}:{finding['severity']}@{finding['document']} {finding['label']}")
            for rule, plant in planted:
                result = run_case(options.program, seed, plant, plant.__name__, work / plant.__name__)
                if result:
                    judge(tallies[row_of(rule, result[0])], result[1], clean, result[0], seed, plant.__name__)
                    if options.keep:
                        print(f"{work / plant.__name__}: {result[0]}")
            for rule, plant in near:
                result = run_case(options.program, seed, plant, plant.__name__, work / plant.__name__)
                if result:
                    judge_near(tallies[rule], result[1], clean, seed, plant.__name__)
            if not options.keep:
                shutil.rmtree(work, ignore_errors=True)
    return len(seeds), tallies, clean_found, clean_seeds


def row_of(rule, expected):
    """Defects in web pages are counted apart: the program says that it reads such files with less."""
    return rule + " (web pages)" if (expected.document or "").endswith(".html") else rule


def judge_near(tally, findings, clean, seed, name):
    before = {key(f) for f in clean}
    wrong = [f for f in findings if key(f) not in before and f["severity"] != "note" or key(f) not in before and f["rule"].startswith("wording")]
    tally.near_planted += 1
    tally.near_wrong += bool(wrong)
    tally.extra_seeds += [f"{seed}:{name}:{f['rule']}@{f['label']}" for f in wrong]


def figures(tallies):
    """The rows of the table: one per rule, one per family in front of its rules."""
    for family in sorted({rule.split(".")[0] for rule in tallies}):
        rules = sorted(rule for rule in tallies if rule.split(".")[0] == family)
        total = Tally()
        for rule in rules:
            if rule.endswith("(web pages)"):
                continue
            for name in ("planted", "found", "elsewhere", "extra", "flag", "near_planted", "near_wrong"):
                setattr(total, name, getattr(total, name) + getattr(tallies[rule], name))
        yield f"**{family}**", total
        for rule in rules:
            yield rule, tallies[rule]


def precision_of(t):
    return t.found, t.found + t.elsewhere + t.extra + t.near_wrong


def table(rounds, tallies, clean_found):
    lines = [f"{rounds} clean projects; false positives in them: "
             + (", ".join(f"{count} {severity} {rule}" for (rule, severity), count in sorted(clean_found.items())) or "none"), "",
             "| rule | planted | found | elsewhere | extra | wrong new/old | near-misses | wrongly found | recall (95 %) | precision (95 %) |",
             "|---|---|---|---|---|---|---|---|---|---|"]
    for name, t in figures(tallies):
        lines.append(f"| {name} | {t.planted} | {t.found} | {t.elsewhere} | {t.extra} | {t.flag} | {t.near_planted} | {t.near_wrong} | "
                     f"{interval(t.found, t.planted)} | {interval(*precision_of(t))} |")
    return "\n".join(lines)


def below_floor(tallies, clean_found):
    """What is worse than tests/quality/floors.json allows, as sentences."""
    floors = json.loads((HERE / "floors.json").read_text())
    found = []
    for severity, most in floors["clean"].items():
        count = sum(c for (rule, its), c in clean_found.items() if its == severity)
        if count > most:
            found.append(f"{count} findings of severity {severity} in clean projects; at most {most} are allowed")
    for rule, floor in floors["rules"].items():
        t = tallies.get(rule)
        if t is None or not t.planted:
            found.append(f"{rule}: nothing was planted")
            continue
        hits, all_found = precision_of(t)
        for name, value in (("recall", t.found / t.planted), ("precision", hits / all_found if all_found else 0.0)):
            if value < floor[name]:
                found.append(f"{rule}: {name} {value:.3f} is below its floor {floor[name]}")
    return found


def main():
    parser = argparse.ArgumentParser(description="Plants defects in generated projects and counts what dovetail finds.")
    parser.add_argument("--rounds", type=int, default=20, help="how many seeds")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--seed", type=int, help="this seed alone")
    parser.add_argument("--rule", help="the mutators of this rule alone")
    parser.add_argument("--clean", action="store_true", help="clean projects alone")
    parser.add_argument("--keep", help="a folder to write the projects to, to look at")
    parser.add_argument("--program", default=str(HERE.parent.parent / "build/release/dovetail"))
    parser.add_argument("--floors", action="store_true", help="fail where a figure is below tests/quality/floors.json")
    options = parser.parse_args()
    rounds, tallies, clean_found, clean_seeds = measure(options)
    print(table(rounds, tallies, clean_found))
    for title, seeds in (("clean projects", clean_seeds), *((f"{r} missed", t.missed_seeds) for r, t in sorted(tallies.items())),
                         *((f"{r} extra", t.extra_seeds) for r, t in sorted(tallies.items()))):
        if seeds:
            print(f"\n{title}: " + ", ".join(seeds[:12]) + (f" and {len(seeds) - 12} more" if len(seeds) > 12 else ""))
    worse = below_floor(tallies, clean_found) if options.floors else []
    for sentence in worse:
        print(sentence, file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
