"""Runs inside soffice's own Python world (python3-uno): accepts or rejects all changes of documents and writes their paragraphs.

    accept_and_reject.py PIPE_NAME LIST_FILE OUT_FILE

LIST_FILE: a path per line, then a tab and, where the file is to be stored as ODT too, its target. OUT_FILE: a JSON object per line,
{"file", "baseline": [...], "proposed": [...]} or {"file", "error"}; "converted" holds the same of the ODT.
Paragraphs of the body in document order, cells in row order, one each; text boxes, notes and headers are no part of it.
"""
import json, sys, time

import uno
from com.sun.star.beans import PropertyValue


def prop(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(300):
        try: return resolver.resolve(f'uno:pipe,name={pipe};urp;StarOffice.ComponentContext')
        except Exception: time.sleep(0.1)
    raise SystemExit('soffice does not answer')


def elements(thing):
    walk = thing.createEnumeration()
    while walk.hasMoreElements(): yield walk.nextElement()


def cell_order(name):
    """'B12.1.2' and the like: columns are letters, rows figures; cells in cells follow theirs."""
    key = []
    for part in name.split('.'):
        letters = ''.join(c for c in part if c.isalpha())
        figures = ''.join(c for c in part if c.isdigit())
        key.append((int(figures or 0), len(letters), letters))
    return key


def paragraph_text(paragraph):
    out = []
    for portion in elements(paragraph):
        kind = portion.TextPortionType
        if kind in ('Footnote', 'Annotation', 'AnnotationEnd', 'Frame', 'Redline'): continue
        if kind == 'Ruby': continue
        out.append(portion.String)
    return ''.join(out)


def paragraphs(text, out):
    for element in elements(text):
        if element.supportsService('com.sun.star.text.TextTable'):
            for name in sorted(element.CellNames, key=cell_order): paragraphs(element.getCellByName(name), out)
        elif element.supportsService('com.sun.star.text.Paragraph'): out.append(paragraph_text(element))
    return out


def view_of(desktop, dispatcher_of, file, command):
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(file), '_blank', 0, (prop('Hidden', True), prop('MacroExecutionMode', 0), prop('UpdateDocMode', 0)))
    if document is None: raise RuntimeError('not opened')
    try:
        if not document.supportsService('com.sun.star.text.TextDocument'): raise RuntimeError('no text document')
        dispatcher_of().executeDispatch(document.CurrentController.Frame, command, '', 0, ())
        return paragraphs(document.Text, [])
    finally:
        document.close(True)


def both_views(desktop, dispatcher_of, file):
    return {'baseline': view_of(desktop, dispatcher_of, file, '.uno:RejectAllTrackedChanges'),
            'proposed': view_of(desktop, dispatcher_of, file, '.uno:AcceptAllTrackedChanges')}


def convert(desktop, file, target):
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(file), '_blank', 0, (prop('Hidden', True), prop('MacroExecutionMode', 0), prop('UpdateDocMode', 0)))
    try: document.storeToURL(uno.systemPathToFileUrl(target), (prop('FilterName', 'writer8'),))
    finally: document.close(True)


def main():
    pipe, names, target = sys.argv[1:4]
    context = connect(pipe)
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
    dispatcher = lambda: manager.createInstanceWithContext('com.sun.star.frame.DispatchHelper', context)
    with open(names, encoding='utf-8') as listed, open(target, 'a', encoding='utf-8') as out:
        for line in listed.read().split('\n'):
            if not line: continue
            file, target = line.split('\t')
            try:
                result = {'file': file, **both_views(desktop, dispatcher, file)}
                if target:
                    convert(desktop, file, target)
                    result['converted'] = both_views(desktop, dispatcher, target)
            except Exception as problem:
                if 'disposed' in str(problem).lower(): raise SystemExit('soffice ended')   # who started us starts it again
                result = {'file': file, 'error': str(problem)[:200]}
            out.write(json.dumps(result) + '\n')
            out.flush()


main()
