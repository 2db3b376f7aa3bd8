// Ids of atoms in a text: in its words, shown or hidden, in comments, in the names of content controls and bookmarks.
#include <set>

#include "link/evidence.h"
#include "model/locate.h"
#include "model/own_comment.h"
#include "text/ids.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// The ids of a text with ranges filled in: "BP901.010 to BP901.030" names those between too.
std::vector<IdInText> ids_with_ranges(std::string_view text) {
  static const Pattern between = Pattern::literal(R"(\s*(?:to|-|–|—|\.\.)\s*)");
  std::vector<IdInText> ids = ids_in_text(text), all;
  for (std::size_t n = 0; n < ids.size(); ++n) {
    all.push_back(ids[n]);
    if (n + 1 == ids.size() || ids[n].id.family != ids[n + 1].id.family) continue;
    const Span gap{ids[n].span.end, ids[n + 1].span.begin};
    if (!between.matches(slice(text, gap))) continue;
    for (const DesignId& id : ids_in_cell(ids[n].id.canonical + " to " + ids[n + 1].id.canonical))
      if (id.canonical != ids[n].id.canonical && id.canonical != ids[n + 1].id.canonical) all.push_back({ids[n].span, id});
  }
  return all;
}

/// Letters and digits alone: names in Word hold no dots and hyphens ("BP901_040").
std::string bare_id(std::string_view id) {
  std::string bare;
  for (const char c : fold(id))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) bare += c;
  return bare;
}

class Citations {
 public:
  Citations(const Review& review, const std::map<std::string, In<Item>>& atoms, const EvidenceText& text, EvidenceTable& table)
      : review_(review), atoms_(atoms), text_(text), table_(table), unit_(review.units[text.unit]), document_(review.documents[unit_.document]) {}

  void run() {
    in_body();
    for (const Comment& comment : document_.comments) {
      if (is_own(comment) || !is_there(comment.anchor)) continue;
      for (const IdInText& cited : ids_with_ranges(normalise(slice(document_.text, comment.span)))) cite(cited.id.canonical, comment.anchor);
    }
    if (document_.tags.empty() && document_.bookmarks.empty()) return;
    for (const auto& [id, in] : atoms_) {
      const auto [place, fresh] = by_bare_.try_emplace(bare_id(id), id);
      if (!fresh) place->second.clear();  // two ids that a name cannot tell apart
    }
    for (const Tag& tag : document_.tags)
      for (const std::string* name : {&tag.name, &tag.title}) in_name(*name, tag.span);
    for (const Bookmark& bookmark : document_.bookmarks) in_name(bookmark.name, bookmark.span);
  }

 private:
  void in_body() {
    const Projection& view = unit_.projection(text_.view);
    for (const IdInText& cited : ids_with_ranges(view.text)) {
      if (!atoms_.contains(cited.id.canonical)) continue;
      const auto line = line_at(view, cited.span.begin);
      const auto provision = line ? provision_of_line(unit_, text_.view, *line) : Id<Provision>();
      if (!provision || unit_.provisions[provision].not_used[index(text_.view)]) continue;
      add(cited.id.canonical, unit_.provisions[provision].label[index(text_.view)], view.to_source(cited.span));
    }
  }

  void in_name(const std::string& name, Span span) {
    if (name.empty() || !is_there(span)) return;
    for (const IdInText& cited : ids_in_text(normalise(name))) cite(cited.id.canonical, span);
    if (const auto known = by_bare_.find(bare_id(name)); known != by_bare_.end() && !known->second.empty()) cite(known->second, span);
  }

  /// Whether the view has some of the words.
  [[nodiscard]] bool is_there(Span span) const {
    const Projection& view = unit_.projection(text_.view);
    const auto from = view.from_source(span.begin);
    return from < view.text.size() && (span.empty() || from < view.from_source(span.end) || view.from_source(span.end) == from);
  }

  void cite(const std::string& atom, Span span) {
    if (!atoms_.contains(atom)) return;
    if (const std::string label = label_of_place(review_, text_, span.begin); !label.empty()) add(atom, label, span);
  }

  void add(const std::string& atom, const std::string& label, Span span) {
    if (told_.emplace(atom, label).second) table_[atom].push_back(found_at(review_, text_, label, span, Evidence::cited));
  }

  const Review& review_;
  const std::map<std::string, In<Item>>& atoms_;
  const EvidenceText& text_;
  EvidenceTable& table_;
  const Unit& unit_;
  const Document& document_;
  std::map<std::string, std::string> by_bare_;
  std::set<std::pair<std::string, std::string>> told_;
};

}  // namespace

void add_citations(const Review& review, const std::map<std::string, In<Item>>& atoms, const EvidenceText& text, EvidenceTable& table) {
  if (atoms.empty() || !review.units[text.unit].views[index(text.view)]) return;
  Citations(review, atoms, text, table).run();
}

}  // namespace dovetail
