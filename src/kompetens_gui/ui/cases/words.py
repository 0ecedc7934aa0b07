"""The Swedish words of the case bank, apart from the widgets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kompetens_gui.domain.case import Case, DocumentKind, Perspective, Review, Sex, Sufficiency
from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.services.ports import CaseRow
from kompetens_gui.ui.widgets.tags import Status

translate = QCoreApplication.translate
_SWEDISH: Final = QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden)
NO_BREAK: Final = "\N{NO-BREAK SPACE}"


def diagnosis_groups() -> Mapping[str, str]:
    """Return the groups in the order the filter shows them."""
    return {
        "mental": translate("Cases", "Psykisk ohälsa"),
        "musculoskeletal": translate("Cases", "Rörelseorgan"),
        "neurology": translate("Cases", "Neurologi"),
        "circulatory": translate("Cases", "Hjärta och kärl"),
        "cancer": translate("Cases", "Cancer"),
        "infection": translate("Cases", "Infektion"),
        "other": translate("Cases", "Övrigt"),
    }


def chain_states() -> Mapping[str, str]:
    return {
        "whole": translate("Cases", "Hel"),
        "no_function": translate("Cases", "F saknas"),
        "no_activity": translate("Cases", "A saknas"),
        "no_link": translate("Cases", "Länk saknas"),
        "not_asked_for": translate("Cases", "Frågas inte efter"),
        "unknown": translate("Cases", "Saknar facit"),
    }


def levels() -> Mapping[str, str]:
    return {
        "1": translate("Cases", "Grund"),
        "2": translate("Cases", "Fortsättning"),
        "3": translate("Cases", "Svår"),
        "4": translate("Cases", "Expert"),
    }


def situations() -> Mapping[str, str]:
    return {
        Situation.EMPLOYED.value: translate("Cases", "Anställd"),
        Situation.SELF_EMPLOYED.value: translate("Cases", "Egenföretagare"),
        Situation.ON_CALL.value: translate("Cases", "Behovsanställd"),
        Situation.UNEMPLOYED.value: translate("Cases", "Arbetssökande"),
        Situation.ON_LEAVE.value: translate("Cases", "Tjänstledig"),
        Situation.CHILDCARE.value: translate("Cases", "Vårdar barn"),
        Situation.STUDENT.value: translate("Cases", "Studerande"),
    }


def level(difficulty: int) -> str:
    return levels().get(str(difficulty), "")


def missing_in_chain(state: str) -> frozenset[str]:
    """Return the letters that the chain symbol draws as missing."""
    return {"no_function": frozenset("F"), "no_activity": frozenset("A")}.get(state, frozenset())


def broken_in_chain(state: str) -> frozenset[tuple[str, str]]:
    """Return the links that the chain symbol draws as broken."""
    return frozenset({("F", "A")}) if state == "no_link" else frozenset()


def chain_kinds(state: str) -> tuple[str, ...]:
    """Return the letters that the chain symbol has at all."""
    return {"not_asked_for": ("D",), "unknown": ()}.get(state, ("D", "F", "A"))


def under_title(row: CaseRow, *, with_day: bool) -> str:
    """Return the second line of a row: where the words were found, else occupation and perhaps day."""
    if row.broken:
        return translate("Cases", "Filen har fel som behöver rättas")
    if row.excerpt:
        return row.excerpt
    parts = [row.occupation]
    if with_day and row.day:
        parts.append(translate("Cases", "dag {day}").format(day=row.day))
    return ", ".join(part for part in parts if part)


def count_text(shown: int, total: int, *, searching: bool) -> str:
    """Say how many cases there are and in which order they stand."""
    number = thousands(total)
    if shown < total:
        text = translate("Cases", "{shown} av {total} fall").format(shown=shown, total=number)
    else:
        text = translate("Cases", "{total} fall").format(total=number)
    order = translate("Cases", "bästa träff först") if searching else translate("Cases", "i bokstavsordning")
    return f"{text}, {order}" if total > 1 else text


def thousands(number: int) -> str:
    return f"{number:,}".replace(",", NO_BREAK)


def bank_text(total: int) -> str:
    """Say what the bank holds, under the name of the page."""
    if total == 1:
        return translate("Cases", "Ett påhittat fall, med intyg och facit.")
    return translate("Cases", "{total} påhittade fall, med intyg och facit.").format(total=thousands(total))


def review(state: Review) -> tuple[str, Status]:
    """Say honestly whether somebody has reviewed the case."""
    if not state.is_reviewed or state.reviewed_at is None:
        return translate("Cases", "Inte granskat av FMR ännu"), "warn"
    return translate("Cases", "Granskat {date}").format(date=day_text(state.reviewed_at)), "ok"


def day_text(day: date) -> str:
    return _SWEDISH.toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def perspective(which: Perspective) -> str:
    return {
        Perspective.ADVISER: translate("Cases", "FMR"),
        Perspective.CASE_OFFICER: translate("Cases", "Handläggare"),
        Perspective.PHYSICIAN: translate("Cases", "Läkare"),
    }[which]


def sufficiency(judgement: Sufficiency, *, anyway: bool) -> tuple[str, Status]:
    if anyway:
        return translate("Cases", "Räcker ändå"), "ok"
    return {
        Sufficiency.SUFFICIENT: (translate("Cases", "Underlaget räcker"), "ok"),
        Sufficiency.INSUFFICIENT: (translate("Cases", "Underlaget räcker inte"), "warn"),
        Sufficiency.DEPENDS: (translate("Cases", "Det beror på"), "info"),
    }[judgement]  # type: ignore[return-value]  # mypy widens the literals of the dict


def document_kind(kind: DocumentKind) -> str:
    return {
        DocumentKind.PHONE_NOTE: translate("Cases", "Telefonanteckning"),
        DocumentKind.EMPLOYER_PLAN: translate("Cases", "Arbetsgivarens plan"),
        DocumentKind.LETTER: translate("Cases", "Brev"),
        DocumentKind.RECORD: translate("Cases", "Journalanteckning"),
        DocumentKind.ASSESSMENT: translate("Cases", "Bedömning"),
        DocumentKind.OTHER: translate("Cases", "Handling"),
    }[kind]


def person(case: Case) -> str:
    """Return "Darko, 49 år, man"."""
    sex = {
        Sex.WOMAN: translate("Cases", "kvinna"),
        Sex.MAN: translate("Cases", "man"),
        Sex.OTHER: translate("Cases", "annat kön"),
    }[case.person.sex]
    return translate("Cases", "{name}, {age} år, {sex}").format(name=case.person.name, age=case.person.age, sex=sex)


def certainty(word: str) -> str:
    return {
        "certain": translate("Cases", "Säker uppgift"),
        "probable": translate("Cases", "Trolig uppgift"),
        "check": translate("Cases", "Behöver kontrolleras"),
    }.get(word, word)
