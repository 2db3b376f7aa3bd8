// The parts that every finding has: where, which words, which views, new or not.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/locate.h"
#include "model/review.h"

namespace dovetail {

/// Whether what the baseline view shows is known to have been live before: the document has revisions, or a baseline is named.
bool baseline_known(const Review& review, Id<Unit> unit);

/// Whether the words of `span` are not in the baseline that the draft names, marked or not.
bool differs_from_baseline(const Review& review, Id<Unit> unit, Span span);

/// A finding of `rule` about `span` of the unit's document: severity, certainty, place, label (of the proposed view, or of the baseline view for
/// text that only it has), the words as written, and whether the draft introduced it. The message is the caller's.
Finding make_finding(const Review& review, const Rule& rule, Id<Unit> unit, Span span, Views views);

/// The words in quotation marks, whole, for a message.
std::string in_quotes(std::string_view words);

/// The words of `span` as one view shows them, white space squeezed; what the other view alone has is left out.
std::string words_in_view(const Review& review, Id<Unit> unit, Span span, View view);

/// Fills {name} in a rule's message template; a name that is not given stays as it is written. "{label}: " of an empty label is dropped.
std::string fill(std::string_view message, const std::map<std::string, std::string>& values);

/// How a person names the document: its id, else the file's name.
std::string document_name(const Unit& unit);

/// The words "3.2.1(b): " or nothing, for the start of a message.
std::string lead(const std::string& label);

}  // namespace dovetail
