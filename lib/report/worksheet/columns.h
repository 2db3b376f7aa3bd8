// The worksheet's columns, once for all its formats.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/worksheet/comments.h"
#include "report/worksheet/rows.h"

namespace dovetail::worksheet {

struct Column {
  std::string_view title;
  double width;  // in characters
  std::string Row::*field;
  bool fact = false;  // shown below the texts in the HTML worksheet
};

inline constexpr std::string_view decision_column = "Decision", since_column = "Since last round", earlier_column = "Earlier decision";
inline constexpr std::string_view decisions[] = {"Agree", "Change", "Refer to design", "Discuss"};

inline const std::vector<Column>& columns() {
  static const std::vector<Column> all{{"Change", 10, &Row::change},
                                       {"Document", 14, &Row::document},
                                       {"Provision", 12, &Row::label},
                                       {"Before", 12, &Row::before_label},
                                       {"Heading", 24, &Row::heading},
                                       {"Baseline", 45, &Row::baseline},
                                       {"Proposed", 45, &Row::proposed},
                                       {"Design", 45, &Row::design},
                                       {"SLA", 18, &Row::sla, true},
                                       {"Sender", 16, &Row::sender, true},
                                       {"Receivers", 20, &Row::receivers, true},
                                       {"CR/DIN", 14, &Row::changes, true},
                                       {"Open comments", 36, &Row::comments, true},
                                       {"Cited by", 20, &Row::cited_by, true},
                                       {"Live moved?", 26, &Row::live, true},
                                       {"Findings", 45, &Row::findings, true},
                                       {since_column, 18, &Row::since},
                                       {earlier_column, 18, &Row::earlier, true},
                                       {decision_column, 14, &Row::decision},
                                       {"Reviewer", 14, &Row::reviewer},
                                       {"Date", 12, &Row::decided_on},
                                       {"Text key", 14, &Row::text_key},
                                       {"Design key", 14, &Row::design_key}};
  return all;
}

struct CommentColumn {
  std::string_view title;
  double width;
  std::string PlacedComment::*field;
};

inline const std::vector<CommentColumn>& comment_columns() {
  using C = PlacedComment;
  static const std::vector<CommentColumn> all{{"Document", 14, &C::document},
                                              {"Provision now", 14, &C::now},
                                              {"As commented on", 16, &C::as_written},
                                              {"Comment", 10, &C::id},
                                              {"By", 16, &C::respondent},
                                              {"Words", 60, &C::text},
                                              {"Suggested text", 40, &C::suggested},
                                              {"Like each other", 22, &C::like},
                                              {"Response", 36, &C::response},
                                              {"Disposition", 14, &C::disposition}};
  return all;
}

}  // namespace dovetail::worksheet
