// Walks content.xml and writes both texts of it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "read/builder.h"
#include "read/odt/lists.h"
#include "read/odt/styles.h"

namespace dovetail::odt {

class Writer {
 public:
  Writer(DocumentBuilder& builder, const XmlPart& part, const Styles& styles)
      : builder_(builder), document_(builder.document()), part_(part), styles_(styles), lists_(styles) {}

  /// Writes all below `top`, then the notes, annotations and text boxes met there. `part` is the story that its paragraphs belong to.
  void write(pugi::xml_node top, Part story);

 private:
  struct Region {
    pugi::xml_node deleted;  // its content; null for insertions
    Id<Revision> insertion, deletion, formatting;
    std::uint32_t begin = 0;  // of a change of formatting that is open
  };
  struct Outside {
    pugi::xml_node element;
    Format format;
    std::uint32_t begin = 0;
    bool in_paragraph = false;
  };
  struct OpenTable {
    bool begun = false;
    std::uint32_t column = 0;
    std::map<std::uint32_t, std::int64_t> reach;  // column to rows that a merged cell still covers
  };
  struct Later {
    pugi::xml_node element;
    Part part = Part::footnote;
    std::size_t index = 0;  // of the note or comment
  };

  void walk(pugi::xml_node top);
  bool enter(pugi::xml_node element);
  bool enter_text(pugi::xml_node element, std::string_view local);
  bool enter_inline(pugi::xml_node element, std::string_view local);
  bool enter_table(pugi::xml_node element, std::string_view local);
  void leave();
  void leave_table(pugi::xml_node element, std::string_view local);

  void read_changes(pugi::xml_node tracked);
  void meet_change(pugi::xml_node element, std::string_view local);
  void put_back(const Region& region);
  [[nodiscard]] std::vector<pugi::xml_node> blocks_of(pugi::xml_node deleted, bool inside) const;
  [[nodiscard]] bool is_paragraph(pugi::xml_node element) const;
  [[nodiscard]] bool is_first_of_item(pugi::xml_node paragraph) const;
  void find_revised();

  void begin_paragraph(pugi::xml_node element);
  void end_paragraph(pugi::xml_node element);
  void write_words(std::string_view words);
  void put(std::string_view words);
  void repeat(std::string_view words, std::int64_t times);
  void write_note(pugi::xml_node note);
  void write_annotation(pugi::xml_node annotation);
  void write_bookmark(pugi::xml_node element, std::string_view local);
  void write_field(pugi::xml_node element, std::uint32_t begin);
  void write_later();

  DocumentBuilder& builder_;
  Document& document_;
  const XmlPart& part_;
  const Styles& styles_;
  Lists lists_;
  std::map<std::string, Region, std::less<>> regions_;
  std::vector<std::string> inserting_;  // regions that are open
  std::vector<Id<Revision>> deleting_;  // regions that are being put back
  std::vector<Outside> outside_;
  std::vector<OpenTable> tables_;
  std::vector<Later> later_;
  std::map<std::string, std::uint32_t, std::less<>> bookmarks_;  // open ones: where they begin
  std::map<std::string, std::size_t, std::less<>> annotations_;  // by name: index of the comment
  Format format_;
  Revised revised_;
  Part story_ = Part::body;
  std::uint32_t paragraph_number_ = 0;
  bool at_start_ = true, in_paragraph_ = false, header_rows_ = false;
};

}  // namespace dovetail::odt
