"""What a site would tell everybody: who is named, what is inferred, and where the sources disagree."""

from __future__ import annotations

from collections.abc import Iterator

from ssp_graph.answers.who import who
from ssp_graph.english import counted
from ssp_graph.results import Column, Row, Table, pages
from ssp_graph.site.pages import Site

_COLUMNS = (
    Column("sort", "What"),
    Column("name", "Name"),
    Column("told", "What is said"),
    Column("sources", "Sources", "sources"),
    Column("id", "Id", "id"),
)


def published(site: Site) -> Table:
    """Return what is to be looked at before a site is published."""
    rows = [*_people(site), *_of(site, "facts-inferred", "Inferred"), *_of(site, "discrepancies", "Sources disagree")]
    number = sum(row["sort"] == "Person" for row in rows)
    return Table(
        site.plan.heading(
            "What would be published",
            question="Who is named, what is inferred, and where do the sources disagree?",
            count=f"{counted(len(site.pages), 'page')}; {counted(number, 'person', 'people')} named.",
            notes=["Personal names are left out with --names no."] if number and not site.plan.names_left_out else [],
        ),
        _COLUMNS,
        tuple(rows),
        group_by="sort",
        empty="No person is named, nothing is inferred, and no sources disagree.",
    )


def _people(site: Site) -> Iterator[Row]:
    plan = site.plan
    for person in plan.all_things("person"):
        yield {
            "sort": "Person",
            "name": person.name,
            "told": who(plan, person.id).heading.answer,
            "sources": pages(person.sources),
            "id": person.id,
        }


def _of(site: Site, question: str, sort: str) -> Iterator[Row]:
    answer = site.asked.answers.get(question)
    for row in answer.rows if answer else ():
        told = [str(row[key]) for key in ("relationship", "other", "reason", "wordings") if row.get(key)]
        yield {
            "sort": sort,
            "name": row.get("name") or next(iter(row.values())),
            "told": "; ".join(told),
            "sources": pages(row.get("sources") or ()),
            "id": row.get("id"),
        }
