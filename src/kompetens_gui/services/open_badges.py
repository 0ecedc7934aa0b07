"""A course certificate as an Open Badge 3.0: the claims that are signed, and what such claims say when they are read.

The claims are the credential itself with the registered claims beside it, as the standard wants; the signature is made
elsewhere. Evidence names the modules and nothing of what somebody answered.
"""

import uuid
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateKind
from kompetens_gui.domain.credentials.facts import CredentialFacts, facts_of
from kompetens_gui.domain.credentials.issuers import PUBLIC_KEY_BYTES, IssuerKey
from kompetens_gui.domain.swedish_time import ZONE, local
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.did_key import did_key, public_key_of
from kompetens_gui.services.key_cards import from_text

CONTEXT = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
TYPES = ("VerifiableCredential", "OpenBadgeCredential")
BADGE_TYPES = {"OpenBadgeCredential", "AchievementCredential"}
TOKEN_TYPE = "vc+jwt"
AREA_URN = "urn:kompetens:omrade:"
PATH_URN = "urn:kompetens:studievag:"
SESSION_URN = "urn:kompetens:traff:"
Json = dict[str, Any]


def badge_claims(course_certificate: CourseCertificate, key: IssuerKey, area_titles: Mapping[str, str]) -> Json:
    """Return the whole credential with its registered claims."""
    credential = badge(course_certificate, key, area_titles)
    claims: Json = {"iss": credential["issuer"]["id"], "jti": credential["id"]}
    claims["nbf"] = _seconds(credential["validFrom"])
    if "validUntil" in credential:
        claims["exp"] = _seconds(credential["validUntil"])
    return {**credential, **claims}


def badge_header(key: IssuerKey) -> Json:
    """Return the header of the token: which key, and the key itself, as the standard asks for."""
    did = did_key(key.public_key)
    return {"typ": TOKEN_TYPE, "kid": f"{did}#{did.removeprefix('did:key:')}", "jwk": jwk_of(key.public_key)}


def badge(course_certificate: CourseCertificate, key: IssuerKey, area_titles: Mapping[str, str]) -> Json:
    """Return the credential that people and other systems read."""
    c, facts = course_certificate, facts_of(course_certificate)
    did = did_key(key.public_key)
    made: Json = {
        "@context": list(CONTEXT),
        "id": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{did}/{c.number}')}",
        "type": list(TYPES),
        "name": facts.title,
        "issuer": {"id": did, "type": ["Profile"], "name": facts.issuer},
        "validFrom": c.issued_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "credentialSubject": _subject(c, facts, area_titles),
    }
    if facts.valid_until is not None:
        made["validUntil"] = _end_of(facts.valid_until)
    evidence = _evidence(c)
    if evidence:
        made["evidence"] = evidence
    return made


def facts_from_badge(claims: Mapping[str, Any]) -> CredentialFacts | None:
    """Return what a badge says, ours or another's; None when it is no badge. Nothing that stands in it is believed."""
    if not BADGE_TYPES.intersection(_texts(claims.get("type"))):
        return None
    subject = _part(claims.get("credentialSubject"))
    achievement = _part(subject.get("achievement"))
    issued = _day(claims.get("validFrom")) or _day(claims.get("issuanceDate")) or date.min
    last = _day(subject.get("activityEndDate")) or issued
    path = str(achievement.get("id", ""))
    return CredentialFacts(
        number=_text(subject.get("licenseNumber")),
        kind=CourseCertificateKind.ATTENDANCE if path.startswith(SESSION_URN) else CourseCertificateKind.COMPLETION,
        title=_text(achievement.get("name")) or _text(claims.get("name")),
        holder=_holder(subject),
        issuer=issuer_name(claims),
        issued_on=issued,
        first_day=_day(subject.get("activityStartDate")) or last,
        last_day=last,
        valid_until=_day(claims.get("validUntil")) or _day(claims.get("expirationDate")),
        minutes=_minutes(subject.get("creditsEarned")),
        competence_areas=_areas(achievement.get("alignment")),
        path_id=path.removeprefix(PATH_URN) if path.startswith(PATH_URN) else "",
    )


def issuer_name(claims: Mapping[str, Any]) -> str:
    """Return who says they have issued it."""
    return _text(_part(claims.get("issuer")).get("name"))


def issuer_id(claims: Mapping[str, Any]) -> str:
    """Return the issuer's identifier, which may be a key's name."""
    issuer = claims.get("issuer")
    return issuer[:500] if isinstance(issuer, str) else _text(_part(issuer).get("id"))


def keys_in_badge(header: Mapping[str, Any], claims: Mapping[str, Any]) -> frozenset[bytes]:
    """Return every key that a badge says it is signed with. More than one is a contradiction."""
    found: set[bytes] = set()
    if "jwk" in header:
        key = _from_jwk(header["jwk"])
        found |= {key} if key else set()
    for name in (header.get("kid"), issuer_id(claims)):
        key = public_key_of(name) if isinstance(name, str) else None
        found |= {key} if key else set()
    return frozenset(found)


