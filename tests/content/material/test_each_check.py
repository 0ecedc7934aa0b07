"""Every check of workshop material can fail: a change to an example is told, and was not told before."""

from typing import Any

import pytest

from kompetens_gui.domain.case import CaseStatus
from tests.content.study.examples import Leave, example, told
from tests.content.study.test_each_check import Where, ids, new_lines

SECRET = "Före klockan nio är köket tomt och ingen har bråttom."
NAMELESS = "ingen roll som heter ”employee”. — Menade du ”employer”?"

REFUSED: list[tuple[str, Where, object, str]] = [
    # names that lead nowhere
    ("role_play", ("papers", 0, "roles", 0), "employee", NAMELESS),
    ("role_play", ("protocol", "items", 0, "role"), "employee", NAMELESS),
    ("role_play", ("protocol", "counts", 0, "role"), "employee", NAMELESS),
    ("role_play", ("levels", 0, "changes", 0, "role"), "employee", NAMELESS),
    ("role_play", ("fewer", 0, "roles", 1), "employee", NAMELESS),
    ("role_play", ("demonstration", 1, "role"), "employee", NAMELESS),
    ("coordination", ("known", 0, "paper"), "notes", "inget papper som heter ”notes”. — Menade du ”note”?"),
    ("coordination", ("impulses", 0, "paper"), "letter", "inget papper som heter ”letter”"),
    ("sorting", ("items", 0, "reasons", 0, "bin"), "cal", "ingen plats som heter ”cal”. — Menade du ”call”?"),
    # twice
    ("role_play", ("roles", 2, "id"), "employer", "”employer” står två gånger"),
    ("role_play", ("phases", 1, "id"), "read", "”read” står två gånger"),
    ("role_play", ("protocol", "items", 1, "id"), "purpose", "”purpose” står två gånger"),
    ("role_play", ("protocol", "counts", 1, "id"), "open_questions", "”open_questions” står två gånger"),
    ("role_play", ("protocol", "scales", 1, "id"), "listening", "”listening” står två gånger"),
    ("role_play", ("protocol", "items", 1, "anchors", 1, "rating"), 0, "”0” står två gånger"),
    ("role_play", ("levels", 1, "level"), 1, "”1” står två gånger"),
    ("coordination", ("papers", 1, "id"), "log", "”log” står två gånger"),
    ("coordination", ("steps", 1, "id"), "call", "”call” står två gånger"),
    ("pathway", ("seats", 1, "id"), "decision_maker", "”decision_maker” står två gånger"),
    ("discussion_cards", ("cards", 1, "id"), "rest", "”rest” står två gånger"),
    ("sorting", ("bins", 1, "id"), "call", "”call” står två gånger"),
    ("sorting", ("items", 1, "id"), "silent_employer", "”silent_employer” står två gånger"),
    ("sorting", ("items", 0, "reasons", 1, "bin"), "call", "”call” står två gånger"),
    ("talk_drill", ("lines", 1, "id"), "pain", "”pain” står två gånger"),
    ("measure_limits", ("statements", 1, "id"), "fewer", "”fewer” står två gånger"),
    # what could not be played or drawn
    ("role_play", ("roles", 0, "part"), "other", "Ingen roll är huvudroll"),
    ("role_play", ("protocol", "items", 0, "anchors", 1), Leave, "måste göras men saknar ankare för 1"),
    ("role_play", ("protocol", "items", 0, "anchors"), [], "saknar ankare för 0, 1, 2"),
    ("role_play", ("protocol", "items", 0, "weight"), 4, "är för stort"),
    ("role_play", ("protocol", "items", 0, "must_do"), "ja", "ska vara ja eller nej"),
    ("role_play", ("roles", 0, "hemlighet"), "x", "Okänt fält ”hemlighet”"),
    ("role_play", ("mode",), "phne", "Menade du ”phone”?"),
    ("role_play", ("leader", "before"), [], "har för få punkter"),
    ("coordination", ("impulses", 0, "quote"), "Återgången är svår att se", "Närmast är ”Återgången är svår att"),
    ("coordination", ("impulses", 0, "type"), "unclear", "”unclear” går inte att välja"),
    ("pathway", ("seats", 0, "id"), "coordinator", "”coordinator” går inte att välja"),
    ("discussion_cards", ("area",), 6, "är för stort"),
    ("sorting", ("bins", 1), Leave, "Skriv minst 2"),
    ("talk_drill", ("lines", 0, "models"), [], "har för få punkter"),
    ("measure_limits", ("figure", "series", 0, "values"), [27], "har 1 tal men figuren har 2 kolumner"),
    ("measure_limits", ("figure", "caution"), Leave, "”caution” saknas"),
    ("measure_limits", ("figure", "series", 0, "values", 0), "27", "ska vara ett tal"),
]
# What blocks publication: an error in what is ready, a warning in a draft.
BLOCKED: list[tuple[str, Where, object, str]] = [
    ("role_play", ("minutes",), 20, "Momenten tar 12 minuter men rollspelet säger 20"),
    ("role_play", ("phases", 1, "minutes"), 14, "Momenten tar 22 minuter men rollspelet säger 12"),
    ("role_play", ("phases", 3, "kind"), "pause", "Det saknas moment av slaget debrief"),
    ("role_play", ("debrief",), Leave, "Samtalet efteråt har 0 steg; det ska vara 5"),
    ("role_play", ("debrief", 0, "who"), "Observatörerna", "Observatörerna talar före rollerna"),
    ("role_play", ("levels", 1), Leave, "Antalet svårighetsnivåer är 1"),
    ("role_play", ("fewer",), [], "Antalet sätt att spela med färre är 0"),
    ("role_play", ("fewer", 0, "roles"), ["employer", "union"], "är ingen huvudroll med"),
    ("role_play", ("safety", "word"), "stopp", "Alla rollspel har samma ord: paus"),
    ("role_play", ("protocol", "items", 1), Leave, "Antalet punkter att observera är 1; det ska vara 6–10"),
    ("role_play", ("protocol", "items", 0, "must_do"), False, "Antalet punkter med must_do är 0"),
    ("role_play", ("protocol", "items", 1, "anchors", 2), Leave, "”next_step” saknar ankare för 2"),
    ("role_play", ("protocol", "items", 0, "role"), "union", "måste göras men gäller ”union”, som kan strykas"),
    ("role_play", ("protocol", "counts", 1), Leave, "Protokollet räknar inte reflections"),
    ("role_play", ("protocol", "scales", 1), Leave, "Antalet skalor är 1"),
    ("role_play", ("protocol", "items", 1, "text"), "Läser upp veckans schema", "kräver ”Veckans schema”, som"),
    ("role_play", ("roles", 2, "optional"), False, "”union” observeras inte"),
    ("role_play", ("roles", 1, "you_are"), "Du vet att Aylin har F43.8A.", "diagnoskod: F43.8A"),
    ("role_play", ("papers", 0, "text"), "Sjukskriven för F32.1.", "diagnoskod: F32.1"),
    ("role_play", ("background",), "Aylin har F32.1, det vet alla.", "diagnoskod: F32.1"),
    # secrets, wherever the others would read them
    ("role_play", ("background",), f"Alla vet en sak. {SECRET}", "”employer” bara berättar på fråga"),
    ("role_play", ("summary",), "Nio är köket tomt och ingen har bråttom den dagen.", "går att läsa av andra"),
    ("role_play", ("roles", 1, "subtitle"), SECRET, "går att läsa av andra"),
    ("role_play", ("roles", 0, "ways_on", 0), f"Gissa: {SECRET.upper()}", "går att läsa av andra"),
    ("role_play", ("stuck", 0), SECRET, "går att läsa av andra"),
    ("role_play", ("papers", 0), {"id": "p", "title": "Schema", "text": SECRET}, "går att läsa av andra"),
    # the others
    ("coordination", ("papers", 3, "kind"), "letter", "Det saknas papper av slaget log"),
    ("coordination", ("papers", 2, "text"), "Planen gäller F43.8A.", "diagnoskod: F43.8A"),
    ("coordination", ("known",), [], "Antalet saker vi vet är 0"),
    ("coordination", ("unknown",), [], "Antalet saker vi inte vet är 0"),
    ("coordination", ("impulses",), [], "ledaren får inte veta att det är meningen"),
    ("coordination", ("steps", 1), Leave, "Antalet steg är 1"),
    ("coordination", ("steps", 0, "time"), "later", "1 steg går att ta i dag eller inom två veckor"),
    ("coordination", ("calls",), [], "Antalet samtal är 0"),
    ("coordination", ("variants",), [], "Antalet varianter är 0"),
    ("pathway", ("seats", 1, "id"), "specialist", "Personens egen röst har ingen plats"),
    ("pathway", ("options", 0, "arguments_for", 1), Leave, "(arguments_for) är 1; det ska vara minst 2"),
    ("pathway", ("options", 0, "who_decides"), "Rådgivaren", "sägs rådgivaren besluta"),
    ("discussion_cards", ("cards", 0, "hint"), Leave, "”rest” har inget stöd till ledaren"),
    ("discussion_cards", ("cards", 1), Leave, "Antalet kort är 1; det ska vara 10–14"),
    ("sorting", ("items", 0, "reasons", 1), Leave, "saknar skäl för wait"),
    ("sorting", ("items", 1, "reasons", 1, "reasonable"), False, "har ingen rimlig plats"),
    ("sorting", ("items", 0, "reasons", 0, "reasonable"), False, "0 av 2 situationer har två rimliga platser"),
    ("talk_drill", ("lines", 1), Leave, "Antalet repliker är 1; det ska vara 8–12"),
    ("measure_limits", ("statements", 0, "holds"), False, "Inget påstående håller"),
    ("measure_limits", ("statements", 1, "holds"), True, "Alla påståenden håller"),
    ("measure_limits", ("not_measured", 1), Leave, "Antalet saker som talet inte mäter är 1"),
    ("measure_limits", ("sources",), [], "men inga källor"),
    ("role_play", ("background",), "Chefen säger att hon är gnällig.", "skuldordet ”gnällig”"),
]
POINTED_OUT: list[tuple[str, Where, object, str]] = [
    ("role_play", ("protocol", "items", 0, "text"), "Förstår varför chefen tvekar", "”Förstår” går inte att se"),
    ("role_play", ("protocol", "items", 0, "anchors", 0, "text"), "Hon är ganska arrogant.", "säger hur någon är"),
    ("role_play", ("debrief", 0, "questions"), ["En?", "Två?", "Tre?", "Fyra?"], "har 4 frågor; det brukar ha 2–3"),
    ("role_play", ("fewer", 0, "people"), 4, "Med 4 personer blir det 2 roller och 1 observatörer"),
    ("role_play", ("fewer", 0, "text"), "Stryk facket.", "när antalet inte går jämnt upp"),
    ("role_play", ("roles", 1, "you_are"), "Du har hört om våld i hemmet.", "Våld spelas aldrig upp"),
    ("role_play", ("demonstration", 1, "turn"), "Frågan om morgnarna", "Två vändpunkter heter"),
    ("role_play", ("roles", 2, "you_are"), "Du lyssnar. " * 130, "här brukar den ha 120–220"),
    ("role_play", ("roles", 1, "first_words"), "Hon vägrar ju.", "skuldordet ”vägrar”"),
    ("role_play", ("leader", "facts", 0), "Chefen måste skriva planen.", "regelordet ”måste”"),
    ("coordination", ("papers", 0, "text"), "Återgången är svår att bedöma", "Intyget saknar raderna Diagnos:"),
    ("coordination", ("papers", 1, "text"), "Kort.", "brukar den ha 80–220"),
    ("coordination", ("if_nothing", "economic"), "Inkomsten sjunker 4 000 kronor.", "med en siffra: ”4 000 kronor”"),
    ("coordination", ("person",), Leave, "ingen huvudperson"),
    ("pathway", ("order",), "Vad vill vi? Vad saknas?", "har 2 meningar; här ska den ha 1"),
    ("pathway", ("voice",), "Jag kan laga mat.", "har 1 meningar; här ska den ha 2"),
    ("pathway", ("brief", 4), Leave, "Underlaget har 4 delar"),
    ("pathway", ("options", 0, "consequences", "economic"), "Hon får 80 procent.", "med en siffra: ”80 procent”"),
    ("talk_drill", ("lines", 0, "models", 0), "Berätta mer.", "är ingen fråga"),
    ("talk_drill", ("lines", 0, "models", 0), "Jag hör dig. Har du sovit?", "går att besvara med ja eller nej"),
    ("talk_drill", ("lines", 1, "models", 0), "Följer arbetet med dig hem?", "uppgiften är att spegla"),
]


