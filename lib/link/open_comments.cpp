// Comments of the log that are open.
#include "link/open_comments.h"

#include <algorithm>

#include "model/standing.h"
#include "text/ids.h"
#include "text/unicode.h"
#include "text/versions.h"

namespace dovetail {
namespace {

/// The comparison of a text with the earlier draft of that version; null where it is the text itself, or no such draft was read.
const Comparison* since_version(const Review& review, const Corpus& corpus, Id<Unit> text, std::string_view version) {
  for (const Comparison& comparison : corpus.companions) {
    const Input& input = review.inputs[comparison.before.value];
    if (comparison.after != text || comparison.as != ComparedAs::earlier || input.entry == nullptr) continue;
    const auto order = compare_versions(input.entry->history[input.history].version, version);
    if (order && *order == 0) return &comparison;
  }
  return nullptr;
}

/// What a provision of the earlier draft is called now; empty where it is gone.
std::string label_now(const Comparison& since, const std::string& label) {
  const std::string bare = label.substr(label.rfind(' ') + 1);  // "paragraph 3.1"
  const auto change = std::find_if(since.provisions.begin(), since.provisions.end(),
                                   [&](const ProvisionChange& c) { return c.before && (c.before_label == label || c.before_label == bare); });
  return change == since.provisions.end() || !change->after ? std::string() : change->after_label;
}

}  // namespace

OpenComments read_open_comments(const Review& review, const Corpus& corpus, NamedProvisions& names) {
  OpenComments open;
  for (const Unit& unit : review.units)
    for (const Record& record : unit.records) {
      if (record.kind != "comments" || !is_open_comment(record)) continue;
      const std::string id(record.field("comment_id"));
      for (const std::string& atom : split_values(record.field("atom_ids"))) open.atoms.try_emplace(atom, id);
      const std::string_view provision = record.field("provision");
      if (trim(provision).empty() || trim(record.field("code_doc")).empty()) continue;
      for (const Id<Unit> text : names.units(record.field("code_doc"), {})) {
        const Comparison* since = since_version(review, corpus, text, record.field("draft_version"));
        for (const std::string& label : names.labels(text, provision)) {
          const std::string now = since == nullptr ? label : label_now(*since, label);
          if (!now.empty() && names.find(text, View::proposed, now).found) open.places.try_emplace({review.units[text].document, now}, id);
        }
      }
    }
  return open;
}

}  // namespace dovetail
