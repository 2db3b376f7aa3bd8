// Standard output, standard error, and what the terminal can do.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "options.h"
#include "report/reporters.h"
#include "report/sink.h"

namespace dovetail::cli {

/// How many characters a line of standard output holds: 40 to 120 on a terminal, 80 elsewhere.
unsigned terminal_width();

/// Writes to standard output. 0, or 2 when it cannot be written (a full disk), with a line on standard error.
int print(std::string_view text);

/// The same for a text that comes in pieces: `write` hands them to the sink. After a piece that cannot be written the others are not tried.
int print_pieces(const std::function<void(const Sink&)>& write);

/// One line on standard error, "dovetail: …", safe for a terminal. Always 2: it is what a command returns then.
int complain(const std::string& message);

/// The same for what a person may want to know: no failure.
void mention(const std::string& message);

/// With --verbose: what was guessed about the inputs, a line each.
void mention_guesses(const Options& options, const Review& review);

/// Inputs are never modified, not even by a slip of the hand: fails where a file that --report names is one of them.
[[nodiscard]] Result<bool> expect_no_input(const std::string& file, const Review& review);

/// How to report to standard output: colour and width of the terminal, the program's version. Elsewhere than on a terminal lines are not broken.
ReportOptions report_options(const Options& options);

}  // namespace dovetail::cli
