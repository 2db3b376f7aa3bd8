"""Annotates Word documents, and judges the copies with other programs: judge.py DOVETAIL [--pandoc] [--libreoffice] FILE|FOLDER…

For every document: the copy is a package, parts that hold no comment have the bytes they had, as packed; the text of every view is as before; comments
and tracked changes that were there are there still; each new comment stands on its words. A file that cannot be annotated must say why.
"""
import json, os, re, subprocess, sys, tempfile, xml.etree.ElementTree as ET, zipfile, zlib

W = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
faults = []
counts = {"files": 0, "annotated": 0, "refused": 0, "comments": 0, "exact": 0, "pandoc": 0, "libreoffice": 0}


def run(words, **more):
    return subprocess.run(words, capture_output=True, timeout=300, **more)


def local(element):
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def attribute(element, name):
    for key, value in element.attrib.items():
        if key.rsplit("}", 1)[-1] == name and key != name:
            return value
    return None


def packed(archive, info, handle):
    handle.seek(info.header_offset + 26)
    name, extra = (int.from_bytes(handle.read(2), "little") for _ in range(2))
    handle.seek(info.header_offset + 30 + name + extra)
    return handle.read(info.compress_size)


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def ranges(root):
    """The words of each comment's range, in document order, deleted ones left out."""
    open_ranges, words = {}, {}
    deleted = 0

    def walk(element):
        nonlocal deleted
        name = local(element)
        if name == "commentRangeStart":
            open_ranges[attribute(element, "id")] = words.setdefault(attribute(element, "id"), [])
        if name == "commentRangeEnd":
            open_ranges.pop(attribute(element, "id"), None)
        if name in ("del", "moveFrom") and len(element):
            deleted += 1
        if name == "t" and not deleted:
            for text in open_ranges.values():
                text.append(element.text or "")
        if name in ("tab", "br", "cr"):
            for text in open_ranges.values():
                text.append(" ")
        for child in element:
            walk(child)
        if name in ("del", "moveFrom") and len(element):
            deleted -= 1

    walk(root)
    return {key: squeezed("".join(text)) for key, text in words.items()}


def comments_of(archive):
    for name in archive.namelist():
        if re.search(r"comments\d*\.xml$", name) and "/" in name:
            root = ET.fromstring(archive.read(name))
            if local(root) == "comments":
                return {attribute(c, "id"): c for c in root if local(c) == "comment"}
    return {}


def revisions(archive):
    """What is inserted and deleted, by whom and when; the pieces of one revision count together."""
    result = {}
    for name in archive.namelist():
        if not re.search(r"(document|footnotes|endnotes)\d*\.xml$", name):
            continue
        try:
            root = ET.fromstring(archive.read(name))
        except ET.ParseError:
            continue
        for element in root.iter():
            if local(element) in ("ins", "del", "moveFrom", "moveTo"):
                key = (name, local(element), attribute(element, "id"), attribute(element, "author"), attribute(element, "date"))
                result[key] = result.get(key, "") + "".join(t.text or "" for t in element.iter() if local(t) in ("t", "delText"))
    return result


def judge(dovetail, path, out, tools):
    counts["files"] += 1
    fault = lambda text: faults.append(f"{path}: {text}")
    ran = run([dovetail, "annotate", path, "-o", out])
    if ran.returncode != 0:
        counts["refused"] += 1
        if ran.returncode != 2 or not ran.stderr.strip():
            fault(f"exit {ran.returncode}: {ran.stderr.decode(errors='replace')}")
        return
    counts["annotated"] += 1
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out) as after, open(path, "rb") as raw_before, open(out, "rb") as raw_after:
        changed = set()
        for info in before.infolist():
            try:
                copy = after.getinfo(info.filename)
            except KeyError:
                fault(f"{info.filename} is gone")
                continue
            if packed(before, info, raw_before) != packed(after, copy, raw_after):
                changed.add(info.filename)
        for name in changed:
            if not re.search(r"(document\d*|footnotes\d*|endnotes\d*|comments\d*)\.xml$|\.rels$|\[Content_Types\]\.xml$", name, re.I):
                fault(f"{name} is changed")
        new = set(after.namelist()) - set(before.namelist())
        if len(new) > 2:
            fault(f"new parts {new}")
        for name in changed | new:
            try:
                ET.fromstring(after.read(name))
            except ET.ParseError as problem:
                fault(f"{name} is no XML: {problem}")
                return
        if not changed:
            return
        old_comments, all_comments = comments_of(before), comments_of(after)
        for key, comment in old_comments.items():
            if key not in all_comments or ET.tostring(comment) != ET.tostring(all_comments[key]):
                fault(f"comment {key} is not as it was")
        was, now = revisions(before), revisions(after)
        for key in was.keys() | now.keys():
            if was.get(key) != now.get(key):
                fault(f"revision {key} has {now.get(key)!r} and had {was.get(key)!r}")
        words, references = {}, []
        for name in after.namelist():
            if re.search(r"(document|footnotes|endnotes)\d*\.xml$", name):
                root = ET.fromstring(after.read(name))
                words.update(ranges(root))
                references += [attribute(e, "id") for e in root.iter() if local(e) == "commentReference"]
        mine = {key: c for key, c in all_comments.items() if key not in old_comments}
        check_words(dovetail, path, mine, words, references, fault)
        counts["comments"] += len(mine)
    for view in ("baseline", "proposed", "marked"):
        texts = [run([dovetail, "text", file, "--view", view]).stdout for file in (path, out)]
        if texts[0] != texts[1]:
            fault(f"the {view} text is not as it was")
    if "--pandoc" in tools and mine:
        with_pandoc(path, out, mine, words, fault)
    if "--libreoffice" in tools and mine:
        with_libreoffice(out, mine, fault)


