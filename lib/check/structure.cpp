// Numbers are compared as the reader sees them, within what they are counted in.
#include "check/structure.h"

#include <map>
#include <tuple>
#include <unordered_map>

#include "check/make_finding.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

using Counted = std::tuple<ProvisionKind, Id<Provision>, std::uint32_t, std::string>;  // kind, what it is counted in, list, label

struct CountedHash {
  std::size_t operator()(const Counted& counted) const {
    const auto& [kind, in, list, label] = counted;
    return std::hash<std::string>()(label) ^ (std::size_t{in.value} << 32U) ^ (std::size_t{list} << 8U) ^ static_cast<std::size_t>(kind);
  }
};

Counted counted_in(const Provision& provision, View view) {
  const auto v = index(view);
  switch (provision.kind) {
    case ProvisionKind::item:
      return {provision.kind, provision.parent[v], provision.list[v], provision.number[v]};
    case ProvisionKind::division:
      return {provision.kind, provision.parent[v], 0, fold(provision.label[v])};
    default:
      return {provision.kind, provision.scope[v], 0, provision.label[v]};
  }
}

/// A heading without the page number that a contents page puts behind it.
std::string bare_heading(std::string_view heading) {
  auto folded = fold_phrase(heading);
  const auto last = folded.find_last_not_of("0123456789");
  if (last != std::string::npos && last + 1 < folded.size() && folded[last] == ' ') folded.resize(last);
  return folded;
}

/// A list of headings before the text (a contents page that is not marked as one) says each number once more.
bool is_contents_of(const Unit& unit, const Provision& first, const Provision& second, View view) {
  const auto v = index(view);
  const auto& heading = first.heading[v];
  return !heading.empty() && bare_heading(heading) == bare_heading(second.heading[v]) && first.lines[v].size() == 1 &&
         first.last_line[v] <= second.lines[v].begin && unit.provisions.size() > 0;
}

/// Which automatic list a provision is numbered by in a view; none where its number is typed.
std::int32_t list_of(const Document& document, const Provision& provision, View view) {
  if (!provision.automatic || !provision.paragraph) return -1;
  const auto format = document.paragraphs[provision.paragraph].format[index(view)];
  return format ? document.paragraph_formats[format].list : -1;
}

bool is_lone_figure(const std::string& label) {
  return !label.empty() && label.size() <= 3 && label.find_first_not_of("0123456789") == std::string::npos;
}

/// The lone figure that comes behind a provision in what it is counted in; empty for none.
std::string next_figure(const Unit& unit, Id<Provision> after, View view) {
  const auto v = index(view);
  const auto& here = unit.provisions[after];
  for (auto n = after.value + 1; n < unit.provisions.size(); ++n) {
    const auto& other = unit.provisions[Id<Provision>(n)];
    if (other.views.has(view) && !other.quoted && other.kind == here.kind && other.scope[v] == here.scope[v] && is_lone_figure(other.label[v]))
      return other.label[v];
  }
  return {};
}

/// Plain lists "1. 2. 3." inside a text begin at 1 again: what they repeat is no provision's number. Follows the numbers in reading order.
class PlainLists {
 public:
  /// Whether this undotted number, which is there already, goes on with a list that began again at 1. "1, 1, 3" begins none: the second is a 2.
  bool continues(const Unit& unit, Id<Provision> provision, View view) {
    const auto& label = unit.provisions[provision].label[index(view)];
    if (!is_lone_figure(label)) return false;
    const int value = std::stoi(label);
    const bool begins = value == 1 && next_figure(unit, provision, view) != "3";
    next_ = begins || value == next_ ? value + 1 : 0;
    return next_ != 0;
  }

 private:
  int next_ = 0;
};

/// The second and the first of every pair in one view.
std::map<Id<Provision>, Id<Provision>> duplicates(const Document& document, const Unit& unit, View view) {
  PlainLists lists;
  std::unordered_map<Counted, Id<Provision>, CountedHash> first;
  first.reserve(unit.provisions.size());
  std::map<Id<Provision>, Id<Provision>> pairs;
  for (std::size_t i = 0; i < unit.provisions.size(); ++i) {
    const auto id = Table<Provision>::id_at(i);
    const auto& provision = unit.provisions[id];
    if (!provision.views.has(view) || provision.kind == ProvisionKind::entry || provision.quoted) continue;
    const auto [at, fresh] = first.try_emplace(counted_in(provision, view), id);
    if (fresh) continue;
    if (is_contents_of(unit, unit.provisions[at->second], provision, view))
      at->second = id;
    else if (lists.continues(unit, id, view))
      continue;
    else if (list_of(document, provision, view) == list_of(document, unit.provisions[at->second], view) ||
             provision.label[index(view)].find('.') != std::string::npos)
      pairs[id] = at->second;
  }
  return pairs;
}

}  // namespace

void check_duplicate_number(const Review& review, const Rule& rule, Checked& checked) {
  for (std::size_t u = 0; u < review.corpus.references.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    const auto& unit = review.units[id];
    if (review.inputs[u].role != InputRole::draft || !unit.has_body || unit.lost.numbers) continue;
    const auto& document = review.documents[unit.document];
    const auto now = duplicates(document, unit, View::proposed);
    const auto before = unit.has_changes ? duplicates(document, unit, View::baseline) : now;
    for (const auto& [second, first] : now) {
      const auto& provision = unit.provisions[second];
      auto finding = make_finding(review, rule, id, provision.span, {before.contains(second), true});
      finding.label = provision.label[index(View::proposed)];
      finding.text = provision.number[index(View::proposed)];
      finding.message = fill(rule.message, {{"label", finding.label}, {"document", document_name(unit)}, {"number", finding.label}});
      finding.key = finding.label;
      finding.notes.push_back({{unit.document, unit.provisions[first].span}, finding.label, "the first one"});
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
