// Which provisions of one baseline two drafts change, and whether they change the same words.
#include "link/collisions.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/parallel.h"
#include "link/alignment.h"
#include "link/marked_changes.h"
#include "link/provision_changes.h"
#include "model/locate.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// One change of a draft, in words of the baseline: bytes of a line; an insertion is a point.
struct Edit {
  std::uint32_t begin = 0, end = 0;  // in the line
  const MarkedChange* mark = nullptr;
};

/// The edits of a draft by line of its baseline view.
using Edits = std::map<std::uint32_t, std::vector<Edit>>;

Edits edits_of(const Unit& unit, const DraftChanges& changes) {
  Edits edits;
  const Projection& baseline = unit.projection(View::baseline);
  for (const MarkedChange& mark : changes.marks) {
    if (mark.before == mark.after) continue;
    const std::uint32_t begin = baseline.from_source(mark.span.begin), end = baseline.from_source(mark.span.end);
    for (std::uint32_t at = begin;;) {
      const auto line = line_at(baseline, at);
      if (!line) break;
      const Span span = baseline.lines[*line].span;
      edits[*line].push_back({std::min(at, span.end) - span.begin, std::min(end, span.end) - span.begin, &mark});
      at = span.end + 1;
      if (at >= end) break;
    }
  }
  return edits;
}

bool overlap(const Edit& a, const Edit& b) {
  if (a.begin == a.end && b.begin == b.end) return a.begin == b.begin;
  return a.begin < b.end && b.begin < a.end;
}

bool alike(const Edit& a, const Edit& b) {
  return a.begin == b.begin && a.end == b.end && a.mark->before == b.mark->before && a.mark->after == b.mark->after;
}

class PairOfDrafts {
 public:
  PairOfDrafts(const Review& review, Id<Unit> first, Id<Unit> second)
      : first_(first),
        second_(second),
        one_(review.units[first]),
        other_(review.units[second]),
        one_document_(review.documents[one_.document]),
        other_document_(review.documents[other_.document]),
        one_changes_(draft_changes(one_document_, one_, first)),
        other_changes_(draft_changes(other_document_, other_, second)) {}

  std::vector<Collision> find() {
    same_places();
    same_numbers();
    same_terms();
    std::vector<Collision> worst;
    for (auto& [key, collision] : found_) worst.push_back(std::move(collision));
    std::stable_sort(worst.begin(), worst.end(), [](const Collision& x, const Collision& y) { return x.first_span < y.first_span; });
    return worst;
  }

 private:
  void add(const std::string& key, Collision collision) {
    const auto [known, fresh] = found_.try_emplace(key, collision);
    if (!fresh && known->second.kind < collision.kind) known->second = std::move(collision);
  }

  void same_places() {
    const ComparedText one{one_document_, one_, View::baseline}, other{other_document_, other_, View::baseline};
    const Aligned aligned = align_texts(one, other);
    const ProvisionPairs pairs(one, other, aligned);
    Edits mine = edits_of(one_, one_changes_), theirs = edits_of(other_, other_changes_);
    drop_alike(aligned, mine, theirs);
    std::map<Id<Provision>, std::vector<const Edit*>> by_provision;  // of the other
    for (const auto& [line, edits] : theirs)
      for (const Edit& edit : edits) by_provision[pairs.after_owner(line)].push_back(&edit);
    for (const auto& [line, edits] : mine) {
      const auto partner = line < aligned.partner.size() ? aligned.partner[line] : std::nullopt;
      const auto there = partner ? theirs.find(*partner) : theirs.end();
      const auto provision = pairs.before_owner(line);
      for (const Edit& edit : edits) {
        if (there != theirs.end())
          for (const Edit& their : there->second)
            if (overlap(edit, their)) add_places(CollisionKind::same_words, provision, edit, their);
        const auto in_provision = provision ? by_provision.find(pairs.after_of(provision)) : by_provision.end();
        if (in_provision != by_provision.end() && in_provision->first)
          add_places(CollisionKind::same_provision, provision, edit, *in_provision->second.front());
      }
    }
  }

  // What both make alike, and paragraphs that either puts in, are no collision of words.
  void drop_alike(const Aligned& aligned, Edits& mine, Edits& theirs) const {
    for (auto& [line, edits] : mine) {
      const auto partner = line < aligned.partner.size() ? aligned.partner[line] : std::nullopt;
      const auto there = partner ? theirs.find(*partner) : theirs.end();
      if (there == theirs.end()) continue;
      std::vector<Edit>& others = there->second;
      std::erase_if(edits, [&](const Edit& edit) {
        const auto same = std::find_if(others.begin(), others.end(), [&](const Edit& other) { return alike(edit, other); });
        if (same == others.end()) return false;
        others.erase(same);
        return true;
      });
    }
    for (auto& [line, edits] : mine)
      std::erase_if(edits, [&](const Edit& edit) { return is_new_paragraph(one_, one_document_, one_changes_, edit); });
    for (auto& [line, edits] : theirs)
      std::erase_if(edits, [&](const Edit& edit) { return is_new_paragraph(other_, other_document_, other_changes_, edit); });
  }

