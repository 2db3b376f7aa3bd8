"""How the design is written: each of its tables in one of the formats that tools export, and beside them message schemas and a market data specification."""
import random as random_module

from writers import bpmn_writer, design_table_writer, reqif_writer, schema_writer

CHOICES = {"design/steps.csv": ["csv", "xlsx", "bpmn", "bpmn", "docx", "html"], "design/requirements.csv": ["csv", "xlsx", "reqif", "reqifz", "docx"],
           "design/choreography.csv": ["csv", "xlsx", "docx"], "design/interfaces.csv": ["csv", "xlsx", "html"],
           "design/interface_items.csv": ["csv", "xlsx", "html"], "design/data_items.csv": ["csv", "xlsx", "html"]}
MARKET = {"design/messages.csv": ("emds-messages", "Market Messages", "market_message_id,local_catalogue_ref,name,owner_code,version,release,status"),
          "design/variants.csv": ("emds-variants", "Scenario Variants", "scenario_variant_id,market_message_id,scenario,source_role,target_role,method,event_code,notes"),
          "design/collections.csv": ("emds-collections", "Data Item Collections", "collection_id,market_message_id,scenario_variant_id,group,data_item_id,optionality,min,max,rule"),
          "design/enumerations.csv": ("emds-enumerations", "Enumerations", "data_item_id,enum_value,enum_label,effective_from,effective_to")}


def choose(project):
    """Draws the formats; the random numbers are their own, so that the documents of a seed do not depend on them."""
    random = random_module.Random(f"formats {project.seed}")
    if not project.design:
        return
    if random.random() < 0.5:
        add_market_data(project, random)
    if random.random() < 0.5:
        project.schema = {"path": "design/" + random.choice(["messages.yaml", "messages.json", "messages.schema.json"]), "joins": random.choice(["key", "field"]), "alter": []}
        project.schema["form"] = "json-schema" if project.schema["path"].endswith("schema.json") else "openapi"
    for process, step in project.design.steps():
        if step.action.startswith("Reject or accept") and random.random() < 0.6:      # the row itself speaks of it
            project.branches[step.id] = [random.choice([("Accepted?", "Rejected"), ("Is it accepted?", "No"), ("", "If it is rejected")])]
    for path, formats in CHOICES.items():
        project.table_formats[path] = random.choice(formats)


def table_of(project, path):
    """The rows of a table as dictionaries."""
    header, *rows = project.tables[path]
    return [dict(zip(header, row)) for row in rows]


def add_market_data(project, random):
    """The four tables of a market data specification, as one page or workbook apiece, or as one page of all."""
    design = project.design
    messages, variants, collections, values = [], [], [], []
    for place, interface in enumerate(table_of(project, "design/interfaces.csv"), 1):
        message = f"MM{90000 + place}"
        messages.append([message, interface["interface_id"], interface["name"], "XBSC", "1.0", "IR1.0", "Live"])
        for role in interface["primary_receivers"].split(";"):
            variants.append([f"SV{90001 + len(variants)}", message, design.processes[0].title, interface["sender_role"], role, "DIP", "", ""])
        for row in table_of(project, "design/interface_items.csv"):
            if row["interface_id"] == interface["interface_id"]:
                collections.append([f"DIC{90000 + place}", message, variants[-1][0], "Main", row["data_item_id"], row["optionality"], "1", "1", ""])
    for item in table_of(project, "design/data_items.csv"):
        for one in filter(None, str(item["valid_set"]).split(";")):
            values.append([item["data_item_id"], *one.split("="), "2024-01-01", ""])
    rows = dict(zip(MARKET, (messages, variants, collections, values)))
    bundled = random.random() < 0.5
    for path, (mapping, heading, columns) in MARKET.items():
        if not rows[path]:
            continue
        project.tables[path] = [columns.split(","), *rows[path]]
        project.yaml_design.append((path, f"EMDS{design.number}", mapping))
        if bundled:
            project.bundles.setdefault("design/market_data.html", []).append(path)
        else:
            project.table_formats[path] = random.choice(["csv", "xlsx", "html"])


def spoken(path):
    return path.split("/")[1].removesuffix(".csv").replace("_", " ").title()


def write_table(project, name, path, rows, random):
    """A table in one of the formats that only the design has."""
    title = f"{next((artefact for its, artefact, _ in project.yaml_design if its == name), 'Design')} {spoken(name)}"
    if path.suffix == ".bpmn":
        bpmn_writer.write(path, rows, random, project.design.names, project.branches)
    elif path.suffix in (".reqif", ".reqifz"):
        reqif_writer.write(path, rows, random, title)
    else:
        writer = design_table_writer.write_word if path.suffix == ".docx" else design_table_writer.write_page
        writer(path, [(spoken(name), rows)], random, title)


def write_beside(project, folder, random):
    """The bundles of tables and the message schemas; what `alter` holds changes the schemas' own copy of the tables."""
    for path, names in project.bundles.items():
        design_table_writer.write_page(folder / path, [(MARKET[name][1], project.tables[name]) for name in names], random, "Market data specification")
    if project.schema:
        copies = [table_of(project, f"design/{name}.csv") for name in ("interfaces", "interface_items", "data_items")]
        for alter in project.schema["alter"]:
            alter(*copies)
        schema_writer.write(folder / project.schema["path"], *copies, project.schema["form"], project.schema["joins"], "Message schemas")
