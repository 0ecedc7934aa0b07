"""The Koordinatorskörkort of a coordinator, from a new profile to a checked course certificate, by keyboard alone.

Every step of every module is done in the real windows with the content we ship: only what is right is looked up. Ten
weeks pass on a clock that the test moves.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QPlainTextEdit

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.credentials.verification import VerificationStatus
from kompetens_gui.domain.learning.attempt import FinishedAttempt
from kompetens_gui.domain.learning.levels import Level, levels
from kompetens_gui.domain.learning.path_progress import ModuleStatus
from kompetens_gui.domain.study.learning_path import LearningModule, LearningStep, StepKind
from kompetens_gui.domain.study.questions import ItemAnswer, KnowledgeItem
from tests.domain.study_making import right_answer
from tests.journeys.conftest import Begin
from tests.journeys.driver import name_of
from tests.journeys.exercise_keys import OWN_WORDS, Manner, Signature, answer_item, do, next_item
from tests.journeys.student import Student

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
START = datetime(2026, 9, 7, 8, 30)
"""A Monday; the clocks are set back on 25 October, in the middle of it."""
NAME, UNIT, PIN = "Amina Solvik", "Ekbackens hälsocentral", "2468"
SUPERVISOR = Signature("Karin Wallmark", "1357")
ORGANISATION = "Region Norrälven"
PATH, TITLE = "koordinatorskorkort", "Koordinatorskörkort"
REFLECTION = "Jag frågar hellre om vad som händer än om hur det känns."
CARDS = 3
CHANGE = "Jag ringer arbetsgivaren redan första veckan. Planerna kommer tidigare nu."
WEEK = {
    "uppdraget": 0,
    "underlaget": 1,
    "reglerna": 3,
    "samtalet": 5,
    "arbetsgivaren": 6,
    "lika-villkor": 7,
    "moten": 8,
    "avslut": 9,
}


@pytest.fixture
def clock(_in_sweden: None) -> RehearsalClock:
    """A clock that stands still between the moves of the test."""
    return RehearsalClock(START.astimezone())


def test_ten_weeks_to_a_course_certificate(begin: Begin, clock: RehearsalClock, tmp_path: Path) -> None:
    student = Student(begin(), clock)
    name_the_organisation(student)
    make_profiles(student)
    student = leave_and_come_back_after_a_new_start(student, begin)
    studies = Studies(student)
    for module in student.program.studying.path(PATH).first_time_modules:
        go_to_week(student, WEEK[module.id])
        repeat(student)
        studies.do_module(module)
        if module.id == "lika-villkor":
            put_right_what_was_not_safe(student, studies, module)
        assert status(student, module) == ModuleStatus.PASSED
    nothing_is_left(student)
    certificate = issue(student)
    papers = save(student, certificate, tmp_path)
    check_by_service(student, certificate, papers)
    check_on_the_page(student, papers)
    levels_follow_the_rules(student)
    raise_a_level(student)
    take_along_and_erase(student, certificate, papers, tmp_path)


# -- before the studies


def name_the_organisation(student: Student) -> None:
    leader = student.leader
    leader.go_to("Inställningar", "settings")
    leader.tab_to("Organisationens namn")
    leader.type(ORGANISATION)
    leader.press("Tab")
    leader.wait(lambda: student.program.preferences.current.organisation == ORGANISATION, "the organisation")


def make_profiles(student: Student) -> None:
    """Make one for the supervisor, who takes no path, and one for the learner, who does."""
    leader = student.leader
    student.open_page()
    new_profile(student, SUPERVISOR.name, SUPERVISOR.pin, supervises=True)
    leader.activate("Byt profil")
    leader.sees("Vem pluggar?")
    new_profile(student, NAME, PIN)
    leader.activate(f"Välj: {TITLE}")
    student.at_home()
    profiles = {p.name: p for p in student.program.profiles.all()}
    assert (profiles[SUPERVISOR.name].supervises, profiles[SUPERVISOR.name].path) == (True, "")
    assert (profiles[NAME].has_pin, profiles[NAME].path, profiles[NAME].unit) == (True, PATH, UNIT)


def new_profile(student: Student, name: str, pin: str, *, supervises: bool = False) -> None:
    leader = student.leader
    leader.activate("Ny profil")
    leader.tab_to("Namn")
    leader.type(name)
    leader.tab_to("Enhet")
    leader.type(UNIT)
    leader.tab_to("PIN-kod")
    leader.type(pin)
    if supervises:
        leader.activate("Jag handleder andra")
    leader.activate("Skapa profil")
    leader.sees("Vilken väg vill du ta?")


def leave_and_come_back_after_a_new_start(student: Student, begin: Begin) -> Student:
    """Leave the first questions in the middle, end the program, and go on at the very same question."""
    leader = student.leader
    for _ in range(3):
        student.go_on()
        assert do(student) == "reading"
    student.go_on()
    for _ in range(3):
        answer_item(student, student.attempt.view.current, right_answer(current_item(student)))
        student.press_big("Svara")
        next_item(student)
    left = student.attempt
    student.leave()
    leader.sees("Fortsätt där du var")
    begin.end(leader)
    student.clock.move(timedelta(hours=20).total_seconds())

    again = Student(begin(), student.clock)
    leader = again.leader
    again.open_page()
    leader.sees("Vem pluggar?")
    leader.activate(NAME)
    leader.type("1111")
    leader.press("Return")
    leader.sees("Koden stämmer inte. Försök igen.")
    leader.replace(PIN)
    leader.press("Return")
    again.at_home()
    leader.sees("Fortsätt där du var")
    again.go_on()
    now = again.attempt
    assert (now.id, now.view.current, now.view.answered) == (left.id, left.view.current, left.view.answered)
    leader.sees(left.view.current.text)
    assert "Fråga 4 av 12" in leader.words()
    do(again)
    return again


def current_item(student: Student) -> KnowledgeItem:
    item: KnowledgeItem = student.attempt.started.content.item(student.attempt.view.current.id)
    return item


# -- ten weeks


class Studies:
    """Goes through the modules, step by step."""

    def __init__(self, student: Student) -> None:
        self.student = student
        self.wrong: list[KnowledgeItem] = []

    def do_module(self, module: LearningModule) -> None:
        for step in module.steps:
            if not self.times(step):
                self.do_step(module, step)
        self.student.go_home()

    def do_step(self, module: LearningModule, step: LearningStep) -> FinishedAttempt:
        student = self.student
        before = self.times(step)
        student.open(module, step)
        assert student.attempt.started.step == step.id
        student.clock.move(step.minutes * 30)
        do(student, Manner(answer=self.answer, signature=SUPERVISOR), REFLECTION)
        found = student.program.studying.finished(student.learner.id, PATH, step.id)
        assert len(found) == before + 1
        return found[-1]

    def answer(self, item: KnowledgeItem) -> ItemAnswer:
        """Answer right, but for the first safety question of a round."""
        in_round = self.student.attempt.started.kind == StepKind.QUESTIONS
        if in_round and item.safety and not self.wrong:
            self.wrong.append(item)
            return wrong_answer(item)
        return right_answer(item)

    def times(self, step: LearningStep) -> int:
        return len(self.student.program.studying.finished(self.student.learner.id, PATH, step.id))


def status(student: Student, module: LearningModule) -> ModuleStatus:
    found = student.progress.module(module.id)
    assert found is not None
    return found.status


def go_to_week(student: Student, week: int) -> None:
    """Go away, and come back at ten o'clock on the Tuesday of a week: the profile has closed, and wants its PIN."""
    leader = student.leader
    student.go_home()
    leader.go_to("Översikt", "home")
    wanted = (START + timedelta(weeks=week, days=1, hours=1, minutes=30)).astimezone()
    student.clock.move((wanted - student.clock.now()).total_seconds())
    student.open_page()
    leader.sees(f"Hej {NAME}")
    leader.type(PIN)
    leader.press("Return")
    student.at_home()


