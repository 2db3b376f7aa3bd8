// Normalising with a way back: every stretch of the output knows the bytes that it stands for.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "text/nfc.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// What typography does to a character: the replacement, or nullptr where the character stays.
const char* plain_form(char32_t c) {
  if (c < 0xA0) return nullptr;
  if (c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000) return " ";
  if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 || c == 0xFEFF) return "";
  if (c == 0x2028 || c == 0x2029) return " ";
  if ((c >= 0x2018 && c <= 0x201B) || c == 0x02BC || c == 0x2032) return "'";
  if ((c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0xAB || c == 0xBB) return "\"";
  if (c == 0x2010 || c == 0x2011) return "-";
  static constexpr std::array ligatures{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  if (c >= 0xFB00 && c <= 0xFB06) return ligatures.at(c - 0xFB00);
  return nullptr;
}

/// Behind the ASCII characters that stand from `at` on; eight are looked at at once.
std::size_t behind_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & high_bits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

/// The white space that is as long as its replacement becomes it. The loop has no branch, so that compilers turn it into vector code.
void blank_white_space(char* from, const char* to) {
  for (; from != to; ++from) {
    const auto c = static_cast<unsigned char>(*from);
    const bool white = c == '\t' || (c >= '\v' && c <= '\r');
    *from = white ? ' ' : *from;
  }
}

class Normaliser {
 public:
  Normaliser(std::string_view text, std::uint32_t source_begin, std::string& output, std::vector<Piece>& pieces)
      : text_(text), base_(source_begin), output_(output), pieces_(pieces) {}

  void run() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      at_ = behind_ascii(text_, at_);
      if (at_ < text_.size() && at_ > begin && !boundary_at(at_)) --at_;  // the letter that a combining mark belongs to
      if (at_ > begin) keep(begin, at_);
      if (at_ < text_.size()) other();
    }
  }

 private:
  bool boundary_at(std::size_t offset) const { return nfc_boundary_before(next_character(text_, offset)); }

  /// Bytes [begin, end) stand for themselves, white space apart, which is as long as its replacement.
  void keep(std::size_t begin, std::size_t end) {
    const std::size_t from = output_.size();
    output_.append(text_.substr(begin, end - begin));
    blank_white_space(output_.data() + from, output_.data() + output_.size());
    add_piece(from, begin, end);
  }

  /// One character that is not ASCII, or a letter with what combines with it.
  void other() {
    const std::size_t begin = at_;
    const char32_t c = next_character(text_, at_);
    std::size_t marks = 0;
    while (at_ < text_.size() && !boundary_at(at_)) next_character(text_, at_), ++marks;
    if (marks == 0) {
      if (const char* plain = plain_form(c)) return replace(plain, begin);
      if (c == 0xFFFD) return replace("\xEF\xBF\xBD", begin);
    }
    const auto whole = text_.substr(begin, at_ - begin);
    if (marks == 0 && c < 0x300) return keep(begin, at_);
    const std::string composed = nfc_of(whole);
    if (composed == whole) return keep(begin, at_);
    replace(composed, begin);
  }

  void replace(std::string_view with, std::size_t begin) {
    const std::size_t from = output_.size();
    output_.append(with);
    add_piece(from, begin, at_);
  }

  void add_piece(std::size_t from, std::size_t begin, std::size_t end) {
    const Piece piece{{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(output_.size())},
                      {base_ + static_cast<std::uint32_t>(begin), base_ + static_cast<std::uint32_t>(end)}};
    if (!pieces_.empty()) {
      auto& last = pieces_.back();
      const bool same_length = piece.output.size() == piece.source.size() && last.output.size() == last.source.size();
      if (same_length && last.output.end == piece.output.begin && last.source.end == piece.source.begin) {
        last.output.end = piece.output.end;
        last.source.end = piece.source.end;
        return;
      }
    }
    pieces_.push_back(piece);
  }

  std::string_view text_;
  std::uint32_t base_;
  std::string& output_;
  std::vector<Piece>& pieces_;
  std::size_t at_ = 0;
};

}  // namespace

void normalise(std::string_view text, std::uint32_t source_begin, std::string& output, std::vector<Piece>& pieces) {
  Normaliser(text, source_begin, output, pieces).run();
}

std::string normalise(std::string_view text) {
  if (behind_ascii(text, 0) == text.size()) {
    std::string plain(text);
    blank_white_space(plain.data(), plain.data() + plain.size());
    return plain;
  }
  std::string output;
  std::vector<Piece> pieces;
  normalise(text, 0, output, pieces);
  return output;
}

}  // namespace dovetail
