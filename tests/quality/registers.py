"""The programme's registers: trace, changes, versions, comments, horizon. All in order."""
import numbering

TRACE = "link_id,atom_kind,atom_id,atom_version,artefact,release,link_type,code,code_doc,draft_version,provision,coverage,basis,rationale,owner,reviewed_on,provision_hash,status"
VERSIONS = "code,code_doc,live_version,live_effective_from,draft_id,draft_version,draft_baseline_version,design_release,next_release_version,next_release_date"
CHANGES = "change_id,kind,title,status,decided_on,release,artefact,atom_ids,from_version,to_version,evidence"
COMMENTS = "comment_id,consultation,respondent,code_doc,draft_version,provision,atom_ids,comment,severity,suggested_text,response,disposition,change_made_in,closed_on"
HORIZON = "item_id,code,change_ref,title,change_status,implementation_date,docs_affected,provisions_affected,xp_impact,design_impact,drafting_action,action_owner,last_reviewed,source_version"


def tables(random, documents, design):
    """{path: rows} and {key: path} for dovetail.yaml."""
    versions = []
    for place, document in enumerate(documents, 1):
        live = document.version
        versions.append([document.code, document.id, live, "2024-02-29", f"D-{place}", "0.2", live, "IR1.0", "", ""])
    document = documents[0]
    files = {
        "registers/versions.csv": [VERSIONS.split(","), *versions],
        "registers/changes.csv": [CHANGES.split(","), ["CR901", "CR", "Faster work", "Approved", "2024-03-01", "IR1.0", "", "", "", "", "Minute 4"],
                                  ["CR902", "CR", "Slower work", "Raised", "", "", "", "", "", "", ""]],
        "registers/comments.csv": [COMMENTS.split(","), ["CL-1", "Round 1", "Party A", document.id, "0.1", "General", "", "Too long; see the heading", "Low", "",
                                                         "Noted", "Noted", "", "2024-05-01"]],
        "registers/horizon.csv": [HORIZON.split(","), ["HS-1", document.code, "P901", "New gauge", "Raised", "", document.id, "", "No", "No", "None", "Drafter",
                                                       "2024-06-28", "v1.0"]]}
    if design:
        links = []
        for place, (process, step) in enumerate(design.steps(), 1):
            if random.random() < 0.5:
                links.append([f"T-{place}", "requirement", step.requirement, "1.0", f"BRS{design.number}", "IR1.0", "codifies", "XBSC", step.row.document.id,
                              "0.2", step.ref, "full", "design", "", "XBSC", "2024-06-20", "", "Approved"])
        files["registers/trace.csv"] = [TRACE.split(","), *links, *bases(design)]
    keys = {path.split("/")[1].split(".")[0]: path for path in files}
    return files, keys


def bases(design):
    """What the design's documents change beside it: a basis for each of their parts."""
    rows = []
    for document in {id(step.row.document): step.row.document for _, step in design.steps()}.values():
        numbering.assign(document)
        for part in document.root.children:
            if part.label.get("proposed"):
                rows.append([f"T-B{len(rows) + 1}", "none", "", "", "", "", "", document.code, document.id, "0.2", part.label["proposed"], "", "consequential",
                             "Follows the procedure's new numbering", document.code, "2024-06-20", "", "Approved"])
    return rows