def repeat(student: Student) -> None:
    """Repeat some of what is due: one right, one guessed and one wrong."""
    leader, repetition = student.leader, student.program.repetition
    day = repetition.today(student.learner.id)
    if len(day.questions) < CARDS:
        return
    leader.activate("Repetera, ")
    page = student.page.repetition.page
    for number, question in enumerate(day.questions[:CARDS]):
        leader.wait(lambda q=question: page.card.item_id == q.item.id and not page.card.is_answered, "the card")  # type: ignore[misc]
        item = student.program.learning.library.item(question.item.id)
        given = wrong_answer(item) if number == CARDS - 1 else right_answer(item)
        answer_item(student, question.item, given)
        if number == 1:
            leader.activate("Jag gissar")
        else:
            leader.press("Return")
        leader.wait(lambda: page.card.is_answered, "the answer")
        leader.press("Return")
    leader.press("Esc")
    student.at_home()
    assert repetition.today(student.learner.id).done_today == CARDS


def wrong_answer(item: KnowledgeItem) -> ItemAnswer:
    """Return an answer that is not right, in the item's own form."""
    right = right_answer(item)
    if item.options:
        return ItemAnswer((next(o.id for o in item.options if not o.correct),))
    if right.places:
        return ItemAnswer(places=tuple(reversed(right.places)))
    return ItemAnswer(number=(right.number or 0) + 100)


