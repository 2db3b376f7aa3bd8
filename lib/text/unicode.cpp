// Words, case and comparison with ICU; plain loops where the text is ASCII, which legal text nearly always is.
#include "text/unicode.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "base/ascii.h"
#include "text/nfc.h"

namespace dovetail {
namespace {

constexpr std::array<bool, 256> ascii_alnum = [] {
  std::array<bool, 256> table{};
  for (unsigned c = 0; c < 0x80; ++c) table[c] = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return table;
}();

bool is_ascii_alnum(unsigned char c) { return ascii_alnum[c]; }

bool is_word_character(char32_t c) {
  if (c < 0x80) return is_ascii_alnum(static_cast<unsigned char>(c));
  const auto u = static_cast<UChar32>(c);
  return u_isalnum(u) || (U_GET_GC_MASK(u) & U_GC_M_MASK) != 0;
}

bool is_space(char32_t c) {
  if (c <= ' ') return c == ' ' || (c >= '\t' && c <= '\r');
  return c >= 0x80 && u_isUWhiteSpace(static_cast<UChar32>(c));
}

const icu::Normalizer2& nfc() {
  static const icu::Normalizer2* instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(status);
  }();
  return *instance;
}

std::string to_nfc(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  nfc().normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

// The loops over ASCII have no branch, so that compilers turn them into vector code.
bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

char lower(char c) { return static_cast<char>(c + (static_cast<unsigned char>(c - 'A') < 26 ? 'a' - 'A' : 0)); }

template <class Number>
constexpr Number each_byte(unsigned char byte) {
  return static_cast<Number>(byte) * (static_cast<Number>(~Number{0}) / 0xFF);
}

/// Makes the capitals among as many bytes at `at` as a Number has small, at once; false, and nothing done, where one is not ASCII.
template <class Number>
bool lower_ascii(char* at) {
  Number bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  constexpr auto high = each_byte<Number>(0x80);
  if ((bytes & high) != 0) return false;
  const Number from_a = bytes + each_byte<Number>(0x80 - 'A'), behind_z = bytes + each_byte<Number>(0x7F - 'Z');  // their high bits say so
  bytes |= ((from_a ^ behind_z) & high) >> 2U;
  std::memcpy(at, &bytes, sizeof bytes);
  return true;
}

/// Makes ASCII text small; false where some of it is not ASCII, and may be half done. Most texts are a word: the last bytes are done twice rather
/// than one by one.
bool lower_ascii(std::string& text) {
  char* const begin = text.data();
  char* const end = begin + text.size();
  if (text.size() >= 8) {
    for (char* at = begin; end - at > 8; at += 8)
      if (!lower_ascii<std::uint64_t>(at)) return false;
    return lower_ascii<std::uint64_t>(end - 8);
  }
  if (text.size() >= 4) return lower_ascii<std::uint32_t>(begin) && lower_ascii<std::uint32_t>(end - 4);
  for (char* at = begin; at != end; ++at) {
    if (static_cast<unsigned char>(*at) >= 0x80) return false;
    *at = lower(*at);
  }
  return true;
}

/// Whether squeezing ASCII text changes nothing: no white space but spaces between words, one at a time. False too for some where it changes nothing.
bool is_squeezed(std::string_view text) {
  if (text.size() < 8 || text.front() == ' ' || text.back() == ' ') return text.empty();
  constexpr auto high = each_byte<std::uint64_t>(0x80);
  const char* const last = text.data() + text.size() - 8;
  for (const char* at = text.data();; at += 7) {  // the next eight begin with the last of these
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, std::min(at, last), sizeof bytes);
    const std::uint64_t controls = ~(bytes + each_byte<std::uint64_t>(0x80 - ' ')) & high;
    const std::uint64_t spaces = ~(bytes + each_byte<std::uint64_t>(0x7F - ' ')) & high;
    if (controls != 0 || (spaces & (spaces >> 8U)) != 0) return false;
    if (at >= last) return true;
  }
}

std::string squeeze_ascii(std::string_view text) {
  if (is_squeezed(text)) return std::string(text);
  const auto space = [&](std::size_t at) { return is_space(static_cast<unsigned char>(text[at])); };
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && space(at)) ++at;
    const std::size_t begin = at;  // a stretch in which words stand one space apart is copied whole
    while (at < text.size() && (!space(at) || (text[at] == ' ' && at + 1 < text.size() && !space(at + 1)))) ++at;
    if (begin == at) break;
    if (!out.empty()) out += ' ';
    out.append(text.substr(begin, at - begin));
  }
  return out;
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& offset) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  auto i = static_cast<std::int64_t>(offset);
  const auto length = static_cast<std::int64_t>(text.size());
  U8_NEXT_OR_FFFD(bytes, i, length, c);
  offset = static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

void append_character(std::string& text, char32_t character) {
  char32_t c = character;
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | (c >> 6U));
  } else {
    if (c < 0x10000) {
      put(0xE0 | (c >> 12U));
    } else {
      put(0xF0 | (c >> 18U));
      put(0x80 | ((c >> 12U) & 0x3FU));
    }
    put(0x80 | ((c >> 6U) & 0x3FU));
  }
  put(0x80 | (c & 0x3FU));
}

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) append_character(out, next_character(text, i));
  return out;
}

