// A table view as a table of a page.
#include "report/html/views.h"

#include <algorithm>

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

std::string rest_of(const TableView& view) {
  std::string out = "<p><button type=\"button\" class=\"more\" data-table=\"" + view.id + "\" data-rows=\"" + view.id + "-rows\">Show the other " +
                    std::to_string(view.rows.size() - rows_at_once) + " rows</button></p>\n<script type=\"application/json\" id=\"" + view.id +
                    "-rows\">[";
  for (std::size_t n = rows_at_once; n < view.rows.size(); ++n) {
    out += n == rows_at_once ? "[" : ",\n[";
    for (std::size_t i = 0; i < view.rows[n].size(); ++i) {
      const ViewCell& cell = view.rows[n][i];
      out += (i == 0 ? "" : ",") + (cell.is_figure ? cell.text : json_string(plain_safe(cell.text)));
    }
    out += "]";
  }
  return out + "]</script>\n";
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
