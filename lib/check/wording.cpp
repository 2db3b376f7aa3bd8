// Dates against the calendar, and sentences against one another.
#include "check/wording.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "check/definition_text.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace dovetail {
namespace {

constexpr std::array months{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
constexpr std::array weekdays{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

int number_in(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

/// Days of a month, from 1; of a year that is not known (0) the most there can be.
int days_of(int month, int year) {
  constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days.at(static_cast<std::size_t>(month - 1)) + (month == 2 && (year == 0 || is_leap(year)) ? 1 : 0);
}

/// 0 for Sunday; Gregorian (Zeller's congruence, turned to begin at Sunday).
std::size_t weekday_of(int day, int month, int year) {
  if (month < 3) month += 12, --year;
  const int century = year / 100, rest = year % 100;
  return static_cast<std::size_t>((day + 13 * (month + 1) / 5 + rest + rest / 4 + century / 4 + 5 * century + 6) % 7);
}

struct WrittenDate {
  int day = 0, month = 0, year = 0;
  std::string weekday;  // folded
};

/// What is wrong with it; empty for nothing.
std::string fault_of(const WrittenDate& date) {
  const auto month = std::string(months.at(static_cast<std::size_t>(date.month - 1)));
  const auto name = static_cast<char>(month.front() - 'a' + 'A') + month.substr(1);
  const int last = days_of(date.month, date.year);
  if (date.day < 1 || date.day > last)
    return name + (date.year ? " " + std::to_string(date.year) : std::string()) + " has " + std::to_string(last) + " days";
  if (date.weekday.empty() || date.year < 1900) return {};
  const std::string right = weekdays.at(weekday_of(date.day, date.month, date.year));
  if (right == date.weekday) return {};
  return "that day is a " + std::string(1, static_cast<char>(right.front() - 'a' + 'A')) + right.substr(1);
}

/// The words of a sentence, folded; long enough to be no commonplace.
constexpr std::size_t least_words = 12;

struct Sentence {
  Id<Unit> unit;
  Span source;
  std::vector<std::string> words;
};

std::vector<Sentence> sentences_of(const Review& review, Id<Unit> id) {
  const auto& unit = review.units[id];
  const auto& projection = unit.projection(View::proposed);
  const auto& document = review.documents[unit.document];
  std::vector<Sentence> all;
  for (const auto& line : projection.lines) {
    const auto& paragraph = document.paragraphs[line.paragraph];
    if (paragraph.part != Part::body || paragraph.cell) continue;
    const auto text = slice(projection.text, line.span);
    Sentence sentence{id, {}, {}};
    const auto spans = words(text);
    std::uint32_t begin = 0;
    const auto finish = [&](std::size_t last) {
      if (sentence.words.size() >= least_words)
        all.push_back({id, projection.to_source({line.span.begin + begin, line.span.begin + spans[last].end}), std::move(sentence.words)});
      sentence.words.clear();
    };
    for (std::size_t n = 0; n < spans.size(); ++n) {
      if (n > 0 && slice(text, {spans[n - 1].end, spans[n].begin}).find(". ") != std::string_view::npos) finish(n - 1);
      if (sentence.words.empty()) begin = spans[n].begin;
      const auto word = fold(slice(text, spans[n]));
      if (sentence.words.empty() && word.find_first_not_of("0123456789.") == std::string::npos) continue;  // the number of the provision
      sentence.words.push_back(word);
    }
    if (!spans.empty()) finish(spans.size() - 1);
  }
  return all;
}

/// Numbers, names in references and defined terms differ on purpose; small words in place of one another do not.
bool is_free_choice(const std::string& word) {
  static constexpr std::array pairs{
      "shall",       "will",       "must",   "promptly", "immediately", "forthwith", "within",    "in",      "before",    "prior",
      "to",          "by",         "no",     "later",    "than",        "on",        "upon",      "if",      "where",     "when",
      "whenever",    "each",       "every",  "any",      "all",         "provide",   "send",      "give",    "submit",    "notify",
      "inform",      "tell",       "ensure", "procure",  "that",        "which",     "such",      "the",     "a",         "an",
      "its",         "their",      "of",     "from",     "with",        "and",       "or",        "receipt", "receiving", "relevant",
      "appropriate", "applicable", "soon",   "as",       "practicable", "possible",  "reasonably"};
  return std::find(pairs.begin(), pairs.end(), word) != pairs.end();
}

/// The words in which two sentences differ: one stretch of at most three words on either side, of words that say the same.
std::optional<std::pair<std::string, std::string>> one_difference(const Sentence& a, const Sentence& b) {
  if (a.words == b.words) return std::nullopt;
  std::size_t front = 0, back = 0;
  const auto least = std::min(a.words.size(), b.words.size());
  while (front < least && a.words[front] == b.words[front]) ++front;
  while (back + front < least && a.words[a.words.size() - 1 - back] == b.words[b.words.size() - 1 - back]) ++back;
  const auto rest_a = a.words.size() - front - back, rest_b = b.words.size() - front - back;
  if (rest_a > 4 || rest_b > 4 || rest_a == 0 || rest_b == 0 || front + back < least_words - 2) return std::nullopt;
  std::pair<std::string, std::string> differing;
  for (std::size_t i = 0; i < rest_a; ++i) {
    if (!is_free_choice(a.words[front + i])) return std::nullopt;
    differing.first += (i ? " " : "") + a.words[front + i];
  }
  for (std::size_t i = 0; i < rest_b; ++i) {
    if (!is_free_choice(b.words[front + i])) return std::nullopt;
    differing.second += (i ? " " : "") + b.words[front + i];
  }
  return differing;
}

}  // namespace

void check_impossible_date(const Review& review, const Rule& rule, Checked& checked) {
  static const Pattern written = Pattern::literal(
      "(?:(monday|tuesday|wednesday|thursday|friday|saturday|sunday),? (?:the )?)?([0-9]{1,2})(?:st|nd|rd|th)?(?: day of| of)? "
      "(january|february|march|april|may|june|july|august|september|october|november|december)(?:,? ((?:19|20)[0-9]{2})\\b)?",
      true);
  for (std::size_t u = 0; u < review.inputs.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    if (!is_judged(review, id)) continue;
    const auto& projection = review.units[id].projection(View::proposed);
    for (std::size_t at = 0;;) {
      const auto match = written.find(projection.text, at);
      if (!match) break;
      at = match->span.end;
      if (!at_word_edge(projection.text, match->span.begin) || !at_word_edge(projection.text, match->span.end)) continue;
      const auto before = match->span.begin > 0 ? projection.text[match->span.begin - 1] : ' ';
      if (before == '.' || before == '/' || before == '-') continue;
      WrittenDate date;
      if (match->groups[0]) date.weekday = fold(slice(projection.text, *match->groups[0]));
      date.day = number_in(slice(projection.text, *match->groups[1]));
      const auto month = fold(slice(projection.text, *match->groups[2]));
      // "1.2 may …", "paragraph 40 may be amended": the verb is no month.
      if (month == "may" && !starts_upper(slice(projection.text, *match->groups[2]))) continue;
      date.month = static_cast<int>(std::find(months.begin(), months.end(), month) - months.begin()) + 1;
      if (match->groups[3]) date.year = number_in(slice(projection.text, *match->groups[3]));
      const auto fault = fault_of(date);
      if (fault.empty() || (month == "may" && date.year == 0)) continue;
      const auto source = projection.to_source(match->span);
      const bool old = words_in_view(review, id, source, View::baseline) == words_in_view(review, id, source, View::proposed);
      auto finding = make_finding(review, rule, id, source, {old, true});
      if (!finding.introduced) continue;
      finding.message = fill(rule.message, {{"label", finding.label}, {"words", finding.text}, {"what", fault}});
      finding.key = fold(finding.text);
      checked.findings.push_back(std::move(finding));
    }
  }
}

void check_near_duplicate(const Review& review, const Rule& rule, Checked& checked) {
  for (std::size_t u = 0; u < review.inputs.size(); ++u) {
    const auto id = Table<Unit>::id_at(u);
    if (!is_judged(review, id)) continue;
    // Sentences that begin with the same words, or end with the same, may differ in one phrase.
    std::map<std::string, std::vector<std::size_t>> alike;
    const auto sentences = sentences_of(review, id);
    const auto ends_of = [](const std::vector<std::string>& w) {
      std::pair<std::string, std::string> ends{"<", ">"};
      for (std::size_t n = 0; n < 6; ++n) ends.first += w[n] + ' ', ends.second += w[w.size() - 1 - n] + ' ';
      return ends;
    };
    constexpr std::size_t most = 12;  // of one beginning: a text that repeats itself more often does so on purpose
    for (std::size_t n = 0; n < sentences.size(); ++n) {
      const auto ends = ends_of(sentences[n].words);
      std::optional<std::pair<std::size_t, std::pair<std::string, std::string>>> twin;
      for (const auto& key : {ends.first, ends.second}) {
        auto& others = alike[key];
        for (std::size_t k = 0; k < others.size() && k < most && !twin; ++k)
          if (const auto differing = one_difference(sentences[others[k]], sentences[n])) twin = {others[k], *differing};
        others.push_back(n);
      }
      if (!twin) continue;
      const auto& other = sentences[twin->first];
      const bool old =
          words_in_view(review, id, sentences[n].source, View::baseline) == words_in_view(review, id, sentences[n].source, View::proposed);
      auto finding = make_finding(review, rule, id, sentences[n].source, {old, true});
      if (!finding.introduced) continue;
      finding.message = fill(rule.message, {{"label", finding.label},
                                            {"one", twin->second.second},
                                            {"other", twin->second.first},
                                            {"where", label_at(review.units[id], View::proposed, other.source.begin)}});
      finding.notes.push_back({{review.units[id].document, other.source},
                               label_at(review.units[id], View::proposed, other.source.begin),
                               "the same sentence with \"" + twin->second.first + "\""});
      finding.key = twin->second.first + "|" + twin->second.second;
      checked.findings.push_back(std::move(finding));
    }
  }
}

}  // namespace dovetail
