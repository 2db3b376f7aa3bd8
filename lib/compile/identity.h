// What a document says about itself: on its cover, in its front statements, running heads, history and contents.
#pragma once

#include "model/document.h"
#include "model/profile.h"
#include "model/unit.h"

namespace dovetail {

/// Fills unit.statements from both views. Only what is said in so many words is taken (code-text.md 1): a version behind "Version" or "v" with a full
/// stop in it, a date behind "Effective …" or "Date", an id of the profile that begins a line. unit.views and provisions are filled before.
void compile_identity(const Document& document, const Profile& profile, Unit& unit);

}  // namespace dovetail
