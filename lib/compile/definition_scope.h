// What a text says about how far a definition holds, and whether its body only points elsewhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/unit.h"

namespace dovetail {

/// "In this paragraph 2", "for the purposes of this Annex", as written.
struct ScopeStatement {
  std::string keyword;  // lower case, singular: "paragraph", "section", "code"
  std::string number;   // "2", "K", "S-2"; empty for none
  bool own = true;      // "this"; false where another part is named ("in Section S")
};

/// The statement that stands in words before or behind a term: "In this Section K, ", " in this Annex S-2 "; none where they say nothing.
std::optional<ScopeStatement> scope_stated_in(std::string_view words);

/// The part of the code that a heading over a list of definitions limits it to: "Terms used in Section S"; none where it names no part.
std::optional<ScopeStatement> scope_of_heading(std::string_view heading);

/// Sets reach, scope and within of a definition that stands at `at` in `view`, by a statement.
void apply_scope(const ScopeStatement& statement, const Unit& unit, Id<Provision> at, View view, Definition& definition);

/// A body that is nothing but a pointer, and the other term that it names, if any. `words` begin behind the term and its closing quotation mark.
struct Pointed {
  std::string term;
};
std::optional<Pointed> pointer_in(std::string_view words);

/// "in relation to a BSC Year" of `, in relation to a BSC Year, means …`; empty where the words behind the term name no connection.
std::string context_in(std::string_view words);

}  // namespace dovetail
