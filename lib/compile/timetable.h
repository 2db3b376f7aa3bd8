// Interface and timetable tables: each row with its REF, WHEN, ACTION, FROM, TO, INFORMATION REQUIRED and METHOD.
#pragma once

#include <vector>

#include "model/document.h"
#include "model/profile.h"
#include "model/unit.h"

namespace dovetail {

/// Fills unit.timetable from the interface and timetable tables of `document`, and adds a provision of kind row for each row with a REF
/// (and a numbered one for a heading that spans the table). unit.views and the provisions outside such tables are filled already;
/// unit.provisions is put in the order of the text, so every Id<Provision> taken before is void. A row whose cells differ between the views
/// gives one TimetableRow per view.
void compile_timetable(const Document& document, const Profile& profile, Unit& unit);

/// Which of Document::tables are interface and timetable tables, by their index. Their paragraphs make no provisions but rows.
std::vector<bool> timetable_tables(const Document& document);

/// The same for one table. Looks at the whole document: ask timetable_tables when asking often.
bool is_timetable(const Document& document, Id<TextTable> table);

}  // namespace dovetail
