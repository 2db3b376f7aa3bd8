// From options to a job that can run: rules found and loaded, standard input read, today known.
#pragma once

#include "options.h"

namespace dovetail::cli {

/// The job of `options`, with its catalogue and standard input.
[[nodiscard]] Result<Job> prepare(const Options& options);

/// The documents of `options` read, compiled and linked, but not checked; what was guessed is said on standard error with --verbose.
[[nodiscard]] Result<Review> linked(const Options& options);

/// The job of `options` for a command that takes exactly one file.
[[nodiscard]] Result<Job> prepare_one(const Options& options, const std::string& command);

}  // namespace dovetail::cli
