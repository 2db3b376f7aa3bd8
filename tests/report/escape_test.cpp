// Nothing from a file acts on a terminal or a page.
#include <catch2/catch.hpp>

#include "report/escape.h"

using namespace dovetail;

TEST_CASE("Terminal text keeps letters and loses what acts", "[report]") {
  CHECK(terminal_safe("plain words") == "plain words");
  CHECK(terminal_safe("caf\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D") == "caf\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D");
  CHECK(terminal_safe("a\x1b[31mb") == "a\xEF\xBF\xBD[31mb");
  CHECK(terminal_safe("a\tb\nc\rd") == "a b c d");
  CHECK(terminal_safe("a\x7F"
                      "b\xC2\x9B"
                      "c") ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD"
        "c");
  CHECK(terminal_safe("a\xE2\x80\xAE"
                      "b\xE2\x81\xA6"
                      "c") == "abc");
  CHECK(terminal_safe("bad \xFF byte") == "bad \xEF\xBF\xBD byte");
  CHECK(plain_safe("a\tb\x1b") == "a\tb\xEF\xBF\xBD");
}

TEST_CASE("HTML text is inert", "[report]") {
  CHECK(html_safe(R"(<script>alert("x" & 'y')</script>)") == "&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)&lt;/script&gt;");
  CHECK(html_safe("a\x01"
                  "b") ==
        "a\xEF\xBF\xBD"
        "b");
}

TEST_CASE("JSON says controls by number", "[report]") {
  CHECK(json_safe("{\"a\":\"\xC2\x9B\x7F\xE2\x80\xAE\xC3\xA9\"}") == "{\"a\":\"\\u009b\\u007f\\u202e\xC3\xA9\"}");
}
