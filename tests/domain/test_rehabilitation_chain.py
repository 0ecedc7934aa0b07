from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.activities.base import ActivityContext, certificate_picture
from kompetens_gui.domain.case import SickLeave
from kompetens_gui.domain.rehabilitation_chain import INTERVALS, ChainInterval, Situation, chain_day, interval_of
from tests.domain.making import a_case, a_medical_certificate, an_item

# Only days that are beyond doubt: those that hang on how the law's limits are read are left out.
SURE_DAYS = [
    ("2026-03-02", "2026-03-20", 19),
    ("2026-03-02", "2026-05-30", 90),
    ("2026-03-02", "2026-05-31", 91),
    ("2026-03-02", "2026-08-28", 180),
    ("2026-03-02", "2026-08-29", 181),
    ("2026-03-02", "2027-03-01", 365),
    ("2026-03-02", "2027-03-02", 366),
    ("2025-01-13", "2026-02-16", 400),
    ("2025-01-13", "2026-07-17", 551),
    ("2025-01-13", "2026-12-13", 700),
    ("2026-01-12", "2026-01-12", 1),
    ("2022-08-15", "2022-08-31", 17),
    ("2022-08-15", "2022-09-01", 18),
    ("2019-03-04", "2019-08-31", 181),
    ("2019-03-04", "2020-03-03", 366),  # over a leap day
    ("2021-02-01", "2022-01-31", 365),
    ("2022-02-21", "2022-08-31", 192),
    ("2022-02-21", "2022-09-01", 193),
    ("2022-02-14", "2022-08-13", 181),
    ("2024-05-06", "2024-11-02", 181),
    ("2023-02-06", "2023-05-06", 90),
    ("2023-02-06", "2023-05-07", 91),
    ("2026-03-02", "2026-03-10", 9),
    ("2023-02-06", "2023-08-05", 181),
    ("2023-02-06", "2024-01-15", 344),
]


@pytest.mark.parametrize(("start", "examined", "day"), SURE_DAYS)
def test_the_day_of_the_chain(start: str, examined: str, day: int) -> None:
    assert chain_day(date.fromisoformat(start), date.fromisoformat(examined)) == day


@pytest.mark.parametrize(
    ("start", "examined", "earlier", "day"),
    [
        ("2026-05-22", "2026-05-22", 70, 71),  # ill again after sixty days: the seventy from before count
        ("2026-05-22", "2026-06-11", 70, 91),
        ("2026-07-21", "2026-07-21", 0, 1),  # after a hundred and twenty days a new period begins
    ],
)
def test_days_of_an_earlier_joined_period_count(start: str, examined: str, earlier: int, day: int) -> None:
    assert chain_day(date.fromisoformat(start), date.fromisoformat(examined), earlier) == day
    assert chain_day(date(2026, 1, 12), date(2026, 3, 22)) == 70


@pytest.mark.parametrize(
    ("day", "interval"),
    [(1, (1, 90)), (90, (1, 90)), (91, (91, 180)), (180, (91, 180)), (181, (181, 365)), (365, (181, 365))],
)
def test_the_limits_belong_to_the_interval_before(day: int, interval: tuple[int, int]) -> None:
    assert interval_of(day) == ChainInterval(*interval)


def test_the_last_interval_is_open() -> None:
    assert interval_of(366) == interval_of(5000) == ChainInterval(366, None)


@given(st.integers(1, 10_000))
def test_every_day_lies_in_exactly_one_interval(day: int) -> None:
    found = [i for i in INTERVALS if i.first <= day and (i.last is None or day <= i.last)]
    assert found == [interval_of(day)]


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(0, 3000), st.integers(0, 400))
def test_each_calendar_day_is_one_more(start: date, days: int, earlier: int) -> None:
    at = start + timedelta(days=days)
    assert chain_day(start, at, earlier) + 1 == chain_day(start, at + timedelta(days=1), earlier)
    assert chain_day(start, start) == 1


def test_the_room_sees_the_day_the_certificate_was_written() -> None:
    item = an_item("read_certificate")
    leave = SickLeave(date(2026, 5, 22), Situation.EMPLOYED, earlier_days=70)
    case = a_case(sick_leave=leave, medical_certificates=(a_medical_certificate(issued_on=date(2026, 6, 11)),), keys=())
    picture = certificate_picture(ActivityContext(item, case))
    assert picture is not None
    assert picture.day == 91


def test_an_infection_carrier_has_no_day() -> None:
    case = a_case(medical_certificates=(a_medical_certificate(infection_carrier=True),), keys=())
    picture = certificate_picture(ActivityContext(an_item("read_certificate"), case))
    assert picture is not None
    assert picture.day is None
