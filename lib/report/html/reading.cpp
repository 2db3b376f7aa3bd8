// The reading view: a draft as its reader knows it, with changes shown and findings beside their words.
#include <algorithm>

#include "report/escape.h"
#include "report/html/inline_text.h"
#include "report/html/sections.h"
#include "report/html/story.h"
#include "report/wording.h"

namespace dovetail::html {
namespace {

std::string key_of_marks() {
  return "<p class=\"key\">In the text: <ins>inserted</ins>, <del>deleted</del>, <mark class=\"error\">to correct</mark>, "
         "<mark class=\"warning\">to check</mark>, <mark class=\"note\">noted</mark>; references and defined terms are links.</p>\n";
}

std::string document_of(const Review& review, Id<Unit> id, PageRoom& room) {
  const auto& unit = review.units[id];
  const bool draft = review.inputs[unit.document.value].role == InputRole::draft;
  const auto name = unit.id.empty() || unit.id == unit.path ? unit.path : unit.id + " (" + unit.path + ")";
  std::string out = "<details class=\"document\" id=\"" + anchor_of(unit.document) + "\"" + (draft ? " open" : "") + "><summary>" +
                    element("h3", name) + "</summary>\n";
  if (!unit.title.empty()) out += element("p", unit.title, "class=\"title\"") + "\n";
  return out + story_of(review, id, room) + "</details>\n";
}

}  // namespace

std::string reading_section(const Review& review, const Tally& tally) {
  std::string out;
  PageRoom room;
  for (const auto& counted : tally.documents)
    if (is_shown(review, review.units[counted.unit].document)) out += document_of(review, counted.unit, room);
  return out.empty() ? out : section("reading", "Reading view", key_of_marks() + out);
}

}  // namespace dovetail::html
