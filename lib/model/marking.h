// What a drafter's colours, strikes and brackets mean: a file of rules/marking as a plain struct.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"

namespace dovetail {

/// status: part of both texts, its look says how far it has got. topic: the same, says what it is about. note: inserted for the drafters alone.
enum class MarkMeaning : std::uint8_t { inserted, deleted, status, topic, note };

/// A colour of a scheme: any colour but the automatic one and black, a hue ("red" is every red), or one exact value.
struct MarkColour {
  enum class Kind : std::uint8_t { any, hue, exact };
  Kind kind = Kind::any;
  std::string hue;          // as hue_of names it
  std::uint32_t value = 0;  // 0xRRGGBB
};

/// One look, and what it means. Every part that is given must fit; a part that is left out fits anything.
struct Mark {
  MarkMeaning means = MarkMeaning::inserted;
  std::optional<MarkColour> colour, highlight, shading;
  std::optional<Underline> underline;
  std::optional<bool> strike;  // single or double
  bool brackets = false;       // the whole of the text in square brackets
  std::string says;            // what a person is told: the topic area, the consultation
};

struct MarkingScheme {
  std::string name;  // the file's name: "mhhs"
  std::string title;
  std::vector<Mark> marks;              // the first that fits counts
  bool mixed = false;                   // tracked changes and manual marks may stand in one document
  bool deletions_shown = true;          // else what is gone is simply not there
  std::vector<std::string> authors;     // RE2 expressions of authors, matched whole; empty: any
  std::vector<std::string> change_ids;  // RE2 expressions of modifications ("P[0-9]{3}"), in authors and in what marks say
};

/// The hue of a colour, in plain words: black, grey, white, red, orange, yellow, green, blue, purple; empty for the automatic colour.
std::string hue_of(std::uint32_t colour);
/// The colour that Word calls by a highlight's name ("yellow", "darkBlue"); none for other words.
std::optional<std::uint32_t> colour_of_highlight(const std::string& name);

}  // namespace dovetail
