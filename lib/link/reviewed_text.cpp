// The words that a reviewer saw.
#include "link/reviewed_text.h"

#include <algorithm>
#include <set>

#include "base/sha256.h"
#include "link/compared_lines.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::size_t shortest_hash = 4, longest_hash = 64;

std::string lines_of(const Review& review, Id<Unit> id, View view, Span lines) {
  const Unit& unit = review.units[id];
  const ComparedText text{review.documents[unit.document], unit, view};
  std::string out;
  const Projection& projection = unit.projection(view);
  for (auto line = lines.begin; line < lines.end && line < projection.lines.size(); ++line)
    if (text.document.paragraphs[projection.lines[line].paragraph].part == Part::body) out += raw_line(text, line).text + " ";
  return squeeze(out);
}

/// Without the number in front, however much of it is written there.
std::string without_number(const std::string& text, const Provision& provision, View view) {
  for (const std::string* number : {&provision.label[index(view)], &provision.number[index(view)]}) {
    if (number->empty() || !text.starts_with(*number)) continue;
    std::size_t at = number->size();
    while (at < text.size() && (text[at] == '.' || text[at] == ' ')) ++at;
    if (at == number->size() && at < text.size()) continue;  // "3.1" in front of "3.15"
    return text.substr(at);
  }
  return text;
}

}  // namespace

std::string bare_words(std::string_view text) {
  const std::string folded = fold(normalise(text));
  std::string bare;
  for (const Span word : dovetail::words(folded)) bare.append(slice(folded, word)).push_back(' ');
  return bare;
}

bool ReviewedText::is_hash(std::string_view cell) {
  const std::string_view hash = trim(cell);
  return hash.size() >= shortest_hash && hash.size() <= longest_hash &&
         std::all_of(hash.begin(), hash.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

std::string ReviewedText::words(Id<Unit> id, View view, Id<Provision> provision) const {
  if (!provision) return {};
  const Provision& p = review_.units[id].provisions[provision];
  return p.views.has(view) ? without_number(lines_of(review_, id, view, p.lines[index(view)]), p, view) : std::string();
}

std::vector<std::string> ReviewedText::forms(Id<Unit> id, View view, Id<Provision> provision) const {
  const Provision& p = review_.units[id].provisions[provision];
  if (!p.views.has(view)) return {};
  const Span own = p.lines[index(view)];
  std::vector<std::string> all;
  for (const Span lines : {own, Span{own.begin, own.begin + 1}, Span{own.begin, std::max(own.end, p.last_line[index(view)])}}) {
    all.push_back(lines_of(review_, id, view, lines));
    all.push_back(without_number(all.back(), p, view));
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

bool ReviewedText::fits(Id<Unit> id, View view, Id<Provision> provision, std::string_view hash) const {
  const std::string wanted = fold(trim(hash));
  const auto all = forms(id, view, provision);
  return std::any_of(all.begin(), all.end(), [&](const std::string& form) { return sha256_hex(form).starts_with(wanted); });
}

Id<Provision> ReviewedText::with_hash(Id<Unit> id, View view, std::string_view hash, const std::string& label) {
  const auto [place, fresh] = by_hash_.try_emplace({id, view});
  auto& known = place->second;
  const Unit& unit = review_.units[id];
  for (std::size_t n = 0; fresh && n < unit.provisions.size(); ++n) {
    const auto provision = Table<Provision>::id_at(n);
    if (unit.provisions[provision].not_used[index(view)]) continue;
    for (const std::string& form : forms(id, view, provision)) known.emplace(sha256_hex(form), provision);
  }
  const std::string wanted = fold(trim(hash));
  std::set<Id<Provision>> found, labelled;
  for (auto entry = known.lower_bound(wanted); entry != known.end() && entry->first.starts_with(wanted); ++entry) {
    found.insert(entry->second);
    if (unit.provisions[entry->second].label[index(view)] == label) labelled.insert(entry->second);
  }
  if (found.size() > 1) found.swap(labelled);
  return found.size() == 1 ? *found.begin() : Id<Provision>();
}

std::vector<ReviewedText::Then> ReviewedText::behind(Id<Unit> draft, std::string_view hash, const std::string& label) {
  std::vector<Then> all;
  const auto look_in = [&](Id<Unit> unit, View view) {
    if (const Id<Provision> then = with_hash(unit, view, hash, label)) all.push_back({unit, view, then});
  };
  look_in(draft, View::baseline);
  const Id<Document> document = review_.units[draft].document;
  for (std::uint32_t n = 0; n < review_.inputs.size(); ++n) {
    const Input& input = review_.inputs[n];
    const bool is_behind = (input.role == InputRole::baseline && input.baseline_of == document) ||
                           (input.role == InputRole::companion && input.companion_of == document);
    if (is_behind && review_.units[Id<Unit>(n)].has_body) look_in(Id<Unit>(n), View::proposed);
  }
  return all;
}

}  // namespace dovetail
