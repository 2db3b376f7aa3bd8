#!/usr/bin/env python3
"""Outlines of UK legislation drafted in Word against the Akoma Ntoso that its publisher expects.

Usage: legislation.py PROGRAM FOLDER [--least 95]
Runs `PROGRAM dump` with the generic profile on every DOCX of FOLDER that has an XML file beside it, and compares the numbers of the provisions, in
order, with the <num> elements, and the headings of those that agree with the <heading> elements. Prints the share found and lists the rest.
Exit 1 when fewer agree, 77 when the folder is absent.
"""
import difflib
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree


def squeezed(text):
    text = re.sub(r"[\u2060\u200b\u00ad]", "", text.replace("\u2011", "-"))
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def number_of(text):
    """The number without its quotation marks, punctuation and case of its keyword: `“(3A)` is (3a), `PART 1` is part 1, `1.—` is 1."""
    return squeezed(re.sub(r"\{[a-z-]+\}", "", text)).strip("“”\"'‘’.—–-: ").lower()


def heading_of(text):
    text = text.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'")
    return squeezed(text).strip("\". ").lower()


def text_of(element):
    """The text of an element without its footnotes."""
    parts = [element.text or ""]
    for child in element:
        if not child.tag.endswith("}authorialNote"):
            parts.append(text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)


def expected_of(path):
    """(number, heading) of every <num> in document order; the heading of the same element, before or behind it."""
    rows = []
    root = ElementTree.parse(path).getroot()
    for element in root.iter():
        numbers = [c for c in element if c.tag.endswith("}num")]
        headings = [c for c in element if c.tag.endswith("}heading")]
        if numbers:
            rows.append((number_of(text_of(numbers[0])), heading_of(text_of(headings[0])) if headings else ""))
    return rows


def found_of(program, path):
    dumped = subprocess.run([program, "dump", "--profile", "generic", str(path)], check=True, capture_output=True).stdout
    return [(number_of(p["number"]["proposed"]), heading_of(p["heading"]["proposed"] or "")) for p in json.loads(dumped)["provisions"]
            if p["kind"] != "entry" and p["number"]["proposed"]]


def compared(expected, found):
    """How many numbers agree, how many of them have the heading that is wanted, how many are to have one, and what does not agree."""
    matcher = difflib.SequenceMatcher(None, [n for n, _ in expected], [n for n, _ in found], autojunk=False)
    numbers = headings = wanted = 0
    rest = []
    for kind, a, a_end, b, b_end in matcher.get_opcodes():
        if kind != "equal":
            rest.append("  expected %s, found %s" % ([n for n, _ in expected[a:a_end]], [n for n, _ in found[b:b_end]]))
            continue
        numbers += a_end - a
        for (number, want), (_, have) in zip(expected[a:a_end], found[b:b_end]):
            wanted += want != ""
            if want and want == have:
                headings += 1
            elif want:
                rest.append("  heading of %s: expected %r, found %r" % (number, want, have))
    return numbers, headings, wanted, rest


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    least = float(sys.argv[sys.argv.index("--least") + 1]) if "--least" in sys.argv else 95.0
    if not folder.is_dir():
        print("SKIPPED: there is no legislation to compare with (../shared/data is absent)")
        return 77
    totals = [0, 0, 0, 0, 0]
    for document in sorted(folder.rglob("*.docx")):
        expected = expected_of(document.with_suffix(".xml")) if document.with_suffix(".xml").exists() else []
        if not expected:
            continue
        found = found_of(program, document)
        numbers, headings, wanted, rest = compared(expected, found)
        print("%s: %d of %d numbers, %d of %d headings, %d more found" % (document.relative_to(folder), numbers, len(expected), headings, wanted, len(found) - numbers))
        for line in rest:
            print(line)
        for i, value in enumerate((numbers, len(expected), headings, wanted, len(found) - numbers)):
            totals[i] += value
    shares = [100.0 * totals[0] / totals[1], 100.0 * totals[2] / totals[3]]
    print("together: %d of %d numbers (%.1f %%), %d of %d headings (%.1f %%), %d more found" % (totals[0], totals[1], shares[0], totals[2], totals[3], shares[1], totals[4]))
    return 0 if min(shares) >= least else 1


if __name__ == "__main__":
    sys.exit(main())
