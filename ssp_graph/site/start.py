"""The page where one starts: whose plan this is, who leads what, what is open, and the doors to everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ssp_graph.answers.who import who
from ssp_graph.model.dates import in_words
from ssp_graph.outputs.forms.citing import citing
from ssp_graph.outputs.forms.frame import bound
from ssp_graph.outputs.forms.manuscript import Item, Listing, Paragraph, Section
from ssp_graph.papers.answers import Answers
from ssp_graph.papers.parts import ended
from ssp_graph.papers.wording import findings
from ssp_graph.plan import Plan, RegisterAbout, Thing
from ssp_graph.questions.gaps import tallied
from ssp_graph.site.page import CHANGED, START, Page
from ssp_graph.site.questions import Asked
from ssp_graph.site.wholes import DOORS, name_of, registered
from ssp_graph.words import clean

_MOST_OPEN = 10
_MOST_DOCUMENTS = 2  # beyond these, only the plans themselves
_MOST_PLANS = 4  # whose themes are told one by one
_BEFORE = "mapping"  # what is of these registers alone follows this door


def start_page(answers: Answers, asked: Asked, pages: Mapping[str, Page], made: str) -> Page:
    """Return the page where one starts; `made` is the day on which the site is made."""
    plan = answers.plan
    abouts = plan.named_registers
    told = (
        "These pages say who leads, owns, delivers and oversees what, to whom it is accounted for, and what the "
        "sources leave open. Every statement leads to the page that it stands on. “Not recorded” means that the "
        "sources are silent; it does not mean “none”."
    )
    first = f"{len(abouts)} registers stand here side by side."
    if len(abouts) == 1:
        first = _whose(plan, abouts[0], made)
    if any(ended(plan, about, made) for about in abouts):
        told += " Whether what a plan left open when it ended has been settled since is not recorded here."
    sections = (
        *([_plans(plan, made)] if len(abouts) > 1 else []),
        *(leads for about in (abouts if len(abouts) <= _MOST_PLANS else ()) for leads in _leads(plan, about)),
        _open(answers, asked),
        Section("Where to go", (Listing(tuple(_doors(plan, pages))),)),
        *(_publisher(about) for about in abouts if about.publisher or about.contact),
    )
    heading = plan.heading(f"Who answers for what: {name_of(plan)}", question=first)
    # A plan bears the name of its document, an area that of its theme: here the first of each are meant.
    near = {each.id for each in plan.mine("document", "theme")} | {f"question:{name}" for name in asked.questions}
    near |= {page.id for page in pages.values() if page.above == ("themes",)}
    return Page(START, f"page:{START}", bound(heading, citing(()), (Paragraph(told),), sections), near=frozenset(near))


def _whose(plan: Plan, about: RegisterAbout, made: str) -> str:
    """Return the sentences that say whose plan a register is, for which time, and whether that is over."""
    time = " ".join(f"{word} {in_words(day)}" for word, day in (("from", about.since), ("to", about.until)) if day)
    of = f" is the plan of {plan.name(plan[about.partnership])}" if about.partnership else "," if time else ""
    over = ended(plan, about, made)
    return clean(f"{about.title}{of}{f' {time}' if time else ''}.{f' It {over}.' if over else ''}")


def _plans(plan: Plan, made: str) -> Section:
    items = (
        Item(
            _whose(plan, about, made),
            f"{DOORS['themes'][0]}: {clean(about.title)}",
            (about.partnership,) if about.partnership else (),
        )
        for about in plan.named_registers
    )
    return Section("Whose plans these are", (Listing(tuple(items)),))


def _leads(plan: Plan, about: RegisterAbout) -> Iterator[Section]:
    several = len(plan.named) > 1
    items = tuple(
        Item(clean(theme.name), clean(who(plan, theme.id).heading.answer), (theme.id,))
        for theme in plan.mine("theme")
        if theme.register == about.id and plan.holds(theme)
    )
    if items:
        yield Section(f"Who leads what{f': {clean(about.title)}' if several else ''}", (Listing(items),))


def _open(answers: Answers, asked: Asked) -> Section:
    """Return what is missing, in a board's words: on how many points, and what would be settled first."""
    number = tallied(answers.summary.rows)
    parts = (
        f"on {number.finding} of them something is missing",
        f"on {number.beside} what is there is unknown, inferred or accepted as it is" if number.beside else "",
        f"on {number.nothing} nothing is missing" if number.nothing else "",
        f"{number.idle} {'does' if number.idle == 1 else 'do'} not arise here" if number.idle else "",
    )
    told = (
        f"{len(answers.summary.rows)} points were looked for, such as an owner of each action and a chair of each "
        f"body: {'; '.join(filter(None, parts))}."
    )
    first = tuple(
        Item(each.says, f"{asked.questions[each.check].title}{_by_plan(answers, each.check)}")
        for each in findings(answers)[:_MOST_OPEN]
    )
    return Section("What is left open", (Paragraph(told), *([Listing(first)] if first else [])))


def _by_plan(answers: Answers, check: str) -> str:
    """Return in which of several plans a check finds how many."""
    row, abouts = answers.of_check.get(check, {}), answers.plan.named_registers
    if not 1 < len(abouts) <= _MOST_PLANS:
        return ""
    found = (f"{row[about.id]} in {clean(about.title)}" for about in abouts if row.get(about.id))
    return "".join(f"; {each}" for each in found)


def _doors(plan: Plan, pages: Mapping[str, Page]) -> Iterator[Item]:
    for page in pages.values():
        if page.address.partition("/")[0] == CHANGED:
            yield Item(page.title, clean(page.table.heading.answer) if page.table else "", (page.id,))
    for to, (title, told) in DOORS.items():
        if to in pages:
            yield Item(title, told, (f"page:{to}",))
        if to == _BEFORE:
            yield from _own_doors(plan)


def _own_doors(plan: Plan) -> Iterator[Item]:
    """Yield the doors to each matrix and to each document or, where these are many, to the plans themselves."""
    for each in plan.mine("matrix"):
        yield Item(
            clean(each.name), f"Which board leads, and which supports, on each theme{_of(plan, each)}.", (each.id,)
        )
    documents = plan.mine("document")
    if len(documents) > _MOST_DOCUMENTS:
        documents = [each for each in documents if each.id in {about.document for about in plan.named_registers}]
        yield Item("Documents", "Each page of each document: what is recorded from it.", ("page:list/document",))
    for each in documents:
        yield Item(clean(each.name), "Page by page: what is recorded from each.", (each.id,))


def _of(plan: Plan, thing: Thing) -> str:
    return f" of {clean(plan.registers[thing.register].title)}" if len(plan.named) > 1 else ""


def _publisher(about: RegisterAbout) -> Section:
    return Section(f"Who publishes {clean(about.title)}", (Listing(tuple(registered(about))),))