def put_right_what_was_not_safe(student: Student, studies: Studies, module: LearningModule) -> None:
    """One safety question was answered wrong: the module says so, and asks in other words the next time."""
    leader = student.leader
    (wrong,) = studies.wrong
    asks, twin = (next(s for s in module.steps if s.kind == kind) for kind in (StepKind.QUESTIONS, StepKind.TWIN))
    assert status(student, module) == ModuleStatus.OPEN
    leader.sees("säkerhetsfråg")
    again = studies.do_step(module, asks)
    assert again.outcome.safety_right == again.outcome.safety_of > 0
    asked = {a.item for a in again.outcome.answered}
    version = [i for i in student.program.learning.library.items() if i.family == wrong.family and i.id in asked]
    assert version, "the same thing is asked"
    assert version[0].id != wrong.id, "in another version"
    student.go_home()
    student.clock.move(timedelta(days=2).total_seconds())
    assert status(student, module) == ModuleStatus.OPEN, "one's own answers are compared on another day"
    assert studies.do_step(module, twin).outcome.whole
    student.go_home()


def nothing_is_left(student: Student) -> None:
    assert student.progress.passed == len(WEEK)
    student.leader.sees(f"Du är klar med {TITLE}")


# -- the course certificate


def issue(student: Student) -> CourseCertificate:
    leader = student.leader
    leader.activate("Till kursintyget")
    leader.on_page("completion")
    leader.sees(f"Ditt {TITLE} är klart")
    leader.activate("Utfärda kursintyget")
    leader.sees("Ditt kursintyg är utfärdat och gäller.")
    (made,) = student.program.certificates.all()
    assert (made.holder, made.title, made.issuer) == (NAME, TITLE, ORGANISATION)
    assert made.valid_until == student.clock.local_now().date().replace(year=2028)
    assert [leader.name for leader in made.leaders] == [SUPERVISOR.name]
    return made


def save(student: Student, made: CourseCertificate, folder: Path) -> dict[str, Path]:
    """Save the paper and the badge; make copies of them in which somebody has changed something."""
    leader = student.leader
    papers = {"paper": folder / "kursintyg.pdf", "badge": folder / "kursintyg.jwt"}
    for button, file in (("Spara PDF", papers["paper"]), ("Spara märke", papers["badge"])):
        leader.activate(button)
        leader.save_as(file)
        leader.wait(file.is_file, str(file))
        leader.settled()
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(papers["paper"]).pages).split())
    for words in (NAME, TITLE, ORGANISATION, made.number, SUPERVISOR.name):
        assert words in text
    papers["other name"] = folder / "annat namn.pdf"
    other = replace(made, holder="Gunnar Hedås")
    papers["other name"].write_bytes(
        student.program.documents.course_certificates([other], student.program.appearance())
    )
    head, body, signature = papers["badge"].read_text().strip().split(".")
    said = urlsafe_b64decode(body + "==")
    assert NAME.encode() in said
    written = urlsafe_b64encode(said.replace(NAME.encode(), other.holder.encode())).decode().rstrip("=")
    papers["other badge"] = folder / "annat märke.jwt"
    papers["other badge"].write_text(f"{head}.{written}.{signature}")
    return papers


EXPECTED = {
    "paper": (VerificationStatus.VALID, "Giltigt"),
    "badge": (VerificationStatus.VALID, "Giltigt"),
    "other name": (VerificationStatus.ALTERED, "Ändrat"),
    "other badge": (VerificationStatus.ALTERED, "Ändrat"),
}


def check_by_service(student: Student, made: CourseCertificate, papers: dict[str, Path]) -> None:
    for name, (wanted, _) in EXPECTED.items():
        (answer,) = student.program.credentials.verify_each(papers[name].read_bytes())
        assert answer.status == wanted, name
        if wanted == VerificationStatus.VALID:
            assert answer.facts is not None
            assert (answer.facts.number, answer.facts.holder) == (made.number, NAME)


