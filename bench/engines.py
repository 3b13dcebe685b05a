"""Every question warm on the embedded engine against the same question warm on a real Neo4j, and what loading costs.

On the shipped register and on invented regions of 10 and of 317 partnerships: `python -m bench.engines 10 50` measures
others. Both engines answer in turn, so that a busy machine weighs on both, and their rows must be equal.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.cold import program, run
from bench.regions import DAY, write_region
from ssp_graph.engines import Engine, open_engine
from ssp_graph.engines.server.push import push
from ssp_graph.graph import Graph, load_graph
from ssp_graph.plan import Plan
from ssp_graph.questions.library import library
from ssp_graph.questions.question import Question
from ssp_graph.questions.running import as_run, fetch, parameters
from ssp_graph.shipped import shipped
from tests.real.neo4j_server import Neo4jServer, running_neo4j

PARTNERSHIPS = (10, 317)
HEAP, PAGE_CACHE = 2048, 1024  # MiB for Neo4j: room for everything
PAIRS = 5  # at most, of each question on either engine
ENOUGH = 10.0  # seconds for one question, after which no further pair is run
COLD_RUNS = 2
SLOWER = 1.1  # with a tenth of tolerance


@dataclass(frozen=True, slots=True)
class Timed:
    """A question warm on both engines: medians in seconds, and the median of the pairs' ratios."""

    rows: int
    embedded: float
    server: float
    ratio: float


def main() -> None:
    """Measure the shipped register and each invented region, and print the tables."""
    sizes = [int(argument) for argument in sys.argv[1:]] or PARTNERSHIPS
    _say("Starting Neo4j")
    with running_neo4j(HEAP, PAGE_CACHE) as server, tempfile.TemporaryDirectory(prefix="ssp-graph-bench-") as work:
        os.environ |= {"NEO4J_URI": server.uri, "NEO4J_USERNAME": server.user, "NEO4J_PASSWORD": server.password}
        before = _measure("The shipped register", [_shipped()], server, None)
        for size in sizes:
            folders = write_region(Path(work) / str(size), size)
            before = _measure(f"An invented region of {size} partnerships", folders, server, before)
    for size in sizes[-1:]:
        with tempfile.TemporaryDirectory(prefix="ssp-graph-bench-") as folder:
            _cold(write_region(Path(folder) / "region", size), Path(folder))


def _shipped() -> Path:
    abouts = sorted(shipped("seed").glob("*/register.yaml"))
    return next(about.parent for about in abouts if "\ndefault: true" in about.read_text(encoding="utf-8"))


Before = tuple[int, dict[str, Timed]]
"""How many things a smaller graph held, and how its questions were timed."""


def _measure(title: str, folders: list[Path], server: Neo4jServer, before: Before | None) -> Before:
    _say(f"Reading {title.lower()}")
    started = time.perf_counter()
    graph = load_graph(folders, shipped("seed"))
    reading = time.perf_counter() - started
    things, edges = graph.number_of_nodes(), graph.number_of_edges()
    print(f"\n# {title}\n\n{things:,} things, {edges:,} relationships; read and built in {reading:.1f} s\n")
    server.empty()
    with _filled(graph) as embedded, _pushed(graph, server) as pushed:
        print()
        timed = _questions(graph, embedded, pushed, about["until_day"] if (about := _plan(graph)) else DAY)
    _print(timed, things, before)
    return things, timed


def _plan(graph: Graph) -> dict[str, str] | None:
    """Return what the one named register says of itself."""
    named = graph.graph["named"]
    return next(about for about in graph.graph["registers"] if about["id"] == named[0]) if len(named) == 1 else None


@contextmanager
def _filled(graph: Graph) -> Iterator[Engine]:
    _say("Filling the embedded engine")
    memory = _memory(os.getpid())
    started = time.perf_counter()
    with open_engine("ladybug", graph) as engine:
        seconds = time.perf_counter() - started
        print("load                       seconds      MiB")
        print(f"embedded engine, filled   {seconds:8.2f} {_memory(os.getpid()) - memory:8.0f}  more than before")
        yield engine


@contextmanager
def _pushed(graph: Graph, server: Neo4jServer) -> Iterator[Engine]:
    _say("Pushing into Neo4j")
    started = time.perf_counter()
    push(graph)
    seconds = time.perf_counter() - started
    print(f"Neo4j, pushed             {seconds:8.2f} {_memory(server.process):8.0f}  the whole server")
    with open_engine("neo4j", graph) as engine:
        yield engine


