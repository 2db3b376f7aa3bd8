"""Tables as CSV: with commas or semicolons, with or without a byte order mark, with either line end."""
import csv
import io


def write(path, rows, random):
    separator = random.choice([",", ",", ";"]) if not any(";" in str(cell) for row in rows for cell in row) else ","
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator=random.choice(["\n", "\r\n"])).writerows(rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((b"\xef\xbb\xbf" if random.random() < 0.2 else b"") + text.getvalue().encode("utf-8"))
