"""Requirements as ReqIF, as several tools export it: names of attributes, plain or rich text, enumerations, prefixes, zipped or not."""
import zipfile
from xml.sax.saxutils import escape, quoteattr

REQIF = "http://www.omg.org/spec/ReqIF/20110401/reqif.xsd"
NAMES = {"req_id": ["ReqIF.ForeignID", "ReqID", "Requirement ID", "req_id"], "text": ["ReqIF.Text", "ReqText", "Requirement Text", "Object Text"],
         "actor_role": ["Actor", "actor_role"], "obligation": ["Obligation", "MoSCoW verb"][:1], "bp_steps": ["BP Steps", "bp_steps"],
         "interface_ids": ["Interfaces", "interface_ids"], "target_codes": ["Target Codes", "target_codes"], "parent_id": ["Parent", "parent_id"],
         "change_ref": ["Change Ref", "change_ref"], "status": ["Status", "status"]}


class Export:
    def __init__(self, rows, random):
        self.header = rows[0]
        self.rows = [dict(zip(rows[0], map(str, row))) for row in rows[1:]]
        self.p = random.choice(["", "reqif:"])
        self.rich = random.random() < 0.5
        self.enumerated = random.random() < 0.5
        self.names = {column: random.choice(NAMES.get(column, [column])) for column in self.header}
        self.definitions = {column: f"_def{n}" for n, column in enumerate(self.header)}

    def kind(self, column):
        return "XHTML" if column == "text" and self.rich else "ENUMERATION" if column == "obligation" and self.enumerated else "STRING"

    def tag(self, name, attributes="", inside=""):
        return f"<{self.p}{name}{attributes}>{inside}</{self.p}{name}>" if inside else f"<{self.p}{name}{attributes}/>"

    def enumeration(self):
        values = sorted({row["obligation"] for row in self.rows if row.get("obligation")}) if self.enumerated else []
        self.values = {value: f"_val{n}" for n, value in enumerate(values)}
        inside = "".join(self.tag("ENUM-VALUE", f' IDENTIFIER="{identifier}" LONG-NAME={quoteattr(value)}',
                                  self.tag("PROPERTIES", "", self.tag("EMBEDDED-VALUE", f' KEY="{n}" OTHER-CONTENT=""')))
                         for n, (value, identifier) in enumerate(self.values.items()))
        return self.tag("DATATYPE-DEFINITION-ENUMERATION", ' IDENTIFIER="_dtE" LONG-NAME="Obligation"', self.tag("SPECIFIED-VALUES", "", inside)) if values else ""

    def types(self):
        attributes = "".join(self.tag(f"ATTRIBUTE-DEFINITION-{self.kind(c)}", f' IDENTIFIER="{self.definitions[c]}" LONG-NAME={quoteattr(self.names[c])}') for c in self.header)
        return self.tag("SPEC-OBJECT-TYPE", ' IDENTIFIER="_type1" LONG-NAME="Requirement"', self.tag("SPEC-ATTRIBUTES", "", attributes))

    def value(self, column, value):
        kind = self.kind(column)
        definition = self.tag("DEFINITION", "", self.tag(f"ATTRIBUTE-DEFINITION-{kind}-REF", "", self.definitions[column]))
        if kind == "XHTML":
            rich = self.tag("THE-VALUE", "", f"<xhtml:div><xhtml:p>{escape(value)}</xhtml:p></xhtml:div>")
            return self.tag("ATTRIBUTE-VALUE-XHTML", "", definition + rich)
        if kind == "ENUMERATION":
            chosen = self.tag("VALUES", "", self.tag("ENUM-VALUE-REF", "", self.values[value])) if value else ""
            return self.tag("ATTRIBUTE-VALUE-ENUMERATION", "", definition + chosen)
        return self.tag("ATTRIBUTE-VALUE-STRING", f" THE-VALUE={quoteattr(value)}", definition)

    def objects(self):
        found = ""
        for n, row in enumerate(self.rows):
            values = "".join(self.value(c, row[c]) for c in self.header if row[c])
            found += self.tag("SPEC-OBJECT", f' IDENTIFIER="_obj{n}" LAST-CHANGE="2024-05-01T09:00:00Z"',
                              self.tag("TYPE", "", self.tag("SPEC-OBJECT-TYPE-REF", "", "_type1")) + self.tag("VALUES", "", values)) + "\n"
        return found

    def text(self, title):
        content = self.tag("DATATYPES", "", self.tag("DATATYPE-DEFINITION-STRING", ' IDENTIFIER="_dtS" LONG-NAME="String" MAX-LENGTH="32000"') + self.enumeration())
        content += self.tag("SPEC-TYPES", "", self.types()) + "\n" + self.tag("SPEC-OBJECTS", "", self.objects())
        hierarchy = "".join(self.tag("SPEC-HIERARCHY", f' IDENTIFIER="_h{n}"', self.tag("OBJECT", "", self.tag("SPEC-OBJECT-REF", "", f"_obj{n}"))) for n in range(len(self.rows)))
        content += self.tag("SPECIFICATIONS", "", self.tag("SPECIFICATION", ' IDENTIFIER="_s1" LONG-NAME="Requirements"', self.tag("CHILDREN", "", hierarchy)))
        namespace = f'xmlns:reqif="{REQIF}"' if self.p else f'xmlns="{REQIF}"'
        head = self.tag("THE-HEADER", "", self.tag("REQ-IF-HEADER", f' IDENTIFIER="_head"', self.tag("TITLE", "", escape(title))))
        return (f'<?xml version="1.0" encoding="UTF-8"?>\n<{self.p}REQ-IF {namespace} xmlns:xhtml="http://www.w3.org/1999/xhtml">{head}'
                + self.tag("CORE-CONTENT", "", self.tag("REQ-IF-CONTENT", "", content)) + f"</{self.p}REQ-IF>\n")


def write(path, rows, random, title):
    path.parent.mkdir(parents=True, exist_ok=True)
    text = Export(rows, random).text(title).encode("utf-8")
    if path.suffix == ".reqif":
        path.write_bytes(text)
        return
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("requirements.reqif", (2024, 6, 1, 9, 0, 0)), text, zipfile.ZIP_DEFLATED)
