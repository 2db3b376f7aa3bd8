#!/usr/bin/env python3
"""Whether `dovetail dump` makes of drawings, models and workbooks the atoms that a second reader, written for this test alone, finds in them.

    design_readers.py DOVETAIL SOURCES

Visio drawings: the words, the lane and the successors of each step; ArchiMate models: the steps, who they are assigned to and what they lead to;
workbooks: each row of each table, by the columns of rules/mappings. Reads ../shared/data where it is there, fixtures/xp/design, and workbooks that
it makes itself: heads on any row, merged titles, inline and rich strings, blank and hidden rows.
"""
import glob, json, os, re, subprocess, sys, tempfile, zipfile
import xml.etree.ElementTree as tree

program, sources = sys.argv[1], sys.argv[2]
data, example = os.path.join(sources, '..', 'shared', 'data'), os.path.join(sources, 'fixtures', 'xp', 'design')
passed, failures = 0, []


def files(ending):
    return sorted(f for d in (data, example) for f in glob.glob(os.path.join(glob.escape(d), '**', '*' + ending), recursive=True))


def squeezed(text): return ' '.join((text or '').split())


def local(element): return element.tag.rsplit('}', 1)[-1]


def children(element, name): return [e for e in element if local(e) == name]


def expect(file, what, got, wanted):
    global passed
    if got == wanted: passed += 1
    else: failures.append(f'{os.path.basename(file)}: {what}: {got!r}, and not {wanted!r}')


def items(file):
    run = subprocess.run([program, 'dump', file], capture_output=True, text=True)
    if run.returncode not in (0, 2): failures.append(f'{os.path.basename(file)}: ends with {run.returncode}')
    return json.loads(run.stdout)['items'] if run.returncode == 0 else []


# --- Visio ---

IDENTIFIED = re.compile(r'(BP\d+[.]\d+)\s+(.*)')


class Shape:
    def __init__(self, element, outer, page, masters):
        self.outer, self.page, self.id = outer, page, element.get('ID')
        own = masters.get(element.get('Master'), {})
        self.master = own.get('name', '')
        self.group = own if own else outer.group if outer and element.get('MasterShape') else {}
        model = own.get('first') if own else self.group.get('shapes', {}).get(element.get('MasterShape'))
        texts = children(element, 'Text') or (children(model, 'Text') if model is not None else [])
        self.text = squeezed(''.join(texts[0].itertext())) if texts else ''
        cells = {c.get('N'): c.get('V') for source in (model, element) if source is not None for c in children(source, 'Cell')}
        self.x, self.y, self.width, self.height = (float(cells.get(n) or 0) for n in ('PinX', 'PinY', 'Width', 'Height'))
        if outer: self.x, self.y = self.x + outer.x - outer.width / 2, self.y + outer.y - outer.height / 2

    def holds(self, other):
        return abs(other.x - self.x) <= self.width / 2 and abs(other.y - self.y) <= self.height / 2 and other.width * other.height < self.width * self.height

    def is_a(self, *words): return any(w in re.sub('[^a-z]', '', self.master.lower()) for w in words)


def related(archive, part):
    folder, name = os.path.split(part)
    path = f'{folder}/_rels/{name}.rels'
    if path not in archive.namelist(): return {}
    return {r.get('Id'): os.path.normpath(os.path.join(folder, r.get('Target'))) for r in tree.fromstring(archive.read(path))}


def target_of(element, links):
    rel = [e for e in element.iter() if local(e) == 'Rel']
    return links.get(next((v for k, v in rel[0].attrib.items() if k.endswith('}id')), '')) if rel else None


def masters_of(archive):
    part, masters = 'visio/masters/masters.xml', {}
    if part not in archive.namelist(): return masters
    links = related(archive, part)
    for master in tree.fromstring(archive.read(part)):
        target = target_of(master, links)
        shapes = [e for e in tree.fromstring(archive.read(target)).iter() if local(e) == 'Shape'] if target else []
        masters[master.get('ID')] = {'name': master.get('Name') or master.get('NameU') or '', 'first': shapes[0] if shapes else None,
                                     'shapes': {e.get('ID'): e for e in shapes}}
    return masters


