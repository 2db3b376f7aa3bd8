// Fields whose result Word counts and does not store: AUTONUM, AUTONUMLGL, AUTONUMOUT, LISTNUM; and the chosen entry of FORMDROPDOWN.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ooxml/xml.h"

namespace dovetail::docx {

/// Whether a field's kind numbers its paragraph.
bool is_automatic_number(std::string_view kind);

/// Counts the paragraphs of one view that begin with an AUTONUM field, in order (ECMA-376-1 17.16.5.4 to 17.16.5.6).
class AutomaticNumbers {
 public:
  /// The number of the next such paragraph. `outline` is its heading level from 0, 9 for body text: it counts one level below the last heading.
  std::string next(std::string_view instruction, int outline);

 private:
  std::array<std::int64_t, 10> values_{};
  int heading_ = -1;
};

/// Counts LISTNUM fields of Word's own lists, NumberDefault, OutlineDefault and LegalDefault (17.16.5.32).
class ListNumbers {
 public:
  /// The number of the next field; nothing where it names another list or does not say its level (Word then goes by the paragraph's own list).
  std::optional<std::string> next(std::string_view instruction);

 private:
  std::map<std::string, std::array<std::int64_t, 9>> values_;
};

/// The entry that a form's list shows (17.16.9): the chosen one, else the default, else the first. `begin` is the w:fldChar with its w:ffData.
std::string chosen_entry(const XmlPart& part, pugi::xml_node begin);

}  // namespace dovetail::docx
