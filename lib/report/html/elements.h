// The small pieces that every section of the HTML report is made of. Every text of an input goes through them; there is no other way into the page.
#pragma once

#include <string>
#include <string_view>

#include "model/review.h"

namespace dovetail::html {

/// `<tag attributes>text</tag>`; the text is made safe, the attributes are written as they are (make input in them safe with html_safe).
std::string element(std::string_view tag, std::string_view text, std::string_view attributes = {});

/// A table cell with a figure.
std::string figure(std::size_t value);

/// A row of column heads.
std::string heads(std::initializer_list<std::string_view> names);

/// `<a href="#anchor">text</a>`; the text alone where the anchor is empty.
std::string link(const std::string& anchor, std::string_view text, std::string_view attributes = {});

/// The words of `text` from `open` on, in a section with a heading that the navigation can go to.
std::string section(std::string_view id, std::string_view title, const std::string& content);

/// A table in a box of its own that scrolls sideways, also by keyboard.
std::string scrolling(std::string_view label, const std::string& table);

/// How many lines of its long lists a page has at once; all others come in stretches (see Stretches).
struct PageRoom {
  std::size_t lines = 200;
};

/// A list that may be long, put together piece by piece. What is beyond the room of the page stands in <noscript>: a browser that runs the script
/// reads it as text, and makes elements of a stretch when it comes into view, when a link or a search wants it, or when there is nothing else to do.
class Stretches {
 public:
  explicit Stretches(PageRoom& room) : room_(room) {}
  /// `lines`: about how many lines the piece takes on the page.
  void add(std::string_view piece, std::size_t lines = 1);
  std::string finish();

 private:
  void end_stretch();

  PageRoom& room_;
  std::string out_, open_;
  std::size_t lines_ = 0;
};

// Where things stand on the page: the id of their element.

/// A document in the reading view.
std::string anchor_of(Id<Document> document);
/// A paragraph in the reading view.
std::string anchor_of(Id<Document> document, Id<Paragraph> paragraph);
/// A defined term in the glossary.
std::string anchor_of(Id<Term> term);
/// A finding in the list of findings, and beside its words in the reading view.
std::string anchor_in_list(const Finding& finding);
std::string anchor_in_text(const Finding& finding);

/// Whether the reading view shows that document: a draft, or live text that stands for itself, with text of its own.
bool is_shown(const Review& review, Id<Document> document);

/// The anchor of the paragraph that a provision begins with; empty where its document is not shown.
std::string anchor_of(const Review& review, In<Provision> provision);

/// The anchor of the paragraph that holds a place; empty where the reading view does not show it.
std::string anchor_of(const Review& review, Place place);

}  // namespace dovetail::html
