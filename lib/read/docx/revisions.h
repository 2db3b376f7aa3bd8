// Tracked changes (ECMA-376-1 17.13.5): who, when, and which two belong together.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "ooxml/xml.h"
#include "read/docx/text_writer.h"

namespace dovetail::docx {

class Revisions {
 public:
  explicit Revisions(Document& document) : document_(document) {}

  /// A new revision with the author and date of an element; moves take the name of the move range they stand in.
  Id<Revision> add(const XmlPart& part, pugi::xml_node node, Change change);
  /// The revisions that w:ins, w:del, w:moveFrom or w:moveTo among the children of a property element state, over those of `around`.
  Revised of_mark(const XmlPart& part, pugi::xml_node properties, Revised around);

  /// w:moveFromRangeStart and its kin: until its end, moves have this name (17.13.5.24).
  void begin_move(const XmlPart& part, pugi::xml_node node);
  void end_move(const XmlPart& part, pugi::xml_node node);
  /// Joins the halves of moves by name; once, when all is read.
  void pair_moves();

 private:
  struct OpenMove {
    std::string id, name;
    Change change;
  };
  Document& document_;
  std::vector<OpenMove> open_;
};

}  // namespace dovetail::docx