def vsdx(file):
    archive = zipfile.ZipFile(file)
    masters, links = masters_of(archive), related(archive, 'visio/pages/pages.xml')
    wanted = []
    for page in tree.fromstring(archive.read('visio/pages/pages.xml')):
        root = tree.fromstring(archive.read(target_of(page, links)))
        shapes = []

        def walk(element, outer):
            for child in element:
                if local(child) == 'Shape':
                    shapes.append(Shape(child, outer, page.get('ID'), masters))
                    walk(child, shapes[-1])
                elif local(child) == 'Shapes': walk(child, outer)
        walk(root, None)
        ends = {}
        for c in (e for e in root.iter() if local(e) == 'Connect'): ends.setdefault(c.get('FromSheet'), {})[c.get('FromCell')[:3]] = c.get('ToSheet')
        lines = [s for s in shapes if s.id in ends or s.is_a('connector', 'messageflow', 'sequenceflow')]
        lanes = [s for s in shapes if s.is_a('lane', 'functionalband', 'pool', 'participant')]
        worded = [s for s in shapes if s.text and s not in lines]
        if not lanes: lanes = [s for s in worded if not s.outer and any(s.holds(o) for o in worded if o.outer is None and o is not s)]
        steps = [s for s in worded if s not in lanes and not (s.outer and s.outer not in lanes and s.outer.text) and not s.text.endswith('?')
                 and not s.is_a('decision', 'gateway', 'start', 'end', 'event', 'document', 'data', 'note', 'title', 'callout')]
        leads = [(e.get('Beg'), e.get('End'), next((s for s in shapes if s.id == line), None)) for line, e in ends.items()]
        known = {s.id: s for s in shapes}
        for step in steps:
            around = sorted((lane for lane in lanes if lane.holds(step)), key=lambda s: s.width * s.height)
            after = [known[b] for a, b, line in leads if a == step.id and b in known and not (line and line.is_a('message'))]
            wanted.append((step, around[0].text if around else '', after))
    name = lambda s: (IDENTIFIED.match(s.text) or [None, f'{s.page}/{s.id}'])[1]
    found = items(file)
    got = {i['raw_id']: i for i in found}
    expect(file, 'steps', sorted(i['raw_id'] for i in found), sorted(name(s) for s, _, _ in wanted))
    for step, lane, after in wanted:
        one = got.get(name(step), {}).get('fields', {})
        expect(file, name(step) + ' words', one.get('step_text'), (IDENTIFIED.match(step.text) or ['', '', step.text])[2])
        expect(file, name(step) + ' lane', one.get('lane_role'), lane)
        if all(a in [s for s, _, _ in wanted] for a in after):   # past a gateway it is said elsewhere
            expect(file, name(step) + ' next', set(filter(None, (one.get('next_step') or '').split(';'))), {name(a) for a in after})


# --- ArchiMate ---

XSI = '{http://www.w3.org/2001/XMLSchema-instance}type'


def mapping(name):
    with open(os.path.join(sources, 'rules', 'mappings', name + '.yaml'), encoding='utf-8') as file: return file.read()


def archimate(file):
    root = tree.parse(file).getroot()
    if 'archimate' not in root.tag: return
    kinds = re.search(r'elements: \[(.*?)\]', mapping('bp-steps'))[1].split(', ')
    elements, relations = {}, []
    for e in root.iter():
        kind = (e.get(XSI) or '').split(':')[-1]
        if local(e) not in ('element', 'relationship') or not kind or re.search('Diagram|Sketch|Canvas', kind): continue
        identity, name = e.get('id') or e.get('identifier'), e.get('name') or next((c.text for c in e if local(c) in ('name', 'label')), '')
        if e.get('source'): relations.append((kind.replace('Relationship', ''), e.get('source'), e.get('target')))
        else: elements[identity] = (kind, squeezed(name))
    steps = {k for k, (kind, _) in elements.items() if kind in kinds}
    roles = {k for k, (kind, _) in elements.items() if kind in ('BusinessRole', 'BusinessActor', 'BusinessCollaboration')}
    found = [i for i in items(file) if i['kind'] == 'bp_step']
    got = {i['raw_id']: i for i in found}
    expect(file, 'steps', sorted(i['raw_id'] for i in found), sorted(steps))
    for key in steps & set(got):
        one = got[key]['fields']
        owners = [elements[a][1] for kind, a, b in relations if b == key and a in roles and kind in ('Assignment', 'Composition', 'Aggregation')]
        expect(file, key + ' name', one['step_text'], elements[key][1])
        expect(file, key + ' role', one['lane_role'] in owners or (one['lane_role'] == '' and not owners), True)
        direct = {b for kind, a, b in relations if a == key and b in steps and kind in ('Triggering', 'Flow')}
        expect(file, key + ' next', direct <= set((one['next_step'] or '').split(';')), True)


