"""The export of somebody's data put into words: sections of entries, for the screen and for paper."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kompetens_gui.domain.learning.evidence import EvidenceKind
from kompetens_gui.domain.learning.repetition import Recall
from kompetens_gui.domain.learning.sign_off import SignOffPurpose
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.counting_words import one_decimal
from kompetens_gui.services.date_words import day_words
from kompetens_gui.services.evidence_words import evidence_kind_words, form_words, from_afar_words
from kompetens_gui.services.personal_rows import texts_in
from kompetens_gui.services.role_words import role_title

Json = Mapping[str, Any]
_REQUEST = "sign_off.RequestMade"


@dataclass(frozen=True)
class OwnDataEntry:
    """One thing that is held: what it is, the facts on one line, and texts that the person has written."""

    title: str
    facts: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class OwnDataSection:
    """A kind of data, why it is there, and every entry; without entries nothing is held."""

    id: str
    title: str
    why: str
    entries: tuple[OwnDataEntry, ...]


@dataclass(frozen=True)
class OwnDataNames:
    """Names for what the export holds as ids: competence areas and knowledge questions."""

    area: Callable[[str], str]
    question: Callable[[str], str]


def sections_of(found: Json, names: OwnDataNames) -> tuple[OwnDataSection, ...]:
    """Return all sections of an export, the empty ones too: that nothing is held is worth knowing."""
    studies: Sequence[Json] = found.get("self_study", ())
    return (
        OwnDataSection(
            "profile",
            translate("OwnData", "Profil"),
            translate("OwnData", "Så att programmet vet vem som studerar och vilka mål som gäller."),
            tuple(_profile(s["profile"]) for s in studies),
        ),
        OwnDataSection(
            "attempts",
            translate("OwnData", "Övningar"),
            translate(
                "OwnData",
                "Dina svar finns kvar så att du kan fortsätta och se tillbaka. Dina texter läses bara av dig.",
            ),
            tuple(_attempt(a) for s in studies for a in s["attempts"]),
        ),
        OwnDataSection(
            "evidence",
            translate("OwnData", "Underlag för nivåer"),
            translate("OwnData", "Det som ligger bakom nivåerna i Framsteg."),
            tuple(_evidence(e, names) for s in studies for e in s["evidence"]),
        ),
        OwnDataSection(
            "sign_offs",
            translate("OwnData", "Tillagt och godkänt"),
            translate("OwnData", "Ändringar du har lagt till, och det andra har skrivit under."),
            tuple(_sign_off(o) for s in studies for o in s["sign_offs"]),
        ),
        OwnDataSection(
            "repetition",
            translate("OwnData", "Repetition"),
            translate("OwnData", "När varje fråga kommer tillbaka, och hur det gick förra gången."),
            tuple(e for s in studies for e in _repetition(s, names)),
        ),
        OwnDataSection(
            "sessions",
            translate("OwnData", "Träffar"),
            translate("OwnData", "Träffar där du står som deltagare eller ledare."),
            tuple(_sessions(found)),
        ),
        OwnDataSection(
            "course_certificates",
            translate("OwnData", "Kursintyg"),
            translate("OwnData", "Registret behövs för att ett kursintyg ska gå att kontrollera."),
            tuple(_certificate(c) for c in found.get("course_certificates", ())),
        ),
        OwnDataSection(
            "named",
            translate("OwnData", "Där ditt namn står hos andra"),
            translate(
                "OwnData", "Du har observerat, skrivit under eller lett, eller någon har skrivit ditt namn i en text."
            ),
            tuple(_named(found)),
        ),
    )


def _profile(p: Json) -> OwnDataEntry:
    sex = {
        "woman": translate("OwnData", "kvinna"),
        "man": translate("OwnData", "man"),
        "other": translate("OwnData", "annat"),
    }.get(p["sex"] or "", translate("OwnData", "inte angivet"))
    facts = [
        translate("OwnData", "Roll: {role}").format(role=_role(p["role"])),
        translate("OwnData", "Enhet: {unit}").format(unit=p["unit"] or translate("OwnData", "inte angiven")),
        translate("OwnData", "Kön: {sex}").format(sex=sex),
        translate("OwnData", "Har kod") if p["has_pin"] else translate("OwnData", "Har ingen kod"),
        translate("OwnData", "Träffar räknas")
        if p["sessions_count_as_evidence"]
        else translate("OwnData", "Träffar räknas inte"),
    ]
    if p["may_supervise"]:
        facts.append(translate("OwnData", "Får handleda"))
    if p["created_at"]:
        facts.append(translate("OwnData", "Skapad {day}").format(day=_day(p["created_at"])))
    return OwnDataEntry(p["name"], _joined(facts))


def _attempt(a: Json) -> OwnDataEntry:
    facts = [form_words(a["exercise"]), translate("OwnData", "Påbörjad {day}").format(day=_day(a["started_at"]))]
    facts.append(
        translate("OwnData", "Klar {day}").format(day=_day(a["finished_at"]))
        if a["finished_at"]
        else translate("OwnData", "Inte avslutad")
    )
    facts.append(translate("OwnData", "{n} svar sparade").format(n=len(a["answers"])))
    asked = [w for w in a["answers"] if w["what"] == _REQUEST]
    if asked:
        facts.append(translate("OwnData", "Begäran om godkännande gjord {day}").format(day=_day(asked[-1]["at"])))
    answers = [w["answer"] for w in a["answers"] if w["what"] != _REQUEST]
    texts = tuple(dict.fromkeys(text.strip() for text in texts_in(answers) if _is_own(text)))
    return OwnDataEntry(a["title"], _joined(facts), texts)


def _is_own(text: str) -> bool:
    """Whether an answer is a text somebody wrote, and not the name of a choice."""
    return " " in text.strip()


def _evidence(e: Json, names: OwnDataNames) -> OwnDataEntry:
    kind = EvidenceKind(e["kind"])
    facts = [evidence_kind_words(kind), form_words(e["form"]), _day(e["date"])]
    return OwnDataEntry(f"{e['area']} {names.area(e['area'])}", _joined(facts))


def _sign_off(s: Json) -> OwnDataEntry:
    purpose = {
        SignOffPurpose.MODULE: translate("OwnData", "Modul"),
        SignOffPurpose.CHANGED_WORK: form_words("work_change"),
        SignOffPurpose.MENTORING: form_words("mentoring"),
        SignOffPurpose.CONTRIBUTION: form_words("contribution"),
        SignOffPurpose.PEER: form_words("peer"),
        SignOffPurpose.LED: form_words("leading"),
    }[SignOffPurpose(s["purpose"])]
    facts = [_day(s["date"])]
    if s["purpose"] != SignOffPurpose.CHANGED_WORK:
        facts.append(translate("OwnData", "Av {name}, {role}").format(name=s["by"], role=_role(s["role"])))
    if s["signed_at_a_distance"]:
        facts.append(from_afar_words(s["key_fingerprint"] or ""))
    if s["rating"] is not None:
        facts.append(
            translate("OwnData", "{rating} av 5 från {n}").format(rating=one_decimal(s["rating"]), n=s["raters"])
        )
    facts.append(", ".join(s["areas"]))
    return OwnDataEntry(_joined([purpose, s["title"]], ": "), _joined(facts), tuple(t for t in (s["text"],) if t))


def _repetition(study: Json, names: OwnDataNames) -> Iterator[OwnDataEntry]:
    last = {r["question"]: r for r in study["reviews"]}
    recalls = {
        Recall.AGAIN: translate("OwnData", "kom inte ihåg"),
        Recall.HARD: translate("OwnData", "svårt"),
        Recall.GOOD: translate("OwnData", "bra"),
        Recall.EASY: translate("OwnData", "lätt"),
    }
    for card in study["repetition"]:
        facts = [card["area"], translate("OwnData", "Kommer tillbaka {day}").format(day=_day(card["due"]))]
        times = translate("OwnData", "Repeterad {n} gånger").format(n=card["reviews"])
        facts.append(times if card["reviews"] else translate("OwnData", "Inte repeterad än"))
        review = last.get(card["question"])
        if review is not None:
            felt = recalls[Recall[review["recall"].upper()]]
            facts.append(translate("OwnData", "Senast: {felt}, {day}").format(felt=felt, day=_day(review["at"])))
        yield OwnDataEntry(names.question(card["question"]), _joined(facts))


def _sessions(found: Json) -> Iterator[OwnDataEntry]:
    for p in found.get("participations", ()):
        facts = [_day(p["date"]), _role(p["role"]), p["unit"], p["email"] or ""]
        if p["attendance"] is not None:
            facts.append(translate("OwnData", "{n} minuter").format(n=p["attendance"]["minutes"]))
        yield OwnDataEntry(p["session"], _joined(facts))
    for led in found.get("sessions_led", ()):
        yield OwnDataEntry(led["session"], _joined([_day(led["date"]), translate("OwnData", "Du ledde")]))


def _certificate(c: Json) -> OwnDataEntry:
    facts = [c["title"], _day(c["held_on"]), translate("OwnData", "Utfärdat av {issuer}").format(issuer=c["issuer"])]
    if c["revoked_at"]:
        facts.append(translate("OwnData", "Återkallat {day}").format(day=_day(c["revoked_at"])))
    elif c["replaced_by"]:
        facts.append(translate("OwnData", "Ersatt av {number}").format(number=c["replaced_by"]))
    return OwnDataEntry(c["number"], _joined(facts))


def _named(found: Json) -> Iterator[OwnDataEntry]:
    colleague = {"observer": translate("OwnData", "Du observerade"), "signer": translate("OwnData", "Du skrev under")}
    for n in found.get("named_as_colleague", ()):
        yield OwnDataEntry(colleague.get(n["as"], n["as"]), _joined([n["title"], _day(n["date"])]))
    for number in found.get("named_as_leader_on_course_certificates", ()):
        yield OwnDataEntry(translate("OwnData", "Ledare på kursintyg {number}").format(number=number))
    for t in found.get("texts_that_may_name_the_person", ()):
        yield OwnDataEntry(
            translate("OwnData", "Text i ”{title}”").format(title=t["session"]), _day(t["date"]), (t["text"],)
        )


def _role(value: str) -> str:
    return role_title(Role(value)) if value in {role.value for role in Role} else value


def _joined(parts: Sequence[str], between: str = ". ") -> str:
    return between.join(part for part in parts if part)


def _day(moment: str | None) -> str:
    """Return an ISO date or moment as a day where the computer stands; the export's moments are in UTC."""
    if not moment:
        return ""
    at = datetime.fromisoformat(moment)
    return day_words((at.astimezone() if at.tzinfo else at).date())
