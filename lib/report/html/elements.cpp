// The small pieces that every section of the HTML report is made of.
#include "report/html/elements.h"

#include <algorithm>

#include "report/escape.h"
#include "report/tally.h"

namespace dovetail::html {

std::string element(std::string_view tag, std::string_view text, std::string_view attributes) {
  std::string out = "<";
  out += tag;
  if (!attributes.empty()) out.append(" ").append(attributes);
  out += ">";
  out += html_safe(text);
  out.append("</").append(tag).append(">");
  return out;
}

std::string figure(std::size_t value) { return element("td", std::to_string(value), "class=\"figure\""); }

std::string heads(std::initializer_list<std::string_view> names) {
  std::string out = "<thead><tr>";
  for (const auto name : names) out += element("th", name, "scope=\"col\"");
  return out + "</tr></thead>\n";
}

std::string link(const std::string& anchor, std::string_view text, std::string_view attributes) {
  if (anchor.empty()) return html_safe(text);
  std::string all = "href=\"#" + anchor + "\"";
  if (!attributes.empty()) all.append(" ").append(attributes);
  return element("a", text, all);
}

std::string section(std::string_view id, std::string_view title, const std::string& content) {
  const std::string name(id);
  return "<section aria-labelledby=\"" + name + "\">" + element("h2", title, "id=\"" + name + "\"") + "\n" + content + "</section>\n";
}

std::string scrolling(std::string_view label, const std::string& table) {
  return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + html_safe(label) + "\">" + table + "</div>\n";
}

void Stretches::add(std::string_view piece, std::size_t lines) {
  constexpr std::size_t longest = 100;
  open_ += piece;
  lines_ += lines;
  if (lines_ >= longest) end_stretch();
}

void Stretches::end_stretch() {
  if (open_.empty()) return;
  const bool at_once = room_.lines > 0;
  room_.lines -= std::min(room_.lines, lines_);
  out_ += "<div class=\"stretch\" style=\"--lines:" + std::to_string(lines_) + "\">" + (at_once ? open_ : "<noscript>" + open_ + "</noscript>") +
          "</div>\n";
  open_.clear();
  lines_ = 0;
}

std::string Stretches::finish() {
  end_stretch();
  return std::move(out_);
}

std::string anchor_of(Id<Document> document) { return "d" + std::to_string(document.value); }

std::string anchor_of(Id<Document> document, Id<Paragraph> paragraph) {
  return "p" + std::to_string(document.value) + "-" + std::to_string(paragraph.value);
}

std::string anchor_of(Id<Term> term) { return "t" + std::to_string(term.value); }

std::string anchor_in_list(const Finding& finding) { return "f-" + finding.fingerprint; }
std::string anchor_in_text(const Finding& finding) { return "m-" + finding.fingerprint; }

bool is_shown(const Review& review, Id<Document> document) {
  return is_listed(review.inputs[document.value]) && !review.documents[document].paragraphs.empty();
}

std::string anchor_of(const Review& review, In<Provision> provision) {
  const auto& unit = review.units[provision.unit];
  if (!is_shown(review, unit.document)) return {};
  return anchor_of(unit.document, unit.provisions[provision.id].paragraph);
}

std::string anchor_of(const Review& review, Place place) {
  if (!place.document || !is_shown(review, place.document)) return {};
  const auto paragraph = paragraph_at(review.documents[place.document], place.span.begin);
  return paragraph ? anchor_of(place.document, paragraph) : std::string();
}

}  // namespace dovetail::html
