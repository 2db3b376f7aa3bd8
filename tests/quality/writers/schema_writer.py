"""Message schemas as OpenAPI (YAML or JSON) or as stand-alone JSON Schema: the data items and the messages that carry them."""
import json

TYPES = {"CHAR": "string", "NUM": "number", "DATE": "string", "": "string"}


def field_schema(item):
    schema = {"type": TYPES.get(item["format"], "string"), "title": item["name"], "description": item["definition"]}
    if item["format"] == "DATE":
        schema["format"] = "date"
    if item["format"] == "CHAR" and str(item["length"]):
        schema["maxLength"] = int(item["length"])
    values = [one.split("=") for one in str(item["valid_set"]).split(";") if one]
    if values:
        schema["enum"] = [value for value, _ in values]
        schema["x-enum-labels"] = [label for _, label in values]
    if item["units"]:
        schema["x-units"] = item["units"]
    return schema


def schemas(interfaces, contents, items, joins):
    """{name: schema}. `joins`: "key" (an x- key names the data item) or "field" (nothing but the field's name does)."""
    known = {item["data_item_id"]: item for item in items}
    found = {}
    for interface in interfaces:
        own = [row for row in contents if row["interface_id"] == interface["interface_id"] and row["data_item_id"] in known]
        block = "B" + interface["interface_id"][-3:]
        properties, required = {}, []
        for row in own:
            item = known[row["data_item_id"]]
            schema = field_schema(item)
            if joins == "key":
                schema["x-data-item"] = item["data_item_id"]
            properties[item["dip_field"]] = schema
            if row["optionality"] == "M":
                required.append(item["dip_field"])
        found[block] = {"type": "object", **({"required": required} if required else {}), "properties": properties}
        common = {"type": "object", "properties": {"S0": {"type": "object", "properties": {
            "interfaceID": {"type": "string", "enum": [interface["interface_id"]]}, "schemaVersion": {"type": "string", "enum": ["010"]}}}}}
        found[interface["interface_id"]] = {"type": "object", "x-interface": interface["interface_id"], "title": interface["name"], "properties": {
            "CommonBlock": common, "CustomBlock": {"type": "object", "required": [block], "properties": {block: {"$ref": "#" + block}}}}}
    return found


def pointed(value, where):
    """References with the path of the form that is written."""
    if isinstance(value, dict):
        return {key: where + one[1:] if key == "$ref" else pointed(one, where) for key, one in value.items()}
    return [pointed(one, where) for one in value] if isinstance(value, list) else value


def yaml(value, depth=0):
    """The small part of YAML that is needed here; strings that could be read as something else are quoted."""
    pad = "  " * depth
    if isinstance(value, dict):
        return "".join(f"{pad}{key_text(key)}:{line(one, depth)}" for key, one in value.items())
    return "".join(f"{pad}-{line(one, depth)}" for one in value)


def key_text(key):
    return f"'{key}'" if key.startswith("$") or key[:1].isdigit() else key


def line(value, depth):
    if isinstance(value, (dict, list)) and value:
        return "\n" + yaml(value, depth + 1)
    if isinstance(value, (dict, list)):
        return " {}\n" if isinstance(value, dict) else " []\n"
    return f" {value}\n" if isinstance(value, (int, float)) else f" {json.dumps(value)}\n"


def write(path, interfaces, contents, items, form, joins, title):
    found = schemas(interfaces, contents, items, joins)
    if form == "json-schema":
        whole = {"$schema": "http://json-schema.org/draft-07/schema#", "$id": f"https://example.org/{path.name}", "title": title, "version": "1.0", "x-release": "IR1.0",
                 "definitions": pointed(found, "#/definitions/")}
    else:
        whole = {"openapi": "3.0.3", "info": {"title": title, "version": "1.0", "x-release": "IR1.0"}, "paths": {},
                 "components": {"schemas": pointed(found, "#/components/schemas/")}}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml(whole) if path.suffix in (".yaml", ".yml") else json.dumps(whole, indent=2) + "\n", encoding="utf-8")
