#!/usr/bin/env python3
"""A project of many atoms and links, to see that tracing is linear: coverage_project.py FOLDER [ATOMS [LINKS]], then dovetail trace FOLDER."""
import pathlib
import random
import sys

folder = pathlib.Path(sys.argv[1])
atoms, links = (int(sys.argv[2]) if len(sys.argv) > 2 else 20000), (int(sys.argv[3]) if len(sys.argv) > 3 else 24000)
chance = random.Random(1)
provisions = max(100, atoms // 10)
folder.mkdir(parents=True, exist_ok=True)
labels = [f"{1 + n // 100}.{1 + n % 100}" for n in range(provisions)]
text = ["XBSC PROCEDURE", "Many Things", "XBSCP990"]
for n, label in enumerate(labels):
    if n % 100 == 0:
        text.append(f"{1 + n // 100} Part {1 + n // 100}")
    text.append(f"{label} The Supplier shall keep record {n} for a year.")
(folder / "xbscp990.txt").write_text("\n".join(text) + "\n")
with open(folder / "brs.csv", "w") as file:
    file.write("req_id,parent_id,brs_id,brs_version,text,actor_role,obligation,bp_steps,interface_ids,target_codes,status,release\n")
    for n in range(atoms):
        file.write(f"XP-BR-AA-{n:05},,BRS990,1.0,The Supplier must keep record {n},SUP,must,,,XBSC,Approved,IR1.0\n")
with open(folder / "trace.csv", "w") as file:
    file.write("link_id,atom_kind,atom_id,atom_version,artefact,release,link_type,code,code_doc,draft_version,provision,coverage,basis,rationale,owner,reviewed_on,provision_hash,status\n")
    for n in range(links):
        atom = n if n < atoms * 0.9 else chance.randrange(int(atoms * 0.9))
        file.write(f"T-{n:06},requirement,XP-BR-AA-{atom:05},1.0,BRS990,IR1.0,codifies,XBSC,XBSCP990,0.1,{chance.choice(labels)},full,design,,XBSC,2024-06-20,,Approved\n")
(folder / "dovetail.yaml").write_text("""project: many
release: IR1.0
releases: [IR1.0]
as_of: 2024-07-01
codes: [XBSC]
documents:
  - {path: xbscp990.txt, id: XBSCP990, code: XBSC, profile: bscp}
design:
  - {path: brs.csv, artefact: BRS990, mapping: brs}
registers: {trace: trace.csv}
""")
