#!/usr/bin/env python3
"""Whether `dovetail dump` makes of real process diagrams and requirement files the atoms that Python's own XML reader finds in them.

    design_atoms.py DOVETAIL SOURCES

A step's name, role and successors, a requirement's words and parent are worked out here a second time, from the files of ../shared/data; ends with
77 where they are not there.
"""
import glob, json, os, re, subprocess, sys, zipfile
import xml.etree.ElementTree as tree

BPMN = '{http://www.omg.org/spec/BPMN/20100524/MODEL}'
STEPS = set('task userTask manualTask serviceTask scriptTask sendTask receiveTask businessRuleTask callActivity choreographyTask'.split())
CONTAINERS = set('subProcess transaction adHocSubProcess subChoreography'.split())
NODES = STEPS | CONTAINERS | set('''startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent exclusiveGateway inclusiveGateway
    parallelGateway complexGateway eventBasedGateway'''.split())

program, sources = sys.argv[1], sys.argv[2]
data = os.path.join(sources, '..', 'shared', 'data')
passed, failures = 0, []


def files(*endings):
    found = [f for e in endings for f in glob.glob(os.path.join(glob.escape(data), '**', '*' + e), recursive=True)]
    return sorted(found)


def squeezed(text): return ' '.join((text or '').split())


def local(reference): return (reference or '').strip().split(':')[-1]


def kind(element): return element.tag[len(BPMN):] if element.tag.startswith(BPMN) else ''


def expect(file, what, got, wanted):
    global passed
    if got == wanted: passed += 1
    else: failures.append(f'{os.path.relpath(file, data)}: {what}: {got}, and not {wanted}')


def items(file):
    run = subprocess.run([program, 'dump', file], capture_output=True, text=True)
    return json.loads(run.stdout)['items'] if run.returncode == 0 else None


class Process:
    """The nodes of a diagram, what leads where, and whose lane is whose."""
    def __init__(self, root):
        self.parents = {c: p for p in root.iter() for c in p}
        self.nodes = {e.get('id'): e for e in root.iter() if kind(e) in NODES and e.get('id') and not self.in_extension(e)}
        self.inside = {}
        for key, node in self.nodes.items():
            self.inside.setdefault(self.container(node), []).append(key)
        self.steps = {k for k, e in self.nodes.items() if kind(e) in STEPS or (kind(e) in CONTAINERS and k not in self.inside)}
        flows = [(local(e.get('sourceRef')), local(e.get('targetRef'))) for e in root.iter() if kind(e) == 'sequenceFlow']
        flows += [(local(e.get('attachedToRef')), k) for k, e in self.nodes.items() if kind(e) == 'boundaryEvent']
        self.out, self.into = {}, {}
        for a, b in flows:
            if a in self.nodes and b in self.nodes:
                self.out.setdefault(a, []).append(b)
                self.into.setdefault(b, []).append(a)
        # Where nothing else leads on, a message does: the next step is another party's.
        messages = [(local(e.get('sourceRef')), local(e.get('targetRef'))) for e in root.iter() if kind(e) == 'messageFlow']
        alone = {a for a, b in messages if a not in self.out}
        for a, b in messages:
            if a in self.nodes and b in self.nodes and a in alone:
                self.out.setdefault(a, []).append(b)
                self.into.setdefault(b, []).append(a)
        self.learn_lanes(root)

    def in_extension(self, element):
        while element in self.parents:
            element = self.parents[element]
            if kind(element) == 'extensionElements': return True
        return False

    def container(self, node):
        """The id of the node that `node` stands in."""
        while node in self.parents:
            node = self.parents[node]
            if kind(node) in NODES: return node.get('id')
        return None

    def learn_lanes(self, root):
        self.lanes, self.of_process, self.pools = {}, {}, {}
        for lane in (e for e in root.iter() if kind(e) == 'lane' and squeezed(e.get('name'))):
            for reference in lane.findall(BPMN + 'flowNodeRef'): self.lanes[local(reference.text)] = squeezed(lane.get('name'))
            self.of_process.setdefault(self.process(lane), []).append(squeezed(lane.get('name')))
        for pool in (e for e in root.iter() if kind(e) == 'participant'):
            self.pools.setdefault(local(pool.get('processRef')), squeezed(pool.get('name')))

    def process(self, element):
        while element in self.parents:
            element = self.parents[element]
            if kind(element) == 'process': return element
        return None

    def role(self, node):
        at = node
        while at is not None:
            if at.get('id') in self.lanes: return self.lanes[at.get('id')]
            if kind(at) == 'process':
                lanes = self.of_process.get(at, [])
                return lanes[0] if len(lanes) == 1 else self.pools.get(at.get('id'), '') if at.get('id') else ''
            at = self.parents.get(at)
        return ''

    def after(self, key):
        """The steps that come next, through events, gateways and the edges of containers."""
        found, seen, open_ = set(), set(), self.leave(key)
        while open_:
            at = open_.pop()
            if at in seen: continue
            seen.add(at)
            if at in self.steps: found.add(at)
            elif kind(self.nodes[at]) in CONTAINERS and [k for k in self.inside.get(at, []) if k not in self.into]:
                open_ += [k for k in self.inside[at] if k not in self.into]
            else: open_ += self.leave(at)
        return found

    def leave(self, key):
        while key not in self.out:
            key = self.container(self.nodes[key])
            if key is None or key in self.steps: return []
        return list(self.out[key])


