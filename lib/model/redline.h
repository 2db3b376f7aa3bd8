// Two wordings of one text as one: what stays, what goes, what comes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dovetail {

enum class RedlineKind : std::uint8_t { same, deleted, inserted };

/// A stretch of words, with the space behind them.
struct RedlinePiece {
  RedlineKind kind = RedlineKind::same;
  std::string text;
};

/// A redline in CriticMarkup: "within {--five--}{++six++} days".
std::string marked_redline(const std::vector<RedlinePiece>& redline);

}  // namespace dovetail
