// A table view as a table of a page.
#include "report/html/views.h"

#include <algorithm>
#include <map>

#include "report/escape.h"
#include "report/html/elements.h"

namespace dovetail::html {
namespace {

constexpr std::size_t rows_at_once = 500;

std::string row_of(const std::vector<ViewCell>& row) {
  std::string out = "<tr>";
  for (std::size_t n = 0; n < row.size(); ++n) {
    if (n == 0)
      out += element("th", row[n].text, "scope=\"row\"");
    else if (row[n].is_figure)
      out += element("td", row[n].text == "0" ? "–" : std::string_view(row[n].text), "class=\"figure\"");
    else
      out += element("td", row[n].text);
  }
  return out + "</tr>\n";
}

/// A string of JSON that ends no script, whatever is in it.
std::string json_string(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || c == '<' || c == '>' || c == '&' || c == '"' || c == '\\' || byte == 0x7F)
      out.append("\\u00").append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
    else
      out += c;
  }
  return out + "\"";
}

/// A cell for the script: a figure as a number, so that it can tell it from words.
std::string json_cell(const ViewCell& cell) { return cell.is_figure ? cell.text : json_string(plain_safe(cell.text)); }

/// A column from `first` on. What has few values is written once for each of them, with the rows' places among them; what has one value only once.
std::string column_of(const TableView& view, std::size_t first, std::size_t column) {
  std::map<std::string, std::size_t> places;
  std::vector<std::size_t> at;
  std::string cells, values;
  std::size_t as_places = 0;
  for (std::size_t n = first; n < view.rows.size(); ++n) {
    const std::string cell = column < view.rows[n].size() ? json_cell(view.rows[n][column]) : "\"\"";
    const auto [place, fresh] = places.try_emplace(cell, places.size());
    if (fresh) values += (values.empty() ? "" : ",") + cell;
    cells += (cells.empty() ? "" : ",") + cell;
    at.push_back(place->second);
    as_places += std::to_string(place->second).size() + 1;
  }
  if (places.size() == 1) return "{\"values\":[" + values + "]}";
  if (values.size() + as_places >= cells.size()) return "{\"cells\":[" + cells + "]}";
  std::string rows;
  for (const std::size_t place : at) rows += (rows.empty() ? "" : ",") + std::to_string(place);
  return "{\"values\":[" + values + "],\"rows\":[" + rows + "]}";
}

/// The rows that do not stand on the page, column by column.
std::string rest_of(const TableView& view) {
  const std::size_t rest = view.rows.size() - rows_at_once;
  std::string out = "<p><button type=\"button\" class=\"more\" data-table=\"" + view.id + "\" data-rows=\"" + view.id + "-rows\">Show the other " +
                    std::to_string(rest) + " rows</button></p>\n<script type=\"application/json\" id=\"" + view.id +
                    "-rows\">{\"count\":" + std::to_string(rest) + ",\"columns\":[";
  for (std::size_t column = 0; column < view.heads.size(); ++column) out += (column == 0 ? "" : ",\n") + column_of(view, rows_at_once, column);
  return out + "]}</script>\n";
}

}  // namespace

std::string table_of(const TableView& view) {
  std::string head = "<tr>";
  for (const auto& name : view.heads) head += element("th", name, "scope=\"col\"");
  std::string out = "<table id=\"" + view.id + "-table\">" + element("caption", view.says) + "<thead>" + head + "</tr></thead><tbody>\n";
  for (std::size_t n = 0; n < std::min(view.rows.size(), rows_at_once); ++n) out += row_of(view.rows[n]);
  out = scrolling(view.title, out + "</tbody></table>");
  return view.rows.size() > rows_at_once ? out + rest_of(view) : out;
}

}  // namespace dovetail::html
