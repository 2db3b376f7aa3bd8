// The defined terms of the documents shown, where the reading view's terms lead to.
#include <algorithm>

#include "report/html/elements.h"
#include "report/html/sections.h"
#include "report/wording.h"

namespace dovetail::html {
namespace {

std::string definition_of(const Review& review, In<Definition> in) {
  const auto& unit = review.units[in.unit];
  const auto& definition = unit.definitions[in.id];
  const auto view = definition.views.proposed ? View::proposed : View::baseline;
  const auto provision = definition.provision[index(view)];
  auto where = unit.id.empty() ? unit.path : unit.id;
  if (provision) where += " " + unit.provisions[provision].label[index(view)];
  return element("dd", definition.meaning.empty() ? "(no words)" : definition.meaning, "class=\"meaning\"") + "<dd><small>" +
         link(anchor_of(review, Place{unit.document, definition.span}), where) + "</small></dd>\n";
}

}  // namespace

std::string glossary_section(const Review& review, const Tally&) {
  std::vector<Id<Term>> terms;
  for (std::size_t n = 0; n < review.corpus.terms.size(); ++n)
    if (const auto id = Table<Term>::id_at(n); !review.corpus.terms[id].definitions.empty()) terms.push_back(id);
  if (terms.empty()) return {};
  std::stable_sort(terms.begin(), terms.end(), [&](Id<Term> a, Id<Term> b) { return review.corpus.terms[a].term < review.corpus.terms[b].term; });
  std::string out = "<dl class=\"glossary\">\n";
  for (const auto id : terms) {
    const auto& term = review.corpus.terms[id];
    out += "<div id=\"" + anchor_of(id) + "\"><dt>" + element("dfn", term.term) + " " +
           element("small", counted(term.uses[index(View::proposed)], "use")) + "</dt>\n";
    for (const auto& definition : term.definitions) out += definition_of(review, definition);
    out += "</div>\n";
  }
  return section("glossary", "Defined terms", out + "</dl>\n");
}

}  // namespace dovetail::html
