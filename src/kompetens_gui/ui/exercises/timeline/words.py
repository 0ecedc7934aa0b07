"""What stands on the time line and beside it, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.case import Review
from kompetens_gui.domain.exercises.timeline.rules import AnsweredRow, RowView
from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.rehabilitation_rule_set import Ground
from kompetens_gui.domain.rehabilitation_words import ground_text, ground_title, simplified_text
from kompetens_gui.domain.study.timeline import TimelineCase

translate = QCoreApplication.translate


def day_and_month(day: date) -> str:
    """Return "2 mars 2026"."""
    months = (
        translate("Timeline", "januari"),
        translate("Timeline", "februari"),
        translate("Timeline", "mars"),
        translate("Timeline", "april"),
        translate("Timeline", "maj"),
        translate("Timeline", "juni"),
        translate("Timeline", "juli"),
        translate("Timeline", "augusti"),
        translate("Timeline", "september"),
        translate("Timeline", "oktober"),
        translate("Timeline", "november"),
        translate("Timeline", "december"),
    )
    return f"{day.day} {months[day.month - 1]} {day.year}"


def title_of(ground: str) -> str:
    """Return what a ground is called; one that is no longer known stands as it was kept."""
    return ground_title(Ground(ground)) if ground in set(Ground) else ground


def detail_of(ground: str, situation: Situation) -> str:
    """Say what work capacity is compared with."""
    if ground not in set(Ground):
        return ""
    words = ground_text(Ground(ground), situation)
    return translate("Timeline", "Jämförs med {what}.").format(what=words)


def facts(row: RowView) -> list[str]:
    """Return the few facts that the chain asks for."""
    situation = {
        Situation.EMPLOYED: translate("Timeline", "Anställd"),
        Situation.UNEMPLOYED: translate("Timeline", "Arbetslös"),
        Situation.SELF_EMPLOYED: translate("Timeline", "Egenföretagare"),
        Situation.ON_CALL: translate("Timeline", "Behovsanställd"),
        Situation.ON_LEAVE: translate("Timeline", "Tjänstledig"),
        Situation.CHILDCARE: translate("Timeline", "Föräldraledig"),
        Situation.STUDENT: translate("Timeline", "Studerande"),
    }[row.situation]
    found = [situation]
    if row.age is not None:
        found.append(translate("Timeline", "{age} år").format(age=row.age))
    if row.earlier_days:
        found.append(
            translate("Timeline", "{days} dagar räknas med från en tidigare period").format(days=row.earlier_days)
        )
    return found


def verdict(answered: AnsweredRow) -> str:
    """Say how the answer went, with the day and the ground that apply."""
    begin = translate("Timeline", "Det stämmer.") if answered.right else translate("Timeline", "Nästan.")
    applies = translate("Timeline", "Dag {day} gäller: {ground}.").format(
        day=answered.expected.day, ground=title_of(answered.expected.ground).lower()
    )
    return f"{begin} {applies}"


def day_verdict(answered: AnsweredRow) -> str:
    """Say how the learner's own count went; empty when no day was counted."""
    if answered.day_right is None:
        return ""
    if answered.day_right:
        return translate("Timeline", "Du räknade rätt på dagarna.")
    return translate(
        "Timeline", "Du skrev dag {own}. Första dagen är dag 1, och varje kalenderdag räknas: det blir dag {day}."
    ).format(own=answered.answer.day, day=answered.expected.day)


def exception_line(exception: str) -> str:
    """Say which exception applies; empty without one."""
    name = {
        "special_reasons_rv1": translate("Timeline", "särskilda skäl i den äldre betydelsen"),
        "predominant_reasons": translate("Timeline", "övervägande skäl"),
        "special_reasons_550": translate("Timeline", "särskilda skäl före dag 550"),
        "unreasonable": translate("Timeline", "oskäligt"),
        "older_worker": translate("Timeline", "äldre anställd"),
        "covid_delayed_care": translate("Timeline", "vård som försenats av covid-19"),
    }.get(exception, exception)
    return translate("Timeline", "Undantag: {name}.").format(name=name) if name else ""


def fixed_texts(case: TimelineCase) -> tuple[str, str]:
    """Return the two texts that stand beside every question of rules."""
    state = translate("Timeline", "Regelläge: {version}, prövad dag {exam}.").format(
        version=case.expected.rule_version, exam=case.exam.isoformat()
    )
    return f"{state} {_checked(case.head.review)}", simplified_text()


def _checked(review: Review) -> str:
    """Say who has checked the rules, and nothing more than what is so."""
    if review.is_reviewed and review.reviewed_at is not None:
        return translate("Timeline", "Granskad {day} av {roles}.").format(
            day=review.reviewed_at.isoformat(), roles=", ".join(review.reviewer_roles)
        )
    return translate("Timeline", "Ännu inte granskad av någon från Försäkringskassan.")