@pytest.mark.parametrize(("name", "where", "value", "words"), REFUSED, ids=ids(REFUSED))
def test_what_cannot_be_used_is_refused(name: str, where: Where, value: object, words: str) -> None:
    errors, _ = new_lines(name, where, value)
    assert any(words in line for line in errors), errors


@pytest.mark.parametrize(("name", "where", "value", "words"), BLOCKED, ids=ids(BLOCKED))
def test_what_blocks_publication_stops_only_what_is_ready(name: str, where: Where, value: object, words: str) -> None:
    errors, _ = new_lines(name, where, value, status=CaseStatus.READY)
    assert any(words in line for line in errors), errors
    errors, warnings = new_lines(name, where, value)
    assert errors == []
    assert any(words in line for line in warnings)


@pytest.mark.parametrize(("name", "where", "value", "words"), POINTED_OUT, ids=ids(POINTED_OUT))
def test_what_is_for_people_to_weigh_is_pointed_out(name: str, where: Where, value: object, words: str) -> None:
    errors, warnings = new_lines(name, where, value)
    assert errors == []
    assert any(words in line for line in warnings), warnings


def test_violence_is_never_role_played_not_even_in_a_draft() -> None:
    errors, _ = told("role_play", (("competence_areas",), ["K08"]), (("content_warning",), "Handlar om våld."))
    assert any("Våld spelas aldrig upp" in line for line in errors)


