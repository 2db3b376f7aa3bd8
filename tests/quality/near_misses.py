"""What looks like a defect and is right. Finding it is a false positive."""
from mutators.places import append_words, draft_part, ends_plainly, operative


def added(*phrases):
    """A near-miss that adds one of these phrases to a random provision."""
    def plant(project, random):
        node = operative(project, random, ends_plainly)
        if node is None:
            return None
        append_words(node, random.choice(phrases), draft_part(node, random))
        return True
    return plant


def named(name, plant):
    plant.__name__ = name
    return plant


NEAR_MISSES = [
    ("reference.missing", named("statute", added(", as required by section 21 of the Electricity Act 1989", " under regulation 47 of the Storm Damage (Compensation) Regulations 2011",
                                                 ", subject to paragraph 94 of Article 5 of the Guideline", " and with paragraph 94 of Condition 11A of its Licence"))),
    ("reference.missing", named("not_loaded", added(", as set out in Annex Z-9", " in accordance with XBSCP999", ", subject to paragraph 94.2 of Schedule 77 of the XREC"))),
    ("reference.not-used", named("formerly", added(" (formerly paragraph 94)",))),
    ("wording.doubled-word", named("had_had", added(", if it had had notice", ", and shall say that that is so", " and log on on the next day"))),
    ("term.undefined", named("names", added(", as required by the Electricity Act 1989", " by 31 March 2026", " on the first Monday in April", " using the form ‘Notice of Inspection of Lines’"))),
    ("change.residue", named("brackets", added(" (the interval [0, 1) or [a, b])", " (the error message shall say what the error is)", ", on a date to be confirmed by the person concerned"))),
]
