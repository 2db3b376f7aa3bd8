// The defined terms, where the reading view's terms lead to: what each means, for whom, and who uses it.
#include <map>

#include "report/escape.h"
#include "report/glossary.h"
#include "report/html/elements.h"
#include "report/html/sections.h"

namespace dovetail::html {
namespace {

// The term that a definition at that place defines.
std::map<Place, Id<Term>> terms_by_place(const Review& review) {
  std::map<Place, Id<Term>> terms;
  for (std::size_t n = 0; n < review.corpus.terms.size(); ++n)
    for (const auto& in : review.corpus.terms[Table<Term>::id_at(n)].definitions) {
      const auto& unit = review.units[in.unit];
      terms.emplace(Place{unit.document, unit.definitions[in.id].span}, Table<Term>::id_at(n));
    }
  return terms;
}

std::string definition_of(const Review& review, const GlossaryEntry& entry) {
  std::string out = element("dd", entry.meaning.empty() ? "(no words)" : entry.meaning, "class=\"meaning\"");
  if (!entry.was.empty()) out += "<dd>" + element("del", entry.was) + "</dd>";
  out += "<dd><small>" + link(anchor_of(review, entry.place), where_defined(review, entry)) + html_safe(" · holds for " + entry.scope);
  if (entry.form != "definition") out += html_safe(" · " + entry.form);
  if (!entry.status.empty()) out += " · " + element("strong", entry.status + " in this draft");
  for (const auto& alias : entry.aliases) out += html_safe(" · also " + alias);
  const auto users = users_of(review, entry);
  return out + html_safe(users.empty() ? " · not used" : " · used in " + users) + "</small></dd>\n";
}

}  // namespace

std::string glossary_section(const Review& review, const Tally&) {
  const auto terms = terms_by_place(review);
  std::map<Id<Term>, std::string> definitions;
  std::vector<std::pair<Id<Term>, std::string>> order;  // first met first: the entries are sorted
  for (const auto& entry : glossary_of(review)) {
    const auto found = terms.find(entry.place);
    if (found == terms.end()) continue;
    auto& text = definitions[found->second];
    if (text.empty()) order.emplace_back(found->second, entry.term);
    text += definition_of(review, entry);
  }
  if (order.empty()) return {};
  std::string out = "<dl class=\"glossary\">\n";
  for (const auto& [id, term] : order)
    out += "<div id=\"" + anchor_of(id) + "\"><dt>" + element("dfn", term) + "</dt>\n" + definitions[id] + "</div>\n";
  return section("glossary", "Defined terms", out + "</dl>\n");
}

}  // namespace dovetail::html
