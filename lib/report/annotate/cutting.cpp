// Walks from the outermost element inwards, as far as comments may stand (ECMA-376-1 17.13.4).
#include "report/annotate/cutting.h"

#include <array>
#include <vector>

#include "base/holds.h"

namespace dovetail::annotate {
namespace {

constexpr std::array<std::string_view, 14> holders{"document",  "body", "tbl", "tr",     "tc",        "sdt",      "sdtContent",
                                                   "customXml", "p",    "ins", "moveTo", "footnotes", "footnote", "endnotes"};
constexpr std::array<std::string_view, 2> cut_in_two{"ins", "moveTo"};

bool may_hold(std::string_view name) { return holds(holders, name) || name == "endnote"; }

/// The outermost element around `element` that is no holder of runs and comments, or `element` in its run; none outside a paragraph.
struct TextUnit {
  std::uint32_t element = Markup::none;
  bool text_of_run = false;  // it is a text element whose run may be cut
};

TextUnit unit_of(const Markup& part, std::uint32_t element) {
  std::vector<std::uint32_t> around;
  for (auto at = element; at != Markup::none; at = part[at].parent) around.push_back(at);
  bool in_paragraph = false;
  for (auto at = around.rbegin(); at != around.rend(); ++at) {
    const auto name = part.local(*at);
    if (may_hold(name)) {
      in_paragraph = in_paragraph || name == "p";
      continue;
    }
    if (!in_paragraph) return {};
    const bool direct = name == "r" && part[element].parent == *at && (part.local(element) == "t" || part.local(element) == "delText");
    return {direct ? element : *at, direct};
  }
  return {};
}

std::uint32_t before(const Markup& part, std::uint32_t element) {
  const auto previous = part[element].previous;
  return previous != Markup::none && part.local(previous) == "rPr" ? Markup::none : previous;
}

/// Whether what is written beside the children of an element must close it: runs, and what is cut in two.
bool closes(const Markup& part, std::uint32_t element) {
  return element != Markup::none && (part.local(element) == "r" || holds(cut_in_two, part.local(element)));
}

std::string end_tag(const Markup& part, std::uint32_t element) { return "</" + std::string(part.name(element)) + ">"; }

std::string start_again(const Markup& part, std::uint32_t element) {
  std::string tag(part.start_tag(element));
  if (part.local(element) == "r")
    if (const auto properties = part.child(element, "rPr"); properties != Markup::none) tag += part.whole(properties);
  return tag;
}

Cut finish(const Markup& part, Cut cut, std::uint32_t inside) {
  for (auto parent = inside; closes(part, parent); parent = part[parent].parent) {
    cut.close += end_tag(part, parent);
    cut.open.insert(0, start_again(part, parent));
  }
  return cut;
}

Cut beside(const Markup& part, std::uint32_t unit, bool behind) {
  while (closes(part, part[unit].parent) && (behind ? part[unit].next : before(part, unit)) == Markup::none) unit = part[unit].parent;
  return finish(part, {behind ? part[unit].end : part[unit].begin, {}, {}, Markup::none}, part[unit].parent);
}

constexpr std::string_view layout = "\r\n";

bool keeps_space(const Markup& part, std::uint32_t element) { return attribute_in(part.start_tag(element), "xml:space") == "preserve"; }

std::string text_again(const Markup& part, std::uint32_t element) {
  std::string tag(part.start_tag(element));
  if (!keeps_space(part, element)) tag.insert(1 + part.name(element).size(), " xml:space=\"preserve\"");
  return tag;
}

/// A line break in the file's own layout would become a blank if white space were kept.
bool has_layout(const Markup& part, std::uint32_t element) {
  return !keeps_space(part, element) && part.inside(element).find_first_of(layout) != std::string_view::npos;
}

std::optional<Cut> place(const Markup& part, std::uint32_t element, std::string_view characters, std::size_t offset, bool behind) {
  const auto unit = unit_of(part, element);
  if (unit.element == Markup::none) return std::nullopt;
  const bool at_edge = behind ? offset >= characters.size() : offset == 0;
  if (!unit.text_of_run || at_edge || has_layout(part, element)) return beside(part, unit.element, behind);
  const auto written = written_offset(part.inside(element), characters, offset);
  if (!written) return beside(part, unit.element, behind);
  Cut cut{part[element].open_end + *written, end_tag(part, element), text_again(part, element), element};
  return finish(part, std::move(cut), part[element].parent);
}

}  // namespace

std::optional<std::size_t> written_offset(std::string_view inside, std::string_view characters, std::size_t offset) {
  std::size_t at = 0, read = 0;
  for (const auto& character : characters_of(inside)) {
    const bool same = characters.substr(read, character.text.size()) == character.text;
    const bool as_space = character.text.find_first_of(layout) != std::string::npos && characters.substr(read, 1) == " ";
    if (read == offset && !character.text.empty() && (same || as_space)) {
      if (character.in_cdata) return std::nullopt;
      return at;
    }
    if (!character.text.empty() && (same || as_space)) read += as_space && !same ? 1 : character.text.size();
    at += character.bytes;
  }
  return std::nullopt;
}

std::optional<Cut> place_before(const Markup& part, std::uint32_t element, std::string_view characters, std::size_t offset) {
  return place(part, element, characters, offset, false);
}

std::optional<Cut> place_behind(const Markup& part, std::uint32_t element, std::string_view characters, std::size_t offset) {
  return place(part, element, characters, offset, true);
}

std::optional<Cut> place_behind_note(const Markup& part, std::uint32_t element, std::string_view characters, std::size_t offset) {
  const auto is_mark = [&](std::uint32_t run) {
    return run != Markup::none && (part.child(run, "footnoteReference") != Markup::none || part.child(run, "endnoteReference") != Markup::none);
  };
  const auto run = part[element].parent;
  if (is_mark(run)) return beside(part, unit_of(part, element).element == element ? run : unit_of(part, element).element, true);
  if (run == Markup::none || offset < characters.size() || !is_mark(part[run].next)) return place_behind(part, element, characters, offset);
  return unit_of(part, part[run].next).element == part[run].next ? std::optional(beside(part, part[run].next, true))
                                                                 : place_behind(part, element, characters, offset);
}

}  // namespace dovetail::annotate
