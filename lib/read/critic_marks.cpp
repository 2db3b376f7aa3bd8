// Finds CriticMarkup in a text.
#include "read/critic_marks.h"

#include <algorithm>
#include <array>
#include <optional>

namespace dovetail {

namespace {

struct Sign {
  std::string_view text;
  CriticKind kind;
  CriticMark::Role role;
};

using Role = CriticMark::Role;

constexpr std::array<Sign, 11> signs{{{"{++", CriticKind::insertion, Role::open},
                                      {"++}", CriticKind::insertion, Role::close},
                                      {"{--", CriticKind::deletion, Role::open},
                                      {"--}", CriticKind::deletion, Role::close},
                                      {"{~~", CriticKind::substitution, Role::open},
                                      {"~>", CriticKind::substitution, Role::arrow},
                                      {"~~}", CriticKind::substitution, Role::close},
                                      {"{==", CriticKind::highlight, Role::open},
                                      {"==}", CriticKind::highlight, Role::close},
                                      {"{>>", CriticKind::comment, Role::open},
                                      {"<<}", CriticKind::comment, Role::close}}};

std::optional<Sign> sign_at(std::string_view text, std::size_t offset) {
  constexpr std::string_view first = "{+-~=<";
  if (first.find(text[offset]) == std::string_view::npos) return std::nullopt;
  for (const Sign& sign : signs)
    if (text.substr(offset, sign.text.size()) == sign.text) return sign;
  return std::nullopt;
}

/// Pairs halves as they come. An inner mark that was never closed when an outer one closes is text.
class Pairing {
 public:
  void open(const CriticMark& mark) {
    open_.push_back({found_.marks.size(), 0});
    ++count(mark.kind);
    found_.marks.push_back(mark);
  }
  void arrow(const CriticMark& mark) {
    if (open_.empty() || found_.marks[open_.back().mark].kind != CriticKind::substitution || open_.back().arrow != 0) return;
    open_.back().arrow = found_.marks.size();
    found_.marks.push_back(mark);
  }
  void close(const CriticMark& mark) {
    if (count(mark.kind) == 0) return found_.unbalanced.push_back(mark.begin);
    while (found_.marks[open_.back().mark].kind != mark.kind) drop_top();
    if (mark.kind == CriticKind::substitution && open_.back().arrow == 0) return drop_top();
    --count(mark.kind);
    open_.pop_back();
    found_.marks.push_back(mark);
  }
  void comment(std::size_t begin, std::size_t end) {
    found_.marks.push_back({begin, 3, CriticKind::comment, Role::open});
    found_.marks.push_back({end, 3, CriticKind::comment, Role::close});
  }
  void escape(std::size_t offset) { found_.marks.push_back({offset, 1, CriticKind::insertion, Role::escape}); }
  void lone(std::size_t offset) { found_.unbalanced.push_back(offset); }

  CriticMarks finish() {
    while (!open_.empty()) drop_top();
    std::erase_if(found_.marks, [](const CriticMark& mark) { return mark.size == 0; });
    std::sort(found_.unbalanced.begin(), found_.unbalanced.end());
    return std::move(found_);
  }

 private:
  struct Open {
    std::size_t mark;   // index into found_.marks
    std::size_t arrow;  // likewise; 0 for none, since an arrow is never first
  };

  std::size_t& count(CriticKind kind) { return counts_[static_cast<std::size_t>(kind)]; }
  void drop_top() {
    CriticMark& mark = found_.marks[open_.back().mark];
    found_.unbalanced.push_back(mark.begin);
    --count(mark.kind);
    mark.size = 0;
    if (open_.back().arrow != 0) found_.marks[open_.back().arrow].size = 0;
    open_.pop_back();
  }

  CriticMarks found_;
  std::vector<Open> open_;
  std::array<std::size_t, 5> counts_{};
};

/// Where comments end: each search starts where the last one ended, so that all of them together are linear.
class CommentEnds {
 public:
  explicit CommentEnds(std::string_view text) : text_(text) {}
  /// The "<<}" of the comment that opens at `begin`; nothing where another comment opens before it.
  std::optional<std::size_t> after(std::size_t begin) {
    if (close_ < begin + 3) close_ = text_.find("<<}", begin + 3);
    if (open_ < begin + 3) open_ = text_.find("{>>", begin + 3);
    if (close_ == std::string_view::npos || open_ < close_) return std::nullopt;
    return close_;
  }

 private:
  std::string_view text_;
  std::size_t close_ = 0, open_ = 0;
};

bool escapable(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return false;
  return text[offset] == '|' || text[offset] == '#' || text.substr(offset, 2) == "[^" || sign_at(text, offset).has_value();
}

}  // namespace

CriticMarks find_critic_marks(std::string_view text) {
  Pairing pairing;
  CommentEnds comment_ends(text);
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\\' && escapable(text, i + 1)) {
      pairing.escape(i);
      const auto sign = sign_at(text, i + 1);
      i += 1 + (sign ? sign->text.size() : 1);
      continue;
    }
    const auto sign = sign_at(text, i);
    if (!sign) {
      ++i;
      continue;
    }
    const CriticMark mark{i, sign->text.size(), sign->kind, sign->role};
    i += mark.size;
    if (mark.kind == CriticKind::comment) {
      const auto end = mark.role == Role::open ? comment_ends.after(mark.begin) : std::nullopt;
      if (end) pairing.comment(mark.begin, *end), i = *end + 3;
      if (!end) pairing.lone(mark.begin);
    } else if (mark.role == Role::open) {
      pairing.open(mark);
    } else if (mark.role == Role::arrow) {
      pairing.arrow(mark);
    } else {
      pairing.close(mark);
    }
  }
  return pairing.finish();
}

}  // namespace dovetail