# --- workbooks ---

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


def column(reference):
    n = 0
    for c in re.match('[A-Z]+', reference)[0]: n = n * 26 + ord(c) - 64
    return n


def words_of(element): return ''.join(t.text or '' for t in element.iter(MAIN + 't'))


def sheets(file):
    """The rows of each sheet: text by column, of cells that hold text or figures."""
    archive = zipfile.ZipFile(file)
    shared = []
    if 'xl/sharedStrings.xml' in archive.namelist():
        shared = [words_of(s) for s in tree.fromstring(archive.read('xl/sharedStrings.xml')).iter(MAIN + 'si')]
    links = related(archive, 'xl/workbook.xml')
    for sheet in tree.fromstring(archive.read('xl/workbook.xml')).iter(MAIN + 'sheet'):
        target = links[next(v for k, v in sheet.attrib.items() if k.endswith('}id'))].lstrip('/')
        rows = []
        for row in tree.fromstring(archive.read(target if target.startswith('xl') else 'xl/' + target)).iter(MAIN + 'row'):
            cells = {}
            for c in row.iter(MAIN + 'c'):
                value = c.find(MAIN + 'v')
                text = words_of(c) if c.get('t') == 'inlineStr' else '' if value is None else shared[int(value.text)] if c.get('t') == 's' else value.text
                if text: cells[column(c.get('r'))] = text
            rows.append(cells)
        yield sheet.get('name'), rows


def columns_of(name):
    """field: the keys of its headers."""
    fields = {}
    for field, rest in re.findall(r'^  (\w+): (.*)$', mapping(name).split('\nfields:\n')[1], re.M):
        listed = re.search(r'\[(.*?)\]', rest)
        names = [m[0] or m[1].strip() for m in re.findall(r'"([^"]*)"|([^,]+)', listed[1])] if listed else []
        plain = not re.search('as: (id|version|number|date)|many: true', rest)
        fields[field] = ([key(n) for n in [field] + names], plain)
    return fields


def key(text): return re.sub(r'[\s_-]', '', text).lower()


def workbook(file, name, sheet_name=None):
    """The rows under the first row that has the headers, by the mapping's own columns."""
    text = mapping(name)
    id_field, text_field = (re.search(rf'^{k}: (\w+)$', text, re.M)[1] for k in ('id', 'text'))
    fields, wanted = columns_of(name), []
    for title, rows in sheets(file):
        if sheet_name and title != sheet_name: continue
        for at, row in enumerate(rows):
            heads = {key(t): c for c, t in row.items()}
            found = {}
            for field, (names, _) in fields.items():
                place = next((heads[n] for n in names if n in heads and heads[n] not in found.values()), None)
                if place: found[field] = place
            if id_field in found and text_field in found: break
        else: continue
        for row in rows[at + 1:]:
            if row.get(found[id_field]): wanted.append({f: row.get(c, '') for f, c in found.items()})
    got = [i for i in items(file) if i['kind'] == re.search(r'^gives: (\w+)$', text, re.M)[1]]
    expect(file, 'ids', [squeezed(i['raw_id']) for i in got], [squeezed(w[id_field]) for w in wanted])
    for one, row in zip(got, wanted):
        expect(file, one['id'] + ' text', squeezed(one['text']), squeezed(row[text_field]))
        for field, value in row.items():
            if fields[field][1]: expect(file, f'{one["id"]} {field}', squeezed(one['fields'].get(field)), squeezed(value))
    if not wanted: failures.append(f'{os.path.basename(file)}: no row was read')