# ------------------------------------------------------------ writing


def _subject(c: CourseCertificate, facts: CredentialFacts, area_titles: Mapping[str, str]) -> Json:
    return {
        "type": ["AchievementSubject"],
        "identifier": [
            {"type": "IdentityObject", "hashed": False, "identityHash": facts.holder, "identityType": "name"}
        ],
        "licenseNumber": facts.number,
        "creditsEarned": round(c.minutes / 60, 2),
        "activityStartDate": _midnight(facts.first_day),
        "activityEndDate": _midnight(facts.last_day),
        "achievement": {
            "id": f"{PATH_URN}{c.path_id}" if c.path_id else f"{SESSION_URN}{c.session_id}",
            "type": ["Achievement"],
            "achievementType": "Course" if c.kind == CourseCertificateKind.COMPLETION else "LearningProgram",
            "name": facts.title,
            "description": _description(c),
            "criteria": {"narrative": _criteria(c)},
            "inLanguage": "sv-SE",
            "fieldOfStudy": translate("OpenBadge", "Försäkringsmedicin"),
            "alignment": [
                {
                    "type": ["Alignment"],
                    "targetCode": area,
                    "targetName": area_titles.get(area, area),
                    "targetUrl": f"{AREA_URN}{area}",
                    "targetFramework": translate("OpenBadge", "Kompetensområden i försäkringsmedicin"),
                }
                for area in c.competence_areas
            ],
        },
    }


def _description(c: CourseCertificate) -> str:
    if c.kind == CourseCertificateKind.COMPLETION:
        return translate(
            "OpenBadge", "Genomförd utbildning i försäkringsmedicin. Ingen legitimation, ingen behörighet."
        )
    return translate("OpenBadge", "Deltagande i kompetensutveckling. Ingen legitimation, ingen behörighet.")


def _criteria(c: CourseCertificate) -> str:
    if c.kind == CourseCertificateKind.ATTENDANCE:
        return translate("OpenBadge", "Personen var med på träffen så länge som intyget anger.")
    words = translate("OpenBadge", "Alla {count} moduler i studievägen är godkända.").format(count=len(c.modules))
    if not c.leaders:
        return words
    return f"{words} {translate('OpenBadge', 'Någon annan än personen själv har skrivit under.')}"


def _evidence(c: CourseCertificate) -> list[Json]:
    words = translate("OpenBadge", "Godkänd {day}. {minutes} minuter.")
    return [
        {
            "type": ["Evidence"],
            "name": m.title,
            "genre": translate("OpenBadge", "Modul i studieväg"),
            "narrative": words.format(day=m.passed_on.isoformat(), minutes=m.minutes),
        }
        for m in c.modules
    ]


def jwk_of(public_key: bytes) -> Json:
    """Return a public key as a JSON Web Key."""
    return {"kty": "OKP", "crv": "Ed25519", "x": urlsafe_b64encode(public_key).rstrip(b"=").decode()}


def _from_jwk(value: object) -> bytes | None:
    jwk = _part(value)
    if jwk.get("kty") != "OKP" or jwk.get("crv") != "Ed25519":
        return None
    try:
        key = from_text(jwk.get("x"))
    except ValueError:
        return None
    return key if len(key) == PUBLIC_KEY_BYTES else None


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _end_of(day: date) -> str:
    """Return the last second of a Swedish day: the badge holds through the day that the paper names."""
    moment = datetime.combine(day, time(23, 59, 59), ZONE)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _seconds(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


# ------------------------------------------------------------ reading


def _part(value: object) -> Mapping[str, Any]:
    """Return an object, the first one when there are several; an empty one for anything else."""
    if isinstance(value, list):
        value = value[0] if value else {}
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return " ".join(value[:500].split()) if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()


def _day(value: object) -> date | None:
    """Return the Swedish day of a moment."""
    if not isinstance(value, str):
        return None
    try:
        if value.endswith("T00:00:00Z"):
            return date.fromisoformat(value[:10])
        return local(datetime.fromisoformat(value)).date()
    except (ValueError, OverflowError):
        return None


def _holder(subject: Mapping[str, Any]) -> str:
    """Return the name of the holder; another kind of identity when there is no name and it is not hidden in a hash."""
    identities = subject.get("identifier")
    found = [i for i in identities if isinstance(i, Mapping)] if isinstance(identities, list) else []
    named = [i for i in found if i.get("identityType") == "name"] + found
    shown = [_text(i.get("identityHash")) for i in named if i.get("hashed") is not True]
    return next((name for name in shown if name), _text(subject.get("name")) or _text(subject.get("id")))


def _minutes(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100_000:
        return 0
    return round(value * 60)


def _areas(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    codes = (_text(_part(v).get("targetCode")) or _text(_part(v).get("targetName")) for v in value[:50])
    return tuple(dict.fromkeys(code for code in codes if code))
