"""What a check says in a sentence, and what it leaves for a board to settle.

In a sentence `{found}` and `{of}` are numbers, `{n}` is "3 of 40", and `[one|several]` is the word that agrees with
what was found.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ssp_graph.papers.findings import Findings

_EITHER = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


class Wording(NamedTuple):
    """How a check is put into words: what it found, that it found all or nothing, the question that follows."""

    subject: str
    check: str
    says: str
    every: str
    sound: str
    asks: str
    state: str = "found"


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
    Wording(
        _LEADS,
        "themes-without-lead",
        "{n} themes [has|have] no lead",
        "none of the {of} themes has a lead",
        "every theme has a lead",
        "Who is to lead the [theme|{found} themes] without a lead?",
    ),
    Wording(
        _ACTIONS,
        "actions-without-owner",
        "{n} actions [names|name] no owner",
        "none of the {of} actions names an owner",
        "every action names an owner",
        "Who is to own the [action|{found} actions] without an owner?",
    ),
    Wording(
        _ACTIONS,
        "actions-without-due-date",
        "{n} actions [gives|give] no due date",
        "none of the {of} actions gives a due date",
        "every action gives a due date",
        "By when [is the action|are the {found} actions] without a due date to be done?",
    ),
    Wording(
        _LEADS,
        "themes-without-delivery-body",
        "{n} themes [has|have] no delivery body",
        "none of the {of} themes has a delivery body",
        "every theme has a delivery body",
        "Which body is to deliver the [theme|{found} themes] without a delivery body?",
    ),
    Wording(
        _LEADS,
        "delivery-bodies-without-line-up",
        "{n} bodies that deliver something [has|have] no recorded line up",
        "none of the {of} bodies that deliver something has a recorded line up",
        "every body that delivers something has a line up",
        "To whom [does the delivery body|do the {found} delivery bodies] without a line up answer?",
    ),
    Wording(
        _LEADS,
        "posts-that-oversee-themselves",
        "in {n} leads by a post, the same post oversees or chairs what it leads",
        "in all {of} leads by a post, the same post oversees or chairs what it leads",
        "no post oversees or chairs what it leads",
        "Who else is to oversee the [lead|{found} leads] held by a post that also oversees or chairs?",
    ),
    Wording(
        _BODIES,
        "bodies-that-report-to-nothing",
        "{n} established bodies [reports|report] to nothing that is recorded",
        "none of the {of} established bodies reports to anything that is recorded",
        "every established body reports to another",
        "To whom [does the established body|do the {found} established bodies] without a recorded line report?",
    ),
    Wording(
        _BODIES,
        "bodies-without-chair",
        "{n} boards, groups and panels [has|have] no recorded chair",
        "none of the {of} boards, groups and panels has a recorded chair",
        "every board, group and panel has a chair",
        "Who chairs the [body|{found} bodies] without a recorded chair?",
    ),
    Wording(
        _BODIES,
        "authorities-without-seat",
        "{n} responsible authorities [has|have] no recorded seat",
        "none of the {of} responsible authorities has a recorded seat",
        "every responsible authority has a seat",
        "Where [does the responsible authority|do the {found} responsible authorities] without a seat sit?",
    ),
    Wording(
        _MEASURES,
        "measures-without-owner",
        "{n} measures [names|name] no owner",
        "none of the {of} measures names an owner",
        "every measure names an owner",
        "Who is to answer for the [measure|{found} measures] without an owner?",
    ),
    Wording(
        _MEASURES,
        "measures-without-target",
        "{n} indicators [lacks|lack] a target or a baseline",
        "none of the {of} indicators has both a target and a baseline",
        "every indicator has a target and a baseline",
        "What [is the indicator|are the {found} indicators] without a target or a baseline to reach, and from where?",
    ),
    Wording(
        _STRATEGIES,
        "strategies-without-owner",
        "{n} local and regional strategies, plans and programmes [names|name] no owner",
        "none of the {of} local and regional strategies, plans and programmes names an owner",
        "every local and regional strategy names an owner",
        "Who is to own the [strategy|{found} strategies, plans and programmes] without an owner?",
    ),
    Wording(
        _STRATEGIES,
        "strategies-ended-before-plan",
        "{n} strategies whose end is recorded had ended before the plan began",
        "all {of} strategies whose end is recorded had ended before the plan began",
        "no strategy had ended before the plan began",
        "[Has the strategy|Have the {found} strategies] that ended before the plan began been renewed or replaced?",
    ),
    Wording(
        _STRATEGIES,
        "strategies-ending-during-plan",
        "{n} [ends|end] during its period",
        "all {of} strategies whose end is recorded end during its period",
        "none ends during its period",
        "What is to follow the [strategy that ends|{found} strategies that end] during the plan's period?",
    ),
    Wording(
        _REGION,
        "commitments-not-addressed",
        "{n} regional commitments [has|have] nothing local that addresses them",
        "none of the {of} regional commitments has anything local that addresses it",
        "every regional commitment has something local that addresses it",
        "Is anything local to address the [regional commitment|{found} regional commitments] without it?",
    ),
    Wording(
        _REGION,
        "themes-without-priority",
        "{n} themes [maps|map] to no regional priority",
        "none of the {of} themes maps to a regional priority",
        "every theme maps to a regional priority",
        "Which regional priority [does the theme|do the {found} themes] set against none serve, if any?",
    ),
    Wording(
        _MATRIX,
        "matrix-cells-not-recorded",
        "for {n} cells of the matrices the source does not say whether the board leads or supports",
        "for none of the {of} cells of the matrices does the source say whether the board leads or supports",
        "every cell of the matrices is recorded",
        "Which boards lead and which support on the safeguarding themes, where the source does not say?",
        "unknown",
    ),
)


def said(wording: Wording, findings: Findings) -> str:
    """Return what a check found as a clause; empty where it counts nothing."""
    found, of = findings.number(wording.check, wording.state), findings.number(wording.check, "of")
    if not of:
        return ""
    if found:
        return _filled(wording.every if found == of > 1 else wording.says, found, of)
    clear = not findings.number(wording.check, "unknown")
    return wording.sound + _inferred(findings.number(wording.check, "inferred")) if clear else ""


def asked(wording: Wording, findings: Findings) -> str:
    """Return the question that a finding leaves open; empty where there is none."""
    found, of = findings.number(wording.check, wording.state), findings.number(wording.check, "of")
    return _filled(wording.asks, found, of) if found and of else ""


def _inferred(number: int) -> str:
    return f" ({number} by inference alone)" if number else ""


def _filled(template: str, found: int, of: int) -> str:
    agreed = _EITHER.sub(lambda match: match[1] if found == 1 else match[2], template)
    return agreed.format(n=f"{found} of {of}", found=found, of=of)
