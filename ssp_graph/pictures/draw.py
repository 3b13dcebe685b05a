"""Which views there are, and the one call that draws any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from ssp_graph.errors import UsageError

if TYPE_CHECKING:
    from ssp_graph.pictures.diagram import Diagram
    from ssp_graph.plan import Plan
    from ssp_graph.results import Table

View = Literal["structure", "theme", "around", "chain", "mapping", "matrix", "gaps", "strategies", "areas", "readings"]
_ABOUT_A_THING = ("theme", "around", "chain", "readings")
_KINDS = {"theme": "theme", "readings": "measure"}  # that a view is about


def draw(
    plan: Plan,
    view: View,
    thing: str = "",
    *,
    kind: str | None = None,
    steps: int = 1,
    matrix: str | None = None,
    leads: bool = True,
) -> Diagram:
    """Return a view of the plan, which `render` makes an SVG, a PNG or a page.

    Args:
        plan: registers on a day.
        view: what to draw.
        thing: for theme, around, chain and readings: what it is about, by its name or id.
        kind: which kind is meant, where several bear the name.
        steps: for around: how many steps out.
        matrix: for matrix: which one, where there are several.
        leads: for structure: with chairs, themes and who leads them.

    Raises:
        UsageError: nothing or several things have this name, a thing is missing or not asked for.
    """
    if view not in get_args(View):
        raise UsageError(f"There is no view {view!r}. The views are {', '.join(get_args(View))}.")
    if thing and view not in _ABOUT_A_THING:
        raise UsageError(f"The view {view} is about the whole register and takes no THING.")
    if not thing and view in _ABOUT_A_THING:
        raise UsageError(f"What is the view {view} to be about? Name it: ssp-graph draw {view} THING.")
    from ssp_graph.answers.names import find
    from ssp_graph.pictures import views

    match view:
        case "structure":
            return views.structure(plan, leads=leads)
        case "mapping":
            return views.mapping(plan)
        case "matrix":
            return views.matrix(plan, matrix)
        case "strategies":
            return views.strategies(plan)
        case "areas":
            return views.areas(plan)
        case "gaps":
            return views.gaps(_counted(plan))
    named = find(plan, thing, _KINDS.get(view, kind))
    match view:
        case "theme":
            return views.theme(plan, named.id, named.note)
        case "chain":
            return views.chain(plan, named.id, named.note)
        case "readings":
            return views.readings(plan, named.id, named.note)
        case _:
            return views.around(plan, named.id, steps, named.note)


def _counted(plan: Plan) -> Table:
    from ssp_graph.engines import open_engine
    from ssp_graph.questions.gaps import gaps

    with open_engine("ladybug", plan.graph) as engine:
        return gaps(engine, plan)