  // Two paragraphs put in at one point stand one after the other; the same number is another matter. The words of one may begin with the mark of the
  // paragraph before.
  static bool is_new_paragraph(const Unit& unit, const Document& document, const DraftChanges& changes, const Edit& edit) {
    if (edit.begin != edit.end) return false;
    auto first = edit.mark->span.begin;
    while (first < edit.mark->span.end && static_cast<unsigned char>(document.text[first]) <= ' ') ++first;
    return std::any_of(changes.provisions.begin(), changes.provisions.end(), [&](const DraftedProvision& drafted) {
      const Provision& provision = unit.provisions[drafted.provision];
      return drafted.fate == ProvisionFate::added && !provision.views.baseline && provision.span.begin <= first && first < provision.span.end;
    });
  }

  void add_places(CollisionKind kind, Id<Provision> provision, const Edit& edit, const Edit& their) {
    Collision collision{kind, first_, second_, edit.mark->span, their.mark->span, {}, told(*edit.mark), told(*their.mark)};
    if (provision) collision.label = one_.provisions[provision].label[0];
    add("provision " + std::to_string(provision.value), std::move(collision));
  }

  static std::string told(const MarkedChange& mark) {
    if (mark.after.empty()) return "takes out \"" + mark.before + "\"";
    return mark.before.empty() ? "inserts \"" + mark.after + "\"" : "puts \"" + mark.after + "\" for \"" + mark.before + "\"";
  }

  static std::string words_of(const Unit& unit, Id<Provision> id) {
    const Projection& projection = unit.projection(View::proposed);
    std::string words;
    const Span lines = unit.provisions[id].lines[1];
    for (std::uint32_t n = lines.begin; n < lines.end && n < projection.lines.size(); ++n)
      words += (words.empty() ? "" : " ") + squeeze(slice(projection.text, projection.lines[n].span));
    return words;
  }

  // Two new provisions of one number.
  void same_numbers() {
    std::map<std::string, Id<Provision>> theirs;
    for (const DraftedProvision& p : other_changes_.provisions)
      if (p.fate == ProvisionFate::added && !other_.provisions[p.provision].automatic)
        theirs.emplace(full_label(other_, p.provision, View::proposed), p.provision);
    for (const DraftedProvision& p : one_changes_.provisions) {
      if (p.fate != ProvisionFate::added) continue;
      const std::string label = full_label(one_, p.provision, View::proposed);
      const auto there = theirs.find(label);
      if (there == theirs.end()) continue;
      const std::string mine = words_of(one_, p.provision), others = words_of(other_, there->second);
      if (mine == others) continue;
      add("number " + label, {CollisionKind::same_number, first_, second_, one_.provisions[p.provision].span, other_.provisions[there->second].span,
                              p.after_label, mine, others});
    }
  }

  // One term, newly defined or changed by both, in two ways.
  void same_terms() {
    std::map<std::string, const Definition*> theirs;
    for (const Definition& definition : other_.definitions)
      if (is_touched(definition, other_changes_)) theirs.emplace(definition.folded, &definition);
    for (const Definition& definition : one_.definitions) {
      const auto there = theirs.find(definition.folded);
      if (there == theirs.end() || !is_touched(definition, one_changes_) || definition.meaning == there->second->meaning) continue;
      add("term " + definition.folded, {CollisionKind::same_term, first_, second_, definition.span, there->second->span, definition.term,
                                        definition.meaning, there->second->meaning});
    }
  }

  static bool is_touched(const Definition& definition, const DraftChanges& changes) {
    if (!definition.views.proposed) return false;
    if (!definition.views.baseline) return true;
    return std::any_of(changes.marks.begin(), changes.marks.end(), [&](const MarkedChange& mark) { return mark.span.overlaps(definition.body); });
  }

  Id<Unit> first_, second_;
  const Unit &one_, &other_;
  const Document &one_document_, &other_document_;
  DraftChanges one_changes_, other_changes_;
  std::map<std::string, Collision> found_;
};

bool is_draft_text(const Review& review, std::uint32_t n) {
  const Unit& unit = review.units[Id<Unit>(n)];
  return unit.has_body && unit.has_changes && !unit.lost.text && !unit.lost.layout && !unit.lost.marks;
}

}  // namespace

std::vector<Collision> find_collisions(const Review& review, unsigned threads) {
  std::vector<std::pair<Id<Unit>, Id<Unit>>> pairs;
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n) {
    const Input& input = review.inputs[n];
    if (!is_draft_text(review, n)) continue;
    if (input.companion_of && input.companion_as == ComparedAs::in_flight && is_draft_text(review, input.companion_of.value))
      pairs.emplace_back(Id<Unit>(input.companion_of.value), Id<Unit>(n));
    if (input.role != InputRole::draft || review.units[Id<Unit>(n)].id.empty()) continue;
    for (std::uint32_t m = n + 1; m < review.inputs.size(); ++m) {
      const Unit &one = review.units[Id<Unit>(n)], &other = review.units[Id<Unit>(m)];
      if (review.inputs[m].role == InputRole::draft && is_draft_text(review, m) && fold_phrase(one.id) == fold_phrase(other.id) &&
          one.code == other.code)
        pairs.emplace_back(Id<Unit>(n), Id<Unit>(m));
    }
  }
  std::vector<std::vector<Collision>> each(pairs.size());
  parallel_for(pairs.size(), threads, [&](std::size_t n) { each[n] = PairOfDrafts(review, pairs[n].first, pairs[n].second).find(); });
  std::vector<Collision> all;
  for (auto& some : each) std::move(some.begin(), some.end(), std::back_inserter(all));
  return all;
}

}  // namespace dovetail
