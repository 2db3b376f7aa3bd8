// The contents page of linking. Each step reads what the one before has settled.
#include "link/link.h"

#include "link/alignment.h"
#include "link/collisions.h"
#include "link/companions.h"
#include "link/coverage.h"
#include "link/design_links.h"
#include "link/design_sources.h"
#include "link/documents.h"
#include "link/marked_changes.h"
#include "link/provisions.h"
#include "link/term_conflicts.h"
#include "link/terms.h"

namespace dovetail {

Corpus link(const Review& review, unsigned threads) {
  Corpus corpus;
  const DocumentIndex documents(review);
  corpus.roles = RoleNames(review);                                   // every name of a role is known
  corpus.registered = documents.registered();                         // every document that may be cited is known
  corpus.references = link_references(review, documents, threads);    // every reference has its outcome, per view
  link_terms(review, threads, corpus);                                // every capitalised word that is a term is known as one
  corpus.term_conflicts = link_term_conflicts(review, corpus.terms);  // codes that say different things by one word are known
  corpus.atoms = link_atoms(review);                                  // every id of the design names one atom
  corpus.design_links = link_design(review);                          // … and who names it
  corpus.conflicts = compare_sources(review, corpus.roles);           // what artefacts say of one atom is laid side by side
  corpus.comparisons = compare_with_baselines(review, threads);       // every draft is laid beside the baseline it names
  corpus.companions = compare_with_companions(review, threads);       // … its twin and its earlier versions
  corpus.changes = link_draft_changes(review, threads);               // every mark of a draft is one change of one provision
  corpus.three_ways = lay_three_ways(review, threads);                // … and the live text, where it moved on
  corpus.collisions = find_collisions(review, threads);               // drafts of one text are laid over each other
  link_coverage(review, documents, threads, corpus);                  // every atom has its status, per code that it targets
  return corpus;
}

}  // namespace dovetail
