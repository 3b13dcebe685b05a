"""What changes bring about: gaps that open and close, chains that no longer reach whom they reached, actions."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ssp_graph.answers.chain import chain
from ssp_graph.comparing.change import Change, called, is_over, plan_of, sources_of
from ssp_graph.comparing.pairing import Pair, Pairing
from ssp_graph.cypher.tokens import spoken
from ssp_graph.engines import Engine
from ssp_graph.english import capital, counted, joined
from ssp_graph.model.dates import in_words
from ssp_graph.plan import Plan, Thing
from ssp_graph.questions.catalogue import ordered
from ssp_graph.questions.gaps import judged
from ssp_graph.questions.library import Library
from ssp_graph.questions.question import Question
from ssp_graph.questions.running import parameters
from ssp_graph.results import Row

OPENED, CLOSED = "Gaps that opened", "Gaps that closed"

_GAPS = ("gap", "accepted")
_CHAINED = ("theme", "priority-area", "action", "strategy", "body")
_NEAR = 2  # lines away; most checks look no further
_FAR = 1_000_000
_CAME_OR_WENT = ("added", "ended", "new", "dropped")
_NAMED = 6  # at most, in a sentence about several

Gap = tuple[str, str]
"""The key of a thing, and that of the register that has the gap."""


def gap_changes(pairing: Pairing, engines: tuple[Engine, Engine], known: Library) -> Iterator[Change]:
    """Yield the gaps that opened and those that closed, by running every check on both days."""
    for check in ordered(known.checks.values()):
        old = _states(pairing, pairing.before, engines[0], check)
        new = _states(pairing, pairing.after, engines[1], check)
        yield from (
            _opened(pairing, check, rows)
            for gap, rows in new.items()
            if _is_gap(rows) and not _is_gap(old.get(gap, ()))
        )
        yield from (
            _closed(pairing, check, rows, new.get(gap, ()))
            for gap, rows in old.items()
            if _is_gap(rows) and not _is_gap(new.get(gap, ()))
        )
        for gap, rows in new.items():
            yield from _judged_anew(pairing, check, old.get(gap, ()), rows)


def _states(pairing: Pairing, plan: Plan, engine: Engine, check: Question) -> dict[Gap, list[Row]]:
    """Return the rows of a check by the things they are about."""
    found: dict[Gap, list[Row]] = {}
    for row in judged(engine, plan, check, parameters(plan, check, {}))[1]:
        node = str(row["id"])
        register = pairing.register(plan, str(row.get("register") or node.partition(":")[0]))
        found.setdefault((pairing.key(plan, node), register), []).append(row)
    return found


def _is_gap(rows: Sequence[Row]) -> bool:
    return any(row["state"] in _GAPS for row in rows)


def _gaps(rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(str(row["id"]) for row in rows if row["state"] in _GAPS))


def _judged_anew(pairing: Pairing, check: Question, old: Sequence[Row], new: Sequence[Row]) -> Iterator[Change]:
    """Yield a gap that was accepted and is no longer, since its last day has passed, or one that is accepted now."""
    was, now = ({row["state"] for row in rows} & {*_GAPS} for rows in (old, new))
    if len(was) != 1 or len(now) != 1 or was == now:
        return
    (judged_so,), things = now, [pairing.after[node] for node in _gaps(new)]
    names = joined(called(pairing.after, things))
    row = next(row for row in (*new, *old) if row["state"] == "accepted")
    until = f"accepted until {in_words(row['accepted_until'])}"
    counts = judged_so == "gap"
    yield Change(
        OPENED if counts else CLOSED,
        "lapsed" if counts else "accepted",
        f"{check.title}: {names} was {until}, and counts again."
        if counts
        else f"{check.title}: {names} is now {until}.",
        things[0],
        was=", ".join(was),
        now=judged_so,
        touches=frozenset({pairing.key(pairing.after, things[0].id)}),
        sources=sources_of(things),
        check=check.name,
        because="" if counts else str(row["accepted_reason"]),
    )


def _opened(pairing: Pairing, check: Question, rows: Sequence[Row]) -> Change:
    plan = pairing.after
    things = [plan[node] for node in _gaps(rows)]
    key = pairing.key(plan, things[0].id)
    pair = pairing.pairs.get(key)
    return Change(
        OPENED,
        "opened",
        f"{check.title}: {joined(called(plan, things))} is now among them.",
        things[0],
        was="no gap" if pair and pair.before else "not there",
        now="gap",
        touches=frozenset({key}),
        sources=sources_of(things),
        check=check.name,
    )


def _closed(pairing: Pairing, check: Question, rows: Sequence[Row], after: Sequence[Row]) -> Change:
    plan = pairing.before
    things = [plan[node] for node in _gaps(rows)]
    key = pairing.key(plan, things[0].id)
    pair = pairing.pairs.get(key)
    thing = pair.now if pair and pair.after else things[0]
    names = joined(called(pairing.after if pair and pair.after else plan, [thing] if pair and pair.after else things))
    if not (pair and pair.after):
        what, how = "gone", "is no longer there, and its gap went with it"
    elif is_over(pairing.after, thing):
        what, how = "gone", "is no longer asked about, since its term is over"
    elif any(row["state"] == "unknown" for row in after):
        what, how = "unknown", "was among them; now the source cannot tell"
    else:
        what, how = "closed", "is no longer among them"
    return Change(
        CLOSED,
        what,
        f"{check.title}: {names} {how}.",
        thing,
        was="gap",
        now={"unknown": "unknown", "gone": "not asked about"}.get(what, "no gap"),
        touches=frozenset({key}),
        sources=sources_of([thing]),
        check=check.name,
    )


def explained(pairing: Pairing, gap: Change, check: Question, told: Sequence[Change]) -> Change:
    """Return a gap with the change that explains it best: one that its check can see, and the nearest of these.

    Some checks ask of a thing only where there is another anywhere, such as a theme; so what came or went counts too.
    """
    named = Counter(token.text for token in spoken(check.cypher))
    distances = _distances(pairing, gap.touches)
    ranked = []
    for place, change in enumerate(told):
        distance = min((distances[key] for key in change.touches if key in distances), default=_FAR)
        seen, came = sum(named[word] for word in change.words), change.what in _CAME_OR_WENT
        if distance < _FAR or (seen and came):
            rank = 0 if seen and distance <= _NEAR else 1 if seen and came else 2 if seen else 3
            ranked.append((rank, distance, -seen, place))
    return replace(gap, because=told[min(ranked)[3]].sentence) if ranked else gap


def _distances(pairing: Pairing, start: Iterable[str]) -> dict[str, int]:
    """Return how many lines away from these each thing stands, on either day."""
    found = dict.fromkeys(start, 0)
    waiting = deque(found)
    while waiting:
        key = waiting.popleft()
        for other in _neighbours(pairing, key):
            if other not in found:
                found[other] = found[key] + 1
                waiting.append(other)
    return found


def _neighbours(pairing: Pairing, key: str) -> Iterator[str]:
    pair = pairing.pairs.get(key)
    if pair is None:
        return
    for plan, things in ((pairing.before, pair.before), (pairing.after, pair.after)):
        for thing in things:
            yield from (pairing.key(plan, edge.target.id) for edge in plan.out(thing))
            yield from (pairing.key(plan, edge.source.id) for edge in plan.into(thing))
            yield from (pairing.key(plan, str(source["document"])) for source in thing.sources)


def chain_changes(pairing: Pairing) -> Iterator[Change]:
    """Yield what no longer reaches whom it reached, told together where it is the same of several."""
    alike: dict[tuple[frozenset[str], frozenset[str]], list[Pair]] = {}
    for pair in pairing.pairs.values():
        if pair.continued and pair.now.kind in _CHAINED:
            old = _reached(pairing, pairing.before, pair.before)
            new = _reached(pairing, pairing.after, pair.after)
            if old - new:
                alike.setdefault((old - new, new - old), []).append(pair)
    for (lost, gained), pairs in alike.items():
        names = called(pairing.after, (pair.now for pair in pairs))
        who = names[0] if len(names) == 1 else f"{len(names)} things ({_some(names)})"
        was = joined(_names(pairing, lost))
        now = joined(_names(pairing, gained))
        instead = f"; now there is one to {now}" if now else ""
        yield Change(
            "Chains",
            "no longer reaches",
            f"No line of accountability from {who} to {was} is recorded any more{instead}.",
            pairs[0].now,
            was=was,
            now=now,
            touches=frozenset(pair.key for pair in pairs) | lost | gained,
            sources=sources_of(pair.now for pair in pairs),
        )


def _some(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return joined([*names[:_NAMED], f"{more} more"]) if more > 0 else joined(names)


def _reached(pairing: Pairing, plan: Plan, things: Iterable[Thing]) -> frozenset[str]:
    return frozenset(
        pairing.key(plan, route.ends_at)
        for thing in things
        for route in chain(plan, thing.id).routes
        if route.ends in ("top", "elsewhere") and route.steps
    )


def _names(pairing: Pairing, keys: Iterable[str]) -> list[str]:
    pairs = [pairing.pairs[key] for key in sorted(keys) if key in pairing.pairs]
    return [name for pair in pairs for name in called(plan_of(pairing, pair), [pair.now])]


def action_changes(pairing: Pairing, told: Iterable[Change]) -> Iterator[Change]:
    """Yield the changes of the records, those of actions as what became of each."""
    for change in told:
        if change.thing.kind != "action" or change.part not in ("Added", "Ended"):
            moved = change.thing.kind == "action" and change.words <= {"status", "rating"}
            what = change.now if change.now in ("done", "stopped") else "moved"
            yield replace(change, part="Actions", what=what) if moved and change.words else change
        elif change.part == "Added":
            yield replace(change, part="Actions", what="new")
        else:
            yield _dropped(pairing, change)


def _dropped(pairing: Pairing, change: Change) -> Change:
    """Say of an action that is there no longer that it was done, if it was, or that this is not recorded."""
    name, status = capital(pairing.before.called(change.thing)), change.thing.status
    if status in ("done", "stopped"):
        return replace(change, part="Actions", what=status, sentence=f"{name} was {status}, and is not carried over.")
    sentence = f"{name} is not carried over; what became of it is not recorded."
    return replace(change, part="Actions", what="dropped", sentence=sentence)


def actions_counted(pairing: Pairing, told: Sequence[Change]) -> str:
    """Return how many actions were carried over, of how many, and what became of the others."""
    pairs = [pair for pair in pairing.pairs.values() if pair.now.kind == "action"]
    of = sum(len(pair.before) for pair in pairs)
    kept = sum(len(pair.before) for pair in pairs if pair.after)
    by = [change.what for change in told if change.part == "Actions"]
    words = {"done": "done", "stopped": "stopped", "dropped": "not carried over", "new": "new"}
    others = [f"{number} {word}" for what, word in words.items() if (number := by.count(what))]
    return f"Actions: {kept} of {of} carried over{''.join(f', {each}' for each in others)}." if pairs else ""


def counted_gaps(told: Sequence[Change]) -> str:
    """Return how many gaps opened and how many closed."""
    by = [change.what for change in told if change.check]
    opened, closed = by.count("opened") + by.count("lapsed"), by.count("closed")
    gone, unknown = by.count("gone"), by.count("unknown")
    more = [f"{gone} went with what had {'it' if gone == 1 else 'them'}"] if gone else []
    more += (
        [f"{accepted} {'is' if accepted == 1 else 'are'} accepted now"] if (accepted := by.count("accepted")) else []
    )
    more += [f"{unknown} can no longer be told"] if unknown else []
    first = f"{counted(opened, 'gap') if opened else 'No gap'} opened"
    return f"{first} and {closed or 'none'} closed{''.join(f'; {each}' for each in more)}"
