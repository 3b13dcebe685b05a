"""What the paper stands on: what is inferred and why, where sources disagree, and the meaning of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ssp_graph.answers.sentences import lost_in_copies
from ssp_graph.english import capital, counted, stopped
from ssp_graph.papers.answers import Answers
from ssp_graph.papers.parts import Content, Part, Points, listed, senses, table
from ssp_graph.plan import Plan
from ssp_graph.results import Row, merged

_INFERRED = (("sort", "What is inferred"), ("number", "Facts"), ("example", "For example"))
_DISAGREE = (("name", "On what"), ("wordings", "What the sources say"))
_MOST_DISAGREEMENTS = 8
_MOST_SORTS = 6
_HEADING = "Sources, and what is inferred"
# what touches accountability first
_SORTS = ("lead", "remit", "status", "title", "date", "name", "figure")
_WORDS = (
    "Not recorded: the sources are silent. This is not the same as none.",
    "Stated: the source says so. Inferred: concluded from what it says, with a reason.",
    "Owner: whoever is told to do an action, or owns a strategy or measure; never a partner.",
    "Lead, delivery, oversight, scrutiny, support: different words in governance, never derived from one another.",
    "Unknown: the source does not let us tell, or what would tell is lost in our copy.",
)


def basis(answers: Answers) -> list[Part]:
    """Return the inferences and the disagreements; nothing where nothing is recorded."""
    inferred, of = answers.number("facts-inferred", "inferred"), answers.number("facts-inferred", "of")
    if not of:
        return []
    told = (
        f"{answers.closed('facts-inferred')} of {of} {answers.of_check['facts-inferred']['counted']} are stated in a "
        f"source; {inferred} {'is' if inferred == 1 else 'are'} inferred, each with its reason."
    )
    inner = (
        Part("What is inferred", _inferred(answers)),
        Part("Where the sources disagree", _disagreements(answers.plan)),
    )
    return [Part(_HEADING, (" ".join((told, *lost_in_copies(answers.plan))),), inner)]


def glossary(plan: Plan) -> Part:
    """Return the words of the paper, and the register's abbreviations."""
    terms = (f"{term['abbreviation']}, {term['meaning']}" for about in plan.named_registers for term in about.terms)
    told = listed(terms, 200, none="")
    return Part("Words", (Points(_WORDS), *((f"Abbreviations: {told}.",) if told else ())))


def meanings(plan: Plan) -> dict[str, str]:
    """Return what each abbreviation stands for: those of the glossaries, then acronyms that one thing alone has."""
    known: dict[str, str] = {}
    for about in (*plan.named_registers, *plan.registers.values()):
        for term in about.terms:
            known.setdefault(term["abbreviation"], term["meaning"])
    called: dict[str, set[str]] = {}
    for thing in plan.things():
        if thing.kind != "person" and thing.acronym and thing.acronym not in thing.name:
            called.setdefault(thing.acronym, set()).add(thing.name)
    return {acronym: next(iter(names)) for acronym, names in called.items() if len(names) == 1} | known


def spelling(meanings: Mapping[str, str]) -> Callable[[str], str]:
    """Return what spells out abbreviations where they are first read: "Child Sexual Exploitation (CSE) Forum".

    It takes one text after the other. A list of abbreviations ("ASB, Anti-social behaviour") tells its own.
    """
    longest = sorted(map(re.escape, meanings), key=len, reverse=True)
    found = re.compile(rf"(?<![\w-])({'|'.join(longest)})(s?)(?!\w)" if meanings else r"(?!)")
    told: set[str] = set()

    def spelt(match: re.Match[str]) -> str:
        abbreviation, several = match.groups()
        meaning = meanings[abbreviation]
        before, after = match.string[: match.start()], match.string[match.end() :]
        if abbreviation in told or after.startswith(f", {meaning}"):
            return match[0]
        told.add(abbreviation)
        if before.endswith("(") and after.startswith(")"):
            is_told = before.removesuffix("(").rstrip().casefold().endswith(meaning.casefold())
            return match[0] if is_told else f"{meaning}, {match[0]}"
        return f"{meaning}{'' if meaning.endswith('s') else several} ({match[0]})"

    return lambda text: found.sub(spelt, text)


def _inferred(answers: Answers) -> tuple[Content, ...]:
    sorts: dict[str, list[Row]] = {}
    for row in answers.in_state("facts-inferred", "inferred"):
        sorts.setdefault(_sort(row), []).append(row)
    if not sorts:
        return ("Nothing is inferred: every fact is stated in a source.",)
    ranked = sorted(sorts.items(), key=lambda pair: -len(pair[1]))
    rows: list[Row] = [
        {"id": "", "sort": sort, "number": str(len(some)), "example": _example(some[0])}
        for sort, some in ranked[:_MOST_SORTS]
    ]
    told: list[Content] = ["An inferred fact is marked so wherever it is told."]
    told.append(table(answers.plan, "Inferred facts by their sort", _INFERRED, rows))
    if left := [len(some) for _, some in ranked[_MOST_SORTS:]]:
        told.append(f"Left out here: {counted(sum(left), 'inferred fact')} of {counted(len(left), 'other sort')}.")
    return tuple(told)


def _sort(row: Row) -> str:
    kind = capital(row["kind"])
    return f"{kind} {row['relationship']} …" if row["relationship"] else f"{kind} itself"


def _example(row: Row) -> str:
    told = " ".join(str(row[key]) for key in ("name", "relationship", "other") if row[key])
    return f"{stopped(told)} {stopped(row['reason'])}" if row["reason"] else stopped(told)


def _disagreements(plan: Plan) -> tuple[Content, ...]:
    points = sorted(plan.mine("discrepancy"), key=lambda point: _SORTS.index(point.classification))
    if not points:
        return ("No disagreement between sources is recorded.",)
    rows: list[Row] = [
        {
            "id": point.id,
            "name": point.name,
            "wordings": senses(point.get("wordings")),
            "sources": merged([*(wording["sources"] for wording in point.get("wordings")), point.sources]),
        }
        for point in points[:_MOST_DISAGREEMENTS]
    ]
    told: list[Content] = [
        f"The sources disagree on {counted(len(points), 'point')}. What touches leads, remits and standing comes "
        "first.",
        table(plan, "Statements that disagree", _DISAGREE, rows),
    ]
    if left := points[_MOST_DISAGREEMENTS:]:
        told.append(f"Others, by name alone: {listed((point.name for point in left), 20)}.")
    return tuple(told)
