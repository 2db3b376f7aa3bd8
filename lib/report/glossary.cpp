// Definitions of all texts in one list, with the uses that link counted.
#include "report/glossary.h"

#include <algorithm>
#include <map>

#include "model/locate.h"
#include "model/reach.h"
#include "report/escape.h"
#include "report/json_text.h"
#include "report/wording.h"
#include "text/inflection.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

using UsesOf = std::map<In<Definition>, std::map<Id<Unit>, std::array<std::uint32_t, 2>>>;

UsesOf count_uses(const Review& review) {
  UsesOf counted;
  for (std::size_t u = 0; u < review.corpus.uses.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    const auto& unit = review.units[id];
    for (const auto& use : review.corpus.uses[u])
      for (const View view : both_views) {
        const auto meant = use.definition[index(view)];
        if (!use.views.has(view) || meant < 0) continue;
        const auto& in = review.corpus.terms[use.term].definitions[static_cast<std::size_t>(meant)];
        const auto& d = review.units[in.unit].definitions[in.id];
        const auto offset = unit.words[use.first_word].begin;
        if (in.unit == id && d.span.begin <= offset && offset < d.span.end) continue;  // where it is defined
        ++counted[in][id][index(view)];
      }
  }
  return counted;
}

std::string form_of(const Definition& d) {
  if (d.pointer) return "pointer";
  switch (d.form) {
    case DefinitionForm::acronym:
      return "acronym";
    case DefinitionForm::gloss:
      return "gloss";
    case DefinitionForm::construction:
      return "narrowed";
    default:
      return "definition";
  }
}

/// Names that share a meaning, and abbreviations that are glossed as this term.
std::vector<std::string> aliases_of(const Unit& unit, const Definition& d) {
  std::vector<std::string> aliases;
  for (const auto& other : unit.definitions) {
    if (other.folded == d.folded) continue;
    const bool same_body = other.body.begin == d.body.begin && d.form != DefinitionForm::inline_quoted && other.form != DefinitionForm::inline_quoted;
    const bool expands = (other.form == DefinitionForm::gloss || other.form == DefinitionForm::acronym) && fold_phrase(other.meaning) == d.folded;
    if ((same_body || expands) && std::find(aliases.begin(), aliases.end(), other.term) == aliases.end()) aliases.push_back(other.term);
  }
  std::sort(aliases.begin(), aliases.end(), [](const std::string& a, const std::string& b) { return collate(a, b) < 0; });
  return aliases;
}

/// The definition of the same term in the same document that only the baseline has: the draft replaces it.
const Definition* replaced_by(const Unit& unit, const Definition& d) {
  for (const auto& other : unit.definitions)
    if (other.folded == d.folded && other.views.baseline && !other.views.proposed && other.form != DefinitionForm::construction) return &other;
  return nullptr;
}

bool is_replaced(const Unit& unit, const Definition& d) {
  return d.views.baseline && !d.views.proposed && std::any_of(unit.definitions.begin(), unit.definitions.end(), [&](const Definition& other) {
           return other.folded == d.folded && other.views.proposed && !other.views.baseline;
         });
}

void set_status(const Unit& unit, const Definition& d, GlossaryEntry& entry) {
  if (!d.views.proposed) {
    entry.status = "deleted";
  } else if (!d.views.baseline) {
    const auto* before = replaced_by(unit, d);
    entry.status = before ? "changed" : "new";
    if (before) entry.was = before->meaning;
  } else if (!d.was.empty()) {
    entry.status = "changed";
    entry.was = d.was;
  }
}

GlossaryEntry entry_of(const Review& review, In<Definition> in, const UsesOf& uses) {
  const auto& unit = review.units[in.unit];
  const auto& d = unit.definitions[in.id];
  GlossaryEntry entry;
  entry.term = d.term;
  entry.meaning = d.meaning;
  entry.scope = scope_name(review, in);
  entry.form = form_of(d);
  entry.unit = in.unit;
  entry.label = label_at(unit, d.views.proposed ? View::proposed : View::baseline, d.span.begin);
  entry.place = {unit.document, d.span};
  entry.aliases = aliases_of(unit, d);
  set_status(unit, d, entry);
  if (const auto found = uses.find(in); found != uses.end())
    for (const auto& [user, count] : found->second) {
      if (count[1] > 0) entry.uses.emplace_back(user, count[1]);
      if (count[0] > 0) entry.uses_were.emplace_back(user, count[0]);
    }
  return entry;
}

std::vector<std::string> stems_of(std::string_view text) {
  std::vector<std::string> stems;
  const auto normal = normalise(text);
  for (const auto span : words(normal)) stems.push_back(stem_of(slice(normal, span)));
  return stems;
}

/// "Section U (18×)": a bare number behind a name would be read as a label.
std::string uses_line(const Review& review, const std::vector<std::pair<Id<Unit>, std::uint32_t>>& uses) {
  std::string line;
  for (const auto& [unit, count] : uses) line += (line.empty() ? "" : ", ") + id_or_path(review.units[unit]) + " (" + std::to_string(count) + "×)";
  return line;
}

std::string joined(const std::vector<std::string>& all) {
  std::string line;
  for (const auto& one : all) line += (line.empty() ? "" : ", ") + one;
  return line;
}

