// From revised runs to changes as a reader sees them, and to the fate of each provision.
#include "link/marked_changes.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "base/parallel.h"
#include "link/sequence.h"
#include "link/words_diff.h"
#include "model/locate.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::uint32_t longest_redline = 400;  // words; longer ones help nobody

/// What hides or shows a run: its own revision, or that of its cell or row.
struct Marks {
  Id<Revision> inserted, deleted;
  [[nodiscard]] bool any() const { return inserted || deleted; }
};

class MarkFinder {
 public:
  MarkFinder(const Document& document, const Unit& unit) : document_(document), unit_(unit) {}

  std::vector<MarkedChange> find() {
    std::size_t n = 0;
    for (const Paragraph& paragraph : document_.paragraphs) {
      while (n < document_.runs.size() && run(n).span.end <= paragraph.span.begin) ++n;
      if (paragraph.part == Part::comment) continue;
      const Marks around = of_cell(paragraph.cell);
      for (std::size_t r = n; r < document_.runs.size() && run(r).span.begin < paragraph.span.end; ++r) take(run(r), around);
      if (paragraph.ends_story || paragraph.cell != last_cell_) close();
      last_cell_ = paragraph.cell;
    }
    close();
    return std::move(changes_);
  }

 private:
  [[nodiscard]] const Run& run(std::size_t n) const { return document_.runs[Table<Run>::id_at(n)]; }

  [[nodiscard]] Marks of_cell(Id<Cell> cell) const {
    if (!cell) return {};
    const Cell& c = document_.cells[cell];
    const Row& row = document_.rows[c.row];
    return {c.inserted ? c.inserted : row.inserted, c.deleted ? c.deleted : row.deleted};
  }

  void take(const Run& run, Marks marks) {
    if (run.inserted) marks.inserted = run.inserted;
    if (run.deleted) marks.deleted = run.deleted;
    const std::string_view text = slice(document_.text, run.span);
    if (!marks.any()) {
      if (open_ && run.kind != RunKind::paragraph_mark && text == " ") {  // a blank that no mark took along
        blank_ = true;
        return;
      }
      close();
      return;
    }
    if (!open_) {
      change_ = {};
      change_.span.begin = run.span.begin;
      open_ = true;
    }
    if (blank_) add(" ", {}, {});
    blank_ = false;
    change_.span.end = run.span.end;
    add(run.kind == RunKind::paragraph_mark ? std::string_view("\n") : text, marks, run.format);
  }

  void add(std::string_view text, Marks marks, Id<Format> format) {
    if (!marks.inserted) before_ += text;
    if (!marks.deleted) after_ += text;
    for (const auto revision : {marks.inserted, marks.deleted}) {
      if (!revision) continue;
      revisions_.insert(revision);
      const Change change = document_.revisions[revision].change;
      change_.moves = change_.moves || change == Change::moved_from || change == Change::moved_to;
    }
    if (!format || text == "\n" || trim(text).empty()) return;
    const Format& look = document_.formats[format];
    const auto key = std::tuple(look.bold, look.italic, look.capitals, look.vertical);
    if (marks.inserted && !marks.deleted) inserted_looks_.insert(key);
    if (marks.deleted && !marks.inserted) deleted_looks_.insert(key);
  }

  void close() {
    blank_ = false;
    if (!open_) return;
    open_ = false;
    change_.whole_paragraphs = before_.find('\n') != std::string::npos || after_.find('\n') != std::string::npos;
    change_.before = squeeze(normalise(before_));
    change_.after = squeeze(normalise(after_));
    change_.revisions.assign(revisions_.begin(), revisions_.end());
    change_.looks_differ = (!inserted_looks_.empty() && !deleted_looks_.empty() && inserted_looks_ != deleted_looks_) ||
                           std::count(before_.begin(), before_.end(), '\n') != std::count(after_.begin(), after_.end(), '\n');
    const bool shown = !change_.after.empty();
    change_.provision = provision_at(unit_, shown ? View::proposed : View::baseline, change_.span.begin);
    if (change_.provision) change_.label = unit_.provisions[change_.provision].label[shown ? 1 : 0];
    if (change_.provision && change_.label.empty()) change_.label = unit_.provisions[change_.provision].label[shown ? 0 : 1];
    count_words();
    before_.clear();
    after_.clear();
    revisions_.clear();
    inserted_looks_.clear();
    deleted_looks_.clear();
    changes_.push_back(std::move(change_));
    change_ = {};
  }

  void count_words() {
    const auto old = diff_tokens(change_.before), now = diff_tokens(change_.after);
    change_.before_words = static_cast<std::uint32_t>(old.size());
    change_.after_words = static_cast<std::uint32_t>(now.size());
    if (old.empty() || now.empty()) return;
    Numbering numbering;
    std::vector<std::uint32_t> a, b;
    for (const Span token : old) a.push_back(token_number(slice(change_.before, token), numbering));
    for (const Span token : now) b.push_back(token_number(slice(change_.after, token), numbering));
    const auto changes = words_diff(a, b);
    std::uint32_t differ = 0;
    for (const WordChange& change : changes) differ += std::max(change.before.size(), change.after.size());
    const std::uint32_t most = std::max(change_.before_words, change_.after_words);
    change_.common_words = most > differ ? most - differ : 0;
    if (most <= longest_redline && differ * 2 < most) change_.minimal = redline(old, now, changes);
  }

