"""The pages about the whole: where one starts, structure, themes, mapping, matrices, people, words, how it was made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ssp_graph.answers.listing import counts, things
from ssp_graph.answers.mapping import mapping
from ssp_graph.answers.sentences import lost_in_copies
from ssp_graph.answers.who import who
from ssp_graph.english import capital, joined
from ssp_graph.matrices.table import matrix
from ssp_graph.model.kinds import BY_KIND
from ssp_graph.outputs.forms import paper as papers
from ssp_graph.outputs.forms.citing import citing
from ssp_graph.outputs.forms.frame import bound
from ssp_graph.outputs.forms.manuscript import Item, Listing, Paragraph, Section
from ssp_graph.papers.answers import Answers
from ssp_graph.papers.basis import basis, glossary
from ssp_graph.pictures import views
from ssp_graph.plan import Plan, RegisterAbout, Thing
from ssp_graph.results import Table
from ssp_graph.site.page import CHANGED, Page, page_of, slug
from ssp_graph.site.questions import Asked
from ssp_graph.words import clean

_MOST_NAMED = 3
_AS_ITS_THEME = "Nobody of its own is recorded: see who answers for the theme."
DOORS = {
    "themes": ("Themes and areas", "Every theme and priority area, and who answers for each."),
    "structure": ("Structure", "Who reports to whom, as a picture."),
    "people": ("Posts and people", "Which posts there are, who holds them, and what each answers for."),
    "gaps": ("Gaps", "What the sources leave open, check by check."),
    "meetings": ("Meetings", "When each body met, who came, and what was agreed."),
    "questions": ("Questions", "Every question, with its answer."),
    "mapping": ("Regional priorities and themes", "Which themes here are set against which regional priorities."),
    "mapping/outcomes": ("Outcomes and themes", "Which outcomes for the borough the themes are meant to bring about."),
    "lists": ("Everything by kind", "Every board, action, strategy, measure and so on."),
    "downloads": ("Downloads", "A paper for the board in Word, every table for Excel, everything as data."),
    "find": ("Find", "Anything by its name, an abbreviation or another name."),
    "words": ("Words", "What the words and abbreviations mean."),
    "about": ("About this site", "How it was made, what is inferred, accessibility, and how to report a mistake."),
}
"""The pages to which the start leads, in this order: their titles, and what stands there."""
_MADE = (
    "People read the sources and wrote down who leads, owns, delivers and oversees what: each fact with the page and "
    "the few words that it stands on. A program made these pages from that register; no sentence on them was made up.",
    "What no source states, but follows from what it says, is marked as inferred, with the reason.",
    "A page is about one day. What had ended by then, or had not begun, says so.",
)
_ACCESSIBLE = (
    "These pages are made to meet the Web Content Accessibility Guidelines 2.2 at level AA. They work without scripts, "
    "with a keyboard alone, at a width of 320 pixels, on paper, and in dark and forced colours.",
    "Each picture is told in words beside it: the pages of its things hold every line of it as a sentence.",
    "A large picture scrolls within its frame. Quotations stand as the source prints them, faults included.",
)


def whole_pages(answers: Answers, asked: Asked, changes: Sequence[Table]) -> Iterator[Page]:
    """Yield every page that is about the registers as wholes, but for that where one starts."""
    plan = answers.plan
    yield from (_changed(place, table) for place, table in enumerate(changes))
    yield from _by_plan(plan, "themes", _themes)
    yield from _by_plan(plan, "structure", _structure)
    yield from _by_plan(plan, "people", _people)
    yield _named("mapping", page_of("mapping", "page:mapping", answers.mapping))
    outcomes = page_of("mapping/outcomes", "page:mapping/outcomes", mapping(plan, "outcomes"), ("mapping",))
    yield _named("mapping/outcomes", outcomes)
    if any(True for _ in plan.all_things("meeting")):
        yield _meetings(plan, asked)
    yield from _lists(plan)
    yield _text(plan, "words", (papers.section(glossary(plan), citing(()), lambda _: ()),))
    yield _about(answers)


def name_of(plan: Plan) -> str:
    """Return the name of the site: whose plans it is about."""
    named = plan.named_registers
    partnerships = [plan[about.partnership].name for about in named if about.partnership]
    names = list(dict.fromkeys(partnerships or (about.title for about in named)))
    return joined(names) if len(names) <= _MOST_NAMED else f"{len(names)} partnerships"


def _named(address: str, page: Page) -> Page:
    """Return a page under the title by which the start leads to it."""
    return replace(page, manuscript=replace(page.manuscript, title=DOORS[address][0]))


def _by_plan(plan: Plan, address: str, page: Callable[[Plan, str], Page]) -> Iterator[Page]:
    """Yield the page of a plan or, of several, a page for each, and before them the one that leads to these."""
    if len(plan.named) < 2:
        yield page(plan, address)
        return
    pages = [page(Plan(plan.graph, plan.days[name], named=(name,)), f"{address}/{name}") for name in plan.named]
    items = tuple(Item(each.title, about=(each.id,)) for each in pages)
    yield _text(plan, address, (Section("Plan by plan", (Listing(items),)),))
    yield from (replace(each, above=(address,)) for each in pages)


def _text(plan: Plan, address: str, sections: Iterable[Section], **more: Any) -> Page:
    door, _, register = address.partition("/")
    title, told = DOORS[door]
    if register:
        title = f"{title}: {plan.registers[register].title}"
    heading = plan.heading(title, question=told)
    return Page(address, f"page:{address}", bound(heading, citing(()), (), sections), **more)


def _changed(place: int, table: Table) -> Page:
    address = f"{CHANGED}/{place + 1}" if place else CHANGED
    return page_of(address, f"page:{address}", table, apart=True)


def _themes(plan: Plan, address: str) -> Page:
    areas = {theme: [edge.source for edge in plan.into(theme, "PART_OF")] for theme in plan.mine("theme")}
    sections = [
        Section(
            clean(theme.name),
            (
                Paragraph(_answered(plan, theme).detail),
                Listing(tuple(_answered(plan, each, _AS_ITS_THEME) for each in inner if each.kind == "priority-area")),
            ),
        )
        for theme, inner in areas.items()
        if plan.holds(theme)
    ]
    return _text(plan, address, sections, near=frozenset(theme.id for theme in areas))


def _answered(plan: Plan, thing: Thing, instead: str = "") -> Item:
    """Return a thing with who answers for it, or with what is said `instead` where nobody of its own is recorded."""
    told = who(plan, thing.id)
    own = any(row["name"] and not row["through"] and not row["of"] for row in told.rows)
    said = f"{told.heading.answer} {told.heading.count}" if own or not instead else instead
    return Item(clean(plan.name(thing)), clean(said), (thing.id,))


def _structure(plan: Plan, address: str) -> Page:
    drawn = views.structure(plan)
    told = (Paragraph(clean(drawn.summary)),) if drawn.summary else ()
    page = _text(plan, address, (Section("Every body", (_names(plan, "body"),)),), diagram=drawn)
    return replace(page, manuscript=replace(page.manuscript, blocks=(*page.manuscript.blocks, *told)))


def _names(plan: Plan, kind: str) -> Listing:
    return Listing(tuple(_answered(plan, each) for each in plan.mine(kind) if plan.holds(each)))


def _people(plan: Plan, address: str) -> Page:
    named = {kind: _names(plan, kind) for kind in ("post", "person")}
    sections = [
        Section(_plural(kind), (listing if listing.items else Paragraph("None is recorded."),))
        for kind, listing in named.items()
    ]
    return _text(plan, address, sections)


def _meetings(plan: Plan, asked: Asked) -> Page:
    """Return the page of all meetings, the latest first, and of what can be asked of them."""
    held = sorted(plan.all_things("meeting"), key=lambda meeting: str(meeting.get("day") or ""), reverse=True)
    several = len(plan.named) > 1
    items = [
        Item(clean(each.name), clean(plan.registers[each.register].title) if several else "", (each.id,))
        for each in held
    ]
    about = [asked.questions[name] for name in asked.answers if asked.questions[name].group == "meetings"]
    questions = [Item(each.title, each.question, (f"question:{each.name}",)) for each in about]
    sections = (
        Section("What can be asked", (Listing(tuple(questions)),)),
        Section("Every meeting", (Listing(tuple(items)),)),
    )
    return _text(plan, "meetings", sections)


def _plural(kind: str) -> str:
    return capital(BY_KIND[kind].plural.replace("-", " "))


def _lists(plan: Plan) -> Iterator[Page]:
    """Yield the list of each kind of which there is anything, and the list of these lists."""
    there = [kind for kind in BY_KIND if any(True for _ in plan.all_things(kind))]
    for kind in there:
        listed = things(plan, kind)
        heading = replace(listed.heading, answer=listed.heading.count, count="")
        page = page_of(f"list/{kind}", f"page:list/{kind}", replace(listed, heading=heading), ("lists",), "List")
        if used := [each for each in plan.all_things(kind) if not plan.is_named(each)]:
            items = tuple(Item(clean(each.name), about=(each.id,)) for each in used)
            other = Section("In registers that this one uses", (Listing(items),))
            page = replace(page, manuscript=replace(page.manuscript, sections=(other, *page.manuscript.sections)))
        yield page
    number = {str(row["kind"]): row["count"] for row in counts(plan).rows}
    items = tuple(Item(_plural(kind), str(number[kind] or ""), (f"page:list/{kind}",)) for kind in there)
    yield _text(plan, "lists", (Section("Kinds", (Listing(items),)),))


def _about(answers: Answers) -> Page:
    plan = answers.plan
    parts = basis(answers)
    cite = papers.citing_of(parts)
    sections = [
        Section("How it was made", tuple(Paragraph(text) for text in (*_MADE, *map(clean, lost_in_copies(plan))))),
        *(Section(clean(about.title), (Listing(tuple(registered(about))),)) for about in plan.registers.values()),
        *(papers.section(part, cite, lambda _: ()) for part in parts),
        Section("Accessibility", tuple(map(Paragraph, _ACCESSIBLE))),
    ]
    page = _text(plan, "about", (), documents=cite.titles)
    return replace(page, manuscript=replace(page.manuscript, sections=(*sections, *cite.section())))


def registered(about: RegisterAbout) -> Iterator[Item]:
    """Yield who publishes a register, whom to write to of a mistake, and what may be done with it."""
    yield Item(f"Who publishes these pages: {clean(about.publisher or 'not recorded')}")
    yield Item(f"To report a mistake: {clean(about.contact or 'whom to write to is not recorded')}")
    yield Item(f"Licence: {clean(about.licence or 'not recorded')}")


def matrix_sections(plan: Plan, thing: Thing) -> tuple[Section, ...]:
    """Return the sections of a matrix for the page of it as a thing: the table itself, and where it is recorded."""
    page = page_of(slug(thing), thing.id, matrix(plan, thing.id))
    return (Section("Who leads and who supports", page.manuscript.blocks), *page.manuscript.sections)
