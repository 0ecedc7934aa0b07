"""Profiles and their PINs: opened by who knows, slow to guess, helped without a hint, gone when they go."""

from dataclasses import replace

import pytest

from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.errors import InvalidValue, NotFound, PinWrong, SignOffRefused
from kompetens_gui.domain.learning.profile import LearnerId, PinResetLoss
from kompetens_gui.domain.study.learning_path import StepKind
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.news import ProfilesChanged
from tests.services.learning import Studies
from tests.services.player import OWN_WORDS, play

PIN = "4711"


def wrong(studies: Studies, learner: LearnerId, pin: str = "0000") -> int:
    with pytest.raises(PinWrong) as refused:
        studies.profiles.open(learner, pin)
    return refused.value.wait_seconds


def test_a_profile_is_made_with_no_more_than_it_needs(studies: Studies) -> None:
    made = studies.profiles.create("  Ylva   Öst ", Role.REHAB_COORDINATOR)
    assert (made.name, made.unit, made.sex, made.has_pin, made.room_results_count) == (
        "Ylva Öst",
        "",
        None,
        False,
        False,
    )
    assert studies.profiles.all() == [made]
    assert studies.program.news[-1] == ProfilesChanged(made.id)
    with pytest.raises(InvalidValue):
        studies.profiles.create("   ", Role.OTHER)
    with pytest.raises(InvalidValue):
        studies.profiles.create("Namn", Role.OTHER, pin="12")
    assert studies.profiles.all() == [made]


def test_only_who_knows_the_pin_opens_the_profile(studies: Studies) -> None:
    me = studies.learner(pin=PIN)
    assert studies.profiles.open(me.id, PIN) == me
    assert wrong(studies, me.id) == 0
    assert studies.profiles.open(me.id, PIN).throttle.wrong == 0
    assert studies.profiles.open(studies.learner("Bo").id, "vad som helst").name == "Bo"


def test_the_pin_is_nowhere_on_disk(studies: Studies) -> None:
    me = studies.learner(pin="hemlig-kod-4711")
    wrong(studies, me.id, "gissning-4712")
    held = b"".join(f.read_bytes() for f in studies.program.folder.rglob("*") if f.is_file())
    assert b"hemlig-kod" not in held
    assert b"gissning" not in held


def test_guessing_costs_time_that_neither_a_restart_nor_the_clock_gives_back(studies: Studies) -> None:
    me = studies.learner(pin=PIN)
    assert [wrong(studies, me.id) for _ in range(3)] == [0, 0, 30]
    assert wrong(studies, me.id, PIN) == 30, "also the right one has to wait"
    studies.program.clock.move(hours=-5)
    assert wrong(studies, me.id, PIN) == 30
    again = studies.crash()
    try:
        assert wrong(again, me.id, PIN) == 30
        again.program.clock.move(hours=5, seconds=29)
        assert wrong(again, me.id, PIN) == 1
        again.program.clock.move(seconds=1)
        assert again.profiles.open(me.id, PIN).id == me.id
        assert wrong(again, me.id) == 0, "a right one begins the count anew"
    finally:
        again.close()


def test_a_pin_is_changed_and_taken_away_by_who_knows_it(studies: Studies) -> None:
    me = studies.learner()
    studies.profiles.set_pin(me.id, PIN)
    with pytest.raises(PinWrong):
        studies.profiles.set_pin(me.id, "9999", "fel")
    studies.profiles.set_pin(me.id, "9999", PIN)
    assert studies.profiles.open(me.id, "9999").has_pin
    with pytest.raises(PinWrong):
        studies.profiles.remove_pin(me.id, PIN)
    assert not studies.profiles.remove_pin(me.id, "9999").has_pin


def test_changing_a_profile_never_touches_the_pin(studies: Studies) -> None:
    me = studies.learner(pin=PIN)
    wrong(studies, me.id)
    changed = studies.profiles.change(replace(me, name="Ylva Norr", unit="Söder", sex=Sex.WOMAN, pin=None))
    assert (changed.name, changed.unit, changed.has_pin) == ("Ylva Norr", "Söder", True)
    assert studies.profiles.get(me.id).throttle.wrong == 1
    assert studies.profiles.choose_path(me.id, "ny-handlaggare").path == "ny-handlaggare"
    with pytest.raises(InvalidValue):
        studies.profiles.change(replace(me, name=" "))
    with pytest.raises(NotFound):
        studies.profiles.change(replace(me, id=LearnerId("ingen")))


# -- forgotten


def written(studies: Studies) -> LearnerId:
    """A learner with a PIN who has written a letter and done a round of questions."""
    me = studies.learner(pin=PIN).id
    play(studies.studying.open_free(me, StepKind.LETTER, "brev"), studies.studying)
    opened = studies.step(me)
    opened.reflect("MIN EGEN TANKE").result()
    play(opened, studies.studying)
    return me


def test_a_forgotten_pin_takes_the_private_texts_along_and_says_so_first(studies: Studies) -> None:
    me = written(studies)
    levels = studies.progress.matrix(me).areas
    assert studies.profiles.reset_loss(me) == PinResetLoss(reflections=1, own_texts=1)
    assert studies.profiles.reset_pin(me) == PinResetLoss(1, 1)
    assert not studies.profiles.open(me).has_pin
    assert studies.profiles.reset_loss(me) == PinResetLoss(0, 0)
    assert studies.progress.matrix(me).areas == levels
    assert len(studies.studying.finished(me)) == 2
    held = b"".join(f.read_bytes() for f in studies.program.folder.rglob("*") if f.is_file())
    assert b"MIN EGEN TANKE" not in held
    assert OWN_WORDS.encode() not in held


def test_where_there_is_a_supervisor_one_has_to_confirm(studies: Studies) -> None:
    me = written(studies)
    helper = studies.learner("Åsa Öberg", Role.SPECIALIST, pin="1357")
    assert studies.profiles.supervisors() == []
    studies.profiles.change(replace(helper, supervises=True))
    assert [s.id for s in studies.profiles.supervisors()] == [helper.id]
    for supervisor in (None, me):
        with pytest.raises(SignOffRefused) as refused:
            studies.profiles.reset_pin(me, supervisor, PIN)
        assert refused.value.reason == "not_supervisor"
    with pytest.raises(PinWrong):
        studies.profiles.reset_pin(me, helper.id, "fel")
    assert studies.profiles.open(me, PIN).has_pin, "nothing was lost on the way"
    assert studies.profiles.reset_pin(me, helper.id, "1357") == PinResetLoss(1, 1)
    assert not studies.profiles.open(me).has_pin


def test_the_only_supervisor_can_be_helped_too(studies: Studies) -> None:
    helper = studies.learner("Åsa Öberg", Role.SPECIALIST, pin="1357")
    studies.profiles.change(replace(helper, supervises=True))
    assert studies.profiles.reset_pin(helper.id) == PinResetLoss(0, 0)


# -- going


def test_a_profile_goes_at_its_own_wish_with_everything(studies: Studies) -> None:
    me = written(studies)
    with pytest.raises(PinWrong):
        studies.profiles.remove(me, "fel")
    studies.profiles.remove(me, PIN)
    assert studies.profiles.all() == []
    held = b"".join(
        f.read_bytes() for f in studies.program.folder.rglob("*") if f.is_file() and f.name != "erasures.jsonl"
    )
    assert [t for t in ("Ylva Öst", "MIN EGEN TANKE", OWN_WORDS) if t.encode() in held] == []
    assert "Ylva" not in (studies.program.folder / "erasures.jsonl").read_text()