std::string nfc_of(std::string_view text) { return to_nfc(text); }

bool nfc_boundary_before(char32_t character) { return nfc().hasBoundaryBefore(static_cast<UChar32>(character)); }

std::string fold(std::string_view text) {
  std::string out(text);
  if (lower_ascii(out)) return out;
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
  return U_SUCCESS(status) ? folded : std::string(text);
}

std::string squeeze(std::string_view text) {
  if (is_ascii(text)) return squeeze_ascii(text);
  std::string out;
  bool pending = false;
  const std::string composed = to_nfc(text);
  for (std::size_t i = 0; i < composed.size();) {
    const auto c = next_character(composed, i);
    if (is_space(c)) {
      pending = !out.empty();
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    append_character(out, c);
  }
  return out;
}

std::string fold_phrase(std::string_view text) {
  if (!is_ascii(text)) return fold(squeeze(normalise(text)));
  std::string out = squeeze_ascii(text);
  lower_ascii(out);
  return out;
}

std::string_view trim(std::string_view text) {
  const auto is_end = [](std::string_view t, bool front) -> std::size_t {
    if (t.empty()) return 0;
    const char c = front ? t.front() : t.back();
    if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
    if (front ? t.starts_with("\xC2\xA0") : t.ends_with("\xC2\xA0")) return 2;
    return 0;
  };
  while (const auto n = is_end(text, true)) text.remove_prefix(n);
  while (const auto n = is_end(text, false)) text.remove_suffix(n);
  return text;
}

std::vector<Span> words(std::string_view text) {
  std::vector<Span> out;
  out.reserve(text.size() / 6 + 1);  // an English word with its space
  const auto size = text.size();
  const auto alnum_at = [&](std::size_t at) { return is_ascii_alnum(static_cast<unsigned char>(text[at])); };
  for (std::size_t i = 0; i < size;) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      if (!alnum_at(i)) {
        ++i;
        continue;
      }
      // Letters and digits up to what is no part of any word: most words of most texts.
      std::size_t close = i + 1;
      while (close < size && alnum_at(close)) ++close;
      if (close == size || (static_cast<unsigned char>(text[close]) < 0x80 && text[close] != '.' && text[close] != '\'')) {
        out.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(close)});
        i = close + 1;
        continue;
      }
    }
    // A word begins here, or a character that is no letter.
    const std::size_t begin = i;
    std::size_t end = begin;
    while (i < size) {
      while (i < size && alnum_at(i)) ++i;
      end = i;
      if (i == size) break;
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte >= 0x80) {
        const bool part = is_word_character(next_character(text, i));
        if (!part) break;
        end = i;
        continue;
      }
      ++i;
      if (end == begin || i == size) break;
      if (byte == '.' && is_digit(text[i - 2]) && is_digit(text[i])) continue;
      if (byte != '\'') break;
      std::size_t next = i;
      if (!is_word_character(next_character(text, next))) break;
    }
    if (end > begin) out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return out;
}

bool at_word_edge(std::string_view text, std::size_t offset) {
  const auto joins = [](char32_t c) { return c == '_' || is_word_character(c); };
  if (offset == 0 || offset >= text.size()) return true;
  std::size_t after = offset;
  if (!joins(next_character(text, after))) return true;
  std::size_t before = offset - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) --before;
  return !joins(next_character(text, before));
}

bool starts_upper(std::string_view text) {
  if (text.empty()) return false;
  if (static_cast<unsigned char>(text.front()) < 0x80) return text.front() >= 'A' && text.front() <= 'Z';
  std::size_t i = 0;
  const auto c = static_cast<UChar32>(next_character(text, i));
  return u_isupper(c) || u_istitle(c);
}

bool starts_lower(std::string_view text) {
  if (text.empty()) return false;
  if (static_cast<unsigned char>(text.front()) < 0x80) return text.front() >= 'a' && text.front() <= 'z';
  std::size_t i = 0;
  return u_islower(static_cast<UChar32>(next_character(text, i)));
}

bool all_upper(std::string_view text) {
  bool letter = false;
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      const char c = text[i++];
      if (c >= 'a' && c <= 'z') return false;
      letter = letter || (c >= 'A' && c <= 'Z');
      continue;
    }
    const auto c = static_cast<UChar32>(next_character(text, i));
    if (u_islower(c)) return false;
    letter = letter || u_isalpha(c);
  }
  return letter;
}

int collate(std::string_view a, std::string_view b) {
  static const std::unique_ptr<icu::Collator> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Collator>(icu::Collator::createInstance(icu::Locale::getUK(), status));
  }();
  if (!collator) return a.compare(b);
  UErrorCode status = U_ZERO_ERROR;
  return static_cast<int>(collator->compareUTF8(icu::StringPiece(a.data(), static_cast<int32_t>(a.size())),
                                                icu::StringPiece(b.data(), static_cast<int32_t>(b.size())), status));
}

}  // namespace dovetail
