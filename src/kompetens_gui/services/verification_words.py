"""What a check of a course certificate came to, in words for people and as data for other programs."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kompetens_gui.domain.course_certificate import CourseCertificateKind
from kompetens_gui.domain.credentials.facts import CredentialFacts
from kompetens_gui.domain.credentials.verification import Verification, VerificationNote, VerificationStatus
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.date_words import day_words

Json = dict[str, Any]


def headline(status: VerificationStatus) -> str:
    """Return the answer in a few words."""
    return {
        VerificationStatus.VALID: translate("Verification", "Kursintyget gäller"),
        VerificationStatus.EXPIRED: translate("Verification", "Kursintyget har gått ut"),
        VerificationStatus.REVOKED: translate("Verification", "Kursintyget är återkallat"),
        VerificationStatus.REPLACED: translate("Verification", "Kursintyget är ersatt av ett nyare"),
        VerificationStatus.ALTERED: translate("Verification", "Kursintyget är ändrat eller skadat"),
        VerificationStatus.UNKNOWN_ISSUER: translate("Verification", "Du litar inte på utfärdaren än"),
        VerificationStatus.NOT_A_CERTIFICATE: translate("Verification", "Det här är inget kursintyg från Kompetens"),
    }[status]


def explanation(v: Verification) -> str:
    """Return what the answer means and what to do, in one or two sentences."""
    words = {
        VerificationStatus.VALID: translate("Verification", "Underskriften stämmer. Jämför namnet med personen."),
        VerificationStatus.EXPIRED: translate(
            "Verification", "Underskriften stämmer, men giltigheten gick ut {since}."
        ),
        VerificationStatus.REVOKED: translate(
            "Verification", "Utfärdaren har återkallat det {since}. Fråga utfärdaren om skälet."
        ),
        VerificationStatus.REPLACED: translate("Verification", "Be om intyg {replaced_by}, som gäller i stället."),
        VerificationStatus.ALTERED: translate(
            "Verification",
            "Underskriften stämmer inte med innehållet. Be personen om intyget som fil, eller fråga utfärdaren.",
        ),
        VerificationStatus.UNKNOWN_ISSUER: translate(
            "Verification", "Be utfärdaren om dess nyckel, jämför fingeravtrycket per telefon och kontrollera igen."
        ),
        VerificationStatus.NOT_A_CERTIFICATE: translate(
            "Verification", "Välj PDF-filen eller märket, eller klistra in texten som QR-koden ger."
        ),
    }[v.status]
    return words.format(since=day_words(v.since) if v.since else "", replaced_by=v.replaced_by).replace(" .", ".")


def note_words(note: VerificationNote) -> str:
    """Return what somebody who reads the answer should know beside it."""
    return {**_notes_on_keys(), **_notes_on_standing(), **_notes_on_form()}[note]


def _notes_on_keys() -> Mapping[VerificationNote, str]:
    return {
        VerificationNote.SIGNATURE_NOT_CHECKED: translate(
            "Verification", "Underskriften gick inte att kontrollera. Det som står är bara påståenden."
        ),
        VerificationNote.SIGNED_BY_ITS_OWN_KEY: translate(
            "Verification", "Märket är helt, men vem som helst kan göra ett med en egen nyckel."
        ),
        VerificationNote.SAME_NAME_OTHER_KEY: translate(
            "Verification", "Utfärdaren heter som en du litar på, men nyckeln är en annan. Ring och fråga."
        ),
        VerificationNote.KEY_RETIRED: translate("Verification", "Det är underskrivet med en av era tidigare nycklar."),
        VerificationNote.OTHER_ALGORITHM: translate(
            "Verification", "Märket är underskrivet på ett sätt som Kompetens inte kan kontrollera."
        ),
    }


def _notes_on_standing() -> Mapping[VerificationNote, str]:
    return {
        VerificationNote.NOT_IN_REGISTER: translate(
            "Verification", "Numret finns inte i ert register här. Det kan vara utfärdat på en annan dator."
        ),
        VerificationNote.REGISTER_DIFFERS: translate(
            "Verification", "I ert register står ett annat namn på det numret. Jämför dem."
        ),
        VerificationNote.NO_REVOCATION_LIST: translate(
            "Verification", "Du har ingen lista över det som utfärdaren har återkallat. Be om en."
        ),
        VerificationNote.CLOCK_BEHIND: translate(
            "Verification", "Datorns klocka går efter. Giltigheten är räknad från ett senare datum."
        ),
        VerificationNote.TEXT_SHORTENED: translate(
            "Verification", "Någon text fick inte plats i koden och är avkortad."
        ),
    }


def _notes_on_form() -> Mapping[VerificationNote, str]:
    return {
        VerificationNote.PAPER_DIFFERS: translate(
            "Verification", "Papperet säger något annat än koden. Namnet, numret eller utbildningen är ändrad."
        ),
        VerificationNote.PAPER_NOT_READ: translate(
            "Verification", "Texten på papperet gick inte att läsa. Jämför namnet med det som står här."
        ),
        VerificationNote.PAPER_WITHOUT_CODE: translate(
            "Verification", "Filen bär ingen kod. Läs av QR-koden på papperet och klistra in texten."
        ),
        VerificationNote.UNSIGNED_COPY: translate(
            "Verification", "Det är kopian att läsa. Välj filen som slutar på .jwt."
        ),
        VerificationNote.UNSIGNED_CODE: translate(
            "Verification", "Kursintyget är från tiden innan de skrevs under. Be utfärdaren om ett nytt."
        ),
        VerificationNote.NEWER_FORMAT: translate(
            "Verification", "Det är gjort i en nyare version. Uppdatera Kompetens."
        ),
        VerificationNote.TOO_LARGE: translate("Verification", "Filen är för stor för att vara ett kursintyg."),
    }


def kind_words(kind: CourseCertificateKind) -> str:
    """Return what a kind is called."""
    if kind == CourseCertificateKind.COMPLETION:
        return translate("Verification", "Intyg om genomförd utbildning")
    return translate("Verification", "Deltagarintyg")


def fact_rows(facts: CredentialFacts) -> tuple[tuple[str, str], ...]:
    """Return what a certificate says as labels with values, those that are empty left out."""
    period = day_words(facts.last_day)
    if facts.first_day != facts.last_day:
        period = f"{day_words(facts.first_day)} – {period}"
    hours = f"{facts.minutes / 60:.1f}".rstrip("0").rstrip(".").replace(".", ",")
    rows = (
        (translate("Verification", "Intyg"), facts.number),
        (translate("Verification", "Slag"), kind_words(facts.kind)),
        (translate("Verification", "Namn"), facts.holder),
        (translate("Verification", "Utbildning"), facts.title),
        (translate("Verification", "Tid"), period),
        (translate("Verification", "Timmar"), hours if facts.minutes else ""),
        (translate("Verification", "Kompetensområden"), ", ".join(facts.competence_areas)),
        (translate("Verification", "Gäller till och med"), day_words(facts.valid_until) if facts.valid_until else ""),
        (translate("Verification", "Utfärdat"), day_words(facts.issued_on) if facts.issued_on > date.min else ""),
    )
    return tuple((label, value) for label, value in rows if value)


def as_text(v: Verification) -> str:
    """Return the whole answer as lines of text."""
    lines = [f"{headline(v.status)}. {explanation(v)}"]
    lines += [note_words(note) for note in v.notes]
    if v.facts is not None:
        lines += [f"  {label}: {value}" for label, value in fact_rows(v.facts)]
    if v.issuer is not None:
        lines.append(f"  {translate('Verification', 'Utfärdare')}: {v.issuer.issuer or '–'} ({v.issuer.key_id})")
        if v.issuer.fingerprint is not None:
            lines.append(f"  {translate('Verification', 'Fingeravtryck')}: {v.issuer.fingerprint.hexadecimal}")
            lines.append(f"  {translate('Verification', 'I ord')}: {v.issuer.fingerprint.spoken}")
    if v.revocations_as_of is not None:
        as_of = day_words(v.revocations_as_of)
        lines.append(f"  {translate('Verification', 'Återkallelser till och med')}: {as_of}")
    return "\n".join(lines)


def as_data(v: Verification) -> Json:
    """Return the answer as JSON with English keys and ISO dates."""
    return {
        "status": v.status.value,
        "form": v.form.value,
        "checked_at": v.checked_at.isoformat(timespec="seconds"),
        "since": _iso(v.since),
        "replaced_by": v.replaced_by or None,
        "revocations_as_of": _iso(v.revocations_as_of),
        "notes": [note.value for note in v.notes],
        "issuer": None
        if v.issuer is None
        else {
            "name": v.issuer.issuer,
            "key_id": v.issuer.key_id,
            "trust": v.issuer.trust.value,
            "fingerprint": v.issuer.fingerprint.hexadecimal if v.issuer.fingerprint else None,
        },
        "facts": None if v.facts is None else _facts(v.facts),
    }


def _facts(f: CredentialFacts) -> Json:
    return {
        "number": f.number,
        "kind": f.kind.value,
        "title": f.title,
        "holder": f.holder,
        "issuer": f.issuer,
        "issued_on": _iso(f.issued_on),
        "first_day": _iso(f.first_day),
        "last_day": _iso(f.last_day),
        "valid_until": _iso(f.valid_until),
        "minutes": f.minutes,
        "competence_areas": list(f.competence_areas),
        "learning_path": f.path_id or None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
