// The tables of Symbol and of the commonly used places of Wingdings, Wingdings 2 and 3 and Webdings.
#include "read/docx/symbols.h"

#include <algorithm>
#include <utility>

#include "text/unicode.h"

namespace dovetail::docx {
namespace {

constexpr char32_t private_first = 0xF000;
constexpr char32_t private_last = 0xF0FF;

using Place = std::pair<unsigned char, char32_t>;

/// Adobe Symbol encoding, places 0x22 to 0xFE where they differ from ASCII.
constexpr Place symbol_font[] = {
    {0x22, U'∀'},  {0x24, U'∃'}, {0x27, U'∋'}, {0x2A, U'∗'}, {0x2D, U'−'}, {0x40, U'≅'},  {0x41, U'Α'}, {0x42, U'Β'}, {0x43, U'Χ'}, {0x44, U'Δ'},
    {0x45, U'Ε'},  {0x46, U'Φ'}, {0x47, U'Γ'}, {0x48, U'Η'}, {0x49, U'Ι'}, {0x4A, U'ϑ'},  {0x4B, U'Κ'}, {0x4C, U'Λ'}, {0x4D, U'Μ'}, {0x4E, U'Ν'},
    {0x4F, U'Ο'},  {0x50, U'Π'}, {0x51, U'Θ'}, {0x52, U'Ρ'}, {0x53, U'Σ'}, {0x54, U'Τ'},  {0x55, U'Υ'}, {0x56, U'ς'}, {0x57, U'Ω'}, {0x58, U'Ξ'},
    {0x59, U'Ψ'},  {0x5A, U'Ζ'}, {0x5C, U'∴'}, {0x5E, U'⊥'}, {0x61, U'α'}, {0x62, U'β'},  {0x63, U'χ'}, {0x64, U'δ'}, {0x65, U'ε'}, {0x66, U'φ'},
    {0x67, U'γ'},  {0x68, U'η'}, {0x69, U'ι'}, {0x6A, U'ϕ'}, {0x6B, U'κ'}, {0x6C, U'λ'},  {0x6D, U'μ'}, {0x6E, U'ν'}, {0x6F, U'ο'}, {0x70, U'π'},
    {0x71, U'θ'},  {0x72, U'ρ'}, {0x73, U'σ'}, {0x74, U'τ'}, {0x75, U'υ'}, {0x76, U'ϖ'},  {0x77, U'ω'}, {0x78, U'ξ'}, {0x79, U'ψ'}, {0x7A, U'ζ'},
    {0x7E, U'∼'},  {0xA0, U'€'}, {0xA1, U'ϒ'}, {0xA2, U'′'}, {0xA3, U'≤'}, {0xA4, U'⁄'},  {0xA5, U'∞'}, {0xA6, U'ƒ'}, {0xA7, U'♣'}, {0xA8, U'♦'},
    {0xA9, U'♥'},  {0xAA, U'♠'}, {0xAB, U'↔'}, {0xAC, U'←'}, {0xAD, U'↑'}, {0xAE, U'→'},  {0xAF, U'↓'}, {0xB0, U'°'}, {0xB1, U'±'}, {0xB2, U'″'},
    {0xB3, U'≥'},  {0xB4, U'×'}, {0xB5, U'∝'}, {0xB6, U'∂'}, {0xB7, U'•'}, {0xB8, U'÷'},  {0xB9, U'≠'}, {0xBA, U'≡'}, {0xBB, U'≈'}, {0xBC, U'…'},
    {0xC0, U'ℵ'},  {0xC4, U'⊗'}, {0xC5, U'⊕'}, {0xC6, U'∅'}, {0xC7, U'∩'}, {0xC8, U'∪'},  {0xC9, U'⊃'}, {0xCA, U'⊇'}, {0xCB, U'⊄'}, {0xCC, U'⊂'},
    {0xCD, U'⊆'},  {0xCE, U'∈'}, {0xCF, U'∉'}, {0xD0, U'∠'}, {0xD1, U'∇'}, {0xD2, U'®'},  {0xD3, U'©'}, {0xD4, U'™'}, {0xD5, U'∏'}, {0xD6, U'√'},
    {0xD7, U'⋅'},  {0xD8, U'¬'}, {0xD9, U'∧'}, {0xDA, U'∨'}, {0xDB, U'⇔'}, {0xDC, U'⇐'},  {0xDD, U'⇑'}, {0xDE, U'⇒'}, {0xDF, U'⇓'}, {0xE0, U'◊'},
    {0xE1, U'〈'}, {0xE2, U'®'}, {0xE3, U'©'}, {0xE4, U'™'}, {0xE5, U'∑'}, {0xF1, U'〉'}, {0xF2, U'∫'}};

constexpr Place wingdings[] = {{0x22, U'✂'}, {0x28, U'☎'}, {0x2A, U'✉'}, {0x46, U'☞'}, {0x4A, U'☺'}, {0x4C, U'☹'}, {0x6C, U'●'}, {0x6D, U'❍'},
                               {0x6E, U'■'}, {0x6F, U'□'}, {0x71, U'❑'}, {0x72, U'❒'}, {0x73, U'⬧'}, {0x74, U'⧫'}, {0x75, U'◆'}, {0x76, U'❖'},
                               {0x77, U'⬥'}, {0x78, U'⌧'}, {0x7C, U'✵'}, {0x9F, U'•'}, {0xA1, U'○'}, {0xA2, U'⭕'}, {0xA3, U'◯'}, {0xA4, U'◉'},
                               {0xA5, U'◎'}, {0xA7, U'▪'}, {0xA8, U'◻'}, {0xAA, U'✦'}, {0xAB, U'★'}, {0xD8, U'➢'}, {0xDC, U'➲'}, {0xDF, U'←'},
                               {0xE0, U'→'}, {0xE1, U'↑'}, {0xE2, U'↓'}, {0xE8, U'➔'}, {0xEF, U'⇦'}, {0xF0, U'⇨'}, {0xF1, U'⇧'}, {0xF2, U'⇩'},
                               {0xFB, U'✗'}, {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'}};

constexpr Place wingdings_2[] = {{0x4F, U'✗'}, {0x50, U'✓'}, {0x51, U'☒'}, {0x52, U'☑'}, {0x53, U'☒'}, {0x54, U'☒'},
                                 {0x95, U'•'}, {0x96, U'●'}, {0x97, U'●'}, {0x98, U'●'}, {0xA3, U'□'}};
constexpr Place wingdings_3[] = {{0x66, U'←'}, {0x67, U'→'}, {0x68, U'↑'}, {0x69, U'↓'}, {0x70, U'▲'},
                                 {0x71, U'▼'}, {0x74, U'◄'}, {0x75, U'►'}, {0x7D, U'▶'}};
constexpr Place webdings[] = {{0x61, U'✓'}, {0x63, U'□'}, {0x67, U'■'}, {0x6E, U'●'}, {0x72, U'✗'}};

template <std::size_t n>
char32_t look_up(const Place (&table)[n], char32_t code, char32_t otherwise) {
  const auto* at = std::find_if(std::begin(table), std::end(table), [&](const Place& p) { return p.first == code; });
  return at == std::end(table) ? otherwise : at->second;
}

}  // namespace

char32_t symbol(std::string_view font, char32_t code) {
  const char32_t place = code >= private_first && code <= private_last ? code - private_first : code;
  if (place > 0xFF) return code;
  if (font == "Symbol") return look_up(symbol_font, place, place >= 0x20 && place < 0x7F ? place : code);
  if (font == "Wingdings") return look_up(wingdings, place, code);
  if (font == "Wingdings 2") return look_up(wingdings_2, place, code);
  if (font == "Wingdings 3") return look_up(wingdings_3, place, code);
  if (font == "Webdings") return look_up(webdings, place, code);
  return code;
}

std::string in_unicode(std::string_view text, std::string_view font) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    const bool is_private = character >= private_first && character <= private_last;
    const char32_t known = is_private || font == "Symbol" || font.substr(0, 9) == "Wingdings" ? symbol(font, character) : character;
    append_character(result, known >= private_first && known <= private_last ? U'•' : known);
  }
  return result;
}

}  // namespace dovetail::docx
