// Three places where people write down that a finding is accepted.
#include "lint/written_waivers.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "lint/choose_rules.h"
#include "lint/suggest.h"
#include "model/place.h"
#include "read/known.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::string_view ignore = "dovetail:ignore";

void complain(Review& review, const std::string& rule, Place place, std::string message) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity_of_input(rule);
  finding.place = place;
  finding.views = {true, true};
  finding.key = message;
  finding.message = std::move(message);
  review.findings.push_back(std::move(finding));
}

// --- in the texts ---

bool is_known_rule(const Job& job, std::string_view name, std::vector<std::string>& names) {
  for (const auto& rule : job.catalogue.rules) {
    if (names_rule(name, rule.id)) return true;
    names.push_back(rule.id);
    names.push_back(rule.family());
  }
  return names_rule(name, "input.blocked");
}

/// From the first paragraph that a stretch touches to the last.
Span paragraphs_around(const Document& document, Span span) {
  const auto first = paragraph_at(document, span.begin);
  const auto last = paragraph_at(document, span.empty() ? span.begin : span.end - 1);
  if (!first) return span;
  return {document.paragraphs[first].span.begin, std::max(document.paragraphs[first].span.end, last ? document.paragraphs[last].span.end : 0)};
}

void add_inline(const Job& job, Review& review, Id<Document> id, std::string_view said, Span where, const std::string& written) {
  said = trim(said);
  if (!said.starts_with(ignore)) return;
  said = trim(said.substr(ignore.size()));
  const auto end = std::min(said.find_first_of(" \t\n\v"), said.size());
  Waiver waiver;
  waiver.rule = said.substr(0, end);
  waiver.reason = squeeze(trim(said.substr(end)));
  waiver.written = written;
  waiver.paragraph = {id, paragraphs_around(review.documents[id], where)};
  const Place place{id, {waiver.paragraph.span.begin, waiver.paragraph.span.begin}};
  std::vector<std::string> names;
  if (waiver.rule.empty() || !is_known_rule(job, waiver.rule, names))
    return complain(review, "input.unused-waiver", place,
                    written + ": no rule or family is called '" + waiver.rule + "'" + did_you_mean(waiver.rule, names) +
                        "; write it as dovetail:ignore reference.missing because …");
  if (waiver.reason.empty())
    return complain(review, "input.unused-waiver", place,
                    written + ": dovetail:ignore " + waiver.rule + " gives no reason, so it waives nothing; write the reason behind the rule");
  review.project.waivers.push_back(std::move(waiver));
}

void add_from_document(const Job& job, Review& review, Id<Document> id) {
  const auto& document = review.documents[id];
  for (const auto& comment : document.comments)
    add_inline(job, review, id, slice(document.text, comment.span), comment.anchor, document.path + ", comment " + comment.id);
  for (const auto& aside : document.asides)
    add_inline(job, review, id, aside.text, aside.span, document.path + ", " + describe_origin(document, aside.span));
}

// --- in the Comments log ---

constexpr std::array<std::string_view, 4> decisions{"accept", "reject", "out of scope", "refer to design"};

struct Answer {
  std::string_view decision;  // empty: none yet
  std::string reason;
};

std::string_view decision_of(std::string_view text) {
  const auto folded = fold(squeeze(text));
  for (const auto decision : decisions) {
    if (!std::string_view(folded).starts_with(decision)) continue;
    const auto rest = std::string_view(folded).substr(decision.size());
    if (rest.empty() || rest == "ed" || rest.starts_with("ed ") || rest.find_first_of(" :;,.-(") == 0 || rest.starts_with("\u2013") ||
        rest.starts_with("\u2014"))
      return decision;
  }
  return {};
}

/// What stands behind the decision in its own cell.
std::string rest_behind(std::string_view cell, std::string_view decision) {
  const auto text = squeeze(cell);
  auto rest = std::string_view(text).substr(std::min(decision.size(), text.size()));
  if (rest.starts_with("ed")) rest.remove_prefix(2);
  while (!rest.empty() && (std::string_view(" :;,.-(").find(rest.front()) != std::string_view::npos)) rest.remove_prefix(1);
  while (rest.starts_with("\u2013") || rest.starts_with("\u2014")) rest = trim(rest.substr(3));
  return std::string(rest);
}

bool is_state(std::string_view text) {
  const auto folded = fold(squeeze(text));
  return folded == "open" || folded == "closed" || folded.empty();
}

/// The decision stands in either column, its reason behind it or in the other one.
Answer answer_of(const Record& record) {
  const auto response = record.field("response"), status = record.field("status");
  for (const auto& [cell, other] : {std::pair(status, response), std::pair(response, status)}) {
    const auto decision = decision_of(cell);
    if (decision.empty()) continue;
    auto reason = rest_behind(cell, decision);
    if (reason.empty() && !is_state(other)) reason = decision_of(other) == decision ? rest_behind(other, decision) : squeeze(other);
    return {decision, std::move(reason)};
  }
  return {};
}

void add_responses(Review& review, Id<Document> id) {
  const auto& path = review.documents[id].path;
  for (const auto& record : review.units[Id<Unit>(id.value)].records) {
    if (record.kind != "responses" || record.struck) continue;
    const auto answer = answer_of(record);
    const std::string fingerprint = fold(record.field("fingerprint"));
    if (answer.decision.empty() || fingerprint.empty()) continue;
    const auto ref = std::string(record.field("ref"));
    if (answer.reason.empty()) {
      complain(
          review, "register.malformed", {id, record.span},
          path + ": " + (ref.empty() ? fingerprint : ref) + " says \"" + std::string(answer.decision) + "\" without a reason, so it waives nothing");
      continue;
    }
    Waiver waiver;
    waiver.fingerprint = fingerprint;
    waiver.reason = std::string(answer.decision) + ": " + answer.reason;
    waiver.reason[0] = static_cast<char>(waiver.reason[0] - 'a' + 'A');
    waiver.document = record.field("document");
    waiver.written = path;
    review.project.waivers.push_back(std::move(waiver));
  }
}

}  // namespace

Result<bool> add_known(const Job& job, Review& review) {
  const auto& path = job.known.empty() ? review.project.known : job.known;
  if (path.empty()) return true;
  auto known = read_known(path, job.known.empty() && path.front() != '/' ? review.project.folder + path : path);
  if (!known) return fail(known.error().message);
  auto& waivers = review.project.waivers;
  waivers.insert(waivers.end(), std::make_move_iterator(known->begin()), std::make_move_iterator(known->end()));
  return true;
}

void add_written_waivers(const Job& job, Review& review) {
  for (std::size_t n = 0; n < review.inputs.size(); ++n) {
    const auto role = review.inputs[n].role;
    const auto id = Table<Document>::id_at(n);
    if (role == InputRole::draft || role == InputRole::live_text || role == InputRole::other) add_from_document(job, review, id);
    add_responses(review, id);
  }
}

}  // namespace dovetail