Json uses_json(const Review& review, const std::vector<std::pair<Id<Unit>, std::uint32_t>>& uses) {
  Json list = Json::array();
  for (const auto& [unit, count] : uses) list.push_back({{"document", review.units[unit].path}, {"count", count}});
  return list;
}

}  // namespace

std::vector<GlossaryEntry> glossary_of(const Review& review) {
  const auto uses = count_uses(review);
  std::vector<GlossaryEntry> entries;
  for (std::size_t u = 0; u < review.units.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    const auto& unit = review.units[id];
    if (!unit.has_body || review.inputs[u].role == InputRole::baseline) continue;
    for (std::size_t n = 0; n < unit.definitions.size(); ++n) {
      const In<Definition> in{id, Table<Definition>::id_at(n)};
      if (!is_replaced(unit, unit.definitions[in.id])) entries.push_back(entry_of(review, in, uses));
    }
  }
  std::stable_sort(entries.begin(), entries.end(), [](const GlossaryEntry& a, const GlossaryEntry& b) {
    const int order = collate(a.term, b.term);
    return order != 0 ? order < 0 : a.place < b.place;
  });
  return entries;
}

Result<std::vector<GlossaryEntry>> glossary_of_term(const Review& review, const std::string& term) {
  const auto wanted = stems_of(term);
  if (wanted.empty()) return fail("--term: '" + term + "' has no word; name a defined term, as in --term \"Data Service\"");
  std::vector<GlossaryEntry> found;
  std::string near;
  for (auto& entry : glossary_of(review)) {
    const auto stems = stems_of(entry.term);
    const bool alias = std::any_of(entry.aliases.begin(), entry.aliases.end(), [&](const std::string& a) { return stems_of(a) == wanted; });
    if (stems == wanted || alias)
      found.push_back(std::move(entry));
    else if (std::find(stems.begin(), stems.end(), wanted.back()) != stems.end() && near.size() < 120 &&
             near.find('"' + entry.term + '"') == std::string::npos)
      near += (near.empty() ? " (there is " : ", ") + ('"' + entry.term + '"');
  }
  if (found.empty()) return fail("nothing that was read defines \"" + term + "\"" + (near.empty() ? "" : near + ")"));
  return found;
}

std::string glossary_text(const Review& review, const std::vector<GlossaryEntry>& entries, const ReportOptions&) {
  std::string out;
  for (const auto& entry : entries) {
    const auto& unit = review.units[entry.unit];
    out += (out.empty() ? "" : "\n") + terminal_safe(entry.term) + (entry.status.empty() ? "" : " [" + entry.status + "]") +
           (entry.form == "definition" ? "" : " (" + entry.form + ")") + "\n";
    out += "  defined in  " + terminal_safe(id_or_path(unit)) +
           (entry.label.empty() || entry.label == '"' + entry.term + '"' ? "" : ", " + terminal_safe(entry.label)) + "\n";
    out += "  holds for   " + terminal_safe(entry.scope) + "\n";
    if (!entry.meaning.empty()) out += "  definition  " + terminal_safe(entry.meaning) + "\n";
    if (!entry.was.empty()) out += "  before      " + terminal_safe(entry.was) + "\n";
    if (!entry.aliases.empty()) out += "  also        " + terminal_safe(joined(entry.aliases)) + "\n";
    out += "  used in     " + (entry.uses.empty() ? std::string("nothing that was read") : terminal_safe(uses_line(review, entry.uses))) + "\n";
    if (entry.uses_were != entry.uses && !entry.uses_were.empty()) out += "  in baseline " + terminal_safe(uses_line(review, entry.uses_were)) + "\n";
  }
  return out;
}

std::string glossary_json(const Review& review, const std::vector<GlossaryEntry>& entries, const ReportOptions& options) {
  Json json = {{"schema", "dovetail.glossary/1"}, {"tool", {{"name", "dovetail"}, {"version", options.version}}}};
  Json list = Json::array();
  for (const auto& entry : entries) {
    const auto& unit = review.units[entry.unit];
    list.push_back({{"term", entry.term},
                    {"form", entry.form},
                    {"status", text_or_null(entry.status)},
                    {"document", unit.path},
                    {"document_id", text_or_null(unit.id)},
                    {"code", text_or_null(unit.code)},
                    {"label", text_or_null(entry.label)},
                    {"scope", entry.scope},
                    {"meaning", text_or_null(entry.meaning)},
                    {"was", text_or_null(entry.was)},
                    {"aliases", entry.aliases},
                    {"span", {{"begin", entry.place.span.begin}, {"end", entry.place.span.end}}},
                    {"uses", uses_json(review, entry.uses)},
                    {"uses_in_baseline", uses_json(review, entry.uses_were)}});
  }
  json["terms"] = std::move(list);
  return finished(json);
}

std::string where_defined(const Review& review, const GlossaryEntry& entry) {
  const auto name = id_or_path(review.units[entry.unit]);
  return entry.label.empty() || entry.label == '"' + entry.term + '"' ? name : name + " " + entry.label;
}

std::string users_of(const Review& review, const GlossaryEntry& entry) { return uses_line(review, entry.uses); }

}  // namespace dovetail
