// From what rules and readers said to what is reported: severities, grouping, waivers, filters, order.
#pragma once

#include "lint/inputs.h"

namespace dovetail {

/// Settles the findings of `review`: adds those of odd input, groups one cause to one finding, sets severities, fingerprints and waivers, drops what
/// is filtered out, and sorts.
void settle(const Job& job, const Scope& scope, Review& review);

/// The document of that path; an empty one of role other is added where there is none, so that every finding stands in a document.
Id<Document> document_named(Review& review, const std::string& path);

}  // namespace dovetail
