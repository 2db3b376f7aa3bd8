// data.obligation-differs: data items that the text requires and the specification makes optional, or the reverse.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/data.h"
#include "check/item_names.h"
#include "check/make_finding.h"
#include "check/timetable_join.h"
#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// What the specification says of one item in one interface: M, O or C; other letters are not judged.
struct Optionality {
  std::set<std::string> values;
  In<Item> source;
};

/// Items that a text requires or leaves open, within one message.
struct Demand {
  Span words;  // of the item's name, in the line
  std::string atom;
  bool required = true;
};

std::string letter_of(std::string_view words) {
  const std::string folded = fold_phrase(words);
  if (folded == "m" || folded == "mandatory" || folded == "required") return "M";
  if (folded == "o" || folded == "optional") return "O";
  return folded.empty() ? std::string() : "C";
}

class ObligationChecker {
 public:
  ObligationChecker(const Review& review, const Rule& rule, Checked& checked) : review_(review), rule_(rule), checked_(checked), names_(review) {
    read_specification();
    for (const Unit& unit : review.units)
      for (const Item& item : unit.items)
        if (item.kind == "data_item") names_of_[item.id] = item.text;
  }

  void check() {
    if (specified_.empty()) return checked_.blocked.push_back({rule_.id, "no specification says which data items a message must have"});
    for (std::uint32_t n = 0; n < review_.units.size() && n < review_.inputs.size(); ++n)
      if (review_.inputs[n].role == InputRole::draft && review_.units[Id<Unit>(n)].has_body) check_text(Id<Unit>(n));
  }

 private:
  void read_specification() {
    std::map<std::string, std::string> local;  // market message to interface
    for (const Unit& unit : review_.units)
      for (const Item& item : unit.items)
        if (item.kind == "message") local.emplace(id_key(item.id), id_key(item.record.field("local_catalogue_ref")));
    for (std::uint32_t n = 0; n < review_.units.size() && n < review_.inputs.size(); ++n) {
      if (review_.inputs[n].role != InputRole::design) continue;
      const Unit& unit = review_.units[Id<Unit>(n)];
      for (std::uint32_t i = 0; i < unit.items.size(); ++i) {
        const Item& item = unit.items[Id<Item>(i)];
        if ((item.kind != "interface_item" && item.kind != "collection") || item.record.struck) continue;
        std::string message = id_key(item.record.field(item.kind == "collection" ? "market_message_id" : "interface_id"));
        if (const auto at = local.find(message); at != local.end() && !at->second.empty()) message = at->second;
        const std::string letter = letter_of(item.record.field("optionality"));
        for (const std::string& id : split_values(item.record.field("data_item_id"))) {
          auto& known = specified_.try_emplace({message, id_key(id)}, Optionality{{}, {Id<Unit>(n), Id<Item>(i)}}).first->second;
          known.values.insert(letter);
        }
      }
    }
  }

