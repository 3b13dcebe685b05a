"""What tests of every room may ask for; a server or a browser starts only once a test asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome

from ssp_graph import store
from tests.questions.asking import Engines, engines
from tests.real.chromium import Page, new_page, running_chromium
from tests.real.neo4j_server import Neo4jServer, running_neo4j

REAL = {"neo4j_server": "server", "browser": "browser"}  # fixtures that the others of their kind are made from
PROCESSES = ("cli", "browser", "bench", "outputs", "engines", "pictures")  # rooms that run programs, or paint


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a server or a browser, and what takes its time, so that `make quick` can leave it out.

    Where tests run in several processes, those of one group share one: all that need the server, all that need the
    browser, and otherwise those of a file.
    """
    for item in items:
        real = [REAL[name] for name in getattr(item, "fixturenames", ()) if name in REAL]
        if real:
            item.add_marker(pytest.mark.real)
        item.add_marker(pytest.mark.xdist_group(real[0] if real else str(item.path)))
        if item.path.parent.name in PROCESSES or item.path.parent.name == "tests":
            item.add_marker(pytest.mark.process)


@pytest.fixture
def engine() -> Iterator[Engines]:
    """Give the embedded engine of a graph; all are closed after the test."""
    with engines() as opened:
        yield opened


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing is kept in the user's own cache folder, nor by the processes that tests start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(store.VARIABLE, str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Neo4jServer]:
    """One Neo4j server for the whole run, as the tests before left it."""
    with running_neo4j() as server:
        yield server


@pytest.fixture
def empty_neo4j(neo4j_server: Neo4jServer) -> Neo4jServer:
    """The server with nothing in its database."""
    neo4j_server.empty()
    return neo4j_server


@pytest.fixture(scope="session")
def browser() -> Iterator[Chrome]:
    """One Chromium for the whole run."""
    with running_chromium() as driver:
        yield driver


@pytest.fixture
def page(browser: Chrome) -> Iterator[Page]:
    """A tab of its own, as someone with a wide screen and no wishes sees it."""
    with new_page(browser) as tab:
        yield tab
