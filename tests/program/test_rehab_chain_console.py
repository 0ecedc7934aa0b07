"""`kompetens rehab-chain`: every row of the test table, the Swedish text, and what is said of what cannot be used."""

import json

import pytest

from kompetens_gui.cli import main
from tests.domain.rehabilitation_table import TABLE, Row


def arguments(row: Row) -> list[str]:
    given = ["--start", row.start, "--exam", row.exam, "--situation", row.situation]
    given += ["--exception", row.asked] if row.asked else []
    given += ["--age", str(row.age)] if row.age is not None else []
    given += ["--employment-ended", row.ended] if row.ended else []
    for period in row.earlier:
        given += ["--earlier-period", f"{period.first}/{period.last}"]
    return ["rehab-chain", *given]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"row{row.number}")
def test_the_console_answers_as_the_table(row: Row, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*arguments(row), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "day": row.day,
        "ground": row.ground,
        "rule_version": row.version,
        "exception": row.holds,
        "certainty": row.certainty,
    }


def test_known_earlier_days_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--start", "2026-05-22", "--exam", "2026-06-11", "--situation", "employed", "--earlier-days", "70"]
    assert main(["rehab-chain", *given, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["day"] == 91


def test_details_tell_the_alternatives_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*arguments(TABLE[40]), "--json", "--details"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["possible_grounds"] == ["OWN"]
    assert answer["possible_days"] == [1, 71]
    assert "joining_unclear" in answer["notes"]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"row{row.number}")
def test_the_text_holds_the_answer_and_what_is_always_shown(row: Row, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(row)) == 0
    text = capsys.readouterr().out
    assert f"Regelläge: {row.version}, prövad dag {row.exam}. Kontrollerad 2026-11-22 av Kompetens redaktion." in text
    assert "Övningen är förenklad. I ett verkligt ärende gör Försäkringskassan en helhetsbedömning." in text
    assert f"{row.day} i rehabiliteringskedjan." in text
    assert ("Grunden är inte klar." in text) == (row.ground is None)
    assert ("Undantag: " in text) == (row.holds is not None)
    assert ("yrkesgrupp" in text) == (row.ground == "MARKET" and row.version == "RV4")
    assert "{" not in text


FINE = {"--start": "2026-03-02", "--exam": "2026-03-20", "--situation": "employed"}


@pytest.mark.parametrize(
    ("changed", "code", "words"),
    [
        ({"--start": "2026-02-30"}, 2, "”2026-02-30” är inget datum"),
        ({"--start": "2/3 2026"}, 2, "ÅÅÅÅ-MM-DD"),
        ({"--start": "20260302"}, 2, "ÅÅÅÅ-MM-DD"),
        ({"--exam": None}, 2, "--exam saknas"),
        ({"--situation": None}, 2, "--situation saknas"),
        ({"--situation": "anställd"}, 2, "unemployed"),
        ({"--exception": "goda_skäl"}, 2, "predominant_reasons"),
        ({"--age": "sextio"}, 2, "inget heltal"),
        ({"--earlier-days": "1.5"}, 2, "inget heltal"),
        ({"--earlier-period": "2026-01-01"}, 2, "ÅÅÅÅ-MM-DD/ÅÅÅÅ-MM-DD"),
        ({"--employment-ended": "i maj"}, 2, "--employment-ended"),
        ({"--exam": "2026-03-01"}, 1, "ligger före sjukperiodens första dag"),
        ({"--age": "-4"}, 1, "mellan 0 och 130"),
        ({"--age": "131"}, 1, "mellan 0 och 130"),
        ({"--earlier-days": "999999999"}, 1, "--earlier-days"),
        ({"--earlier-period": "2026-02-20/2026-03-05"}, 1, "går in i nästa"),
    ],
)
def test_what_cannot_be_used_is_told_in_swedish(
    changed: dict[str, str | None], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [word for name, value in {**FINE, **changed}.items() if value is not None for word in (name, value)]
    assert main(["rehab-chain", *given, "--json"]) == code
    told = capsys.readouterr()
    assert words in told.err
    assert told.out == ""
    assert "{" not in told.err
