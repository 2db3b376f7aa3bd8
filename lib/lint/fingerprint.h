// What makes a finding the same finding next week: fingerprints that outlive renumbering and edits elsewhere.
#pragma once

#include "model/review.h"

namespace dovetail {

/// Fills Finding::fingerprint: the first 16 hexadecimal digits of a SHA-256 over the rule, the document's id, what is wrong, and the words around it
/// without their numbers. Never positions or labels: where the key holds the provision's own number, the provision's first words stand for it.
/// Findings with equal input are numbered in their order, so `review` is sorted before.
void fill_fingerprints(Review& review);

}  // namespace dovetail
