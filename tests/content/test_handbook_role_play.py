"""The role play in the handbook can be used as it is, and the page tells what the program says of a broken one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kompetens_gui import cli
from kompetens_gui.content.material.library import load_material_library
from kompetens_gui.content.material.role_play_model import (
    DebriefRoundModel,
    DemonstrationLineModel,
    DifficultyLevelModel,
    FewerPeopleModel,
    LeaderGuideModel,
    ObserverProtocolModel,
    PhaseModel,
    RoleCardModel,
    RolePlayModel,
    RolePlayPaperModel,
    ToldIfAskedModel,
)
from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.material.role_play import RolePlay

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "handbok" / "skriv-eget-rollspel.md").read_text("utf-8")
EXAMPLE = PAGE.split("```yaml\n")[1].split("```")[0]
PLAY_ID = "schemat-som-inte-gar-ihop"
UNREVIEWED = "Innehållet är märkt ready men ingen har granskat det."
SECRET = "Mellan sju och nio står du själv med inventeringen."
FIRST_ANCHOR = "        - {rating: 0, text: Syftet sägs inte.}\n"
FIFTH_ITEM = re.search(r"    - id: speglar\n(?: {6}.*\n)+", EXAMPLE)
TOLD_IF_ASKED = re.search(r"    told_if_asked:\n(?: {6}.*\n)+", EXAMPLE)
SOFTENS = re.search(r"    softens:\n(?: {6}.*\n)+", EXAMPLE)


def whole(found: re.Match[str] | None) -> str:
    assert found is not None
    return found[0]


# What is written wrong, and what the program says of it.
BROKEN: tuple[tuple[tuple[tuple[str, str], ...], str], ...] = (
    ((("title: Schemat", "title: Mötet: schemat"),), "Ett kolon står mitt i ett värde."),
    ((("title: Schemat", "\ttitle: Schemat"),), "Raden innehåller en tabb."),
    ((("summary:", "sumary:"),), "Okänt fält ”…”."),
    ((("summary:", "sumary:"),), "Fältet ”…” saknas."),
    (((f"id: {PLAY_ID}", "id: annat"),), "id är ”…” men filen heter ”…”."),
    ((("minutes: 20", "minutes: 25"),), "Momenten tar … minuter men rollspelet säger …."),
    ((("kind: play", "kind: read"), ("kind: read, title: Läs", "kind: play, title: Läs")), "Momenten kommer inte"),
    ((("{role: employer, text: Berätta", "{role: chefen, text: Berätta"),), "Det finns ingen roll som heter ”…”."),
    ((("part: main", "part: other"),), "Ingen roll är huvudroll, så ingen övar."),
    (((whole(TOLD_IF_ASKED), ""), (whole(SOFTENS), "")), "”…” observeras inte, och kortet ger inget"),
    ((("background: |-\n", f"background: |-\n  {SECRET}\n"),), "Det som ”…” bara berättar på fråga går att läsa av"),
    (((whole(FIFTH_ITEM), ""),), "Antalet punkter att observera är …; det ska vara 6–10."),
    (((FIRST_ANCHOR, ""),), "Punkten ”…” måste göras men saknar ankare för …."),
    ((("id: open_questions", "id: other_questions"),), "Protokollet räknar inte …."),
    ((("text: Väntar in svaret", "text: Förstår chefen"),), "”…” går inte att se utifrån."),
    ((("text: Väntar ibland.", "text: Koordinatorn är trevlig."),), "”…” säger hur någon är, inte vad som hände."),
    ((("who: Huvudrollen först", "who: Observatörerna"),), "Observatörerna talar före rollerna."),
    ((("Blir en person över observerar två", "Två observerar"),), "Det står inte vad ni gör när antalet inte går"),
    ((("people: 3", "people: 4"),), "Med … personer blir det …."),
    ((("word: paus", "word: stopp"),), "Stoppordet är ”…”."),
    ((("Du tycker om Milan", "Det är M54.4. Du tycker om Milan"),), "Texten innehåller något som ser ut som en diag"),
    ((("Du tycker om Milan", "Du minns våldet. Du tycker om Milan"),), "Texten nämner våld: ”…”. Våld spelas aldrig"),
    ((), UNREVIEWED),
)


FIELDS = sorted(
    {
        field.alias or name
        for model in (
            RolePlayModel,
            RoleCardModel,
            ToldIfAskedModel,
            RolePlayPaperModel,
            PhaseModel,
            ObserverProtocolModel,
            DebriefRoundModel,
            DifficultyLevelModel,
            FewerPeopleModel,
            LeaderGuideModel,
            DemonstrationLineModel,
        )
        for name, field in model.model_fields.items()
    }
)


def validated(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Keep a role play where its user would, and return what `kompetens validate` says of it."""
    file = folder / "study" / "role_plays" / f"{PLAY_ID}.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    code = cli.main(["validate", str(file)])
    return code, capsys.readouterr().out


def messages() -> list[str]:
    rows = PAGE.split("| Meddelande |")[1].split("\n\n")[0].splitlines()[2:]
    return [row.split("|")[1].strip() for row in rows]


def said(message: str) -> re.Pattern[str]:
    """Return what the program says where the page has an ellipsis for what varies."""
    return re.compile(".+?".join(re.escape(part) for part in message.split("…")))


def test_the_example_is_right_and_can_be_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = validated(tmp_path, EXAMPLE, capsys)
    assert code == 0, out
    assert "inga fel och 1 påpekande" in out
    assert UNREVIEWED in out
    library = load_material_library(ROOT / "resources", tmp_path / "study")
    assert PLAY_ID in {str(head.id) for head in library.heads(MaterialKind.ROLE_PLAY)}
    play = library.material(MaterialRef(MaterialKind.ROLE_PLAY, PLAY_ID))
    assert isinstance(play, RolePlay)
    assert play.minutes == play.head.minutes == 20


def test_a_draft_cannot_be_chosen_and_is_not_stopped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = EXAMPLE.replace("status: ready", "status: draft").replace("minutes: 20", "minutes: 25")
    code, out = validated(tmp_path, draft, capsys)
    assert (code, "inga fel och 1 påpekande" in out) == (0, True), out
    library = load_material_library(ROOT / "resources", tmp_path / "study")
    assert PLAY_ID not in {str(head.id) for head in library.heads(MaterialKind.ROLE_PLAY)}


def test_every_field_is_told_of() -> None:
    tables = PAGE.split("## Fälten, uppifrån och ned")[1].split("\n## ")[0]
    assert [field for field in FIELDS if f"`{field}`" not in tables] == []


@pytest.mark.parametrize(("changes", "message"), BROKEN, ids=[message for _, message in BROKEN])
def test_what_the_program_says_is_on_the_page(
    changes: tuple[tuple[str, str], ...], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = EXAMPLE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    _, out = validated(tmp_path, text, capsys)
    row = next((m for m in messages() if m.startswith(message)), None)
    assert row is not None, "not on the page"
    assert said(row).search(out), out


def test_every_message_on_the_page_is_one_that_the_program_gives() -> None:
    given = [message for _, message in BROKEN]
    assert [m for m in messages() if not any(m.startswith(message) for message in given)] == []
