// Which provisions a register means: "XBSCP901" and "3.1.4; 2.1(b) to (d)".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "link/documents.h"
#include "link/provisions.h"
#include "model/review.h"

namespace dovetail {

/// Finds provisions by document and label. What was asked once is remembered.
class NamedProvisions {
 public:
  NamedProvisions(const Review& review, const DocumentIndex& documents);

  /// The texts that are cited as themselves, in the order of the inputs.
  [[nodiscard]] const std::vector<Id<Unit>>& texts() const { return texts_; }

  /// The texts that a register means by a document's name: those of the code it names, or of any where it names none.
  const std::vector<Id<Unit>>& units(std::string_view document, const std::string& code);

  /// The labels of a cell: "3.1.4; 3.1.5", "2.1(b) and 2.2", "3.1.1 to 3.1.4". A text that is a label as a whole is one; a blank cell is one blank.
  std::vector<std::string> labels(Id<Unit> unit, std::string_view cell);

  /// What a label names in a view: the row of a timetable, else provisions. In the document itself first; then with its keyword left out, or in the
  /// division it names ("Appendix 1, 2.3").
  struct Spot {
    std::vector<Id<Provision>> provisions;
    Span span;  // in Document::text
    bool found = false;
  };
  Spot find(Id<Unit> unit, View view, const std::string& label);

  /// Whether the numbers of a text were read, so that a label that is not there is not there.
  bool has_numbers(Id<Unit> unit);

 private:
  struct Index {
    LabelIndex labels;
    std::map<std::string, const TimetableRow*, std::less<>> rows;
  };
  const Index& index_of(Id<Unit> unit, View view);
  std::vector<Id<Provision>> places(Id<Unit> unit, View view, const std::string& label);
  void add_label(Id<Unit> unit, std::string_view text, std::vector<std::string>& found);
  bool add_range(Id<Unit> unit, const std::string& text, std::vector<std::string>& found);

  const Review& review_;
  const DocumentIndex& documents_;
  std::vector<Id<Unit>> texts_;
  std::map<std::string, std::vector<Id<Unit>>> by_name_;
  std::map<std::pair<std::string, std::string>, std::vector<Id<Unit>>> asked_;
  std::map<std::pair<Id<Unit>, View>, Index> indexes_;
};

/// Whether a text is a number that a provision can bear, with words in front or not; "Table 3" and "General" are not.
bool is_provision_label(std::string_view text);

/// How a target names the document of a unit: its id, else its path.
std::string document_id(const Unit& unit);

/// The code that a name means, by the project's list ("X-BSC" → "XBSC"); the name itself where the list has it not.
std::string code_named(const Project& project, std::string_view name);

}  // namespace dovetail