def test_the_insurance_agency_promises_no_money() -> None:
    roles = example("role_play")["roles"]
    officer = {**roles[2], "id": "case_officer"}
    promise = "kan inte lova något om ersättning"
    for words, is_told in (("Jag lovar att det ordnar sig.", True), ("Jag lovar inte mer än ett besked.", False)):
        said = {**officer, "first_words": words}
        _, warnings = told("role_play", (("roles", 2), said))
        assert any(promise in line for line in warnings) == is_told
        line: dict[str, Any] = {"role": "case_officer", "text": words}
        _, warnings = told("role_play", (("roles", 2), officer), (("demonstration", 1), line))
        assert any(promise in line for line in warnings) == is_told


def test_phases_in_another_order_are_not_ready() -> None:
    phases = example("role_play")["phases"]
    errors, _ = told("role_play", (("status",), "ready"), (("phases",), [phases[i] for i in (0, 2, 1, 3)]))
    assert any("i ordningen read, play, observers, debrief" in line for line in errors)


def test_a_secret_that_only_its_own_role_has_on_paper_is_still_a_secret() -> None:
    paper: dict[str, Any] = {"id": "p", "title": "Schema", "text": SECRET, "roles": ["employer"]}
    errors, warnings = new_lines("role_play", ("papers", 0), paper)
    assert errors == []
    assert [line for line in warnings if "går att läsa av andra" in line] == []


