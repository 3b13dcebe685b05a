"""The embedded engine for the questions' tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.answers.asking import Engines, engines


@pytest.fixture
def engine() -> Iterator[Engines]:
    """Give the engine of a graph; all are closed after the test."""
    with engines() as opened:
        yield opened
