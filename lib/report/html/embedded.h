// The style sheet and the script of the HTML report, put into the program when it is built (report.css and report.js beside this file).
#pragma once

#include <string>
#include <string_view>

namespace dovetail::html {

extern const std::string_view style_sheet;
extern const std::string_view script;

/// The value of the page's Content-Security-Policy: nothing from outside, and no script but ours (Content Security Policy Level 3, 2.3.1
/// hash-source).
std::string content_policy();

}  // namespace dovetail::html
