"""Puts a table that `run` printed into README.md, between its two marks: tests/quality/run --rounds N | python3 tests/quality/table.py"""
import pathlib
import sys

readme = pathlib.Path(__file__).parent / "README.md"
printed = sys.stdin.read().strip()
table = printed.split("\n\n")[0] + "\n\n" + printed.split("\n\n")[1]
before, _, rest = readme.read_text(encoding="utf-8").partition("<!-- table -->")
_, _, after = rest.partition("<!-- end -->")
readme.write_text(before + "<!-- table -->\n" + table + "\n<!-- end -->" + after, encoding="utf-8")
