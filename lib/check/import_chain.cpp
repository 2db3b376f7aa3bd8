// Profiles name glossaries by expressions; texts name them in words.
#include "check/import_chain.h"

#include <algorithm>

#include "model/extract.h"
#include "model/reach.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

/// A baseline that was read stands for no draft that was not.
bool has_text(const Review& review, const Unit& unit) { return unit.has_body && review.inputs[unit.document.value].role != InputRole::baseline; }

/// A name as it is matched: "CUSC - SECTION 11" on a first line is the CUSC Section 11.
std::string plain_name(const std::string& name) {
  auto plain = normalise(name);
  for (const std::string_view dash : {" - ", " \xE2\x80\x93 "})
    for (auto at = plain.find(dash); at != std::string::npos; at = plain.find(dash)) plain.replace(at, dash.size(), " ");
  return plain;
}

/// Whether a document of the same code whose id, title or alias an expression of a profile fits as a whole was read, or `unit` holds such a division.
bool is_read(const Review& review, const Unit& unit, const std::string& expression) {
  const auto pattern = Pattern::compile(expression, true);
  if (!pattern) return false;  // loading has refused it already
  const auto fits = [&](const std::string& name) { return pattern->matches(plain_name(name)); };
  return std::any_of(review.units.begin(), review.units.end(), [&](const Unit& other) {
    if (!has_text(review, other) || (!other.code.empty() && !unit.code.empty() && other.code != unit.code)) return false;
    if (fits(other.id) || fits(other.code + " " + other.id) || fits(other.title) || std::any_of(other.aliases.begin(), other.aliases.end(), fits))
      return true;
    return &other == &unit && std::any_of(unit.provisions.begin(), unit.provisions.end(),
                                          [&](const Provision& p) { return p.kind == ProvisionKind::division && fits(p.label[1]); });
  });
}

/// Whether the project lists a document whose id, title or alias the expression fits as a whole, loaded or not.
bool is_listed(const Review& review, const std::string& expression) {
  const auto pattern = Pattern::compile(expression, true);
  const auto fits = [&](const std::string& name) { return pattern && pattern->matches(plain_name(name)); };
  return std::any_of(review.project.documents.begin(), review.project.documents.end(),
                     [&](const DocumentEntry& d) { return fits(d.id) || fits(d.title) || std::any_of(d.aliases.begin(), d.aliases.end(), fits); });
}

}  // namespace

std::string readable(const std::string& expression) {
  std::string out;
  int optional = 0;
  for (std::size_t i = 0; i < expression.size(); ++i) {
    const char c = expression[i];
    if (c == '(')
      ++optional;
    else if (c == ')')
      --optional;
    else if (c == '?' || (i + 1 < expression.size() && expression[i + 1] == '?'))
      continue;
    else if (optional == 0 && c != '+' && c != '\\')
      out += c;
  }
  return out.empty() ? expression : out;
}

std::string missing_import(const Review& review, const Unit& unit, const Profile* profile) {
  const std::vector<std::string>& wanted = unit.imports;
  const auto is_loaded = [&](const std::string& name) {
    const auto key = fold_phrase(name);
    return std::any_of(review.units.begin(), review.units.end(), [&](const Unit& other) {
      if (!has_text(review, other)) return false;
      if (words(other.title).size() > 0 && other.code == unit.code &&
          (key == fold_phrase(other.title) + " schedule" || key == fold_phrase(other.title) + " annex"))
        return true;
      if (fold_phrase(other.id) == key || fold_phrase(other.code + " " + other.id) == key || fold_phrase(other.title) == key) return true;
      if (std::any_of(other.aliases.begin(), other.aliases.end(), [&](const std::string& alias) { return fold_phrase(alias) == key; })) return true;
      return std::any_of(other.provisions.begin(), other.provisions.end(),
                         [&](const Provision& p) { return &other == &unit && fold_phrase(p.label[1]) == key; });
    });
  };
  if (profile && !profile->imports.empty()) {
    const auto read = [&](const std::string& expression) { return is_read(review, unit, expression); };
    if (std::none_of(profile->imports.begin(), profile->imports.end(), read)) return profile->imports.front();
    // Of several glossaries one is enough (Annex X-1 has no X-2 beside it in every set); one that the project lists and did not read may define
    // anything.
    for (const auto& expression : profile->imports)
      if (!read(expression) && is_listed(review, expression)) return expression;
  }
  for (const auto& name : wanted) {
    const auto folded = fold_phrase(name);
    if (profile && !profile->imports.empty() && (folded == "code" || folded == "agreement"))
      continue;  // the profile says where the code has its terms
    const bool own = name.find_first_of("0123456789") != std::string::npos &&
                     std::any_of(unit.provisions.begin(), unit.provisions.end(),
                                 [&](const Provision& p) { return name.ends_with(p.label[1]) && !p.label[1].empty(); });
    const auto code = std::find_if(review.project.codes.begin(), review.project.codes.end(), [&](const CodeEntry& c) {
      return fold_phrase(c.id) == fold_phrase(name) || fold_phrase(c.name) == fold_phrase(name) ||
             std::any_of(c.aliases.begin(), c.aliases.end(),
                         [&](const std::string& a) { return fold_phrase(a) == fold_phrase(name) || fold_phrase(a) == "the " + fold_phrase(name); });
    });
    const bool glossary_of_code = code != review.project.codes.end() && std::any_of(review.units.begin(), review.units.end(), [&](const Unit& other) {
                                    const auto& input = review.inputs[other.document.value];
                                    return other.has_body && other.code == code->id && is_glossary(input.entry, input.profile, other);
                                  });
    if (!own && !glossary_of_code && !is_loaded(name)) return name;
  }
  if (shows_parts(unit, View::proposed)) return "the whole of the text that it shows parts of";
  return {};
}

}  // namespace dovetail
