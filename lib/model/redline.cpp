// A redline as text.
#include "model/redline.h"

namespace dovetail {

std::string marked_redline(const std::vector<RedlinePiece>& redline) {
  std::string text;
  for (const RedlinePiece& piece : redline) {
    if (piece.kind == RedlineKind::same) {
      text += piece.text;
      continue;
    }
    // The space behind the words stands behind the mark, once.
    const bool space = piece.text.ends_with(' ');
    const std::string words = space ? piece.text.substr(0, piece.text.size() - 1) : piece.text;
    if (piece.kind == RedlineKind::inserted && text.ends_with("--} ")) text.pop_back();
    text += (piece.kind == RedlineKind::deleted ? "{--" : "{++") + words + (piece.kind == RedlineKind::deleted ? "--}" : "++}") + (space ? " " : "");
  }
  return text;
}

}  // namespace dovetail
