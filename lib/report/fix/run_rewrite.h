// One run written again, with some of its characters deleted and others put in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ooxml/markup.h"

namespace dovetail::fix {

/// Bytes of a text element's inside that are deleted; `inserted` stands behind them.
struct Strike {
  std::uint32_t text = 0;  // the element, a child of the run
  std::size_t begin = 0, end = 0;
  std::string inserted;
};

/// The attributes of a revision: author, and a date where there is one; ids count up.
struct Reviser {
  std::uint64_t next_id = 1;
  std::string date;
};

/// The run as several: what stays, `w:del` around what is struck, `w:ins` around what is put in. Strikes are in order. Where the run stands in
/// somebody's insertion, that is closed around the new one and opened again.
std::string rewritten_run(const Markup& part, std::uint32_t run, const std::vector<Strike>& strikes, Reviser& reviser);

}  // namespace dovetail::fix
