"""What a check says in a sentence, and what it leaves for a board to settle.

In a sentence `{found}` and `{of}` are numbers, `{n}` is "3 of 40", and `[one|several]` is the word that agrees with
what was found.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ssp_graph.english import article
from ssp_graph.papers.answers import Answers

_EITHER = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


class Wording(NamedTuple):
    """How a check is put into words: the question that follows, what it found, that it found all or nothing."""

    subject: str
    check: str
    asks: str
    says: str
    every: str
    sound: str
    state: str = "found"


def _lacking(subject: str, check: str, things: str, one: str, verb: str, what: str, asks: str) -> Wording:
    """Return the words of a check that finds things without something: `verb` is "has|have", "names|name" …

    What nobody has is said to be so as far as it is recorded; what everybody has, without more ado.
    """
    singular = verb.partition("|")[0]
    plain = what.removeprefix("recorded ")
    return Wording(
        subject,
        check,
        asks,
        f"{{n}} {things} [{verb}] no {what}",
        f"none of the {{of}} {things} {singular} {article(what)} {what}",
        f"every {one} {singular} {article(plain)} {plain}",
    )


_LEADS = "Leads and delivery"
_ACTIONS = "Actions"
_BODIES = "Bodies"
_MEASURES = "Measures"
_STRATEGIES = "Strategies"
_REGION = "Regional priorities"
_MATRIX = "Safeguarding matrix"
TOLD_APART = frozenset({_REGION, _MATRIX})
"""Subjects that have an answer of their own, which counts them better."""

# In the order in which a board would take them.
WORDINGS = (
    _lacking(
        *(_LEADS, "themes-without-lead", "themes", "theme", "has|have", "lead"),
        "Who is to lead the [theme|{found} themes] without a lead?",
    ),
    _lacking(
        *(_ACTIONS, "actions-without-owner", "actions", "action", "names|name", "owner"),
        "Who is to own the [action|{found} actions] without an owner?",
    ),
    _lacking(
        *(_ACTIONS, "actions-without-due-date", "actions", "action", "gives|give", "due date"),
        "By when [is the action|are the {found} actions] without a due date to be done?",
    ),
    _lacking(
        *(_LEADS, "themes-without-delivery-body", "themes", "theme", "has|have", "delivery body"),
        "Which body is to deliver the [theme|{found} themes] without a delivery body?",
    ),
    _lacking(
        *(_LEADS, "delivery-bodies-without-line-up", "bodies that deliver something", "body that delivers something"),
        *("has|have", "recorded line up"),
        "To whom [does the delivery body|do the {found} delivery bodies] without a line up answer?",
    ),
    Wording(
        _LEADS,
        "posts-that-oversee-themselves",
        "Who else is to oversee the [lead|{found} leads] held by a post that also oversees or chairs?",
        "in {n} leads by a post, the same post oversees or chairs what it leads",
        "in all {of} leads by a post, the same post oversees or chairs what it leads",
        "no post oversees or chairs what it leads",
    ),
    Wording(
        _BODIES,
        "bodies-that-report-to-nothing",
        "To whom [does the established body|do the {found} established bodies] without a recorded line report?",
        "{n} established bodies [reports|report] to nothing that is recorded",
        "none of the {of} established bodies reports to anything that is recorded",
        "every established body reports to another",
    ),
    _lacking(
        *(_BODIES, "bodies-without-chair", "boards, groups and panels", "board, group and panel"),
        *("has|have", "recorded chair"),
        "Who chairs the [body|{found} bodies] without a recorded chair?",
    ),
    _lacking(
        *(_BODIES, "authorities-without-seat", "responsible authorities", "responsible authority"),
        *("has|have", "recorded seat"),
        "Where [does the responsible authority|do the {found} responsible authorities] without a seat sit?",
    ),
    _lacking(
        *(_MEASURES, "measures-without-owner", "measures", "measure", "names|name", "owner"),
        "Who is to answer for the [measure|{found} measures] without an owner?",
    ),
    Wording(
        _MEASURES,
        "measures-without-target",
        "What [is the indicator|are the {found} indicators] without a target or a baseline to reach, and from where?",
        "{n} indicators [lacks|lack] a target or a baseline",
        "none of the {of} indicators has both a target and a baseline",
        "every indicator has a target and a baseline",
    ),
    _lacking(
        *(_STRATEGIES, "strategies-without-owner", "local and regional strategies, plans and programmes"),
        *("local and regional strategy", "names|name", "owner"),
        "Who is to own the [strategy|{found} strategies, plans and programmes] without an owner?",
    ),
    Wording(
        _STRATEGIES,
        "strategies-ended-before-plan",
        "[Has the strategy|Have the {found} strategies] that ended before the plan began been renewed or replaced?",
        "{n} strategies whose end is recorded had ended before the plan began",
        "all {of} strategies whose end is recorded had ended before the plan began",
        "no strategy had ended before the plan began",
    ),
    Wording(
        _STRATEGIES,
        "strategies-ending-during-plan",
        "What is to follow the [strategy that ends|{found} strategies that end] during the plan's period?",
        "{n} [ends|end] during its period",
        "all {of} strategies whose end is recorded end during its period",
        "none ends during its period",
    ),
    Wording(
        _REGION,
        "commitments-not-addressed",
        "Is anything local to address the [regional commitment|{found} regional commitments] without it?",
        "{n} regional commitments [has|have] nothing local that addresses them",
        "none of the {of} regional commitments has anything local that addresses it",
        "every regional commitment has something local that addresses it",
    ),
    Wording(
        _REGION,
        "themes-without-priority",
        "Which regional priority [does the theme|do the {found} themes] set against none serve, if any?",
        "{n} themes [maps|map] to no regional priority",
        "none of the {of} themes maps to a regional priority",
        "every theme maps to a regional priority",
    ),
    Wording(
        _MATRIX,
        "matrix-cells-not-recorded",
        "Which boards lead and which support on the safeguarding themes, where the source does not say?",
        "for {n} cells of the matrices the source does not say whether the board leads or supports",
        "for none of the {of} cells of the matrices does the source say whether the board leads or supports",
        "every cell of the matrices is recorded",
        "unknown",
    ),
)


def said(wording: Wording, answers: Answers) -> str:
    """Return what a check found as a clause; empty where it counts nothing."""
    found, of = answers.number(wording.check, wording.state), answers.number(wording.check, "of")
    if not of:
        return ""
    if found:
        return _filled(wording.every if found == of > 1 else wording.says, found, of)
    if answers.number(wording.check, "unknown"):
        return ""
    inferred = answers.number(wording.check, "inferred")
    return wording.sound + (f" ({inferred} by inference alone)" if inferred else "")


def asked(wording: Wording, answers: Answers) -> str:
    """Return the question that a finding leaves open; empty where there is none."""
    found, of = answers.number(wording.check, wording.state), answers.number(wording.check, "of")
    return _filled(wording.asks, found, of) if found and of else ""


def _filled(template: str, found: int, of: int) -> str:
    agreed = _EITHER.sub(lambda match: match[1] if found == 1 else match[2], template)
    return agreed.format(n=f"{found} of {of}", found=found, of=of)