  void check_text(Id<Unit> id) {
    const Unit& unit = review_.units[id];
    const Projection& text = unit.projection(View::proposed);
    const Document& document = review_.documents[unit.document];
    for (const Line& line : text.lines) {
      if (document.paragraphs[line.paragraph].part != Part::body) continue;
      const std::string_view words = slice(text.text, line.span);
      for (std::size_t at = 0; at < words.size();) {
        std::size_t end = words.find(". ", at);
        end = end == std::string_view::npos ? words.size() : end + 1;
        judge(id, line.span, words, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
        at = end;
      }
    }
  }

  // The message that a sentence is about: the one it names, or the one that the row it stands in carries; none where there are several.
  [[nodiscard]] std::string message_of(Id<Unit> id, Span source, std::string_view sentence) const {
    std::set<std::string> messages;
    const auto add = [&](std::string_view text) {
      for (const IdInText& found : ids_in_text(text))
        if (found.id.family == "interface" || found.id.family == "flow" || found.id.family == "message") messages.insert(id_key(found.id.canonical));
    };
    add(sentence);
    if (messages.empty())
      for (const TimetableRow& row : review_.units[id].timetable)
        if (row.views.proposed && (row.action.span.overlaps(source) || row.information.span.overlaps(source))) add(row.information.text);
    return messages.size() == 1 ? *messages.begin() : std::string();
  }

  void judge(Id<Unit> id, Span line, std::string_view text, Span sentence) {
    const std::string_view words = slice(text, sentence);
    const auto demands = demands_in(words);
    if (demands.empty()) return;
    const Span source = review_.units[id].projection(View::proposed).to_source({line.begin + sentence.begin, line.begin + sentence.end});
    const std::string message = message_of(id, source, words);
    if (message.empty()) return;
    for (const Demand& demand : demands) {
      const auto known = specified_.find({message, id_key(demand.atom)});
      if (known == specified_.end() || known->second.values.size() != 1) continue;  // where the sources differ, that is their finding
      const std::string& letter = *known->second.values.begin();
      if ((demand.required && letter != "O") || (!demand.required && letter != "M")) continue;
      const std::uint32_t base = line.begin + sentence.begin;
      report(id, {base + demand.words.begin, base + demand.words.end}, demand, known->second);
    }
  }

  // "shall include A, B and C", "may include A"; "A (optional)". A sentence with a condition demands nothing of its own.
  [[nodiscard]] std::vector<Demand> demands_in(std::string_view text) const {
    static const Pattern verb = Pattern::literal(
        "(?:(shall|must|will|is to|are to|is required to|are required to)|(may|need not|is not required to|are not required to)) (?:also |always )?"
        "(?:include|contain|provide|specify|state|carry|set out|give|populate)\\b");
    static const Pattern condition =
        Pattern::literal("(?:^|[^\\pL])(?:if|where|when|unless|except|as applicable|as appropriate|available|not)(?:$|[ ,;)])", true);
    static const Pattern remark = Pattern::literal("^ ?\\((mandatory|optional|required|M|O)\\)");
    std::vector<Demand> demands;
    const auto items = items_in(text);
    if (items.empty()) return demands;
    const auto found = verb.find(text);
    std::string head(text);
    const bool need_not = found && found->groups[1] && slice(text, *found->groups[1]).find("not") != std::string_view::npos;
    if (need_not) head.erase(found->groups[1]->begin, found->groups[1]->size());
    const bool conditional = condition.find(head).has_value();
    for (const auto& [span, atom] : items) {
      if (const auto said = remark.find(text.substr(span.end))) {
        demands.push_back({span, atom, letter_of(slice(text.substr(span.end), *said->groups[0])) == "M"});
      } else if (found && !conditional && span.begin > found->span.end) {
        demands.push_back({span, atom, found->groups[0].has_value()});
      }
    }
    return demands;
  }

  [[nodiscard]] std::vector<std::pair<Span, std::string>> items_in(std::string_view text) const {
    std::vector<std::pair<Span, std::string>> found;
    for (const NamedItem& named : names_.find(text))
      found.emplace_back(named.span, review_.units[named.name->item.unit].items[named.name->item.id].id);
    for (const IdInText& id : ids_in_text(text))
      if (id.id.family == "data_item") found.emplace_back(id.span, id.id.canonical);
    return found;
  }

  void report(Id<Unit> id, Span in_text, const Demand& demand, const Optionality& known) {
    const Unit& unit = review_.units[id];
    const Span source = unit.projection(View::proposed).to_source(in_text);
    // The whole paragraph must have stood before, since the verb may be what changed.
    const auto line = line_at(unit.projection(View::proposed), in_text.begin);
    const Span paragraph = unit.projection(View::proposed).to_source(unit.projection(View::proposed).lines[*line].span);
    const bool before = words_in_view(review_, id, paragraph, View::baseline) == words_in_view(review_, id, paragraph, View::proposed);
    const Unit& design = review_.units[known.source.unit];
    const Item& item = design.items[known.source.id];
    const std::string& name = names_of_.contains(demand.atom) ? names_of_.at(demand.atom) : demand.atom;
    Finding finding = make_finding(review_, rule_, id, source, {before, true});
    finding.message = fill(rule_.message, {{"label", finding.label},
                                           {"name", name},
                                           {"text", demand.required ? "requires" : "leaves open"},
                                           {"design", demand.required ? "optional" : "mandatory"},
                                           {"source", item.artefact.empty() ? document_name(design) : item.artefact}});
    finding.atom = demand.atom;
    finding.key = demand.atom;
    finding.notes.push_back({{design.document, item.record.span}, item.id, name + " is " + (demand.required ? "optional" : "mandatory") + " here"});
    checked_.findings.push_back(std::move(finding));
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  ItemNames names_;
  std::map<std::pair<std::string, std::string>, Optionality> specified_;  // by message and item
  std::map<std::string, std::string> names_of_;
};

}  // namespace

void check_data_obligation(const Review& review, const Rule& rule, Checked& checked) { ObligationChecker(review, rule, checked).check(); }

}  // namespace dovetail
