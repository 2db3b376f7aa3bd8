// Who must do what.
#include "check/duties.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/holds.h"
#include "base/word_table.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

// One group for each strength, in the order of strengths_told. "is to" and its like state a duty only of whoever stands directly in front.
constexpr std::array strengths_told{Strength::need_not, Strength::must_not, Strength::none, Strength::must,
                                    Strength::must,     Strength::should,   Strength::may};
constexpr std::size_t only_group = 2, must_group = 3, of_actor_group = 4, should_group = 5, may_group = 6;

const Pattern& modal_pattern() {
  static const Pattern pattern = Pattern::literal(
      "\\b(?:(need not|(?:do|does) not (?:need|have) to|(?:shall|will|is|are) not (?:be )?(?:required|obliged|bound) to|"
      "(?:is|are) under no (?:obligation|duty) to|(?:has|have) no (?:obligation|duty) to|(?:shall|will) have no (?:obligation|duty) to)|"
      "((?:shall|will|is|are) not (?:be )?(?:permitted|allowed|entitled) to|(?:shall|must|may|will|can) (?:not|never)|cannot|"
      "(?:is|are) (?:prohibited|precluded|barred) from|is forbidden to|are forbidden to|(?:is|are) not to)|"
      "((?:may|can) only)|"
      "((?:shall be|must be|will be|is|are) (?:required|obliged|bound) to|"
      "(?:shall be|is|are) under (?:a|an) (?:\\pL+ )?(?:duty|obligation) to|(?:has|have) (?:a|an) (?:\\pL+ )?(?:duty|obligation) to|"
      "shall|must|will|has to|have to|needs to)|"
      "((?:is|are) to|undertakes? to|agrees? to|covenants? to|(?:shall be|will be|is|are) responsible for)|"
      "(should)|"
      "((?:shall be|will be|is|are) (?:entitled|permitted|allowed|free) to|has the right to|have the right to|may|can))\\b");
  return pattern;
}

bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

struct Modal {
  Span span;
  std::size_t group = 0;  // of strengths_told
};

// "shall", "may" in front of the verb itself: what most modals are. None where more words may belong to it.
std::optional<std::size_t> plain_group(std::string_view word, std::string_view behind) {
  static constexpr std::array<std::string_view, 5> more{"not", "never", "only", "be", "have"};
  const std::string_view next = behind.substr(std::min<std::size_t>(behind.size(), 1), std::min<std::size_t>(behind.size(), 6));
  if (std::any_of(more.begin(), more.end(), [&](std::string_view begin) { return next.starts_with(begin); })) return std::nullopt;
  if (word == "shall" || word == "must" || word == "will") return must_group;
  if (word == "should") return should_group;
  if (word == "may" || word == "can") return may_group;
  return std::nullopt;
}