def _memory(process: int) -> float:
    return float(psutil.Process(process).memory_info().rss) / (1 << 20)


def _questions(graph: Graph, embedded: Engine, server: Engine, day: str) -> dict[str, Timed]:
    """Return how each question that needs no choice was timed on both engines.

    Raises:
        SystemExit: the two do not give the same rows.
    """
    timed = {}
    plan = Plan(graph, day)
    questions = library().questions
    for place, (name, question) in enumerate(questions.items(), 1):
        _say(f"Question {place} of {len(questions)}: {name}")
        given = parameters(plan, question, {})
        (_, rows), (_, others) = (fetch(engine, plan, question, given) for engine in (embedded, server))
        if rows != others:
            sys.exit(f"{name}: {len(rows)} rows on the embedded engine, and other {len(others)} on Neo4j.")
        pairs: list[tuple[float, float]] = []
        while len(pairs) < PAIRS and sum(map(sum, pairs)) < ENOUGH:
            pairs.append((_seconds(embedded, plan, question, given), _seconds(server, plan, question, given)))
        seconds = [statistics.median(pair[side] for pair in pairs) for side in (0, 1)]
        ratio = statistics.median(one / other for one, other in pairs)
        timed[name] = Timed(len(rows), seconds[0], seconds[1], ratio)
    return timed


def _seconds(engine: Engine, plan: Plan, question: Question, given: dict[str, str | int | list[str]]) -> float:
    cypher = as_run(engine, plan, question.cypher)
    started = time.perf_counter()
    engine.run(cypher, given)
    return time.perf_counter() - started


def _print(timed: dict[str, Timed], things: int, before: Before | None) -> None:
    """Print the slowest against Neo4j first; growth is that of the time over that of the data, 1.0 in step with it."""
    print(f"{'question':38} {'rows':>7} {'embedded':>10} {'Neo4j':>10} {'ratio':>7}{'   growth' if before else ''}")
    for name, found in sorted(timed.items(), key=lambda item: -item[1].ratio):
        grown = ""
        if before:
            growth = found.embedded / before[1][name].embedded / (things / before[0])
            grown = f" {growth:8.2f}"
        print(
            f"{name:38} {found.rows:7,} {found.embedded * 1000:7.0f} ms {found.server * 1000:7.0f} ms"
            f" {found.ratio:7.2f}{grown}"
        )
    ratios = [found.ratio for found in timed.values()]
    slower = sum(ratio > SLOWER for ratio in ratios)
    print(
        f"\nembedded / Neo4j: median {statistics.median(ratios):.2f}, worst {max(ratios):.2f}; "
        f"{slower} of {len(ratios)} slower than on Neo4j; all of them "
        f"{sum(found.embedded for found in timed.values()):.1f} s against "
        f"{sum(found.server for found in timed.values()):.1f} s",
        flush=True,
    )


def _cold(folders: list[Path], work: Path) -> None:
    """Print what a cold start costs on a whole region, with and without what is kept between runs."""
    environment = {
        "SSP_GRAPH_REGISTER": os.pathsep.join(map(str, folders)),
        "XDG_CACHE_HOME": str(work / "cache"),
        "HOME": str(work),  # where the cache lies on systems that do not know the line above
        "LOCALAPPDATA": str(work),
    }
    ours, said = program(), work / "said.txt"
    print(f"\n# A cold start on {len(folders)} partnerships\n\n{'command':42} {'seconds':>8} {'MiB':>8}")
    for name, arguments in (
        ("list, nothing kept", ["--no-cache", "list"]),
        ("list, graph kept", ["list"]),
        ("ask, nothing kept", ["--no-cache", "ask", "themes-without-lead"]),
        ("ask, graph, database and answer kept", ["ask", "themes-without-lead"]),
    ):
        _say(name)
        runs = [run([ours, *arguments], environment, said) for _ in range(COLD_RUNS + 1)][1:]
        print(
            f"{name:42} {statistics.median(each.seconds for each in runs):8.2f}"
            f" {statistics.median(each.memory for each in runs):8.0f}",
            flush=True,
        )
    run([ours, "--no-cache", "list"], environment, said)
    print(f"\nWhile it reads, it says:\n{said.read_text(encoding='utf-8')}")


def _say(what: str) -> None:
    """Tell on standard error how far the work has got."""
    print(f"\r{what:78}", end="" if sys.stderr.isatty() else "\n", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
