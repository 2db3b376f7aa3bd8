"""Defects of wording: a word written twice, and phrases that the other rules of the family find in new text."""
import re

from model import Run
from mutators import Expectation
from mutators.places import append_words, ends_plainly, inserted, label_of, operative

SMALL = re.compile(r"(?<= )(the|to|of|shall|in|by|each|receives|within|it)(?= )")


def doubled_in_new_text(project, random):
    """A small word of inserted text stands twice."""
    node = operative(project, random, lambda n: any(fits(n, run) for run in n.runs))
    if node is None:
        return None
    run = random.choice([run for run in node.runs if fits(node, run)])
    found = random.choice(list(SMALL.finditer(run.content)))
    run.content = run.content[:found.end()] + " " + found.group() + run.content[found.end():]
    return Expectation("wording.doubled-word", node.document.path, label_of(node), found.group(), introduced=True)


def fits(node, run):
    return isinstance(run.content, str) and (run.change == "ins" or inserted(node) and run.change != "del") and SMALL.search(run.content)


def doubled_across_mark(project, random):
    """The draft inserts a word beside the same word."""
    node = operative(project, random, lambda n: not inserted(n) and any(old(run) for run in n.runs))
    if node is None:
        return None
    run = random.choice([run for run in node.runs if old(run)])
    place = node.runs.index(run)
    found = random.choice(list(SMALL.finditer(run.content)))
    node.runs[place:place + 1] = [Run(run.content[:found.end()]), Run(" " + found.group(), "ins"), Run(run.content[found.end():])]
    return Expectation("wording.doubled-word", node.document.path, label_of(node), found.group(), introduced=True)


def old(run):
    return isinstance(run.content, str) and not run.change and SMALL.search(run.content)


def says(rule, name, phrase, words, follows=()):
    """A mutator that adds a phrase to a provision, as new text."""
    def plant(project, random):
        node = operative(project, random, ends_plainly)
        if node is None:
            return None
        append_words(node, phrase, "" if inserted(node) else "ins")
        counts_otherwise = rule == "wording.working-day" and node.document.code in ("XREC", "XDCUSA", "XSEC")   # codes where the other word is retired
        return Expectation(rule, node.document.path, label_of(node), words, follows=list(follows), introduced=True,
                           also=("term.retired",) if counts_otherwise else ())
    plant.__name__ = name
    return plant


TWIN = ". The holder of the record shall write to the owner of the land within ten days of {} the notice"
OTHER = ". The keeper of the list shall {} tell the owner of the land about each change that is made to the list"

MUTATORS = [("wording.doubled-word", doubled_in_new_text), ("wording.doubled-word", doubled_across_mark)] + [
    (rule, says(rule, name, phrase, words, follows)) for rule, name, phrase, words, *follows in [
        ("wording.vague", "as_appropriate", ", as appropriate", "as appropriate"),
        ("wording.vague", "timely_manner", ", in a timely manner", "in a timely manner"),
        ("wording.and-or", "and_slash_or", ", by post and/or by courier", "and/or"),
        ("wording.and-or", "spaced_and_or", ", on paper and / or by wire", "and / or"),
        ("wording.spacing", "space_before_comma", " , which is kept", " ,"),
        ("wording.spacing", "no_space_before_figure", " from30 days on", "from30"),
        ("wording.shall-be-able-to", "shall_be_able_to", ", and shall be able to show it", "shall be able to"),
        ("wording.shall-be-able-to", "must_be_capable_of", ", and must be capable of showing it", "must be capable of"),
        ("wording.passive-duty", "copy_shall_be_sent", ". A copy shall be sent within a day", "shall be sent"),
        ("wording.passive-duty", "all_must_be_recorded", ". All this must be recorded", "must be recorded"),
        ("wording.number-words", "five_six", " within five (6) days", "five (6)"),
        ("wording.number-words", "ten_twelve", " on 10 (twelve) sheets", "10 (twelve)"),
        ("wording.date-format", "figures", " from 01/04/2031", "01/04/2031"),
        ("wording.date-format", "month_first", " until April 1, 2031", "April 1, 2031"),
        ("wording.working-day", "two_ways_to_count", ", within two Working Days and not two Business Days", "Business Days", "term.undefined", "term.retired"),
        ("wording.working-day", "one_day_of_either", ", on a Business Day that is a Working Day", "Business Day", "term.undefined", "term.retired"),
        ("wording.supporting-document", "set_out_in_guidance", ", as set out in the guidance", "set out in the guidance"),
        ("wording.supporting-document", "user_guide", ", in accordance with the relevant user guide", "in accordance with"),
        ("wording.impossible-date", "june_31", " by 31 June 2031", "31 June 2031"),
        ("wording.impossible-date", "february_30", " until 30 February 2031", "30 February 2031"),
        ("wording.near-duplicate", "receipt_of", TWIN.format("receipt of") + TWIN.format("receiving"), "receiving"),
        ("wording.near-duplicate", "promptly", OTHER.format("immediately") + OTHER.format("promptly"), "promptly"),
    ]]
