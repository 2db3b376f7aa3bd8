// What was read and compiled out of one file, as JSON.
#include "report/dump.h"

#include <algorithm>
#include <initializer_list>
#include <map>

#include "model/place.h"
#include "report/json_text.h"

namespace dovetail {
namespace {

std::string words(const Document& document, Span span) { return std::string(slice(document.text, span)); }
Json span_of(Span span) { return {{"begin", span.begin}, {"end", span.end}}; }

template <class T>
Json index_or_null(Id<T> id) {
  return id ? Json(id.value) : Json(nullptr);
}

Json per_view(const std::array<std::string, 2>& texts) {
  return {{"baseline", text_or_null(texts[index(View::baseline)])}, {"proposed", text_or_null(texts[index(View::proposed)])}};
}

// The object's text, row by row: as one tree of values a long document would need several times the memory of its text.
class ObjectText {
 public:
  explicit ObjectText(const Sink& out) : out_(out) { out_.add("{"); }
  void add(std::string_view key, const Json& value) { put(key, indented(value, "\n ")); }
  template <class T, class Write>
  void list(std::string_view key, const Table<T>& table, const Write& write) {
    list(key, {&table}, write);
  }
  /// Tables one behind the other.
  template <class T, class Write>
  void list(std::string_view key, std::initializer_list<const Table<T>*> tables, const Write& write) {
    if (std::all_of(tables.begin(), tables.end(), [](const Table<T>* table) { return table->empty(); })) return put(key, "[]");
    put(key, "[");
    std::string_view between = "\n  ";
    for (const Table<T>* table : tables)
      for (const auto& row : *table) {
        out_.add(between);
        out_.add(indented(write(row), "\n  "));
        between = ",\n  ";
      }
    out_.add("\n ]");
  }
  void finish() {
    out_.add("\n}\n");
    out_.finish();
  }

