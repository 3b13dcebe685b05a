"""Dates as a plan states them, with their first and last day."""

from __future__ import annotations

import pytest

from ssp_graph.model.dates import days, first_day, in_words, last_day


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-03", "2018-03-01", "2018-03-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2018-03-31", "2018-03-31", "2018-03-31"),
        ("2017/18", "2017-04-01", "2018-03-31"),
        ("2018/21", "2018-04-01", "2021-03-31"),
        ("2018/2021", "2018-04-01", "2021-03-31"),
        ("1999/00", "1999-04-01", "2000-03-31"),
        ("2014-17", "2014-01-01", "2017-12-31"),
        ("2014-2017", "2014-01-01", "2017-12-31"),
        ("2010-12", "2010-12-01", "2010-12-31"),  # a month, so the span is written 2010-2012
        ("2010-2012", "2010-01-01", "2012-12-31"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(stated: str, first: str, last: str) -> None:
    assert days(stated) == (first, last)


@pytest.mark.parametrize(
    "stated",
    ["", "18", "2018-13", "2018-00", "2018-3", "2018-02-29", "2018/18", "2018/17", "2017-2014", "0000", "9999/00",
     "March 2018", "31/03/2018", "2018 ", "٢٠١٨"],
)  # fmt: skip
def test_what_is_no_date_is_refused(stated: str) -> None:
    with pytest.raises(ValueError, match=r"not|no day|before"):
        days(stated)


def test_an_absent_start_or_end_is_open() -> None:
    assert first_day(None) == "0001-01-01"
    assert last_day(None) == "9999-12-31"
    assert first_day("2018/21") == "2018-04-01"
    assert last_day("2018/21") == "2021-03-31"


def test_dates_are_said_as_a_reader_says_them() -> None:
    spoken = [in_words(stated) for stated in ("2018", "2018-03", "2018-03-01", "2018/21")]
    assert spoken == ["2018", "March 2018", "1 March 2018", "2018/21"]