def check_on_the_page(student: Student, papers: dict[str, Path]) -> None:
    """Hand the same files in by key, as a manager does who has been given them."""
    leader = student.leader
    leader.go_to("Kursintyg", "course_certificates")
    leader.activate("Kontrollera ett kursintyg")
    leader.on_page("checking")
    for name, (_, word) in EXPECTED.items():
        leader.activate("Öppna en fil")
        leader.save_as(papers[name])
        leader.wait(lambda w=word: name_of(student.focus()).startswith(w), f"{name}: {word}")  # type: ignore[misc]
        leader.sees(papers[name].name)


# -- what it came to


def levels_follow_the_rules(student: Student) -> None:
    """The rows of Framsteg say what the rules make of the evidence, and no more."""
    leader, learner = student.leader, student.learner
    leader.go_to("Framsteg", "progress")
    leader.sees("Framsteg")
    with student.program.work() as work:
        evidence = work.evidence.of(learner.id)
    areas = tuple(student.program.area_titles)
    found = {a.area: a.level for a in levels(areas, evidence, student.clock.local_now().date(), "RV4")}
    assert {row.area: row.level for row in student.program.progress.matrix(learner.id).areas} == found
    assert found["K13"] == Level.UNASSESSED, "no module is about it"
    assert found["K05"] == found["K06"] == Level.FOUNDATION, "a talk that was observed, and no changed work yet"
    assert max(found.values()) == Level.FOUNDATION
    leader.wait(lambda: levels_on_show(student) == found, "the levels on the page")


def levels_on_show(student: Student) -> dict[str, Level]:
    """The level that stands in the row of each area: "1 Grund", or "Ny"."""
    found = {area: words.replace("\N{NO-BREAK SPACE}", " ") for area, words in student.levels_on_show().items()}
    words = {"Ny": 0, "1 Grund": 1, "2 Tillämpa": 2, "3 Leda": 3}
    return {area: Level(words[said.removeprefix("0 ")]) for area, said in found.items()}


def raise_a_level(student: Student) -> None:
    """Say what has changed at work: with the forms that are practised and the observed talk, that is the next level."""
    leader = student.leader
    leader.activate("En ändring i ditt arbete")
    leader.dialog("En ändring i ditt arbete")
    leader.activate("K05")
    leader.tab_to("Vad har du ändrat?")
    student.write(CHANGE)
    leader.activate("Spara ändringen")
    leader.dialog_gone()
    leader.wait(lambda: levels_on_show(student)["K05"] == Level.APPLY, "a level more")
    assert levels_on_show(student)["K06"] == Level.FOUNDATION


def take_along_and_erase(student: Student, made: CourseCertificate, papers: dict[str, Path], folder: Path) -> None:
    leader, learner = student.leader, student.learner
    leader.tab_to("Min bild")
    leader.press("Right", "Right")
    leader.sees("Ta med dig allt")
    for button, file in (("Spara JSON", folder / "mina.json"), ("Spara PDF", folder / "mina.pdf")):
        leader.activate(button)
        leader.save_as(file)
        leader.wait(file.is_file, str(file))
        leader.settled()
    told = json.dumps(json.loads((folder / "mina.json").read_text(encoding="utf-8")), ensure_ascii=False)
    for words in (NAME, UNIT, REFLECTION, CHANGE, OWN_WORDS, made.number):
        assert words in told, words
    leader.activate("Ta bort…")
    leader.dialog("Ta bort dina uppgifter")
    leader.tab_to("Bara mina studier")
    leader.press("Down")
    leader.tab_to("Din kod")
    leader.type(PIN)
    leader.activate("Ta bort")
    leader.dialog("Kvitto")
    receipt = leader.tab_to("Vad som togs bort")
    assert isinstance(receipt, QPlainTextEdit)
    assert "profilen för självstudier, med allt som hörde till den" in receipt.toPlainText()
    leader.activate("Stäng")
    leader.dialog_gone()
    leader.sees("Ingen profil är öppen")
    assert [p.name for p in student.program.profiles.all()] == [SUPERVISOR.name]
    assert student.program.studying.finished(learner.id) == []
    (answer,) = student.program.credentials.verify_each(papers["badge"].read_bytes())
    assert answer.status == VerificationStatus.REVOKED
    assert no_trace(folder / "data", [REFLECTION, OWN_WORDS, CHANGE])


def no_trace(data: Path, texts: list[str]) -> bool:
    """Whether none of the words are in any file of the program's."""
    files = [file.read_bytes() for file in data.rglob("*") if file.is_file()]
    return not any(text.encode() in content for text in texts for content in files)
