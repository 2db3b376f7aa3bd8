#!/usr/bin/env python3
"""Whether `dovetail dump --raw` counts in real design files what Python's own XML reader counts.

    design_files.py DOVETAIL SOURCES

Reads the BPMN, ReqIF, VSDX and ArchiMate files of ../shared/data; ends with 77 where they are not there.
"""
import collections, glob, io, json, os, re, subprocess, sys, zipfile
import xml.etree.ElementTree as tree

BPMN = '{http://www.omg.org/spec/BPMN/20100524/MODEL}'
TASKS = 'task userTask manualTask serviceTask scriptTask sendTask receiveTask businessRuleTask'.split()
EVENTS = 'startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent'.split()
GATEWAYS = 'exclusiveGateway inclusiveGateway parallelGateway complexGateway eventBasedGateway'.split()
SUBPROCESSES = 'subProcess transaction adHocSubProcess'.split()

program, sources = sys.argv[1], sys.argv[2]
data = os.path.join(sources, '..', 'shared', 'data')
passed, failures = 0, []


def files(*endings):
    found = [f for e in endings for f in glob.glob(os.path.join(glob.escape(data), '**', '*' + e), recursive=True)]
    return sorted(found)


def local(element): return element.tag.rsplit('}', 1)[-1]


def counted(roots): return collections.Counter(local(e) for root in roots for e in root.iter())


def expect(file, what, got, wanted):
    global passed
    if got == wanted: passed += 1
    else: failures.append(f'{os.path.relpath(file, data)}: {what}: {got}, and not {wanted}')


def raw(file):
    run = subprocess.run([program, 'dump', '--raw', file], capture_output=True, text=True)
    if run.returncode in (0, 2): return json.loads(run.stdout) if run.stdout.strip() else None
    failures.append(f'{os.path.relpath(file, data)}: ends with {run.returncode}')


def bpmn(file):
    try: root = tree.parse(file).getroot()
    except tree.ParseError: return raw(file)   # damaged: it only must not crash
    here = collections.Counter(e.tag[len(BPMN):] for e in root.iter() if e.tag.startswith(BPMN))
    got = raw(file)
    if not here or set(here) <= {'extension'}: return
    if got is None: return failures.append(f'{os.path.relpath(file, data)}: not read')
    for name, kinds in [('participants', ['participant']), ('lanes', ['lane']), ('tasks', TASKS), ('events', EVENTS), ('gateways', GATEWAYS),
                        ('subprocesses', SUBPROCESSES), ('callActivities', ['callActivity']), ('sequenceFlows', ['sequenceFlow']),
                        ('messageFlows', ['messageFlow']), ('messages', ['message']), ('dataObjects', ['dataObject']), ('textAnnotations', ['textAnnotation'])]:
        expect(file, name, got[name], sum(here[k] for k in kinds))
    for name, kinds in [('participant', ['participant']), ('lane', ['lane']), ('task', TASKS), ('message', ['message'])]:
        names = [e.get('name') or '' for e in root.iter() if e.tag.startswith(BPMN) and e.tag[len(BPMN):] in kinds]
        expect(file, 'names of ' + name, got['names'][name], [n for n in names if n.strip()])


def reqif(file):
    if file.endswith('z'):
        archive = zipfile.ZipFile(file)
        roots = [tree.fromstring(archive.read(n)) for n in archive.namelist() if n.endswith('.reqif')]
    else: roots = [tree.parse(file).getroot()]
    here, got = counted(roots), raw(file)
    for name, kind in [('spec_objects', 'SPEC-OBJECT'), ('relations', 'SPEC-RELATION'), ('specifications', 'SPECIFICATION'), ('hierarchy_nodes', 'SPEC-HIERARCHY')]:
        expect(file, name, got[name], here[kind])
    objects = [e for root in roots for e in root.iter() if local(e) == 'SPEC-OBJECT']
    expect(file, 'ids', [o['id'] for o in got['objects']], [e.get('IDENTIFIER') for e in objects])
    plain = [[v.get('THE-VALUE') for v in e.iter() if local(v).startswith('ATTRIBUTE-VALUE-') and v.get('THE-VALUE') is not None] for e in objects]
    expect(file, 'plain values', [all(v in list(o['values'].values()) for v in values) for o, values in zip(got['objects'], plain)], [True] * len(objects))


def vsdx(file):
    archive = zipfile.ZipFile(file)
    pages = [n for n in archive.namelist() if re.fullmatch(r'visio/pages/page[0-9]+[.]xml', n)]
    wanted = sorted((c['Shape'], c['Connect']) for c in (counted([tree.fromstring(archive.read(n))]) for n in pages))
    expect(file, 'shapes and connects', sorted((p['shapes'], p['connects']) for p in raw(file)['pages']), wanted)


def archimate(file):
    root = tree.parse(file).getroot()
    if 'archimate' not in root.tag: return
    got, kind = raw(file), '{http://www.w3.org/2001/XMLSchema-instance}type'
    types = [e.get(kind).split(':')[-1] for e in root.iter() if local(e) in ('element', 'relationship') and e.get(kind)]
    wanted = collections.Counter(t for t in types if 'Diagram' not in t and 'Sketch' not in t and 'Canvas' not in t)
    expect(file, 'types', collections.Counter({**got['elements'], **got['relationships']}), wanted)


if not os.path.isdir(data):
    print('../shared/data is not here: real design files were not read')
    sys.exit(77)
for read, endings in [(bpmn, ['.bpmn']), (reqif, ['.reqif', '.reqifz']), (vsdx, ['.vsdx']), (archimate, ['.archimate', '.xml'])]:
    for file in files(*endings):
        read(file)
print('\n'.join(failures))
print(f'{passed} figures agree, {len(failures)} do not')
sys.exit(1 if failures else 0)
