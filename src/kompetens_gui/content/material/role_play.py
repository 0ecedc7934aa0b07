"""What is checked in a role play alone: that every name leads somewhere, and that a group can play and observe it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from kompetens_gui.content.diagnosis_codes import diagnosis_findings
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.language_checks import WholeText
from kompetens_gui.content.material.found import blocks, number_findings, unknown, warns
from kompetens_gui.content.material.role_play_protocol import protocol_findings, protocol_problems
from kompetens_gui.content.material.role_play_secrets import card_text, secret_findings
from kompetens_gui.content.study.format import length_findings
from kompetens_gui.content.study.head_model import repeated
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.material.role_play import PhaseKind, RoleCard, RolePart, RolePlay

_VIOLENCE = "K08"
_VIOLENCE_WORDS = re.compile(r"\b(?:våld(?:et|sam\w*|s\w*)?|misshand\w+|slår (?:mig|henne|honom))\b", re.IGNORECASE)
_STOP_WORD = "paus"
_IN_ORDER = (PhaseKind.READ, PhaseKind.PLAY, PhaseKind.OBSERVERS, PhaseKind.DEBRIEF)
_DEBRIEF_STEPS, _FEWEST_QUESTIONS, _MOST_QUESTIONS = 5, 2, 3
_FEWEST_LEVELS = 2
_FEWEST_WORDS, _MOST_WORDS = 120, 220
_UNEVEN = re.compile(r"\b(?:ojämn\w*|udda|en (?:person )?över|en (?:person )?extra)\b", re.IGNORECASE)
_EMPLOYERS = ("employer", "manager")
_AUTHORITY = ("case_officer", "specialist", "decision_maker")
_PROMISE = re.compile(r"\b(?:jag|vi) (?:lovar|kan lova|ska se till att du får)\b(?! inte)", re.IGNORECASE)


def problems(play: RolePlay, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield names that lead nowhere, ids that stand twice, must-dos without anchors and a play that nobody leads."""
    for at, ids in _ids(play):
        yield from repeated(ids, at, "id", document)
    yield from repeated((str(d.level) for d in play.levels), ("levels",), "level", document)
    for i, item in enumerate(play.protocol.items):
        at = ("protocol", "items", i, "anchors")
        yield from repeated((str(a.rating) for a in item.anchors), at, "rating", document)
    known = {r.id for r in play.roles}
    for where, role in _named_roles(play):
        yield from unknown(role, known, "ingen roll", where, document)
    if not play.main_roles:
        what = "Ingen roll är huvudroll, så ingen övar."
        yield document.problem(("roles",), what, "Sätt part: main på den roll som övar och observeras.")
    yield from protocol_problems(play, document)


def _ids(play: RolePlay) -> Iterator[tuple[Where, Iterable[str]]]:
    yield ("roles",), (r.id for r in play.roles)
    yield ("papers",), (p.id for p in play.papers)
    yield ("phases",), (p.id for p in play.phases)
    yield ("protocol", "items"), (i.id for i in play.protocol.items)
    yield ("protocol", "counts"), (c.id for c in play.protocol.counts)
    yield ("protocol", "scales"), (s.id for s in play.protocol.scales)


def _named_roles(play: RolePlay) -> Iterator[tuple[Where, str]]:
    """Yield every place where a role is named."""
    for i, paper in enumerate(play.papers):
        yield from ((("papers", i, "roles", j), role) for j, role in enumerate(paper.roles))
    yield from ((("protocol", "items", i, "role"), item.role) for i, item in enumerate(play.protocol.items))
    yield from ((("protocol", "counts", i, "role"), count.role) for i, count in enumerate(play.protocol.counts))
    for i, level in enumerate(play.levels):
        yield from ((("levels", i, "changes", j, "role"), change.role) for j, change in enumerate(level.changes))
    for i, way in enumerate(play.fewer):
        yield from ((("fewer", i, "roles", j), role) for j, role in enumerate(way.roles))
    yield from ((("demonstration", i, "role"), line.role) for i, line in enumerate(play.demonstration))


