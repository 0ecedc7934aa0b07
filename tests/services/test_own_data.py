"""A learner's own data in words, and the studies taken away with a receipt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kompetens_gui.domain.errors import PinWrong, StorageFailed
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.learning.sign_off import Signer, SignOffPurpose
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.own_data import OwnDataParts, OwnDataService
from kompetens_gui.services.own_data_sections import OwnDataNames, OwnDataSection
from kompetens_gui.services.personal_data import PersonalDataParts, PersonalDataService
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.storage.personal_data_store import BackupShelf
from tests.services.learning import Studies
from tests.services.surroundings import Program


class Own:
    """The service over a program; `rewrite` writes its file anew."""

    def __init__(self, folder: Path, rewrite: Callable[[], None] | None = None) -> None:
        self.program = Program(folder)
        self.studies = Studies(self.program)
        if rewrite is not None:
            self.studies.leave_no_trace = rewrite
        shelf = BackupShelf(folder)
        personal = PersonalDataService(
            PersonalDataParts(self.program.work, self.program.clock, self.program.bus, lambda: None, shelf, Preferences)
        )
        names = OwnDataNames(lambda area: f"område {area}", lambda item: f"fråga {item}")
        self.service = OwnDataService(
            OwnDataParts(self.studies.profiles, personal, self.program.clock, names, shelf.files)
        )


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Own]:
    made = Own(tmp_path)
    yield made
    made.studies.close()


def sections(own: Own, learner: LearnerId) -> dict[str, OwnDataSection]:
    return {s.id: s for s in own.service.read(learner).sections}


def test_what_is_studied_is_told_by_name_with_own_words(own: Own) -> None:
    me = own.studies.learner("Ylva Öst")
    own.studies.done(me.id, "u1")
    own.studies.sign_offs.record_change(me.id, ["K01"], "Jag frågar om samtycke först.")
    own.studies.sign_offs.confirm(me.id, SignOffPurpose.PEER, ["K01"], Signer("Karin Ek", Role.PHYSICIAN))
    found = sections(own, me.id)
    assert found["profile"].entries[0].title == "Ylva Öst"
    assert len(found["attempts"].entries) == 1
    assert "Klar 12 november 2026" in found["attempts"].entries[0].facts
    assert found["evidence"].entries[0].title == "K01 område K01"
    signed = {e.title: e for e in found["sign_offs"].entries}
    assert signed["Ändring i eget arbete"].texts == ("Jag frågar om samtycke först.",)
    assert "Ylva Öst" not in signed["Ändring i eget arbete"].facts
    assert "Av Karin Ek, Läkare" in signed["Kollegas bekräftelse"].facts


def test_everything_is_listed_even_when_nothing_is_held(own: Own) -> None:
    me = own.studies.learner("Ylva Öst")
    found = sections(own, me.id)
    assert [s for s in found if not found[s].entries] == [
        "attempts", "evidence", "sign_offs", "repetition", "sessions", "course_certificates", "named",
    ]  # fmt: skip
    assert all(s.why for s in found.values())


def test_two_with_one_name_are_kept_apart(own: Own) -> None:
    first = own.studies.learner("Ylva Öst", unit="Ekliden")
    second = own.studies.learner("Ylva Öst", unit="Norrsjö")
    own.studies.sign_offs.record_change(first.id, ["K01"], "Bara min ändring.")
    assert len(sections(own, first.id)["sign_offs"].entries) == 1
    assert not sections(own, second.id)["sign_offs"].entries


def test_taking_the_studies_away_gives_a_receipt(own: Own) -> None:
    me = own.studies.learner("Ylva Öst")
    receipt = own.service.erase_studies(me.id)
    assert (receipt.name, receipt.file_rewritten, len(receipt.replaced)) == ("Ylva Öst", True, 1)
    assert not own.studies.profiles.all()


def test_a_wrong_code_takes_nothing_away(own: Own) -> None:
    me = own.studies.learner("Ylva Öst", pin="4711")
    for erase in (own.service.erase_studies, own.service.erase_all):
        with pytest.raises(PinWrong):
            erase(me.id, "1234")
    assert [p.id for p in own.studies.profiles.all()] == [me.id]


def test_a_file_that_is_busy_is_told_in_the_receipt(tmp_path: Path) -> None:
    def busy() -> None:
        raise StorageFailed("file", "locked")

    own = Own(tmp_path, busy)
    me = own.studies.learner("Ylva Öst")
    receipt = own.service.erase_studies(me.id)
    assert not receipt.file_rewritten
    assert not own.studies.profiles.all()
    own.studies.close()