def inline(reference, text, rich):
    runs = [text[:len(text) // 2], text[len(text) // 2:]] if rich else [text]
    quoted = [r.replace('&', '&amp;').replace('<', '&lt;') for r in runs]
    inside = ''.join(f'<r><t xml:space="preserve">{r}</t></r>' for r in quoted) if rich else f'<t xml:space="preserve">{quoted[0]}</t>'
    return f'<c r="{reference}" t="inlineStr"><is>{inside}</is></c>'


def write_workbook(path, sheet, rows, above, rich, hidden=()):
    """Rows of text as a workbook; `above` rows of titles, merged over the columns, stand in front of the heads."""
    lines = []
    for n in range(above): lines.append(f'<row r="{n + 1}">{inline(f"A{n + 1}", "Orchard programme", False)}</row>')
    for n, row in enumerate(rows, above + 1):
        cells = ''.join(inline(chr(65 + c) + str(n), t, rich) for c, t in enumerate(row) if t)
        lines.append(f'<row r="{n}"{" hidden=" + chr(34) + "1" + chr(34) if n - above - 1 in hidden else ""}>{cells}</row>')
    merged = f'<mergeCells count="1"><mergeCell ref="A1:{chr(64 + len(rows[0]))}1"/></mergeCells>' if above else ''
    relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    with zipfile.ZipFile(path, 'w') as archive:
        archive.writestr('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
        archive.writestr('_rels/.rels', f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        archive.writestr('xl/_rels/workbook.xml.rels', f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        archive.writestr('xl/workbook.xml', f'<workbook xmlns="{MAIN[1:-1]}" xmlns:r="{relation}"><sheets><sheet name="{sheet}" sheetId="1" r:id="r1"/></sheets></workbook>')
        archive.writestr('xl/worksheets/sheet1.xml', f'<worksheet xmlns="{MAIN[1:-1]}"><sheetData>{"".join(lines)}</sheetData>{merged}</worksheet>')


def made_workbooks():
    requirements = [['Requirement Ref', 'Responsible Party', 'Requirement Description', 'MoSCoW', 'Approval Status'],
                    ['OR-BR-PK-001', 'Grower', 'The Grower must weigh each crate & record it', 'M', 'Approved'], ['', '', '', '', ''],
                    ['OR-BR-PK-002', 'Packer', 'The Packer must reject a crate of less than 5 kg', 'S', 'Draft'],
                    ['OR-BR-PK-003', '', 'The Packer should label\neach crate', 'C', '']]
    steps = [['Process Ref', 'Step Ref', 'Swimlane', 'Activity'], ['BP911', 'BP911.010', 'Grower', 'Pick the fruit'],
             ['BP911', 'BP911.020', 'Packer', 'Weigh it'], ['BP911', 'BP911.030', 'Carrier', 'Take it away']]
    with tempfile.TemporaryDirectory() as folder:
        for rows, name in ((requirements, 'brs'), (steps, 'bp-steps')):
            for above in (0, 1, 3):
                for rich in (False, True):
                    path = os.path.join(folder, f'{name}-{above}-{"rich" if rich else "plain"}.xlsx')
                    write_workbook(path, 'Export', rows, above, rich, hidden=(1,))
                    workbook(path, name)


for read, ending in [(vsdx, '.vsdx'), (archimate, '.archimate'), (archimate, '.xml')]:
    for file in files(ending): read(file)
workbook(os.path.join(example, 'BRS901.xlsx'), 'brs', 'Requirements')
workbook(os.path.join(example, 'BP901.xlsx'), 'bp-steps')
workbook(os.path.join(example, 'OPC901.xlsx'), 'choreography')
made_workbooks()
print('\n'.join(failures))
print(f'{passed} statements agree, {len(failures)} do not')
sys.exit(1 if failures or not passed else 0)
