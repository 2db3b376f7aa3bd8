// The table of elements. A name that is missing here is unknown: its text is kept and it is counted for the person who reads the findings.
#include "read/docx/elements.h"

#include <array>

namespace dovetail::docx {
namespace {

struct Row {
  Space space;
  std::string_view local;
  Element element;
};

constexpr auto word = Space::word;
constexpr auto math = Space::math;
constexpr auto ignored = Element::ignored;
constexpr auto wrapper = Element::wrapper;

constexpr Row rows[] = {
    // Blocks (ECMA-376-1 17.3.1, 17.4)
    {word, "p", Element::paragraph},
    {word, "pPr", Element::paragraph_properties},
    {word, "tbl", Element::table},
    {word, "tr", Element::row},
    {word, "trPr", Element::row_properties},
    {word, "tc", Element::cell},
    {word, "tcPr", Element::cell_properties},
    {word, "sectPr", Element::section},
    {word, "tblPr", Element::table_properties},
    {word, "altChunk", Element::alternative_chunk},
    {word, "subDoc", Element::alternative_chunk},
    {word, "tblPrEx", Element::table_properties},
    {word, "tblGrid", Element::table_properties},
    // Runs (17.3.2, 17.3.3)
    {word, "r", Element::run},
    {word, "rPr", Element::run_properties},
    {word, "t", Element::text},
    {word, "delText", Element::deleted_text},
    {word, "instrText", Element::instruction},
    {word, "delInstrText", Element::instruction},
    {word, "tab", Element::tab},
    {word, "ptab", Element::tab},
    {word, "br", Element::line_break},
    {word, "cr", Element::carriage_return},
    {word, "noBreakHyphen", Element::no_break_hyphen},
    {word, "softHyphen", Element::soft_hyphen},
    {word, "sym", Element::symbol},
    {word, "fldChar", Element::field_character},
    {word, "fldSimple", Element::simple_field},
    {word, "footnoteReference", Element::footnote_reference},
    {word, "endnoteReference", Element::endnote_reference},
    {word, "commentReference", Element::comment_reference},
    {word, "drawing", Element::drawing},
    {word, "pict", Element::drawing},
    {word, "object", Element::drawing},
    {word, "rt", Element::ruby_text},
    // Wrappers with a meaning (17.13.5, 17.16.22, 17.5)
    {word, "ins", Element::inserted},
    {word, "del", Element::deleted},
    {word, "moveFrom", Element::moved_from},
    {word, "moveTo", Element::moved_to},
    {word, "hyperlink", Element::hyperlink},
    {word, "sdt", Element::content_control},
    {word, "sdtPr", Element::content_control_properties},
    {word, "customXml", Element::custom_xml},
    {word, "smartTag", Element::custom_xml},
    {Space::compatibility, "AlternateContent", Element::alternate_content},
    {Space::compatibility, "Choice", Element::choice},
    {Space::compatibility, "Fallback", Element::fallback},
    {word, "txbxContent", Element::text_box},
    // Points and ranges (17.13)
    {word, "bookmarkStart", Element::bookmark_start},
    {word, "bookmarkEnd", Element::bookmark_end},
    {word, "commentRangeStart", Element::comment_start},
    {word, "commentRangeEnd", Element::comment_end},
    {word, "moveFromRangeStart", Element::moved_from_start},
    {word, "moveFromRangeEnd", Element::moved_from_end},
    {word, "moveToRangeStart", Element::moved_to_start},
    {word, "moveToRangeEnd", Element::moved_to_end},
    {word, "customXmlInsRangeStart", Element::custom_inserted_start},
    {word, "customXmlInsRangeEnd", Element::custom_inserted_end},
    {word, "customXmlDelRangeStart", Element::custom_deleted_start},
    {word, "customXmlDelRangeEnd", Element::custom_deleted_end},
    {word, "customXmlMoveFromRangeStart", Element::custom_moved_from_start},
    {word, "customXmlMoveFromRangeEnd", Element::custom_deleted_end},
    {word, "customXmlMoveToRangeStart", Element::custom_moved_to_start},
    {word, "customXmlMoveToRangeEnd", Element::custom_inserted_end},
    // Equations (22.1): what stands between the pieces of text
    {math, "r", Element::math_run},
    {math, "t", Element::math_text},
    {math, "f", Element::fraction},
    {math, "num", Element::fraction_numerator},
    {math, "d", Element::delimiters},
    {math, "nary", Element::operation},
    {math, "e", Element::math_element},
    // Text inside drawings that is not a word processing text box (21.1.2, and WordArt of VML)
    {Space::drawing, "p", Element::drawing_paragraph},
    {Space::drawing, "t", Element::drawing_text},
    {Space::drawing, "br", Element::drawing_break},
    {Space::drawing, "tab", Element::drawing_tab},
    {Space::vml, "textpath", Element::word_art},
    // Properties that this reader uses (17.3.1, 17.3.2)
    {word, "pStyle", Element::style_of_paragraph},
    {word, "rStyle", Element::style_of_run},
    {word, "numPr", Element::numbering},
    {word, "framePr", Element::frame},
    {word, "outlineLvl", Element::outline_level},
    {word, "ind", Element::indent},
    {word, "shd", Element::shading},
    {word, "pPrChange", Element::paragraph_change},
    {word, "rPrChange", Element::run_change},
    {word, "b", Element::bold},
    {word, "i", Element::italic},
    {word, "strike", Element::strike},
    {word, "dstrike", Element::double_strike},
    {word, "vanish", Element::hidden},
    {word, "caps", Element::capitals},
    {word, "smallCaps", Element::small_capitals},
    {word, "color", Element::colour},
    {word, "highlight", Element::highlight},
    {word, "u", Element::underline},
    {word, "vertAlign", Element::vertical_align},

    // Wrappers without one: only their content matters
    {word, "document", wrapper},
    {word, "body", wrapper},
    {word, "hdr", wrapper},
    {word, "ftr", wrapper},
    {word, "footnote", wrapper},
    {word, "endnote", wrapper},
    {word, "comment", wrapper},
    {word, "sdtContent", wrapper},
    {word, "dir", wrapper},
    {word, "bdo", wrapper},
    {word, "ruby", wrapper},
    {word, "rubyBase", wrapper},
    {word, "glossaryDocument", wrapper},
    {word, "docPartBody", wrapper},
    {math, "oMath", wrapper},
    {math, "oMathPara", wrapper},
    {math, "acc", wrapper},
    {math, "bar", wrapper},
    {math, "box", wrapper},
    {math, "borderBox", wrapper},
    {math, "eqArr", wrapper},
    {math, "func", wrapper},
    {math, "fName", wrapper},
    {math, "groupChr", wrapper},
    {math, "lim", wrapper},
    {math, "limLow", wrapper},
    {math, "limUpp", wrapper},
    {math, "m", wrapper},
    {math, "mr", wrapper},
    {math, "phant", wrapper},
    {math, "rad", wrapper},
    {math, "deg", wrapper},
    {math, "sPre", wrapper},
    {math, "sSub", wrapper},
    {math, "sSubSup", wrapper},
    {math, "sSup", wrapper},
    {math, "sub", wrapper},
    {math, "sup", wrapper},
    {math, "den", wrapper},

    {Space::drawing, "r", wrapper},
    {Space::drawing, "fld", wrapper},

    // Ignored: marks that a program left for itself, without text
    {word, "proofErr", ignored},
    {word, "lastRenderedPageBreak", ignored},
    {word, "permStart", ignored},
    {word, "permEnd", ignored},
    // Ignored: the mark of a note or comment inside its own text, which is a mark and no text; the rules above notes
    {word, "footnoteRef", ignored},
    {word, "endnoteRef", ignored},
    {word, "annotationRef", ignored},
    {word, "separator", ignored},
    {word, "continuationSeparator", ignored},
    // Ignored: values that the showing program computes (page number, date parts), obsolete
    {word, "pgNum", ignored},
    {word, "dayShort", ignored},
    {word, "monthShort", ignored},
    {word, "yearShort", ignored},
    {word, "dayLong", ignored},
    {word, "monthLong", ignored},
    {word, "yearLong", ignored},
    // Ignored: a picture of the page, forms data, where an embedded control stands
    {word, "background", ignored},
    {word, "ffData", ignored},
    {word, "fldData", ignored},
    {word, "control", ignored},
    {word, "contentPart", ignored},
    {word, "docPartPr", ignored},
    // Ignored: properties of wrappers, without text
    {word, "sdtEndPr", ignored},
    {word, "smartTagPr", ignored},
    {word, "customXmlPr", ignored},
    {word, "rubyPr", ignored},
    {word, "numberingChange", ignored},
    {word, "cellIns", ignored},
    {word, "cellDel", ignored},
    {word, "cellMerge", ignored},
    {math, "rPr", ignored},
    {math, "argPr", ignored},
    {math, "ctrlPr", ignored},
    {math, "oMathParaPr", ignored},
    {math, "accPr", ignored},
    {math, "barPr", ignored},
    {math, "boxPr", ignored},
    {math, "borderBoxPr", ignored},
    {math, "dPr", ignored},
    {math, "eqArrPr", ignored},
    {math, "fPr", ignored},
    {math, "funcPr", ignored},
    {math, "groupChrPr", ignored},
    {math, "limLowPr", ignored},
    {math, "limUppPr", ignored},
    {math, "mPr", ignored},
    {math, "naryPr", ignored},
    {math, "phantPr", ignored},
    {math, "radPr", ignored},
    {math, "sPrePr", ignored},
    {math, "sSubPr", ignored},
    {math, "sSubSupPr", ignored},
    {math, "sSupPr", ignored},
    {Space::drawing, "pPr", ignored},
    {Space::drawing, "rPr", ignored},
    {Space::drawing, "endParaRPr", ignored},
    // Ignored: conflict marks of shared editing, which wrap nothing
    {Space::word2010, "conflictIns", wrapper},
    {Space::word2010, "conflictDel", wrapper},
    {Space::word2010, "customXmlConflictInsRangeStart", ignored},
    {Space::word2010, "customXmlConflictInsRangeEnd", ignored},
    {Space::word2010, "customXmlConflictDelRangeStart", ignored},
    {Space::word2010, "customXmlConflictDelRangeEnd", ignored},
};

constexpr std::size_t slots = 1024;  // several times the number of rows, a power of two

constexpr std::uint32_t hash_step(std::uint32_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * 16777619U; }
constexpr std::uint32_t hash_begin = 2166136261U;
constexpr std::size_t slot_of(std::uint32_t hash) { return (hash ^ (hash >> 15)) & (slots - 1); }

constexpr std::array<std::int16_t, slots> make_index() {
  std::array<std::int16_t, slots> index{};
  for (auto& entry : index) entry = -1;
  std::int16_t number = 0;
  for (const auto& row : rows) {
    std::uint32_t hash = hash_begin;
    for (const char c : row.local) hash = hash_step(hash, c);
    std::size_t slot = slot_of(hash);
    while (index[slot] >= 0) slot = (slot + 1) & (slots - 1);
    index[slot] = number++;
  }
  return index;
}

constexpr auto by_hash = make_index();

}  // namespace

Element element_of(const XmlPart& part, pugi::xml_node node) {
  const char* const name = node.name();
  const char* local = name;
  std::uint32_t hash = hash_begin;
  const char* c = name;
  for (; *c != '\0'; ++c) {
    if (*c == ':') {
      hash = hash_begin;
      local = c + 1;
    } else {
      hash = hash_step(hash, *c);
    }
  }
  const std::string_view wanted(local, static_cast<std::size_t>(c - local));
  Space space = Space::none;
  bool resolved = false;
  for (std::size_t slot = slot_of(hash); by_hash[slot] >= 0; slot = (slot + 1) & (slots - 1)) {
    const Row& row = rows[by_hash[slot]];
    if (row.local != wanted) continue;
    if (!resolved) {
      space = part.space(local == name ? std::string_view() : std::string_view(name, static_cast<std::size_t>(local - 1 - name)));
      resolved = true;
    }
    if (row.space == space) return row.element;
  }
  return Element::unknown;
}

}  // namespace dovetail::docx
