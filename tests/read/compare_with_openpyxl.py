"""Compares `dump --raw` of workbooks with what openpyxl reads. Argument: a file of lines "workbook TAB dump.json".

Prints the differences and exits 1 when there are any. Says "skipped: ..." and exits 0 where openpyxl is not installed.
"""
import datetime
import json
import sys
import warnings

try:
    import openpyxl
except ImportError:
    print("skipped: openpyxl is not installed, workbooks were not compared")
    sys.exit(0)

warnings.simplefilter("ignore")


def iso(value):
    if isinstance(value, datetime.datetime):
        value = (value + datetime.timedelta(microseconds=500)).replace(microsecond=value.microsecond // 1000 * 1000)
        return value.date().isoformat() if value.time() == datetime.time(0) else value.isoformat(timespec="seconds")
    return value.isoformat() if not isinstance(value, datetime.timedelta) else str(value.total_seconds())


def same(ours, kind, theirs):
    if isinstance(theirs, bool):
        return kind == "b" and (ours == "TRUE") == theirs
    if isinstance(theirs, (int, float)):
        return kind == "n" and float(ours) == float(theirs)
    if isinstance(theirs, (datetime.datetime, datetime.date, datetime.time)):
        return kind == "d" and ours[:19] == iso(theirs)[:19]
    if isinstance(theirs, datetime.timedelta):
        return kind == "d" and ours.startswith(("PT", "-PT"))
    text = str(theirs).replace("_x000D_", "\r").replace("\r\n", "\n")
    return ours.replace("\r\n", "\n") == text


def cells(sheet):
    # Only what is stored: iterating over rows would make every cell of a declared million.
    return {cell.coordinate: cell.value for cell in sheet._cells.values() if cell.value is not None}


def compare(book, dump):
    with open(dump, encoding="utf-8") as file:
        ours = json.load(file)
    try:
        theirs = openpyxl.load_workbook(book, data_only=True)
    except Exception as reason:  # openpyxl refuses some real files; ours must only have ended well
        return ["note: openpyxl cannot read it: %s" % reason]
    said = []
    sheets = {sheet["name"]: sheet for sheet in ours["sheets"]}
    if list(sheets) != theirs.sheetnames:
        said.append("sheets: %s, openpyxl %s" % (list(sheets), theirs.sheetnames))
    for sheet in theirs.worksheets:
        mine = sheets.get(sheet.title)
        if mine is None:
            continue
        if mine["state"] != sheet.sheet_state:
            said.append("%s: state %s, openpyxl %s" % (sheet.title, mine["state"], sheet.sheet_state))
        merged = sorted(str(r) for r in sheet.merged_cells.ranges)
        if sorted(mine["merged"]) != merged:
            said.append("%s: merged %s, openpyxl %s" % (sheet.title, mine["merged"], merged))
        hidden = sorted(n for n, row in sheet.row_dimensions.items() if row.hidden)
        if sorted(mine["hidden_rows"]) != hidden:
            said.append("%s: hidden rows %s, openpyxl %s" % (sheet.title, mine["hidden_rows"], hidden))
        got = {place: (kind, value) for place, kind, value in mine["cells"]}
        wanted = cells(sheet)
        for place, value in wanted.items():
            if place not in got:
                if str(value) != "":
                    said.append("%s!%s: nothing, openpyxl %r" % (sheet.title, place, value))
            elif not same(got[place][1], got[place][0], value):
                said.append("%s!%s: %r, openpyxl %r" % (sheet.title, place, got[place], value))
        for place, (kind, value) in got.items():
            if place not in wanted and value != "":
                said.append("%s!%s: %r, openpyxl nothing" % (sheet.title, place, (kind, value)))
    return said


def main():
    bad = 0
    count = 0
    for line in open(sys.argv[1], encoding="utf-8"):
        book, dump = line.rstrip("\n").split("\t")
        count += 1
        for what in compare(book, dump):
            print("%s: %s" % (book.split("/shared/data/")[-1], what))
            bad += not what.startswith("note:")
    print("%d workbooks compared, %d differences" % (count, bad))
    sys.exit(1 if bad else 0)


main()
