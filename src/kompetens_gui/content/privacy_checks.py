"""Patterns that never belong in fictional content: identity numbers, telephone numbers, addresses, case numbers."""

import re
from collections.abc import Iterator

from kompetens_gui.content.content_texts import ContentText
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.yaml_reader import YamlDocument

_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
_IDENTITY_NUMBER = re.compile(rf"(?<!\d)(?:(?:18|19|20)\d\d|\d\d){_MONTH_DAY}(?:\s?[-+–]\s?|\s)?[\dTt]\d{{3}}(?!\d)")
# Public numbers anyone may be given: 112, 1177, 020-, 0771-, 116 xxx.
_PHONE = re.compile(
    r"(?<![\d.,-])(?:\+46\s?\(?0?\)?|0046\s?|0)(?!20[\s-]|771[\s-]|[\s-])\d{1,3}(?:(?:[\s/–-]{1,3}\d{2,4}){2,4}|[\s/–-]{1,3}\d{5,8})(?![\d-])"
    r"|(?<![\d.,-])07\d{8}(?!\d)"
)
_KNOWN_BY_NUMBER = frozenset(("sources", "source", "helplines", "rule_date"))
_FEWEST_PHONE_DIGITS = 8  # fewer are hours: 08-12, 08-16 30
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_CASE_NUMBER = re.compile(
    r"\b(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer|målnr|målnummer|journalnr|journalnummer)\b"
    r"[.:\s]*[A-ZÅÄÖ]{0,4}[\s-]*\d[\d/–-]{2,}",
    re.IGNORECASE,
)
_BARE_CASE_NUMBER = re.compile(r"(?<![\d-])\d{5,6}-20\d\d(?!\d)|\bFK\s?20\d\d/\d{5,6}\b")
_RULES = (
    (_IDENTITY_NUMBER, "ett personnummer", "Ta bort numret. Ålder räcker i ett påhittat fall."),
    (_EMAIL, "en e-postadress", "Ta bort adressen."),
    (_CASE_NUMBER, "ett ärende- eller journalnummer", "Ta bort numret: fall är påhittade och har inga."),
    (_BARE_CASE_NUMBER, "ett ärendenummer", "Ta bort numret: fall är påhittade och har inga."),
    (_PHONE, "ett telefonnummer", "Ta bort numret. Nationella nummer som 1177 och 020-nummer får stå kvar."),
)


def check_privacy(texts: list[ContentText], document: YamlDocument) -> Iterator[Finding]:
    """Yield an error for each pattern found. Sources and public helplines are left alone: they are known by number."""
    for piece in texts:
        if _KNOWN_BY_NUMBER.intersection(piece.where):
            continue
        taken: list[tuple[int, int]] = []
        for pattern, what_it_is, advice in _RULES:
            for match in pattern.finditer(piece.text):
                if pattern is _PHONE and sum(c.isdigit() for c in match[0]) < _FEWEST_PHONE_DIGITS:
                    continue
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
                taken.append(match.span())
                what = f"Texten innehåller något som ser ut som {what_it_is}: ”{match[0].strip()}”."
                yield Finding(Weight.ERROR, document.problem(piece.where, what, advice, match[0]))