  [[nodiscard]] std::string redline(const std::vector<Span>& old, const std::vector<Span>& now, const std::vector<WordChange>& changes) const {
    std::string text;
    std::uint32_t at = 0;  // of the text after
    const auto piece = [&](const std::string& from, const std::vector<Span>& tokens, Span range) {
      return range.empty() ? std::string() : from.substr(tokens[range.begin].begin, tokens[range.end - 1].end - tokens[range.begin].begin);
    };
    const auto space = [&] {
      if (!text.empty() && text.back() != ' ') text += ' ';
    };
    for (const WordChange& change : changes) {
      if (change.after.begin > at) space(), text += piece(change_.after, now, {at, change.after.begin});
      space();
      if (!change.before.empty()) text += "{--" + piece(change_.before, old, change.before) + "--}";
      if (!change.after.empty()) text += "{++" + piece(change_.after, now, change.after) + "++}";
      at = change.after.end;
    }
    const auto end = static_cast<std::uint32_t>(now.size());
    if (at < end) space(), text += piece(change_.after, now, {at, end});
    return text;
  }

  const Document& document_;
  const Unit& unit_;
  std::vector<MarkedChange> changes_;
  MarkedChange change_;
  bool open_ = false, blank_ = false;
  Id<Cell> last_cell_;
  std::string before_, after_;
  std::set<Id<Revision>> revisions_;
  std::set<std::tuple<bool, bool, bool, VerticalAlign>> inserted_looks_, deleted_looks_;
};

std::vector<std::string> change_ids_in(const Document& document, const Revision& revision) {
  std::vector<std::string> ids;
  if (document.marking == nullptr) return ids;
  for (const std::string& expression : document.marking->change_ids) {
    const auto pattern = Pattern::compile(expression);
    if (!pattern) continue;
    for (const std::string* text : {&revision.author, &revision.says})
      for (auto match = pattern->find(*text); match; match = pattern->find(*text, std::max<std::size_t>(match->span.end, match->span.begin + 1)))
        if (at_word_edge(*text, match->span.begin) && at_word_edge(*text, match->span.end)) ids.emplace_back(slice(*text, match->span));
  }
  return ids;
}

class ProvisionSummary {
 public:
  ProvisionSummary(const Document& document, const Unit& unit, const std::vector<MarkedChange>& marks)
      : document_(document), unit_(unit), marks_(marks) {
    for (std::uint32_t n = 0; n < marks.size(); ++n)
      if (marks[n].provision) of_[marks[n].provision].push_back(n);
  }

  std::vector<DraftedProvision> all() {
    std::vector<DraftedProvision> provisions;
    for (std::size_t n = 0; n < unit_.provisions.size(); ++n) {
      DraftedProvision provision = judged(Table<Provision>::id_at(n));
      if (provision.fate != ProvisionFate::same) provisions.push_back(std::move(provision));
    }
    return provisions;
  }

 private:
  DraftedProvision judged(Id<Provision> id) {
    const Provision& p = unit_.provisions[id];
    DraftedProvision result;
    result.provision = id;
    result.before_label = p.label[0];
    result.after_label = p.label[1];
    result.heading = p.heading[p.views.proposed ? 1 : 0];
    const auto own = of_.find(id);
    if (own != of_.end()) result.marks = own->second;
    bool moves = false, real = false;
    for (const std::uint32_t n : result.marks) {
      moves = moves || marks_[n].moves;
      real = real || marks_[n].before != marks_[n].after;
      name_who(marks_[n], result);
    }
    if (p.views.proposed && !p.views.baseline) result.fate = moves ? ProvisionFate::moved : ProvisionFate::added;
    if (!p.views.proposed && p.views.baseline) result.fate = moves ? ProvisionFate::same : ProvisionFate::deleted;  // a move is told where it went
    if (p.views.proposed && p.views.baseline)
      result.fate = real                           ? ProvisionFate::changed
                    : p.label[0] != p.label[1]     ? ProvisionFate::renumbered
                    : p.heading[0] != p.heading[1] ? ProvisionFate::changed
                                                   : ProvisionFate::same;
    return result;
  }

  void name_who(const MarkedChange& mark, DraftedProvision& result) const {
    const auto add = [](std::vector<std::string>& names, const std::string& name) {
      const auto at = std::lower_bound(names.begin(), names.end(), name);
      if (!name.empty() && (at == names.end() || *at != name)) names.insert(at, name);
    };
    for (const auto id : mark.revisions) {
      const Revision& revision = document_.revisions[id];
      add(result.authors, revision.author.empty() ? revision.says : revision.author);
      for (const std::string& change : change_ids_in(document_, revision)) add(result.change_ids, change);
    }
  }

  const Document& document_;
  const Unit& unit_;
  const std::vector<MarkedChange>& marks_;
  std::map<Id<Provision>, std::vector<std::uint32_t>> of_;
};

}  // namespace

DraftChanges draft_changes(const Document& document, const Unit& unit, Id<Unit> id) {
  DraftChanges changes;
  changes.unit = id;
  if (!unit.has_changes) return changes;
  changes.marks = MarkFinder(document, unit).find();
  changes.provisions = ProvisionSummary(document, unit, changes.marks).all();
  return changes;
}

std::vector<DraftChanges> link_draft_changes(const Review& review, unsigned threads) {
  std::vector<DraftChanges> all;
  for (std::uint32_t n = 0; n < review.inputs.size(); ++n)
    if (review.inputs[n].role == InputRole::draft && review.units[Id<Unit>(n)].has_body) {
      all.emplace_back();
      all.back().unit = Id<Unit>(n);
    }
  parallel_for(all.size(), threads, [&](std::size_t n) {
    const Unit& unit = review.units[all[n].unit];
    all[n] = draft_changes(review.documents[unit.document], unit, all[n].unit);
  });
  return all;
}

}  // namespace dovetail
