// The fuzz targets: one function per reader, parser and writer of copies, each with the promises that hold for any bytes. libFuzzer and the ordinary
// tests call the same ones.
#pragma once

#include <string_view>

namespace dovetail::fuzz {

/// Reads `bytes` as one format and goes on as the commands do. A broken promise stops the process (`expect`), as a crash or a sanitizer does.
using Target = void (*)(std::string_view bytes);

void package(std::string_view bytes);
void docx(std::string_view bytes);
void xlsx(std::string_view bytes);
void odt(std::string_view bytes);
void html(std::string_view bytes);
void markdown(std::string_view bytes);
void marked_text(std::string_view bytes);
void csv(std::string_view bytes);
void pdf_pages(std::string_view bytes);
void project_yaml(std::string_view bytes);
void references(std::string_view bytes);
void archimate(std::string_view bytes);
void bpmn(std::string_view bytes);
void openapi(std::string_view bytes);
void reqif(std::string_view bytes);
void vsdx(std::string_view bytes);
void mapped(std::string_view bytes);
void labels(std::string_view bytes);
void when(std::string_view bytes);
void whole(std::string_view bytes);
void annotate(std::string_view bytes);
void unit(std::string_view bytes);

struct NamedTarget {
  std::string_view name;  // of its file, its corpus and its folder of regressions
  Target run;
};

inline constexpr NamedTarget targets[] = {
    {"package", package},
    {"docx", docx},
    {"xlsx", xlsx},
    {"odt", odt},
    {"html", html},
    {"markdown", markdown},
    {"marked_text", marked_text},
    {"csv", csv},
    {"pdf_pages", pdf_pages},
    {"project_yaml", project_yaml},
    {"references", references},
    {"archimate", archimate},
    {"bpmn", bpmn},
    {"openapi", openapi},
    {"reqif", reqif},
    {"vsdx", vsdx},
    {"mapped", mapped},
    {"labels", labels},
    {"when", when},
    {"whole", whole},
    {"annotate", annotate},
    {"unit", unit},
};

}  // namespace dovetail::fuzz
