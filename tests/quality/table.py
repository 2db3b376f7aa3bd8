"""Puts a table that `run` printed into README.md, and its families into the project's: tests/quality/run --rounds N | python3 tests/quality/table.py"""
import pathlib
import sys

HERE = pathlib.Path(__file__).parent


def between_marks(path, text):
    page = path.read_text(encoding="utf-8")
    before, _, rest = page.partition("<!-- table -->")
    _, _, after = rest.partition("<!-- end -->")
    path.write_text(before + "<!-- table -->\n" + text + "\n<!-- end -->" + after, encoding="utf-8")


def families(first, rows):
    """The rows of the families, with the columns that say most."""
    lines = [first, "", "| family | planted | found | near-misses | wrongly found | recall (95 %) | precision (95 %) |", "|---|---|---|---|---|---|---|"]
    for row in rows:
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        if cells[0].startswith("**"):
            lines.append("| " + " | ".join([cells[0].strip("*"), cells[1], cells[2], cells[6], cells[7], *cells[-2:]]) + " |")
    return "\n".join(lines)


printed = sys.stdin.read().strip().split("\n\n")
between_marks(HERE / "README.md", printed[0] + "\n\n" + printed[1])
between_marks(HERE.parent.parent / "README.md", families(printed[0], printed[1].split("\n")))
