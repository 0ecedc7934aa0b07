from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.certified_hours import AreaHours, CertifiedPart, certified_parts, hours_by_area
from tests.storage.credential_making import a_completion
from tests.storage.making import a_course_certificate

DAY = date(2026, 11, 12)
areas = st.lists(st.sampled_from(["K01", "K02", "K03", "K14"]), min_size=1, max_size=4, unique=True).map(tuple)


def test_a_part_with_several_areas_is_shared_equally() -> None:
    parts = [
        CertifiedPart("1", "Samtalet", 125, DAY, ("K06", "K05")),
        CertifiedPart("1", "Reglerna", 60, DAY, ("K05",)),
        CertifiedPart("2", "Utan område", 90, DAY, ()),
    ]
    assert hours_by_area(parts) == (
        AreaHours("K05", 122, ("Samtalet", "Reglerna")),
        AreaHours("K06", 63, ("Samtalet",)),
    )


@given(st.lists(st.tuples(st.integers(0, 5000), areas), max_size=12))
def test_no_minute_is_lost_or_made(drawn: list[tuple[int, tuple[str, ...]]]) -> None:
    parts = [CertifiedPart("1", f"Del {i}", minutes, DAY, a) for i, (minutes, a) in enumerate(drawn)]
    assert sum(h.minutes for h in hours_by_area(parts)) == sum(minutes for minutes, _ in drawn)


def test_a_path_gives_its_modules_and_a_session_itself() -> None:
    session = replace(a_course_certificate(), purpose="Att läsa tillsammans")
    module, whole = certified_parts([a_completion(), session])
    assert (module.title, module.minutes, module.content) == ("Uppdraget", 120, ("Ett mål.",))
    assert (whole.title, whole.minutes, whole.content) == ("Gruppdialog", 60, ("Att läsa tillsammans",))