// The first modal at or after `from`. The pattern is asked only where a word stands that some modal begins with.
std::optional<Modal> find_modal(std::string_view text, std::size_t from) {
  static constexpr WordTable openers{"need",   "needs",     "do",         "does",  "shall",  "will",     "is",
                                     "are",    "has",       "have",       "must",  "may",    "can",      "cannot",
                                     "should", "undertake", "undertakes", "agree", "agrees", "covenant", "covenants"};
  for (std::size_t at = from; at < text.size();) {
    if (!is_ascii_word(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_ascii_word(text[end])) ++end;
    const bool whole = at > from || at == 0 || !is_ascii_word(text[at - 1]);
    const std::string_view word = text.substr(at, end - at);
    if (whole && openers.contains(word)) {
      if (const auto group = plain_group(word, text.substr(end)))
        return Modal{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, *group};
      if (const auto match = modal_pattern().match_at(text, at)) {
        std::size_t group = 0;
        while (group + 1 < strengths_told.size() && !match->groups[group]) ++group;
        return Modal{match->span, group};
      }
    }
    at = end;
  }
  return std::nullopt;
}

Span sentence_around(std::string_view text, Span inside) {
  Span sentence{0, static_cast<std::uint32_t>(text.size())};
  for (std::size_t at = inside.begin; at > 1; --at)
    if (text[at - 1] == '\n' || (text[at - 1] == ' ' && (text[at - 2] == '.' || text[at - 2] == ';'))) {
      sentence.begin = static_cast<std::uint32_t>(at);
      break;
    }
  for (std::size_t at = inside.end; at < text.size(); ++at)
    if (text[at] == '\n' || text[at] == ';' || (text[at] == '.' && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n'))) {
      sentence.end = static_cast<std::uint32_t>(at);
      break;
    }
  return sentence;
}

// The word that a text ends with, behind which only white space may stand.
std::string_view last_word(std::string_view text) {
  text = trim(text);
  const std::size_t space = text.find_last_of(" \n");
  const std::string_view tail = text.substr(space == std::string_view::npos ? 0 : space + 1);
  const auto spans = words(tail);
  return spans.empty() || spans.back().end != tail.size() ? std::string_view() : slice(tail, spans.back());
}

bool is_preposition(std::string_view word) {
  static constexpr std::array<std::string_view, 20> words{"of",   "by",    "to",      "from",    "with",      "for",   "on",
                                                          "in",   "at",    "between", "against", "upon",      "via",   "through",
                                                          "than", "under", "about",   "and/or",  "including", "within"};
  return holds(words, word);
}

// "before noon the crates": after a time a subject begins, with nothing between them but its article.
bool begins_with_time(std::string_view clause, std::string_view opener) {
  static constexpr std::array<std::string_view, 3> of_time{"before", "after", "until"};
  static constexpr std::array<std::string_view, 6> articles{"the", "a", "an", "each", "every", "any"};
  if (!holds(of_time, opener)) return false;
  std::string previous;
  for (const Span span : words(clause)) {
    std::string word = fold(slice(clause, span));
    const bool behind_a_noun = !previous.empty() && previous != opener && !is_preposition(previous) && previous != "and" && previous != "or";
    if (holds(articles, word) && behind_a_noun) return true;
    if (!previous.empty() || word == opener) previous = std::move(word);
  }
  return false;
}

bool states_condition(std::string_view before) {
  static constexpr std::array<std::string_view, 12> openers{"if",    "where",  "when",  "unless",   "whenever", "once",
                                                            "until", "before", "after", "provided", "although", "because"};
  const std::size_t comma = before.find_last_of(",;:");
  const std::string_view clause = before.substr(comma == std::string_view::npos ? 0 : comma + 1);
  const auto spans = words(clause);
  for (const Span span : spans) {
    const std::string word = fold(slice(clause, span));
    if (word.find_first_of("0123456789") != std::string::npos || word.size() == 1) continue;  // the number of the provision, of an item
    return holds(openers, word) && !begins_with_time(clause, word);
  }
  return false;
}

bool is_relative(std::string_view before) {
  static constexpr std::array<std::string_view, 9> words{"which", "that", "who", "whom", "as", "there", "what", "whatever", "than"};
  return holds(words, fold(last_word(before)));
}

// The place behind the words that may stand between an actor and its modal, seen from the modal.
std::size_t actor_end(std::string_view text, std::size_t modal) {
  static constexpr std::array<std::string_view, 8> between{"also", "then", "always", "each", "therefore", "however", "promptly", "immediately"};
  std::string_view before = text.substr(0, modal);
  if (!before.ends_with(' ')) return modal;
  before.remove_suffix(1);
  const std::size_t space = before.size();
  if (before.ends_with(',')) before.remove_suffix(1);
  for (const std::string_view word : between) {
    if (!before.ends_with(word) || before.size() == word.size() || before[before.size() - word.size() - 1] != ' ') continue;
    const std::size_t at = before.size() - word.size() - 1;
    return at > 0 && before[at - 1] == ',' ? at - 1 : at;
  }
  return space;
}

// The actors in front of a modal: "the Supplier", "the old and the new Supplier", "the Supplier or the Metering Service". Empty where the words name
// none, or a role is only part of the subject ("a message of the Supplier").
std::set<std::string> actors_before(std::string_view text, std::size_t end, const RoleNames& roles, std::size_t& begin) {
  static const Pattern forms = Pattern::literal(
      "(?:^|[^\\pL])((?:(?:the|a|an|each|every|any|either|both|that|such|relevant|new|old|current|appointed|its|their|and|or|,) ?)+)$", true);
  std::set<std::string> actors;
  for (int count = 0; count < 4; ++count) {
    std::size_t at = end;
    const std::string role = roles.role_before(text, end, at);
    if (role.empty()) break;
    actors.insert(role);
    begin = at;
    std::string_view before = text.substr(0, at);
    bool joined = false;
    if (const auto match = forms.find(before.substr(before.size() > 48 ? before.size() - 48 : 0))) {
      const std::string small = fold(slice(before.substr(before.size() > 48 ? before.size() - 48 : 0), *match->groups[0]));
      joined = small.find("and") != std::string::npos || small.find("or") != std::string::npos || small.find(',') != std::string::npos;
      before = before.substr(0, before.size() - match->groups[0]->size());
    }
    while (!before.empty() && (before.back() == ' ' || (joined && before.back() == ','))) before.remove_suffix(1);
    const std::string_view word = last_word(before);
    if (!joined) {
      const bool part = is_preposition(fold(word)) || (!word.empty() && starts_upper(word) && before.ends_with(word) && text[at - 1] == ' ' &&
                                                       text.substr(before.size(), at - before.size()) == " " && word.size() > 3 &&
                                                       !holds(std::array<std::string_view, 5>{"the", "each", "every", "any", "where"}, fold(word)));
      return part ? std::set<std::string>() : actors;
    }
    end = before.size();
  }
  return actors;
}

// The role that begins behind `at`, small words left out.
std::string role_behind(std::string_view text, std::size_t at, const RoleNames& roles) {
  static const Pattern name =
      Pattern::literal("^ ?(?:(?:the|a|an|each|every|any|its|their|that|of|relevant|new|old|appointed) )*((?:\\p{Lu}[\\pL-]*)(?: \\p{Lu}[\\pL-]*)*)");
  const auto match = name.find(text.substr(at));
  if (!match) return {};
  const std::string_view words = slice(text.substr(at), *match->groups[0]);
  for (std::string_view rest = words; !rest.empty();) {
    if (std::string role = roles.role_of(rest); !role.empty()) return role;
    const std::size_t space = rest.rfind(' ');
    if (space == std::string_view::npos) break;
    rest = rest.substr(0, space);
  }
  return {};
}

void read_verb(std::string_view text, const RoleNames& roles, Duty& duty) {
  static const Pattern passive = Pattern::literal(
      "^ (?:also |then |\\pL+ly )?be (?:\\pL+ly "
      ")?(?:\\pL+ed|sent|given|made|held|kept|paid|done|taken|read|put|shown|told|built|set|met|brought|found|chosen|written|drawn)\\b");
  static const Pattern by = Pattern::literal("[ ,]by(?: the| a| an| each| every| any| its| that)? ");
  static const Pattern ensure = Pattern::literal("^ (?:also )?(?:ensure|procure|require|cause|arrange)(?: that)? ");
  const std::string_view rest = text.substr(duty.modal.end, duty.sentence.end - duty.modal.end);
  if (rest.find(" be ") != std::string_view::npos && passive.find(rest)) {
    duty.passive = true;
    duty.actors.clear();
    if (const auto agent = by.find(rest)) {
      const std::string role = role_behind(rest, agent->span.begin + 3, roles);
      if (!role.empty()) duty.actors.insert(role);
    }
  } else if (const auto other = ensure.find(rest)) {
    const std::string role = role_behind(rest, other->span.end - 1, roles);
    if (!role.empty() && !duty.actors.empty()) duty.actors.insert(role);
  }
}

}  // namespace

std::vector<Duty> duties_in(std::string_view text, const RoleNames& roles) {
  std::vector<Duty> duties;
  for (auto modal = find_modal(text, 0); modal; modal = find_modal(text, modal->span.end)) {
    const std::size_t group = modal->group;
    if (group == only_group) continue;  // "may only … if" permits and forbids
    Duty duty;
    duty.strength = strengths_told[group];
    duty.modal = duty.words = modal->span;
    duty.sentence = sentence_around(text, modal->span);
    const std::string_view before = text.substr(duty.sentence.begin, modal->span.begin - duty.sentence.begin);
    if (is_relative(before) || states_condition(before)) continue;
    std::size_t begin = modal->span.begin;
    duty.actors = actors_before(text, actor_end(text, modal->span.begin), roles, begin);
    if (begin >= duty.sentence.begin) duty.words.begin = static_cast<std::uint32_t>(begin);
    if (!duty.actors.empty() && begin > duty.sentence.begin) {  // "a meter that the Supplier may remove"
      std::string_view lead = trim(text.substr(duty.sentence.begin, begin - duty.sentence.begin));
      for (const std::string_view article : {" the", " a", " an", " each", " any"})
        if (lead.ends_with(article)) lead.remove_suffix(article.size());
      if (is_relative(lead)) continue;
    }
    if (group == of_actor_group && duty.actors.empty()) continue;  // "the purpose is to", "a notice is to be given"
    read_verb(text, roles, duty);
    duties.push_back(std::move(duty));
  }
  return duties;
}

}  // namespace dovetail
