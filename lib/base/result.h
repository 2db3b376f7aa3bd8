// Result<T>: a value, or the one reason why the job cannot be done. Wrong text is never an Error, it is a Finding.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace dovetail {

/// Why something cannot be done, as one line for a person: what, where (file and line when known) and what to do.
struct Error {
  std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;

/// A failed Result: `return fail("no such file: " + path);`
inline tl::unexpected<Error> fail(std::string message) { return tl::unexpected<Error>(Error{std::move(message)}); }

}  // namespace dovetail
