// Where a long text goes piece by piece, so that it never stands in memory as a whole.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace dovetail {

/// Takes the next piece of a text. It keeps what it needs of it: the piece is gone afterwards.
using Sink = std::function<void(std::string_view)>;

/// Gathers small pieces and hands on large ones.
class Pieces {
 public:
  explicit Pieces(const Sink& out) : out_(out) {}
  Pieces(const Pieces&) = delete;
  Pieces& operator=(const Pieces&) = delete;
  ~Pieces() = default;  // what is left is handed on by finish, which may fail

  void add(std::string_view text) {
    gathered_ += text;
    if (gathered_.size() >= enough) finish();
  }
  void finish() {
    if (!gathered_.empty()) out_(gathered_);
    gathered_.clear();
  }

 private:
  static constexpr std::size_t enough = 1 << 16;
  const Sink& out_;
  std::string gathered_;
};

}  // namespace dovetail
