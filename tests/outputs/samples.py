"""Results made by hand, with what upsets a writer: accents, commas, markup, formulas, long names, absent values."""

from __future__ import annotations

from base64 import b64decode
from typing import Literal

from ssp_graph.results import (
    Cell,
    Column,
    Heading,
    Matrix,
    MatrixColumn,
    MatrixRow,
    Result,
    Route,
    Routes,
    SourceRef,
    Step,
    Table,
)

# a picture of two by one points
PNG = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR4nGNg+A8AAQIBAEK+vGgAAAAASUVORK5CYII=")
PLAN = "Exampleton Safer Together Plan 2024-27"
NOTE = "Officer's note of 3 May 2024"
LONG = "Reducing re-offending, and the harm that it does, among adults and young people " * 8


def source(page: int | None, anchor: str | None = None, *, title: str = PLAN) -> SourceRef:
    return {"document": "plan" if title == PLAN else "note", "title": title, "page": page, "anchor": anchor}


HEADING = Heading(
    title="Actions and their owners",
    registers=("exampleton-2024-27",),
    register_titles=(PLAN,),
    as_of="2025-06-01",
    question="Which actions of the plan have an owner, and who is it?",
    count="2 of 3 actions have an owner",
    notes=("The plan gives no due date for most actions.",),
)

COLUMNS = (
    Column("action", "Action"),
    Column("owner", "Owner"),
    Column("theme", "Theme"),
    Column("days", "Days", "number"),
    Column("due", "Due", "date"),
    Column("through", "Through", "id"),
    Column("basis", "Basis", "basis"),
    Column("sources", "Source", "sources"),
    Column("id", "Id", "id"),
)

TABLE = Table(
    HEADING,
    COLUMNS,
    (
        {
            "action": "Tackle rogue landlords",
            "owner": "Head of Housing",
            "theme": "Safe homes",
            "days": 30,
            "due": "2025-03",
            "through": None,
            "basis": "stated",
            "sources": [source(9, "Tackle rogue"), source(22, "leads, with others")],
            "id": "exampleton-2024-27:action/tackle-rogue-landlords",
        },
        {
            "action": "=SUM(A1) <b>bold</b> & café, | *star*",
            "owner": "Zoë O’Brien-Ünal",
            "theme": "Safe streets",
            "days": 7,
            "due": "2025-03-31",
            "through": "exampleton-2024-27:theme/safe-streets",
            "basis": "inferred",
            "sources": [source(10, "review the")],
            "id": "exampleton-2024-27:action/sum",
        },
        {
            "action": "Review the night-time economy",
            "owner": None,
            "theme": "Safe homes",
            "days": None,
            "due": None,
            "through": None,
            "basis": "stated",
            "sources": [source(11)],
            "id": "exampleton-2024-27:action/review-the-night-time-economy",
        },
    ),
)

SMALL = Table(
    Heading(
        "Boards",
        ("exampleton-2024-27",),
        (PLAN,),
        "2025-06-01",
        question="Which boards are there?",
        count="2 of 2 boards",
    ),
    (Column("board", "Board"), Column("members", "Members", "number"), Column("sources", "Source", "sources")),
    (
        {"board": "Safer Exampleton Board", "members": 12, "sources": [source(3), source(5)]},
        {"board": "Youth Panel", "members": 4, "sources": [source(7, "the Youth Panel meets")]},
    ),
)

EMPTY = Table(SMALL.heading, SMALL.columns, (), empty="None of 12 boards.")

GROUPED = Table(TABLE.heading, COLUMNS, TABLE.rows, group_by="theme")

TWO_DOCUMENTS = Table(
    SMALL.heading,
    SMALL.columns,
    (
        *SMALL.rows,
        {"board": "Flood Forum", "members": None, "sources": [source(None, title=NOTE), source(2, "forum")]},
    ),
)

WIDE = Table(
    HEADING,
    (*(Column(f"c{number}", f"Column number {number}") for number in range(9)), Column("sources", "Source", "sources")),
    tuple(
        {f"c{number}": f"{LONG[: 20 + 40 * number]}" for number in range(9)} | {"sources": [source(9, "an anchor")]}
        for _ in range(3)
    ),
)


def step(number: int, sentence: str, kind: str, names: tuple[str, str], **more: str | None) -> Step:
    ids = [f"exampleton-2024-27:{name.casefold().replace(' ', '-')}" for name in names]
    return Step(
        source=ids[0],
        source_name=names[0],
        type=kind,
        reversed=False,
        target=ids[1],
        target_name=names[1],
        sentence=sentence,
        capacity=None,
        on=more.get("on"),
        basis=more.get("basis") or "stated",
        sources=[source(number, f"words on {number}")],
        caution=more.get("caution") or "",
    )


