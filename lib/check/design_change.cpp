// The family design: atoms that changed, and the changes that name them.
#include <algorithm>
#include <array>
#include <map>

#include "base/sha256.h"
#include "check/atom_finding.h"
#include "check/design.h"
#include "check/make_finding.h"
#include "text/ids.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// Fields that are about the row and not of the atom.
bool is_bookkeeping(std::string_view field) {
  static constexpr std::array names{"bp_version", "brs_version",    "opc_version", "version", "release",    "status",          "change_ref",
                                    "seq",        "text_hash_prev", "volume_note", "notes",   "owner_code", "requirement_ids", "bp_steps"};
  return std::find(names.begin(), names.end(), field) != names.end();
}

/// Letters and digits alone: what is left when case, spaces and punctuation do not count.
std::string bare(std::string_view text) {
  std::string out;
  for (const char c : fold_phrase(text))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0) out += c;
  return out;
}

bool is_decided(std::string_view status) {
  static constexpr std::array words{"approved", "closed",    "implemented", "accepted",  "agreed",
                                    "complete", "completed", "decided",     "baselined", "done"};
  return std::find(words.begin(), words.end(), fold_phrase(status)) != words.end();
}

enum class Cover { none, clarification, change };

class Changes {
 public:
  explicit Changes(const Review& review) : review_(review) {
    for (const Unit& unit : review.units)
      for (const Record& record : unit.records)
        if (record.kind == "changes" && !record.struck) add(record);
  }

  [[nodiscard]] bool read() const { return read_; }

  /// What the changes that name the atom clear, by its id or by the reference in its row; `why` says what a change lacks that does not count.
  [[nodiscard]] Cover of(const Item& item, std::string& why) const {
    Cover best = Cover::none;
    const auto consider = [&](const Record& record) {
      const std::string lack = lack_of(record);
      if (!lack.empty())
        why = std::string(record.field("change_id")) + " " + lack;
      else
        best = std::max(best, is_clarification(record) ? Cover::clarification : Cover::change);
    };
    const auto range = by_atom_.equal_range(item.id);
    for (auto at = range.first; at != range.second; ++at) consider(*at->second);
    for (const std::string& id : split_values(item.record.field("change_ref")))
      if (const auto found = by_id_.find(canonical_id(id).canonical); found != by_id_.end()) consider(*found->second);
    return best;
  }

 private:
  void add(const Record& record) {
    read_ = true;
    by_id_.emplace(canonical_id(record.field("change_id")).canonical, &record);
    for (const DesignId& id : ids_in_cell(record.field("atom_ids"))) by_atom_.emplace(id.canonical, &record);
  }

  static bool is_clarification(const Record& record) {
    const std::string kind = fold_phrase(record.field("kind"));
    return kind == "din" || kind.find("issue") != std::string::npos || kind.find("clarification") != std::string::npos;
  }

  [[nodiscard]] std::string lack_of(const Record& record) const {
    if (!is_decided(record.field("status"))) return "is not approved";
    const auto decided = record.field("decided_on");
    if (!review_.project.as_of.empty() && !decided.empty() && decided > std::string_view(review_.project.as_of))
      return "is decided after the day that is judged";
    if (trim(record.field("evidence")).empty() && !is_clarification(record)) return "has no evidence recorded";
    return {};
  }

  const Review& review_;
  bool read_ = false;
  std::map<std::string, const Record*> by_id_;
  std::multimap<std::string, const Record*> by_atom_;
};

class Uncontrolled {
 public:
  Uncontrolled(const Review& review, const Rule& rule, Checked& checked) : review_(review), rule_(rule), checked_(checked), changes_(review) {}

  void run() {
    for (std::uint32_t u = 0; u < review_.units.size(); ++u) {
      const Unit& unit = review_.units[Id<Unit>(u)];
      for (std::uint32_t i = 0; i < unit.items.size(); ++i) check_hash({Id<Unit>(u), Id<Item>(i)}, unit.items[Id<Item>(i)]);
      if (u < review_.inputs.size() && review_.inputs[u].role == InputRole::earlier_design)
        compare(review_.inputs[u].baseline_of.value, unit.earlier);
    }
    if (blocked_) checked_.blocked.push_back({rule_.id, "atoms of the design changed, and no change log was read"});
  }

 private:
  /// The artefact keeps a hash of the words that were agreed.
  void check_hash(In<Item> in, const Item& item) {
    std::string hash = fold_phrase(item.record.field("text_hash_prev"));
    if (item.record.struck || hash.size() < 4 || hash.find_first_not_of("0123456789abcdef") != std::string::npos) return;
    if (sha256_hex(squeeze(item.text)).starts_with(hash)) return;
    report(in, item, "its text is another than that of hash " + hash, false, {});
  }

  void compare(std::size_t now, const Table<Item>& earlier) {
    std::map<std::pair<std::string, std::string>, const Item*> before;
    for (const Item& item : earlier) before.try_emplace({item.kind, item.id}, &item);
    const Table<Item>& items = review_.units[Table<Unit>::id_at(now)].items;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      const Item& item = items[Id<Item>(i)];
      const auto old = before.find({item.kind, item.id});
      if (old == before.end() || item.record.struck) continue;
      compare({Table<Unit>::id_at(now), Id<Item>(i)}, *old->second, item);
    }
  }

  void compare(In<Item> in, const Item& old, const Item& item) {
    std::string what;
    bool cosmetic = true;
    for (const auto& [name, value] : item.record.fields) {
      const auto before = old.record.field(name);
      const bool has =
          std::any_of(old.record.fields.begin(), old.record.fields.end(), [&, wanted = name](const auto& f) { return f.first == wanted; });
      if (!has || is_bookkeeping(name) || squeeze(before) == squeeze(value)) continue;
      cosmetic = cosmetic && bare(before) == bare(value);
      what += (what.empty() ? "" : ", ") + name + " was \"" + std::string(before) + "\"";
    }
    if (!what.empty()) report(in, item, what, cosmetic, "since " + (old.version.empty() ? std::string("its baseline") : "version " + old.version));
  }

  void report(In<Item> in, const Item& item, const std::string& what, bool cosmetic, const std::string& since) {
    std::string why;
    const Cover cover = changes_.of(item, why);
    if (cover == Cover::change) return;
    if (!changes_.read()) {
      blocked_ = true;
      return;
    }
    Finding finding = atom_finding(review_, rule_, in);
    if (cosmetic)
      finding.severity = Severity::note;
    else if (cover == Cover::clarification)
      finding.severity = std::min(finding.severity, Severity::warning);
    std::string words = what + (since.empty() ? "" : " " + since);
    if (cover == Cover::clarification)
      words += ", and only a clarification names it";
    else
      words += why.empty() ? ", and no change names it" : ", and " + why;
    finding.key = finding.atom + " changed";
    finding.message = fill(rule_.message, {{"label", finding.label}, {"atom", finding.atom}, {"what", words}});
    checked_.findings.push_back(std::move(finding));
  }

  const Review& review_;
  const Rule& rule_;
  Checked& checked_;
  Changes changes_;
  bool blocked_ = false;
};

}  // namespace

void check_uncontrolled_change(const Review& review, const Rule& rule, Checked& checked) { Uncontrolled(review, rule, checked).run(); }

}  // namespace dovetail