def check_words(dovetail, path, mine, words, references, fault):
    found = json.loads(run([dovetail, "check", path, "--new-only", "--format", "json", "--fail-on", "never"]).stdout or b"{}").get("findings", [])
    texts = {}
    for finding in found:
        texts.setdefault((finding["rule"], squeezed(" ".join(finding["message"].split()[:3]))), []).append(squeezed(finding["text"] or ""))
    for key, comment in mine.items():
        said = ["".join(t.text or "" for t in p.iter() if local(t) == "t") for p in comment]
        count = sum(len(line.split()) for line in said)
        if count > 60:
            fault(f"comment {key} has {count} words")
        if references.count(key) != 1 or key not in words:
            fault(f"comment {key} has {references.count(key)} references")
            continue
        if attribute(comment, "author") != "dovetail":
            fault(f"comment {key} is by {attribute(comment, 'author')}")
        rule = re.search(r"\[([a-z]+\.[a-z-]+)\]$", said[0])
        if not rule:
            fault(f"comment {key} names no rule: {said[0]!r}")
            continue
        wanted = texts.get((rule.group(1), squeezed(" ".join(said[0].split()[:3]))), [])
        if words[key] in wanted:
            counts["exact"] += 1
        elif "--verbose" in sys.argv:
            print(f"{path}: {rule.group(1)} on {words[key]!r}, said of {wanted}")


def with_pandoc(path, out, mine, words, fault):
    """Every comment that the original's reader would see, on the words that it stands on."""
    plain = [run(["pandoc", "--track-changes=all", "-f", "docx", "-t", "json", file]) for file in (path, out)]
    if plain[0].returncode != 0:
        return
    if plain[1].returncode != 0:
        return fault("pandoc cannot read the copy: " + plain[1].stderr.decode(errors="replace"))
    seen = {}
    open_ranges = {}

    def text(value):
        for words_of in open_ranges.values():
            words_of.append(value)

    def walk(node):
        if isinstance(node, list):
            for one in node:
                walk(one)
            return
        if not isinstance(node, dict):
            return
        kind, content = node.get("t"), node.get("c")
        if kind == "Span" and "comment-start" in content[0][1]:
            key = dict(content[0][2]).get("id")
            open_ranges[key] = seen.setdefault(key, [])
            return
        if kind == "Span" and "comment-end" in content[0][1]:
            open_ranges.pop(dict(content[0][2]).get("id"), None)
            return walk(content[1])  # of two that end together one is inside the other
        if kind == "Span" and "deletion" in content[0][1]:
            return
        if kind == "Str":
            return text(content)
        if kind in ("Space", "SoftBreak", "LineBreak"):
            return text(" ")
        walk(content)

    document = json.loads(plain[1].stdout)
    walk(document["blocks"])
    for key in mine:
        if key in seen and squeezed("".join(seen[key])) == words[key]:
            counts["pandoc"] += 1
        elif "--verbose" in sys.argv:
            print(f"{path}: pandoc has comment {key} on {squeezed(''.join(seen[key])) if key in seen else None!r}, it stands on {words[key]!r}")


def with_libreoffice(out, mine, fault):
    with tempfile.TemporaryDirectory() as folder:
        ran = run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "odt", "--outdir", folder, out])
        odt = os.path.join(folder, os.path.splitext(os.path.basename(out))[0] + ".odt")
        if ran.returncode != 0 or not os.path.exists(odt):
            return fault("LibreOffice cannot open the copy: " + ran.stderr.decode(errors="replace"))
        content = ET.fromstring(zipfile.ZipFile(odt).read("content.xml"))
        shown = sum(1 for e in content.iter() if local(e) == "annotation" and any(local(c) == "creator" and c.text == "dovetail" for c in e))
        counts["libreoffice"] += shown
        if shown != len(mine):
            fault(f"LibreOffice shows {shown} comments of {len(mine)}")


def main():
    tools = [word for word in sys.argv[2:] if word.startswith("--")]
    files = []
    for name in (word for word in sys.argv[2:] if not word.startswith("--")):
        if os.path.isdir(name):
            files += [os.path.join(d, f) for d, _, fs in os.walk(name) for f in fs if f.endswith((".docx", ".docm")) and not f.startswith("~$")]
        else:
            files.append(name)
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate(sorted(files)):
            try:
                judge(sys.argv[1], path, os.path.join(folder, f"{number}.docx"), tools)
            except subprocess.TimeoutExpired:
                faults.append(f"{path}: takes too long")
    print(", ".join(f"{count} {name}" for name, count in counts.items()))
    for fault in faults:
        print("FAULT", fault)
    sys.exit(1 if faults or not counts["annotated"] else 0)


main()
