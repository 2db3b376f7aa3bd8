#!/usr/bin/env python3
"""Atoms and links for a corpus of make_corpus.py: corpus_coverage.py DOVETAIL CORPUS FOLDER [ATOMS [LINKS]], then dovetail check FOLDER.

Each link leads to a provision of the corpus and each atom is worded after what its first link leads to, some with another modal, actor or
wording, so that every rule that compares the two has work. One in ten is a step linked to a row of a timetable."""
import pathlib
import random
import re
import shutil
import subprocess
import sys

dovetail, corpus, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
atoms, links = (int(sys.argv[4]) if len(sys.argv) > 4 else 20000), (int(sys.argv[5]) if len(sys.argv) > 5 else 24000)
chance = random.Random(1)
folder.mkdir(parents=True, exist_ok=True)
for file in corpus.rglob("*.docx"):
    copy = folder / file.relative_to(corpus)
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, copy)

provisions, rows = [], []  # (document, label, words)
for line in re.findall(r"path: (\S+), id: (XBSCP\d+)", (corpus / "dovetail.yaml").read_text()):
    text = subprocess.run([dovetail, "text", corpus / line[0]], capture_output=True, check=True, text=True).stdout
    label = ""
    for paragraph in text.split("\n"):
        number, _, words = paragraph.partition("\t")
        if re.fullmatch(r"\d+\.\d+\.\d+", number) and words:
            label = number
            provisions.append((line[1], label, words))
        elif re.fullmatch(r"\([a-h]\)", number) and label:
            provisions.append((line[1], label + number, words))
    cells = text.split("\nMETHOD\n", 1)[-1].split("\n")
    rows += [(line[1], cells[n], cells[n + 2], cells[n + 3]) for n in range(0, len(cells) - 6, 7)]

actors = sorted({m for _, _, words in provisions for m in re.findall(r"[Tt]he ((?:[A-Z]\w+ )+)shall", words)})
roles = {name.strip(): f"R{n:03}" for n, name in enumerate(chance.sample(actors, min(60, len(actors))))}


def varied(words):
    words = words.split(";")[0].rstrip(".:; ")
    kind = chance.random()
    if kind < 0.4:
        words = words.replace(" shall ", " must ")
    elif kind < 0.5:
        words = words.replace(" shall ", " may ")
    elif kind < 0.7:
        parts = words.split(" ")
        for _ in range(len(parts) // 5):
            parts.pop(chance.randrange(len(parts)))
        words = " ".join(parts)
    elif kind < 0.75:
        words = chance.choice(provisions)[2].split(";")[0]
    return words.replace('"', "").replace(",", "")


requirements, steps, trace = [], [], []
for n in range(atoms):
    step = n % 10 == 9
    place = chance.choice(rows) if step else chance.choice(provisions)
    named = re.search(r"[Tt]he ((?:[A-Z]\w+ )+)shall", place[2])
    actor = roles.get(named[1].strip() if named else "") or chance.choice(sorted(roles.values()))
    if step:
        atom = f"BP{700 + n // 1000}.{n % 1000:03}"
        steps.append(f"BP{700 + n // 1000},1.0,{atom},{n},{actor},{varied(place[2])},,,,,,,,IR1.0")
    else:
        atom = f"XP-BR-AA-{n:05}"
        requirements.append(f"{atom},,BRS990,1.0,{varied(place[2])},{actor},{chance.choice(['must', 'must', 'may', 'should', ''])},,,XBSC,Approved,IR1.0")
    for extra in range(2 if n < links - atoms else 1):
        where = place if extra == 0 else chance.choice(provisions)
        trace.append(f"T-{len(trace):06},{'bp_step' if step else 'requirement'},{atom},1.0,{atom.split('.')[0] if step else 'BRS990'},IR1.0,codifies,XBSC,{where[0]},0.1,{where[1]},full,design,,XBSC,2024-06-20,,Approved")


def table(name, head, lines):
    (folder / name).write_text("\n".join([head, *lines]) + "\n")


table("brs.csv", "req_id,parent_id,brs_id,brs_version,text,actor_role,obligation,bp_steps,interface_ids,target_codes,status,release", requirements)
table("steps.csv", "bp_id,bp_version,step_id,seq,lane_role,step_text,trigger,condition,interface_ids,to_roles,next_step,requirement_ids,change_ref,release", steps)
table("trace.csv", "link_id,atom_kind,atom_id,atom_version,artefact,release,link_type,code,code_doc,draft_version,provision,coverage,basis,rationale,owner,reviewed_on,provision_hash,status", trace)
table("roles.csv", "role,name,aliases", [f"{code},{name},{name}s" for name, code in roles.items()])
(folder / "dovetail.yaml").write_text((corpus / "dovetail.yaml").read_text() + """release: IR1.0
releases: [IR1.0]
as_of: 2024-07-01
design:
  - {path: brs.csv, artefact: BRS990, mapping: brs}
  - {path: steps.csv, mapping: bp-steps}
registers: {trace: trace.csv}
roles: roles.csv
""")