def bpmn(file):
    try: root = tree.parse(file).getroot()
    except tree.ParseError: return
    got = items(file)
    if got is None: return
    process = Process(root)
    elements = {}   # ids that stand twice cannot be told apart
    for e in root.iter():
        if e.get('id'): elements[e.get('id')] = elements.get(e.get('id'), 0) + 1
    if any(elements[k] > 1 for k in process.nodes): return
    by_id = {i['raw_id']: i for i in got if i['raw_id']}
    expect(file, 'steps', sorted(by_id), sorted(process.steps))
    for key in process.steps & set(by_id):
        one, node = by_id[key]['fields'], process.nodes[key]
        expect(file, key + ' name', one['step_text'], squeezed(node.get('name')))
        expect(file, key + ' role', one['lane_role'], process.role(node))
        expect(file, key + ' next', set(one['next_step'].split(';')) - {''}, process.after(key))


def tag(element): return element.tag.rsplit('}', 1)[-1]


def reqif(file):
    if file.endswith('z'):
        archive = zipfile.ZipFile(file)
        roots = [tree.fromstring(archive.read(n)) for n in archive.namelist() if n.endswith('.reqif')]
    else: roots = [tree.parse(file).getroot()]
    values = {}
    for element in (e for root in roots for e in root.iter() if tag(e) == 'SPEC-OBJECT'):
        words = [v.get('THE-VALUE') for v in element.iter() if v.get('THE-VALUE')]
        words += [''.join(v.itertext()) for v in element.iter() if tag(v) == 'THE-VALUE']
        values[element.get('IDENTIFIER')] = [squeezed(w) for w in words] + [squeezed(element.get('LONG-NAME'))]
    everything = {re.sub(r'\s', '', w) for words in values.values() for w in words}
    for item in items(file) or []:
        expect(file, item['id'] + ' text', re.sub(r'\s', '', item['text']) in everything or any(re.sub(r'\s', '', item['text']) in w for w in everything), True)
        expect(file, item['id'] + ' id', item['raw_id'] in values or any(item['raw_id'] in w for words in values.values() for w in words), True)


if not os.path.isdir(data):
    print('../shared/data is not here: real design files were not read')
    sys.exit(77)
for read, endings in [(bpmn, ['.bpmn']), (reqif, ['.reqif', '.reqifz'])]:
    for file in files(*endings): read(file)
print('\n'.join(failures))
print(f'{passed} statements agree, {len(failures)} do not')
sys.exit(1 if failures or not passed else 0)
