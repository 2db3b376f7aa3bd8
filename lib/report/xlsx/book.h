// A workbook as plain data, and the one function that makes it a file. Only book.cpp knows the library that writes it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace dovetail::xlsx {

/// One value: text (never a formula, whatever it begins with) or a number; text may lead to a place of the workbook ("internal:'Findings'!A7").
struct Value {
  std::string text;
  std::optional<double> number;
  std::string link;

  Value(std::string words) : text(std::move(words)) {}
  Value(std::string_view words) : text(words) {}
  Value(const char* words) : text(words) {}
  Value(std::size_t count) : number(static_cast<double>(count)) {}
  Value(std::string words, std::string leads_to) : text(std::move(words)), link(std::move(leads_to)) {}
};

struct Column {
  std::string_view title;
  double width = 12;                        // in characters
  std::vector<std::string_view> choices{};  // what a reviewer may fill in; empty: anything
};

/// A sheet with a frozen row of heads and a filter over it.
struct Sheet {
  std::string name;  // at most 31 characters, none of []:*?/\ in it
  std::vector<Column> columns;
  std::vector<std::vector<Value>> rows;
  std::vector<std::pair<std::string_view, std::uint32_t>> colours;  // rows whose first value is that word get that ground, 0xRRGGBB
  std::vector<std::size_t> struck{};                                // rows whose text is struck through, from 0 and sorted
};

/// The workbook (ECMA-376 transitional) as bytes; the same bytes for the same sheets. Text longer than a cell holds (32,767 characters) is cut, with
/// "…" at its end; a sheet holds at most 1,048,575 rows, the others are left out and its last row says so. Fails where no temporary file can be
/// written.
Result<std::string> bytes_of(const std::vector<Sheet>& sheets);

/// A link to a row of a sheet; rows from 0, without the heads.
std::string link_to(std::string_view sheet, std::size_t row);

}  // namespace dovetail::xlsx