 private:
  void put(std::string_view key, std::string_view value) {
    out_.add(first_ ? "\n \"" : ",\n \"");
    first_ = false;
    out_.add(key);
    out_.add("\": ");
    out_.add(value);
  }
  // A line break stands only between the parts of a value: inside strings it is escaped.
  static std::string indented(const Json& value, std::string_view line_break) {
    std::string text;
    auto one = finished(value);
    one.pop_back();
    for (const char c : one) c == '\n' ? text.append(line_break) : text.append(1, c);
    return text;
  }
  Pieces out_;
  bool first_ = true;
};

std::string_view name_of(Part part) {
  constexpr std::array<std::string_view, 7> names{"body", "header", "footer", "footnote", "endnote", "comment", "text_box"};
  return names.at(static_cast<std::size_t>(part));
}

std::string_view name_of(Change change) {
  constexpr std::array<std::string_view, 5> names{"inserted", "deleted", "moved_from", "moved_to", "formatted"};
  return names.at(static_cast<std::size_t>(change));
}

std::string_view name_of(ProvisionKind kind) {
  constexpr std::array<std::string_view, 5> names{"division", "numbered", "item", "row", "entry"};
  return names.at(static_cast<std::size_t>(kind));
}

std::string_view name_of(DefinitionForm form) {
  constexpr std::array<std::string_view, 7> names{"quoted", "table", "inline_quoted", "acronym", "gloss", "alias", "construction"};
  return names.at(static_cast<std::size_t>(form));
}

std::string_view name_of(Reach reach) {
  constexpr std::array<std::string_view, 4> names{"paragraph", "division", "document", "code"};
  return names.at(static_cast<std::size_t>(reach));
}

Json counts_of(const Document& document, const Unit& unit) {
  Json counts = {{"paragraphs", document.paragraphs.size()},
                 {"runs", document.runs.size()},
                 {"revisions", document.revisions.size()},
                 {"tables", document.tables.size()},
                 {"rows", document.rows.size()},
                 {"cells", document.cells.size()},
                 {"notes", document.notes.size()},
                 {"comments", document.comments.size()},
                 {"fields", document.fields.size()},
                 {"bookmarks", document.bookmarks.size()},
                 {"links", document.links.size()},
                 {"tags", document.tags.size()},
                 {"format_changes", document.format_changes.size()},
                 {"nodes", document.nodes.size()},
                 {"problems", document.problems.size() + unit.problems.size()},
                 {"provisions", unit.provisions.size()},
                 {"definitions", unit.definitions.size()},
                 {"references", unit.references.size()},
                 {"timetable", unit.timetable.size()},
                 {"words", unit.words.size()},
                 {"items", unit.items.size() + unit.unnamed.size()},
                 {"unnamed", unit.unnamed.size()},
                 {"branches", unit.branches.size()},
                 {"records", unit.records.size()}};
  std::map<std::string, std::size_t> kinds;
  for (const auto* items : {&unit.items, &unit.unnamed})
    for (const auto& item : *items) ++kinds[item.kind];
  for (const auto& record : unit.records) ++kinds[record.kind];
  for (const auto& [kind, size] : kinds)
    if (!counts.contains(kind)) counts[kind] = size;
  return counts;
}

void dump_text(const Document& document, ObjectText& json) {
  json.list("paragraphs", document.paragraphs, [&](const Paragraph& p) {
    return Json{{"part", name_of(p.part)},
                {"number", per_view(p.number)},
                {"text", words(document, {p.span.begin, p.span.end})},
                {"cell", index_or_null(p.cell)}};
  });
  json.list("runs", document.runs, [&](const Run& r) {
    return Json{{"text", words(document, r.span)}, {"inserted", index_or_null(r.inserted)}, {"deleted", index_or_null(r.deleted)}};
  });
  json.list("revisions", document.revisions, [](const Revision& r) {
    return Json{{"change", name_of(r.change)},
                {"scheme", r.scheme == Scheme::tracked ? "tracked" : "manual"},
                {"author", r.author},
                {"date", r.date},
                {"pair", index_or_null(r.pair)}};
  });
}

void dump_tables(const Document& document, ObjectText& json) {
  json.list("tables", document.tables, [](const TextTable& t) {
    return Json{{"name", text_or_null(t.name)}, {"part", name_of(t.part)}, {"columns", t.columns}, {"hidden", t.hidden}};
  });
  json.list("cells", document.cells, [&](const Cell& c) {
    const auto& row = document.rows[c.row];
    return Json{{"table", row.table.value}, {"row", row.number}, {"column", c.column}, {"columns", c.columns}, {"text", words(document, c.span)}};
  });
}

void dump_marks(const Document& document, ObjectText& json) {
  json.list("notes", document.notes, [&](const Note& n) {
    return Json{{"kind", n.kind == NoteKind::footnote ? "footnote" : "endnote"}, {"anchor", n.anchor}, {"text", words(document, n.span)}};
  });
  json.list("comments", document.comments, [&](const Comment& c) {
    return Json{{"id", c.id},
                {"author", c.author},
                {"date", c.date},
                {"about", words(document, c.anchor)},
                {"text", words(document, c.span)},
                {"resolved", c.resolved}};
  });
  json.list("fields", document.fields, [&](const Field& f) {
    return Json{{"kind", f.kind}, {"instruction", f.instruction}, {"result", words(document, f.result)}};
  });
  json.list("bookmarks", document.bookmarks, [&](const Bookmark& b) { return Json{{"name", b.name}, {"text", words(document, b.span)}}; });
}

void dump_statements(const Document& document, const Unit& unit, ObjectText& json) {
  constexpr std::array<std::string_view, 6> what{"id", "title", "version", "date", "heading", "draft_version"};
  constexpr std::array<std::string_view, 6> where{"cover", "statement", "header", "footer", "history", "contents"};
  json.list("statements", unit.statements, [&](const Statement& s) {
    return Json{{"what", what.at(static_cast<std::size_t>(s.what))},
                {"where", where.at(static_cast<std::size_t>(s.where))},
                {"value", s.value},
                {"raw", s.raw},
                {"views", views_of(s.views)},
                {"row", s.row == 0 ? Json(nullptr) : Json(s.row)},
                {"origin", text_or_null(describe_origin(document, s.span))}};
  });
}

void dump_provisions(const Document& document, const Unit& unit, ObjectText& json) {
  json.list("provisions", unit.provisions, [&](const Provision& p) {
    const auto parent_of = [&](View view) {
      const auto parent = p.parent[index(view)];
      return parent ? text_or_null(unit.provisions[parent].label[index(view)]) : Json(nullptr);
    };
    return Json{{"label", per_view(p.label)},
                {"number", per_view(p.number)},
                {"kind", name_of(p.kind)},
                {"heading", per_view(p.heading)},
                {"parent", {{"baseline", parent_of(View::baseline)}, {"proposed", parent_of(View::proposed)}}},
                {"not_used", {{"baseline", p.not_used[index(View::baseline)]}, {"proposed", p.not_used[index(View::proposed)]}}},
                {"origin", text_or_null(describe_origin(document, p.span))}};
  });
  json.list("definitions", unit.definitions, [&](const Definition& d) {
    return Json{{"term", d.term},
                {"form", name_of(d.form)},
                {"views", views_of(d.views)},
                {"meaning", d.meaning},
                {"was", text_or_null(d.was)},
                {"reach", name_of(d.reach)},
                {"pointer", d.pointer},
                {"origin", text_or_null(describe_origin(document, d.span))}};
  });
  json.list("references", unit.references, [&](const Reference& r) {
    return Json{{"text", r.text},
                {"keyword", text_or_null(r.keyword)},
                {"document", text_or_null(r.document)},
                {"divisions", r.divisions},
                {"target", text_or_null(r.label)},
                {"last", text_or_null(r.last)},
                {"views", views_of(r.views)},
                {"outcome", "unlinked"},
                {"span", span_of(r.span)}};
  });
  json.list("timetable", unit.timetable, [&](const TimetableRow& t) {
    return Json{{"ref", t.ref.text},       {"when", t.when.text},       {"action", t.action.text},
                {"from", t.from.text},     {"to", t.to.text},           {"information", t.information.text},
                {"method", t.method.text}, {"views", views_of(t.views)}};
  });
}

Json fields_of(const Record& record) {
  Json fields = Json::object();
  for (const auto& [name, value] : record.fields) fields[name] = value;
  return fields;
}

Json item_json(const Document& document, const Item& item, bool named) {
  return {{"kind", item.kind},
          {"id", item.id},
          {"named", named},
          {"raw_id", item.raw_id},
          {"parent", text_or_null(item.parent)},
          {"text", item.text},
          {"artefact", text_or_null(item.artefact)},
          {"version", text_or_null(item.version)},
          {"release", text_or_null(item.release)},
          {"status", text_or_null(item.status)},
          {"fields", fields_of(item.record)},
          {"origin", text_or_null(describe_origin(document, item.record.span))}};
}

void dump_items(const Document& document, const Unit& unit, ObjectText& json) {
  // An element without an id of the programme goes by the file's own; it is shown, and never judged.
  std::size_t shown = 0;
  json.list("items", {&unit.items, &unit.unnamed}, [&](const Item& i) { return item_json(document, i, shown++ < unit.items.size()); });
  json.list("branches", unit.branches, [&](const Branch& b) {
    return Json{{"gateway", text_or_null(b.gateway)},
                {"condition", b.condition},
                {"from", b.from},
                {"to", b.to},
                {"origin", text_or_null(describe_origin(document, b.span))}};
  });
  json.list("records", unit.records, [&](const Record& r) {
    return Json{{"kind", r.kind}, {"fields", fields_of(r)}, {"origin", text_or_null(describe_origin(document, r.span))}};
  });
}

Json problems_of(const Document& document, const Unit& unit) {
  Json list = Json::array();
  for (const auto* problems : {&document.problems, &unit.problems})
    for (const auto& problem : *problems) list.push_back({{"rule", problem.rule}, {"message", problem.message}, {"count", problem.count}});
  return list;
}

}  // namespace

void dump_json(const Document& document, const Unit& unit, std::string_view format, const Sink& out) {
  ObjectText json(out);
  json.add("path", document.path);
  json.add("format", format);
  json.add("counts", counts_of(document, unit));
  json.add("id", text_or_null(unit.id));
  json.add("profile", text_or_null(unit.profile));
  if (!document.paragraphs.empty()) {
    dump_text(document, json);
    dump_tables(document, json);
    dump_marks(document, json);
    dump_statements(document, unit, json);
    dump_provisions(document, unit, json);
    if (!unit.items.empty() || !unit.unnamed.empty() || !unit.records.empty()) dump_items(document, unit, json);
  } else {
    dump_tables(document, json);
    dump_items(document, unit, json);
  }
  json.add("problems", problems_of(document, unit));
  json.finish();
}

std::string dump_json(const Document& document, const Unit& unit, std::string_view format) {
  std::string whole;
  dump_json(document, unit, format, [&](std::string_view piece) { whole += piece; });
  return whole;
}

}  // namespace dovetail
