// The rules of the family change.
#pragma once

#include "check/checks.h"
#include "text/pattern.h"

namespace dovetail {

/// change.unmarked: what the draft's baseline view has not in common with the baseline it names (Corpus::comparisons).
/// Quotes, spaces and dashes that print the same are warnings.
void check_unmarked_change(const Review& review, const Rule& rule, Checked& checked);

/// change.residue: placeholders, broken references, hidden text, comments, highlight and drafting notes in the proposed view.
/// Comments, highlight and notes weigh as the document's stage says (drafting, internal: note; final: error; else warning).
void check_residue(const Review& review, const Rule& rule, Checked& checked);
/// What check_residue looks for in the text.
std::vector<PatternSearch::Expression> residue_expressions(const Rule& rule);

/// change.invisible-deletion: text of the baseline that is gone, where the marking scheme shows no deletions.
void check_invisible_deletion(const Review& review, const Rule& rule, Checked& checked);
/// change.numbering-unmarked: automatic numbers that are others than in the baseline, and nothing inserted or taken out explains it. One per
/// document.
void check_unmarked_numbering(const Review& review, const Rule& rule, Checked& checked);

/// change.no-effect: words deleted and inserted again as they were; one for the document when they are many.
void check_no_effect(const Review& review, const Rule& rule, Checked& checked);
/// change.wholesale: a paragraph struck and retyped, of which under a fifth of the words differ.
void check_wholesale(const Review& review, const Rule& rule, Checked& checked);
/// change.formatting-only: tracked changes of formatting alone, one per paragraph; one for the document when they are many.
void check_formatting_only(const Review& review, const Rule& rule, Checked& checked);
/// change.unknown-author: revisions without author or date, or by an author that the scheme does not list. One per document.
void check_unknown_author(const Review& review, const Rule& rule, Checked& checked);
/// change.mixed: tracked and manual marks in one document where the scheme allows one of them.
void check_mixed_marks(const Review& review, const Rule& rule, Checked& checked);
/// change.unknown-mark: looks like marks, and the scheme does not explain it. One per look and document.
void check_unknown_mark(const Review& review, const Rule& rule, Checked& checked);

/// change.protected: marked changes of text that the project protects, without a condition that says when they begin to count.
void check_protected(const Review& review, const Rule& rule, Checked& checked);
/// change.out-of-scope: marks outside the parts that a draft declares, or of another modification than those it declares.
void check_out_of_scope(const Review& review, const Rule& rule, Checked& checked);

/// change.twin-differs: the twin with all changes accepted is not the draft with all changes accepted.
void check_twin(const Review& review, const Rule& rule, Checked& checked);
/// change.since-approval: provisions that are others than in the last version approved, or legally reviewed.
void check_since_approval(const Review& review, const Rule& rule, Checked& checked);
/// change.collision: two drafts of one text change the same words (an error), or the same provision.
void check_collision(const Review& review, const Rule& rule, Checked& checked);

}  // namespace dovetail
