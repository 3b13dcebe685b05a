"""What tests of every room may ask for; a server or a browser starts only once a test asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome

from ssp_graph import store
from tests.real.chromium import Page, new_page, running_chromium
from tests.real.neo4j_server import Neo4jServer, running_neo4j


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