def findings(play: RolePlay, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield what keeps another facilitator from leading it, and what would spoil it or hurt somebody."""
    yield from _phases(play, document)
    for i, role in enumerate(play.roles):
        yield from _role(play, role, ("roles", i), document)
    yield from secret_findings(play, document)
    yield from protocol_findings(play, document)
    yield from _debrief(play, document)
    yield from number_findings(len(play.levels), _FEWEST_LEVELS, None, "svårighetsnivåer", ("levels",), document)
    yield from _fewer(play, document)
    yield from _safety(play, document)
    turns = [line.turn for line in play.demonstration if line.turn]
    for i, line in enumerate(play.demonstration):
        if line.turn and turns.count(line.turn) > 1:
            what = f"Två vändpunkter heter ”{line.turn}”."
            yield warns(document, ("demonstration", i, "turn"), what, "Ge dem olika namn, så att de går att hitta.")


def _phases(play: RolePlay, document: YamlDocument) -> Iterator[Finding]:
    if play.minutes != play.head.minutes:
        what = f"Momenten tar {play.minutes} minuter men rollspelet säger {play.head.minutes}."
        yield blocks(document, ("minutes",), what, "Rätta minutes här eller i phases, så att de går ihop.")
    kinds = [p.kind for p in play.phases]
    lacking = [kind.value for kind in _IN_ORDER if kind not in kinds]
    if lacking:
        what = f"Det saknas moment av slaget {', '.join(lacking)}."
        yield blocks(document, ("phases",), what, "Läs, spela, lyssna på observatörerna och samtala efteråt.")
        return
    first = [kinds.index(kind) for kind in _IN_ORDER]
    if first != sorted(first):
        what = "Momenten kommer inte i ordningen read, play, observers, debrief."
        yield blocks(document, ("phases",), what, "Flytta dem.")


def _role(play: RolePlay, role: RoleCard, at: Where, document: YamlDocument) -> Iterator[Finding]:
    observed = any(i.role == role.id for i in play.protocol.items)
    answers = role.part == RolePart.COUNTERPART and bool(role.told_if_asked or role.softens)
    if not (observed or answers or role.optional):
        what = f"”{role.id}” observeras inte, och kortet ger inget att berätta eller mjukna av."
        advice = "Lägg till en punkt om rollen, told_if_asked eller softens, eller sätt optional: true."
        yield blocks(document, at, what, advice)
    yield from length_findings(card_text(role), _FEWEST_WORDS, _MOST_WORDS, at, document)
    if role.id.startswith(_EMPLOYERS):
        told = [(at, card_text(role)), (("background",), play.background), (("summary",), play.summary)]
        told += [(("papers", i, "text"), p.text) for i, p in enumerate(play.papers) if p in play.papers_of(role.id)]
        for where, text in told:
            yield from diagnosis_findings(text, where, document)
    if role.id.startswith(_AUTHORITY):
        spoken = [(("demonstration", i, "text"), d.text) for i, d in enumerate(play.demonstration) if d.role == role.id]
        for where, text in ((at, card_text(role)), *spoken):
            promise = _PROMISE.search(text)
            if promise:
                what = f"”{promise[0]}”: Försäkringskassan kan inte lova något om ersättning."
                yield warns(document, where, what, "Säg vad som händer härnäst i stället.", promise[0])


def _debrief(play: RolePlay, document: YamlDocument) -> Iterator[Finding]:
    rounds = play.debrief
    if len(rounds) != _DEBRIEF_STEPS:
        what = f"Samtalet efteråt har {len(rounds)} steg; det ska vara {_DEBRIEF_STEPS}."
        advice = "Vad hände? Vad kände du? Vad såg observatören? Vad betyder det i vardagen? En sak att pröva."
        yield blocks(document, ("debrief",), what, advice)
    if rounds and "observatör" in rounds[0].who.casefold():
        what = "Observatörerna talar före rollerna."
        yield blocks(document, ("debrief", 0, "who"), what, "Låt den som spelade huvudrollen börja.")
    for i, step in enumerate(rounds):
        fewest = 1 if i == len(rounds) - 1 else _FEWEST_QUESTIONS
        if not fewest <= len(step.questions) <= _MOST_QUESTIONS:
            what = f"Steget ”{step.title}” har {len(step.questions)} frågor; det brukar ha {fewest}–{_MOST_QUESTIONS}."
            yield warns(document, ("debrief", i, "questions"), what, "Välj de frågor som öppnar mest.")


def _fewer(play: RolePlay, document: YamlDocument) -> Iterator[Finding]:
    yield from number_findings(len(play.fewer), 1, None, "sätt att spela med färre", ("fewer",), document)
    main = {r.id for r in play.main_roles}
    for i, way in enumerate(play.fewer):
        if not main.intersection(way.roles):
            what = f"Med {way.people} personer är ingen huvudroll med."
            yield blocks(document, ("fewer", i, "roles"), what, "Den som övar behöver vara med.")
        if len(way.roles) + way.observers != way.people:
            parts = f"{len(way.roles)} roller och {way.observers} observatörer"
            what = f"Med {way.people} personer blir det {parts}."
            yield warns(document, ("fewer", i), what, "Låt antalen gå ihop, eller skriv i text vem som gör två saker.")
    if play.fewer and not any(_UNEVEN.search(way.text) for way in play.fewer):
        what = "Det står inte vad ni gör när antalet inte går jämnt upp."
        yield warns(document, ("fewer",), what, "Skriv vad en person över gör, till exempel två observatörer.")


def _safety(play: RolePlay, document: YamlDocument) -> Iterator[Finding]:
    if play.safety.word.casefold() != _STOP_WORD:
        what = f"Stoppordet är ”{play.safety.word}”."
        yield blocks(document, ("safety", "word"), what, f"Alla rollspel har samma ord: {_STOP_WORD}.")
    if _VIOLENCE in play.head.competence_areas:
        what = f"Rollspelet hör till {_VIOLENCE}, våld i nära relationer. Våld spelas aldrig upp."
        advice = "Gör en övning i säkra frågor i stället."
        yield Finding(Weight.ERROR, document.problem(("competence_areas",), what, advice))
    seen = [(("background",), play.background), *((("roles", i), card_text(r)) for i, r in enumerate(play.roles))]
    for where, text in (*seen, *((("papers", i, "text"), p.text) for i, p in enumerate(play.papers))):
        found = _VIOLENCE_WORDS.search(text)
        if found:
            what = f"Texten nämner våld: ”{found[0]}”. Våld spelas aldrig upp."
            yield warns(document, where, what, "Ta bort det ur det som spelas.", found[0])


def wholes(play: RolePlay) -> Iterable[WholeText]:
    yield WholeText("background", ("background",), play.background)
    for i, role in enumerate(play.roles):
        yield WholeText(f"rollkortet ”{role.id}”", ("roles", i), card_text(role))