ROUTES = Routes(
    Heading(
        "From Tackle rogue landlords up to whoever answers for it",
        ("exampleton-2024-27",),
        (PLAN,),
        "2025-06-01",
        question="Who answers for this action in the end?",
        count="2 of 2 routes shown",
        notes=("Shortest routes first.",),
    ),
    start="exampleton-2024-27:action/tackle-rogue-landlords",
    start_name="Tackle rogue landlords",
    routes=(
        Route(
            (
                step(9, "Head of Housing owns Tackle rogue landlords", "OWNS", ("Action", "Head of Housing")),
                step(
                    22,
                    "Head of Housing reports to Safer Exampleton Board",
                    "REPORTS_TO",
                    ("Head of Housing", "Safer Exampleton Board"),
                    on="housing",
                    basis="inferred",
                ),
            ),
            ends_at="exampleton-2024-27:safer-exampleton-board",
            ends="top",
            ends_because="Nothing is recorded that it reports to.",
            asides=("Exampleton Scrutiny Committee scrutinises Safer Exampleton Board",),
        ),
        Route(
            (
                step(
                    14,
                    "Housing Group oversees Tackle rogue landlords",
                    "OVERSEES",
                    ("Action", "Housing Group"),
                    caution="oversight, not a reporting line",
                ),
            ),
            ends_at="exampleton-2024-27:housing-group",
            ends="dead end",
            ends_because="No line from Housing Group to any board is recorded.",
        ),
    ),
    missing=("no post is recorded as lead of Safe homes",),
)

_BOARDS = (
    ("Exampleton Safeguarding Children Board", "ESCB"),
    ("Exampleton Safeguarding Adults Board", "ESAB"),
    ("Safer Exampleton Partnership Board", "SEPB"),
    ("Health and Wellbeing Board", "HWB"),
    ("Family Justice and Youth Offending Management Board", ""),
)
_THEMES = (
    "Child sexual exploitation",
    "Domestic violence and abuse",
    "Missing from home, care or education",
    "Radicalisation and violent extremism",
    "Female genital mutilation, forced marriage and honour-based abuse",
    "Modern slavery and human trafficking",
    "Hate crime",
    "Self-neglect and hoarding",
    "Bullying, including online bullying",
    "Substance misuse by parents and carers",
    "Mental health of children, young people and those who care for them",
    "Neglect",
    "Financial abuse of older people",
    "Gangs and serious youth violence",
    "Transition from children’s to adults’ services",
)
_STATES: tuple[Literal["lead", "supporting", "none", "not recorded"], ...] = (
    "lead",
    "supporting",
    "none",
    "not recorded",
    "supporting",
)


def _cell(row: int, column: int) -> Cell:
    state = _STATES[(row + column * 2) % 5]
    if state == "not recorded":
        return Cell("not recorded")
    basis = "inferred" if (row, column) == (0, 0) else "stated"
    return Cell(state, basis, [source(27, "Lead Board")])


MATRIX = Matrix(
    Heading(
        "Lead and supporting boards for safeguarding themes",
        ("exampleton-2024-27",),
        (PLAN,),
        "2025-06-01",
        question="Which board leads on each safeguarding theme, and which support it?",
        count="15 of 75 cells not recorded",
    ),
    id="exampleton-2024-27:matrix/appendix-1",
    columns=tuple(
        MatrixColumn(f"exampleton-2024-27:body/{number}", name, short) for number, (name, short) in enumerate(_BOARDS)
    ),
    rows=tuple(
        MatrixRow(
            f"exampleton-2024-27:safeguarding-theme/{row}",
            name,
            {f"exampleton-2024-27:body/{column}": _cell(row, column) for column in range(5)},
            [source(27, name.split(",")[0])],
        )
        for row, name in enumerate(_THEMES)
    ),
    sources=[source(27, "Appendix 1")],
    row_heading="Safeguarding theme",
    legend={
        "lead": "the board that leads on the theme",
        "supporting": "a board that supports the lead",
        "none": "the source says that the board has no role",
        "not recorded": "the source does not say",
    },
)

ALL: dict[str, Result] = {
    "table": TABLE,
    "small": SMALL,
    "empty": EMPTY,
    "grouped": GROUPED,
    "two documents": TWO_DOCUMENTS,
    "wide": WIDE,
    "routes": ROUTES,
    "matrix": MATRIX,
}
