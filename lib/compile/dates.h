// Dates as registers write them.
#pragma once

#include <string>
#include <string_view>

namespace dovetail {

/// What a cell that should hold a date holds. A form: "2024-03-01", with or without a time; "1/3/2024" (day first); "1 March 2024".
struct DateReading {
  enum class Outcome { blank, date, words, impossible };  // words: "TBC", "Q3 2024" – no date, and not pretending to be one
  Outcome outcome = Outcome::blank;
  std::string iso;  // of a date: "2024-03-01"
};

DateReading read_date(std::string_view text);

}  // namespace dovetail
