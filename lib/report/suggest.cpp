// Candidates for gaps, ranked by words.
#include "report/suggest.h"

#include <cstdio>

#include "report/escape.h"
#include "report/json_text.h"
#include "report/provision_text.h"
#include "report/wording.h"

namespace dovetail {
namespace {

std::string name_of_candidate(const Review& review, const Suggestion& suggestion) {
  const Unit& unit = review.units[suggestion.unit];
  if (!suggestion.provision) return unit.items[suggestion.item].id;
  return id_or_path(unit) + " " + unit.provisions[suggestion.provision].label[index(View::proposed)];
}

std::string words_of_candidate(const Review& review, const Suggestion& suggestion) {
  const Unit& unit = review.units[suggestion.unit];
  return suggestion.provision ? text_of(unit, suggestion.provision, View::proposed) : unit.items[suggestion.item].text;
}

std::string score_of(double score) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", score);
  return text;
}

std::string shortened(const std::string& text) {
  constexpr std::size_t longest = 100;
  const std::string line = terminal_safe(text);
  if (line.size() <= longest) return line;
  const auto cut = line.rfind(' ', longest);
  return line.substr(0, cut == std::string::npos ? longest : cut) + " …";
}

}  // namespace

std::string suggest_text(const Review& review, const std::vector<SuggestionList>& lists, const ReportOptions&) {
  if (lists.empty()) return "Nothing to suggest: no atom that is owed is without text, and no changed text without a link\n";
  std::string out;
  for (const auto& list : lists) {
    out += terminal_safe(list.asked + (list.code.empty() ? "" : " for " + list.code)) + ": " + shortened(list.text) + "\n";
    for (const auto& suggestion : list.best) {
      std::string shared;
      for (std::size_t n = 0; n < suggestion.shared.size() && n < 8; ++n) shared += (n == 0 ? "" : ", ") + suggestion.shared[n];
      out += "  " + score_of(suggestion.score) + "  " + terminal_safe(name_of_candidate(review, suggestion)) + ": " +
             shortened(words_of_candidate(review, suggestion)) + "\n        shares " + terminal_safe(shared) + "\n";
    }
    if (list.best.empty()) out += "  no text shares a word with it\n";
  }
  return out + "\nSuggestions by shared words, for a person to judge; none of them counts as coverage\n";
}

std::string suggest_json(const Review& review, const std::vector<SuggestionList>& lists, const ReportOptions& options) {
  Json json = {{"schema", "dovetail.suggest/1"}, {"tool", {{"name", "dovetail"}, {"version", options.version}}}};
  json["lists"] = Json::array();
  for (const auto& list : lists) {
    Json best = Json::array();
    for (const auto& suggestion : list.best) {
      const Unit& unit = review.units[suggestion.unit];
      const bool text = bool(suggestion.provision);
      best.push_back({{"document_id", text ? Json(id_or_path(unit)) : Json(nullptr)},
                      {"label", text ? Json(unit.provisions[suggestion.provision].label[index(View::proposed)]) : Json(nullptr)},
                      {"atom", text ? Json(nullptr) : Json(unit.items[suggestion.item].id)},
                      {"evidence", name_of(Evidence::similar)},
                      {"score", std::stod(score_of(suggestion.score))},
                      {"shared", suggestion.shared}});
    }
    json["lists"].push_back({{"for", list.asked}, {"code", text_or_null(list.code)}, {"candidates", std::move(best)}});
  }
  return finished(json);
}

}  // namespace dovetail
