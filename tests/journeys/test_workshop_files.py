"""Files that let a workshop down: a group's file that is another one or hostile, and a film that cannot be played."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from kompetens_gui.domain.activities.film import FilmRoom
from kompetens_gui.domain.activities.group_work.state import GroupWorkState
from kompetens_gui.domain.activities.group_work.tasks import questions
from tests.journeys.conftest import Begin
from tests.journeys.driver import Leader
from tests.journeys.leading_workshop import begin_with
from tests.journeys.steps import room

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
CASE = "coordination/samordning-ingenjorsstudent"
STANDS, IN_FILE = "Vi frågar henne själv först", "Samtycket gäller bara skolan"
BOMB = "a: &a [x, x, x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "bomb.yaml": (BOMB, "Raden som börjar med ## KOMPETENS saknas"),
    "kommando.yaml": ("!!python/object/apply:os.system ['echo hej']\n", "Raden som börjar med ## KOMPETENS saknas"),
    "bild.txt": ("\x89PNG\x00\x00", "Filen är ingen textfil"),
}


def at_work(leader: Leader) -> GroupWorkState:
    state = leader.activity
    assert isinstance(state, GroupWorkState)
    return state


def test_a_groups_file_that_is_another_one_or_hostile_changes_nothing(begin: Begin, tmp_path: Path) -> None:
    leader = begin()
    plan = begin_with(leader, "group_work", {"material": CASE}, groups=2)
    first = leader.state.session.groups[0].id
    item = leader.state.item
    assert item is not None
    asked = questions(leader.state.context(item))
    leader.tab_to("2. ")
    leader.type(STANDS)
    saved = tmp_path / "Grupp 1.txt"
    leader.press("Ctrl+Shift+S")
    leader.save_as(saved)
    leader.sees("Filen Grupp 1.txt är sparad")
    leader.wait(lambda: dict(at_work(leader).of(first).answers) == {1: STANDS}, "what stands on the board")

    right = saved.read_text("utf-8-sig").replace(f"## 1. {asked[0]}\n", f"## 1. {asked[0]}\n{IN_FILE}\n")
    assert IN_FILE in right
    wrong = {
        "annan träff.txt": (right.replace(str(plan.id), "en-annan"), "Filen hör till en annan träff"),
        "annat moment.txt": (right.replace(str(item.id), "ett-annat"), "Filen hör till ett annat moment"),
        "efter slutet.txt": (f"{right}\nEn sak till\n", "Det står text under raden ## SLUT"),
        **HOSTILE,
    }
    for name, (text, words) in wrong.items():
        (tmp_path / name).write_text(text, "utf-8")
        read_in(leader, tmp_path / name)
        leader.sees(words)
        assert dict(at_work(leader).of(first).answers) == {1: STANDS}, name

    (tmp_path / "rätt.txt").write_text(right, "utf-8")
    read_in(leader, tmp_path / "rätt.txt")
    leader.wait(lambda: dict(at_work(leader).of(first).answers) == {0: IN_FILE, 1: STANDS}, "the right file")
    assert not leader.notices()


def read_in(leader: Leader, file: Path) -> None:
    leader.press("Ctrl+Shift+O")
    leader.save_as(file)
    leader.settled()


def test_a_film_that_cannot_be_played_is_told_in_words_and_the_talk_goes_on(
    begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = tmp_path / "mote.mp4"
    stops = [{"at": "02:30", "question": "Vad märkte ni?"}, {"at": "05:10", "question": "Vad hände sedan?"}]
    opened: list[QUrl] = []

    def no_player(url: QUrl) -> bool:
        opened.append(url)
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", no_player)
    leader = begin()
    begin_with(leader, "film", {"file": str(film), "stops": stops})
    leader.press("Ctrl+Shift+O")
    leader.sees("Filmen finns inte där den låg när träffen planerades")
    assert opened == []
    film.write_text("Det här är ingen film", "utf-8")
    leader.press("Ctrl+Shift+O")
    leader.sees("Datorn kunde inte öppna filmen")
    assert [Path(url.toLocalFile()) for url in opened] == [film]
    leader.press("Alt+Right")
    leader.wait(lambda: film_room(leader).question == "Vad märkte ni?", "the question in the room")
    leader.tab_to("Fånga en punkt")
    leader.type("Ingen talade med henne\n")
    leader.wait(lambda: film_room(leader).points == ("Ingen talade med henne",), "what was said")


def film_room(leader: Leader) -> FilmRoom:
    view = room(leader).view
    assert isinstance(view, FilmRoom)
    return view
