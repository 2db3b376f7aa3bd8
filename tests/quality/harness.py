"""Runs the program on clean, mutated and near-miss projects, counts what it finds, and prints the table."""
import argparse
import functools
import json
import math
import multiprocessing
import pathlib
import random as random_module
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field

import forms
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

    def add(self, other):
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


ALWAYS = {"input.lossy-source"}       # what the format of a file alone brings: a web page says so of itself


def check(program, folder, sought=None):
    """The findings of one run, as a list; a run that gives no JSON is itself a failure. What a format alone brings is left out, unless it is sought."""
    done = subprocess.run([str(program), "check", str(folder), "--format", "json", "--fail-on", "never"], capture_output=True, text=True, timeout=120)
    try:
        return [f for f in json.loads(done.stdout)["findings"] or [] if f["rule"] not in ALWAYS or f["rule"] == sought]
    except (ValueError, KeyError):
        raise RuntimeError(f"no findings from {folder}: exit {done.returncode}, {done.stderr.strip()[:300]}")


def key(finding):
    return finding["rule"], finding["document"], finding["label"], finding["text"], finding["atom"]


def right_place(finding, expected):
    if finding["rule"] != expected.rule and finding["rule"] not in expected.also:
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
    return expected, check(program, folder, getattr(expected, "rule", None))


def interval(hits, total):
    """Wilson's 95 % interval as text."""
    if not total:
        return "–"
    z, p = 1.96, hits / total
    middle, spread = p + z * z / (2 * total), z * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total))
    low, high = (middle - spread) / (1 + z * z / total), (middle + spread) / (1 + z * z / total)
    return f"{p:.3f} ({low:.3f}–{high:.3f})"


@dataclass
class Round:
    """What one seed gave."""
    tallies: dict = field(default_factory=lambda: defaultdict(Tally))
    clean_found: Counter = field(default_factory=Counter)
    clean_seeds: list = field(default_factory=list)
    shown: list = field(default_factory=list)


def wanted(options, rows, seed):
    """What is planted in this seed's project: all of it, or its share (--share), so that in as many seeds everything is planted once."""
    rows = [] if options.clean else [(r, f) for r, f in rows if not options.rule or r == options.rule or r.split(".")[0] == options.rule]
    return [row for n, row in enumerate(rows) if n % options.share == seed % options.share]


def measure_seed(options, seed):
    """One seed: its clean project, then each mutator and near-miss that finds a place in it."""
    found = Round()
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(options.keep or temporary) / str(seed)
        shutil.rmtree(work / "clean", ignore_errors=True)
        projects.write(projects.generate(seed), work / "clean")

        @functools.cache
        def clean(other=seed):
            """What a clean project gives, this seed's or that of the seed that a defect was passed on to; where one rule is asked for, only once
            something of it has a place in this project."""
            if other != seed:
                projects.write(projects.generate(other), work / f"clean-{other}")
                return check(options.program, work / f"clean-{other}")
            findings = check(options.program, work / "clean")
            for finding in findings:
                found.clean_found[finding["rule"], finding["severity"]] += 1
                found.clean_seeds.append(f"{seed}:{finding['rule']}:{finding['severity']}@{finding['document']} {finding['label']}")
            return findings

        def planted(plant):
            """(seed, result) of the first project with a place for it: where a defect has one seed of its share alone, it is passed on to the next."""
            for other in range(seed, seed + options.share):
                result = run_case(options.program, other, plant, plant.__name__, work / plant.__name__)
                if result:
                    return other, result
            return seed, None

        if not options.rule:
            clean()
        for rule, plant in wanted(options, mutators.all_mutators(), seed):
            its_seed, result = planted(plant)
            if result:
                judge(found.tallies[row_of(rule, result[0])], result[1], clean(its_seed), result[0], its_seed, plant.__name__)
                found.shown.append(f"{work / plant.__name__}: {result[0]}")
        for rule, plant in wanted(options, near_misses.NEAR_MISSES + mutators.all_near_misses(), seed):
            its_seed, result = planted(plant)
            if result:
                judge_near(found.tallies[rule], result[1], clean(its_seed), result[0], its_seed, plant.__name__)
                found.shown.append(f"{work / plant.__name__}: a near-miss of {rule}")
    return found


def measure(options):
    """All seeds, in order, on as many processes as are asked for."""
    seeds = [options.seed] if options.seed is not None else list(range(options.first, options.first + options.rounds))
    total = Round()
    with multiprocessing.Pool(options.jobs) as pool:
        for found in pool.imap(functools.partial(measure_seed, options), seeds):
            for rule, tally in found.tallies.items():
                total.tallies[rule].add(tally)
            total.clean_found += found.clean_found
            total.clean_seeds += found.clean_seeds
            total.shown += found.shown
    return len(seeds), total


def row_of(rule, expected):
    """Defects in web pages are counted apart: the program says that it reads such files with less."""
    return rule + " (web pages)" if ".html" in (expected.document or "") + expected.through else rule


def judge_near(tally, findings, clean, planted, seed, name):
    """`planted` may list rules that rightly speak of what else the near-miss brought in."""
    before = {key(f) for f in clean}
    follows = planted if isinstance(planted, list) else []
    wrong = [f for f in findings if key(f) not in before and f["rule"] not in follows and (f["severity"] != "note" or f["rule"].startswith("wording"))]
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