def test_five_words_in_a_row_are_no_secret_unless_they_are_all_of_it() -> None:
    where: Where = ("background",)
    short = "Morgnarna är alltid lugna"
    five = "Det är sent. Köket tomt och ingen har tid."
    assert not any("går att läsa" in line for line in new_lines("role_play", where, five)[1])
    tell: tuple[Where, object] = (("roles", 1, "told_if_asked", 0, "tell"), short)
    _, warnings = told("role_play", tell, (where, f"Aylin säger: {short.lower()}."))
    assert any("går att läsa av andra: ”morgnarna är alltid lugna”" in line for line in warnings)


def test_who_has_no_employer_has_no_plan_from_one() -> None:
    no_plan: tuple[Where, object] = (("papers", 2, "kind"), "letter")
    lacking = "Det saknas papper av slaget employer_plan"
    assert any(lacking in line for line in told("coordination", no_plan)[1])
    student: tuple[Where, object] = (("person", "situation"), "student")
    assert not any(lacking in line for line in told("coordination", no_plan, student)[1])


def test_a_case_without_impulses_is_fine_when_the_leader_is_told() -> None:
    changes: list[tuple[Where, object]] = [(("impulses",), []), (("leader_notes",), "Här finns ingen impuls.")]
    _, warnings = told("coordination", *changes)
    assert not any("impuls" in line.partition(": ")[2] for line in warnings)
