// What two texts have not in common: a draft's baseline view and the baseline it names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/redline.h"
#include "model/unit.h"

namespace dovetail {

/// inserted, deleted: whole lines. changed: words inside a line. moved: the same lines elsewhere. split, joined: only a paragraph mark differs.
enum class DifferenceKind : std::uint8_t { inserted, deleted, changed, moved, split, joined };

/// One difference between a text before and a text after.
struct Difference {
  DifferenceKind kind = DifferenceKind::changed;
  bool cosmetic = false;                          // quotes, spaces or dashes that print the same
  Span before, after;                             // the words, in either Document::text; empty at the point where the other text has more
  std::string before_words, after_words;          // as either view shows them, squeezed
  std::string before_context;                     // changed: the words before, with some that follow them
  std::uint32_t before_line = 0, after_line = 0;  // of the projections; of a deleted line: the line after which it is gone, if any
};

/// What the text before is to the draft: the baseline it names, the text in force now, the other file of one draft (clean or redlined), an earlier
/// version of it, another draft of the same text.
enum class ComparedAs : std::uint8_t { baseline, live, twin, earlier, in_flight };

/// What became of a provision. cosmetic: other quotes, spaces, dashes or case of its heading. renumbered: only its number is another.
enum class ProvisionFate : std::uint8_t { same, renumbered, cosmetic, changed, moved, added, deleted };
inline constexpr std::size_t provision_fate_count = 7;
std::string_view name_of(ProvisionFate fate);

/// One provision of two texts. Both ids are none for text that stands in no provision (front matter, notes, running heads).
struct ProvisionChange {
  ProvisionFate fate = ProvisionFate::same;
  Id<Provision> before, after;
  std::string before_label, after_label;  // empty where it is not in that text
  std::string heading;
  std::string before_text, after_text;     // its own lines, squeezed; without the provisions below it
  bool moved = false;                      // whatever else became of it
  std::vector<std::uint32_t> differences;  // indexes into the differences of the comparison
  Span before_span, after_span;            // its own lines, in either Document::text
  std::vector<RedlinePiece> redline;       // where it was asked for (compare)
  std::vector<std::string> terms;          // that it uses and whose definition changed (compare --since)
};

struct Comparison {
  Id<Unit> before, after;
  View before_view = View::proposed, after_view = View::baseline;
  std::vector<Difference> differences;                         // in order of the text after
  std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;  // the line before and the line after that are one, sorted; of the projections
  ComparedAs as = ComparedAs::baseline;
  std::vector<ProvisionChange> provisions;                          // all, in order of the text after, deleted ones where they stood
  std::vector<std::pair<Id<Provision>, Id<Provision>>> renumbered;  // same provision, other automatic number: before, after
};

/// Deleted and inserted words of a draft that stand together: one change as its reader sees it.
struct MarkedChange {
  Span span;                            // in Document::text
  std::string before, after;            // the words as either view has them, squeezed; empty for none
  Id<Provision> provision;              // as the proposed view has it, else the baseline view
  std::string label;                    // of that provision
  std::vector<Id<Revision>> revisions;  // sorted
  bool moves = false;                   // half of a move
  bool whole_paragraphs = false;        // a paragraph mark is among what is inserted or deleted
  bool looks_differ = false;            // bold, italic, capitals, height or the count of paragraphs differ between what is deleted and inserted
  std::uint32_t before_words = 0, after_words = 0, common_words = 0;
  std::string minimal;  // for words that replace words: the redline of only those that differ, as {--x--}{++y++}
};

/// What a draft does to one provision, by its marks.
struct DraftedProvision {
  ProvisionFate fate = ProvisionFate::same;
  Id<Provision> provision;
  std::string before_label, after_label, heading;
  std::vector<std::string> authors, change_ids;  // sorted
  std::vector<std::uint32_t> marks;              // indexes into Draft::marks
};

struct DraftChanges {
  Id<Unit> unit;
  std::vector<MarkedChange> marks;           // in order of the text
  std::vector<DraftedProvision> provisions;  // those with another fate than same; of the proposed text, deleted ones where they stood
};

/// What happened to a provision of the baseline in the live text and in the draft. alike: both made the same change.
enum class ThreeWayState : std::uint8_t { live_only, draft_only, alike, conflict };
std::string_view name_of(ThreeWayState state);

struct ThreeWayRow {
  ThreeWayState state = ThreeWayState::live_only;
  std::string baseline_label, live_label, draft_label, heading;
  std::string baseline_text, live_text, draft_text;
  Span baseline_span, live_span, draft_span;  // empty where that text has it not: the point where it would stand
  bool numbers_only = false;                  // the live text has only renumbered it
  std::string live_change;                    // as the horizon log names it: "HS-901 (P901)"
};

/// Baseline, live and draft laid side by side, provision by provision; those that neither changed are left out.
struct ThreeWay {
  Id<Unit> baseline, live, draft;
  View baseline_view = View::proposed;  // the draft's own baseline view where no baseline was read
  std::vector<ThreeWayRow> rows;        // in order of the draft
};

/// How two drafts of one text collide.
enum class CollisionKind : std::uint8_t { same_provision, same_words, same_number, same_term };

struct Collision {
  CollisionKind kind = CollisionKind::same_provision;
  Id<Unit> first, second;        // first: a draft that is judged
  Span first_span, second_span;  // in either Document::text
  std::string label;             // of the provision, or the new number, or the term
  std::string first_words, second_words;
};

}  // namespace dovetail