def clean_cell(name, clean_found):
    """What a rule or a family said in clean projects: errors/warnings/notes."""
    bare = name.strip("*").split(" ")[0]
    fits = lambda rule: rule.split(".")[0] == bare if name.startswith("*") else rule == bare and "(" not in name
    return "/".join(str(sum(count for (rule, severity), count in clean_found.items() if severity == its and fits(rule))) for its in ("error", "warning", "note"))


def table(rounds, tallies, clean_found):
    """The whole table; what was found in clean projects by rules that nothing was planted for stands in its first line."""
    lines = [f"{rounds} clean projects; false positives in them: "
             + (", ".join(f"{count} {severity} {rule}" for (rule, severity), count in sorted(clean_found.items())) or "none"), "",
             "| rule | planted | found | elsewhere | extra | wrong new/old | near-misses | wrongly found | in clean E/W/N | recall (95 %) | precision (95 %) |",
             "|---|---|---|---|---|---|---|---|---|---|---|"]
    for name, t in figures(tallies):
        lines.append(f"| {name} | {t.planted} | {t.found} | {t.elsewhere} | {t.extra} | {t.flag} | {t.near_planted} | {t.near_wrong} | {clean_cell(name, clean_found)} | "
                     f"{interval(t.found, t.planted)} | {interval(*precision_of(t))} |")
    return "\n".join(lines)


def below_floor(tallies, clean_found, floors):
    """What is worse than tests/quality/floors.json allows, as sentences."""
    found = []
    for severity, most in floors["clean"].items():
        count = sum(c for (rule, its), c in clean_found.items() if its == severity)
        if count > most:
            found.append(f"{count} findings of severity {severity} in clean projects; at most {most} are allowed")
    rows = {name.strip("*"): t for name, t in figures(tallies)}
    for rule, floor in floors["rules"].items():
        t = rows.get(rule)
        if t is None or not t.planted:
            found.append(f"{rule}: nothing was planted")
            continue
        hits, all_found = precision_of(t)
        for name, value in (("recall", t.found / t.planted), ("precision", hits / all_found if all_found else 0.0)):
            if value < floor[name]:
                found.append(f"{rule}: {name} {value:.3f} is below its floor {floor[name]}")
    return found


def reached(tallies, margin):
    """Floors for what was measured, rules and families: a little below, by one case at least."""
    def below(hits, total):
        return max(0.0, math.floor(100 * min(hits / total - margin, (hits - 1) / total)) / 100) if total else 0.0
    return {rule: {"recall": below(t.found, t.planted), "precision": below(*precision_of(t))} for rule, t in sorted((name.strip("*"), t) for name, t in figures(tallies))
            if t.planted and "(" not in rule}


def shared_terms(rounds, first):
    """How many of a seed's terms and roles the next seed has too, in all."""
    stocks = [set(projects.generate(seed).vocabulary.made) for seed in range(first, first + rounds)]
    shared = [len(one & other) for one, other in zip(stocks, stocks[1:])]
    return f"{sum(map(len, stocks)) / len(stocks):.1f} terms and roles a project; of them {sum(shared) / sum(map(len, stocks[1:])):.2%} stand in the project of the next seed too"


def arguments():
    parser = argparse.ArgumentParser(description="Plants defects in generated projects and counts what dovetail finds.")
    parser.add_argument("--rounds", type=int, default=20, help="how many seeds")
    parser.add_argument("--share", type=int, default=1, metavar="N", help="plant only every N-th defect in a seed, others in the next")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--seed", type=int, help="this seed alone")
    parser.add_argument("--rule", help="the mutators of this rule or family alone")
    parser.add_argument("--clean", action="store_true", help="clean projects alone")
    parser.add_argument("--keep", help="a folder to write the projects to, to look at")
    parser.add_argument("--jobs", type=int, default=1, help="how many seeds at a time")
    parser.add_argument("--program", default=str(HERE.parent.parent / "build/release/dovetail"))
    parser.add_argument("--floors", choices=["small", "large", "clean"], help="fail where a figure is below tests/quality/floors.json")
    parser.add_argument("--write-floors", choices=["small", "large"], help="put the figures of this run, less a margin, into tests/quality/floors.json")
    parser.add_argument("--words", action="store_true", help="measure the vocabulary and the forms of references that are written, and check nothing")
    return parser.parse_args()


def main():
    options = arguments()
    if options.words:
        print(shared_terms(options.rounds, options.first))
        print(f"{len(forms.USED)} of the 47 forms of references: " + ", ".join(f"{number} ({count})" for number, count in sorted(forms.USED.items())))
        return 0
    rounds, total = measure(options)
    tallies, clean_found = total.tallies, total.clean_found
    print(table(rounds, tallies, clean_found))
    for title, seeds in (("clean projects", total.clean_seeds), *((f"{r} missed", t.missed_seeds) for r, t in sorted(tallies.items())),
                         *((f"{r} extra", t.extra_seeds) for r, t in sorted(tallies.items()))):
        if seeds:
            print(f"\n{title}: " + ", ".join(seeds[:12]) + (f" and {len(seeds) - 12} more" if len(seeds) > 12 else ""))
    if options.keep:
        print("\n" + "\n".join(total.shown))
    file = HERE / "floors.json"
    floors = json.loads(file.read_text())
    if options.write_floors:
        floors[options.write_floors] = {"clean": {"error": 0, "warning": 0}, "rules": reached(tallies, 0.0 if options.write_floors == "small" else 0.02)}
        file.write_text(json.dumps(floors, indent=1) + "\n")
    worse = below_floor(tallies, clean_found, floors.get(options.floors) or {"clean": floors["large"]["clean"], "rules": {}}) if options.floors else []
    for sentence in worse:
        print(sentence, file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
