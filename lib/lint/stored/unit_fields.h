// The members of a Unit as they are stored. Each is taken apart by name: a member that is added to the model does not compile until it stands here.
#pragma once

#include "lint/stored/document_fields.h"
#include "model/unit.h"

namespace dovetail::stored {

template <>
inline constexpr auto last_value<ProvisionKind> = ProvisionKind::entry;
template <>
inline constexpr auto last_value<DefinitionForm> = DefinitionForm::construction;
template <>
inline constexpr auto last_value<Reach> = Reach::code;
template <>
inline constexpr auto last_value<Statement::What> = Statement::What::draft_version;
template <>
inline constexpr auto last_value<Statement::Where> = Statement::Where::contents;
template <>
inline constexpr auto last_value<ReferenceReach> = ReferenceReach::external;
template <>
inline constexpr auto last_value<WhenRelation> = WhenRelation::no_earlier_than;
template <>
inline constexpr auto last_value<TimeUnit> = TimeUnit::year;
template <>
inline constexpr auto last_value<TimeSide> = TimeSide::after;
template <>
inline constexpr auto last_value<AnchorKind> = AnchorKind::term;
template <>
inline constexpr auto last_value<Transfer> = Transfer::received;

template <class Archive>
void serialize(Archive& archive, Provision& value) {
  auto& [kind, views, label, number, heading, parent, scope, not_used, lines, last_line, paragraph, span, list, automatic, quoted] = value;
  members(archive, kind, views, label, number, heading, parent, scope, not_used, lines, last_line, paragraph, span, list, automatic, quoted);
}
template <class Archive>
void serialize(Archive& archive, Definition& value) {
  auto& [term, folded, form, views, span, body, meaning, was, provision, reach, reach_stated, scope, within, context, pointer, pointed_term, entry] =
      value;
  members(archive, term, folded, form, views, span, body, meaning, was, provision, reach, reach_stated, scope, within, context, pointer, pointed_term,
          entry);
}
template <class Archive>
void serialize(Archive& archive, Statement& value) {
  auto& [what, where, text, raw, span, views, row] = value;
  members(archive, what, where, text, raw, span, views, row);
}
template <class Archive>
void serialize(Archive& archive, Reference& value) {
  auto& [span, text, keyword, reach, document, divisions, label, last, echo, echo_quoted, self, relative, interior, views, from] = value;
  members(archive, span, text, keyword, reach, document, divisions, label, last, echo, echo_quoted, self, relative, interior, views, from);
}
template <class Archive>
void serialize(Archive& archive, Word& value) {
  auto& [begin, length, flags, form, line] = value;
  members(archive, begin, length, flags, form, line);
}
template <class Archive>
void serialize(Archive& archive, WhenAnchor& value) {
  auto& [kind, text, transfer] = value;
  members(archive, kind, text, transfer);
}
template <class Archive>
void serialize(Archive& archive, WhenClause& value) {
  auto& [relation, quantity, unit, side, anchor, minute_of_day, cut_off, condition] = value;
  members(archive, relation, quantity, unit, side, anchor, minute_of_day, cut_off, condition);
}
template <class Archive>
void serialize(Archive& archive, When& value) {
  auto& [clauses, all, understood, quantified, mark] = value;
  members(archive, clauses, all, understood, quantified, mark);
}
template <class Archive>
void serialize(Archive& archive, TableField& value) {
  auto& [text, span] = value;
  members(archive, text, span);
}
template <class Archive>
void serialize(Archive& archive, TimetableRow& value) {
  auto& [views, table, provision, ref, when, action, from, to, information, method, timing] = value;
  members(archive, views, table, provision, ref, when, action, from, to, information, method, timing);
}
template <class Archive>
void serialize(Archive& archive, Record& value) {
  auto& [kind, fields, span, struck, hidden] = value;
  members(archive, kind, fields, span, struck, hidden);
}
template <class Archive>
void serialize(Archive& archive, Item& value) {
  auto& [kind, id, raw_id, parent, text, artefact, version, release, status, record] = value;
  members(archive, kind, id, raw_id, parent, text, artefact, version, release, status, record);
}
template <class Archive>
void serialize(Archive& archive, Branch& value) {
  auto& [gateway, condition, from, to, span] = value;
  members(archive, gateway, condition, from, to, span);
}
template <class Archive>
void serialize(Archive& archive, Sla& value) {
  auto& [item, when, columns] = value;
  members(archive, item, when, columns);
}
/// Without what belongs to one run (document, path), and without the projections, which are made again out of the document.
template <class Archive>
void serialize(Archive& archive, Unit& value) {
  auto& [document, path, id, code, profile, title, aliases, views, provisions, definitions, references, statements, timetable, items, unnamed,
         earlier, branches, records, slas, words, forms, problems, body_end, has_body, has_changes, lost, imports] = value;
  members(archive, id, code, profile, title, aliases, provisions, definitions, references, statements, timetable, items, unnamed, earlier, branches,
          records, slas, words, forms, problems, body_end, has_body, has_changes, lost, imports);
}

}  // namespace dovetail::stored
