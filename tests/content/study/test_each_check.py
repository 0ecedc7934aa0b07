"""Every check of one file can fail: a change to an example is told at its line, and was not told before."""

from typing import Any

import pytest

from kompetens_gui.domain.case import CaseStatus
from tests.content.study.examples import BY_NAME, Leave, changed, document_of, example, told

Where = tuple[str | int, ...]
LONG = "Det här är en mening som fortsätter och fortsätter utan att någon sätter punkt fast det hade varit så mycket"
LONG += " lättare att läsa om någon hade delat den på två."

REFUSED: list[tuple[str, Where, object, str]] = [
    # the model
    ("reading", ("titel",), "x", "Okänt fält ”titel”. — Menade du ”title”?"),
    ("reading", ("schema",), 2, "version 2 är okänd"),
    ("reading", ("difficulty",), 5, "är för stort"),
    ("reading", ("minutes",), "12", "ska vara ett heltal"),
    ("reading", ("person", "name_origin"), "annat", "Välj något av: nordic, other"),
    ("reading", ("sources", 0, "certainty"), "kanske", "Välj något av: certain, probable, check"),
    ("letter", ("points",), ["En."], "har för få punkter"),
    ("impulses", ("portions", 2), Leave, "Skriv minst 3"),
    ("impulses", ("portions", 0, "next_questions", 0, "score"), 3, "är för stort"),
    ("employer_plan", ("checkpoints", 6), Leave, "Skriv minst 7"),
    ("twin", ("questions", 0, "finger"), 6, "är för stort"),
    ("leaflet", ("degree",), 60, "Välj något av: 25, 50, 75, 100"),
    ("safe_questions", ("content_warning",), Leave, "”content_warning” saknas"),
    ("safe_questions", ("steps", 0, "free_text"), "Skriv", "Okänt fält ”free_text”"),
    ("safe_questions", ("helplines", 0, "checked"), Leave, "”checked” saknas"),
    ("panel", ("certificates", 0, "ways", 2), Leave, "Skriv minst 3"),
    ("learning_path", ("course_code",), "kk1", "inte skrivet på rätt sätt"),
    ("learning_path", ("modules", 0, "pass"), Leave, "”pass” saknas"),
    # questions
    ("questions", ("items", 0, "source", "certainty"), "check", "”check” går inte att välja"),
    ("questions", ("items", 0, "options", 0, "feedback"), Leave, "”feedback” saknas"),
    ("questions", ("items", 0, "options", 0, "correct"), True, "har 2 rätta svar"),
    ("questions", ("items", 0, "options", 2), Leave, "har 2 punkter i options"),
    ("questions", ("items", 0, "options", 0, "id"), "b", "”b” står två gånger"),
    ("questions", ("items", 0, "sequence"), ["a", "b", "c"], "är av slaget one men har sequence"),
    ("questions", ("items", 0, "type"), "order", "har 0 punkter i sequence"),
    ("questions", ("items", 1, "answer"), Leave, "saknar answer"),
    ("questions", ("items", 1, "answer"), "90", "ska vara ett tal"),
    ("questions", ("items", 1, "id"), "prov-vem-beslutar", "står två gånger"),
    # branching
    ("branching", ("start",), "v9", "ingen nod som heter ”v9”"),
    ("branching", ("nodes", 0, "choices", 0, "goto"), "v9", "ingen nod som heter ”v9”"),
    ("branching", ("nodes", 0, "choices", 0, "goto_if", 0, "goto"), "v9", "ingen nod som heter ”v9”"),
    ("branching", ("nodes", 1, "id"), "v1", "”v1” står två gånger"),
    ("branching", ("nodes", 0, "choices", 1, "id"), "a", "”a” står två gånger"),
    ("branching", ("nodes", 1, "end"), Leave, "varken val eller slut"),
    ("branching", ("nodes", 0, "end"), "unclear", "är ett slut men har val"),
    ("branching", ("nodes", 0, "choices", 1, "when"), {"chose": "v7.a"}, "inget val som heter ”v7.a”"),
    ("branching", ("nodes", 0, "choices", 1, "when"), {"track": "social"}, "både track och at_least"),
    ("branching", ("nodes", 0, "choices", 1, "when"), {"at_least": 3}, "både track och at_least"),
    ("branching", ("nodes", 0, "choices", 1, "when"), {"all": [{"all": []}]}, "Villkoret är tomt"),
    ("branching", ("nodes", 0, "choices", 0, "effects", "social"), 11, "är för stort"),
    # timeline
    ("timeline", ("exam",), "2026-08-28", "är dag 180 i kedjan, inte dag 181"),
    ("timeline", ("exam",), "2026-02-28", "ligger före dag 1"),
    ("timeline", ("answers", "MARKET"), Leave, "har för få punkter"),
    ("timeline", ("expected", "ground"), "ON_CALL", "finns inte bland svaren"),
    # quotes
    (
        "impulses",
        ("portions", 0, "impulses", 0, "quote"),
        "återgången är svår att se",
        "Närmast är ”återgången är svår",
    ),
    ("impulses", ("portions", 0, "next_questions", 1, "id"), "a", "”a” står två gånger"),
    ("employer_plan", ("checkpoints", 0, "quote"), "skrevs dag 30 av enhetschefen", "Närmast är ”skrevs dag 28"),
    ("employer_plan", ("checkpoints", 2, "quote"), "Planen skrevs", "sägs saknas men har ett citat"),
    ("employer_plan", ("checkpoints", 1, "id"), "day_and_owner", "står två gånger"),
    ("employer_plan", ("choices", 1, "id"), "accept", "står två gånger"),
    ("letter", ("must_keep", 0, "text"), "15 augusti", "finns inte i original"),
    ("letter", ("model",), "Skicka uppgifterna i sommar.", "finns inte i model"),
    # the others
    ("twin", ("versions", 1, "key"), "a", "står två gånger"),
    ("twin", ("questions", 1, "id"), "q1", "står två gånger"),
    ("twin", ("questions", 1, "options", 1, "id"), "a", "står två gånger"),
    ("leaflet", ("sections", 1, "id"), "why", "står två gånger"),
    ("safe_questions", ("steps", 0, "options", 1, "safe"), False, "har inget säkert val"),
    ("safe_questions", ("steps", 0, "options", 1, "id"), "a", "står två gånger"),
    ("panel", ("certificates", 0, "votes"), {"sufficient": 0}, "ger ingen bedömning"),
    ("panel", ("certificates", 0, "votes", "depends"), -3, "ger ingen bedömning"),
    ("panel", ("certificates", 0, "ways", 1, "id"), "call_person", "står två gånger"),
    ("learning_path", ("modules", 1, "id"), "uppdraget", "står två gånger"),
    ("learning_path", ("modules", 0, "after"), ["samtalet"], "ingen modul ”samtalet”"),
    ("learning_path", ("modules", 0, "after"), ["uppdraget"], "går aldrig att börja"),
    ("learning_path", ("modules", 1, "steps", 0, "id"), "u1", "finns redan i vägen"),
    ("learning_path", ("modules", 0, "steps", 0, "ref"), Leave, "vilket innehåll det gäller"),
    ("learning_path", ("modules", 0, "steps", 1, "settings", "count"), Leave, "vilka frågor eller hur många"),
    ("learning_path", ("modules", 0, "steps", 2, "kind"), "reflection", "gäller steg som modulen inte har"),
    ("learning_path", ("modules", 0, "pass", 1, "at_least"), 4, "gäller 4 steg av slaget mark_chain"),
    ("learning_path", ("modules", 0, "pass", 1, "kind"), Leave, "säger inte vilket slags steg"),
    ("learning_path", ("modules", 0, "pass", 0, "at_least"), 80, "Skriv en andel mellan 0 och 1"),
    ("learning_path", ("renewal", "module"), "uppdraget", "inte är en modul för förnyelse"),
]
# What blocks publication: an error in what is ready, a warning in a draft.
BLOCKED: list[tuple[str, Where, object, str]] = [
    ("reading", ("sources",), [], "men inga källor"),
    ("reading", ("sources", 0, "certainty"), "check", "Alla källor är märkta ”check”"),
    ("reading", ("rule_date",), Leave, "hör ihop, men bara det ena finns"),
    ("reading", ("rule_version",), "RV3", "då gäller RV4"),
    ("reading", ("pages", 0, "text"), "Siffran är osäker [kontrollera].", "märkning ”[kontrollera]”"),
    ("timeline", ("story",), "Hon vägrar att börja arbeta.", "skuldordet ”vägrar”"),
    ("timeline", ("rule_version",), "RV3", "Huvudet säger RV3"),
    ("impulses", ("portions", 0, "next_questions", 0, "score"), 1, "har poängen 1, 1, 0"),
    ("letter", ("model",), "Skicka senast den 14 augusti avseende kompletteringsuppgifternas " * 8, "LIX"),
    (
        "letter",
        ("original",),
        "Hej du! Kom in den 14 augusti. Vi tar en fika då. Ta med ditt kort.",
        "är inte lättare än brevet",
    ),
    ("twin", ("versions", 1, "age"), 48, "olika ålder"),
    ("twin", ("versions", 1, "sex"), "woman", "samma kön"),
    ("twin", ("versions", 1, "text"), "Marko kör buss. Han säger att det ordnar sig.", "olika långa"),
    (
        "twin",
        ("versions", 1, "text"),
        "Marko kör buss och har sovit dåligt i två månader. Han säger: Det ordnar sig. Ja.",
        "olika många meningar",
    ),
    ("leaflet", ("sections", 3, "model"), "Du måste gå en runda.", "säger ”du måste”, som övningen avråder från"),
    ("safe_questions", ("helplines", 0, "checked"), "2025-11-22", "för mer än ett år sedan"),
    ("panel", ("certificates", 0, "reasons", 2), Leave, "depends har röster men inget skäl"),
    ("branching", ("nodes", 0, "choices", 0, "consequences"), Leave, "utan att säga varför"),
    ("branching", ("nodes", 1, "looking_back"), Leave, "saknar"),
    ("branching", ("nodes", 0, "rule_box", "certainty"), "check", "Regeln i nod v1 är inte kontrollerad"),
    ("twin", ("facts", 0, "source", "certainty"), "check", "inte är kontrollerad"),
    ("employer_plan", ("medical_note",), "Halvtid på grund av F32.1.", "diagnoskod: F32.1"),
    (
        "employer_plan",
        ("plan", 0, "text"),
        "Planen skrevs dag 28 av enhetschefen efter ett samtal med Aylin om F43.8A.",
        "diagnoskod: F43.8A",
    ),
]
ALWAYS: list[tuple[str, Where, object, str]] = [
    ("timeline", ("expected", "exception"), "older_worker", "Reglerna ger exception null"),
    ("timeline", ("expected", "ground"), "EMPLOYER", "Reglerna ger ground MARKET"),
    ("timeline", ("expected", "rule_version"), "RV3", "Reglerna ger rule_version RV4"),
    ("safe_questions", ("helplines", 0, "checked"), "2027-01-01", "i framtiden"),
    ("questions", ("items", 0, "options", 0, "text"), "Försäkringskassan", "lyder lika"),
    ("reading", ("pages", 0, "text"), "Ring Aylin på 070-123 45 67.", "ett telefonnummer"),
    ("letter", ("original",), "Ert personnummer 19811218-9876, senast den 14 augusti.", "ett personnummer"),
    ("impulses", ("portions", 0, "text"), "MADRS 75, återgången är svår att bedöma.", "kan inte stämma"),
    ("reading", ("review", "reviewed_at"), "2026-11-01", "ingen har granskat det"),
]
POINTED_OUT: list[tuple[str, Where, object, str]] = [
    ("reading", ("pages", 0, "text"), LONG, "har 30 ord"),
    ("reading", ("pages", 0, "text"), "För kort.", "brukar den ha 120–300"),
    ("reading", ("pages", 0, "text"), "Så är det alltid.", "regelordet ”alltid”"),
    ("timeline", ("person",), Leave, "ingen huvudperson"),
    ("timeline", ("story",), "Aylin, 41 år, blev sjuk i mars.", "men Aylin är 38 år"),
    ("timeline", ("events", 0, "on"), "2026-05-02", "inte i tidsordning"),
    (
        "twin",
        ("versions", 1, "text"),
        "Marko kör taxi och har sovit dåligt i två månader. Han säger att det ordnar sig.",
        "buss / taxi",
    ),
    ("employer_plan", ("checkpoints", 0, "quote"), "", "är bedömd som good utan citat"),
    ("safe_questions", ("steps", 0, "options", 0, "safe"), True, "så det prövar ingenting"),
    ("panel", ("certificates", 0, "votes", "depends"), 2, "9 röster i votes"),
    ("questions", ("items", 0, "modules"), [], "hör inte till någon modul"),
    ("questions", ("items", 0, "options", 0, "feedback"), "Hon vägrar.", "skuldordet"),
    ("learning_path", ("modules", 0, "minutes"), 90, "tar 60 minuter men modulen säger 90"),
    ("learning_path", ("hours",), 2, "men vägen säger 2"),
]


def ids(rows: list[tuple[str, Where, object, str]]) -> list[str]:
    return [f"{name}-{'.'.join(map(str, where))}-{i}" for i, (name, where, _, _) in enumerate(rows)]


def new_lines(name: str, where: Where, value: object, *, status: str = "draft") -> tuple[list[str], list[str]]:
    """Return what is told after a change but was not told before."""
    ready = [] if name in ("questions", "panel") else [(("status",), status)]
    before = told(name, *ready)
    after = told(name, *ready, (where, value))
    seen = {line.partition(": ")[2] for line in (*before[0], *before[1])}
    errors, warnings = ([line for line in lines if line.partition(": ")[2] not in seen] for lines in after)
    return errors, warnings


@pytest.mark.parametrize(("name", "where", "value", "words"), REFUSED, ids=ids(REFUSED))
def test_what_cannot_be_used_is_refused(name: str, where: Where, value: object, words: str) -> None:
    errors, _ = new_lines(name, where, value)
    assert any(words in line for line in errors), errors


@pytest.mark.parametrize(("name", "where", "value", "words"), BLOCKED, ids=ids(BLOCKED))
def test_what_blocks_publication_stops_only_what_is_ready(name: str, where: Where, value: object, words: str) -> None:
    errors, _ = new_lines(name, where, value, status=CaseStatus.READY)
    assert any(words in line for line in errors), errors
    if name != "panel":  # a panel has no status: it is used as it is
        errors, warnings = new_lines(name, where, value)
        assert errors == []
        assert any(words in line for line in warnings)


@pytest.mark.parametrize(("name", "where", "value", "words"), ALWAYS, ids=ids(ALWAYS))
def test_what_is_wrong_is_an_error_in_a_draft_too(name: str, where: Where, value: object, words: str) -> None:
    errors, _ = new_lines(name, where, value)
    assert any(words in line for line in errors), errors


@pytest.mark.parametrize(("name", "where", "value", "words"), POINTED_OUT, ids=ids(POINTED_OUT))
def test_what_is_for_people_to_weigh_is_pointed_out(name: str, where: Where, value: object, words: str) -> None:
    errors, warnings = new_lines(name, where, value)
    assert errors == []
    assert any(words in line for line in warnings), warnings


def test_a_plan_without_any_reasonable_way_on_is_not_ready() -> None:
    changes: list[tuple[Where, Any]] = [(("choices", i, "reasonable"), False) for i in range(4)]
    errors, _ = told("employer_plan", (("status",), "ready"), *changes)
    assert any("Ingen väg vidare är rimlig" in line for line in errors)


def test_content_about_violence_must_warn() -> None:
    changes: list[tuple[Where, Any]] = [(("competence_areas",), ["K08"]), (("status",), "ready")]
    assert not any("förvarnar inte" in line for line in told("reading", *changes)[0])
    errors, _ = told("reading", *changes, (("content_warning",), ""))
    assert any("förvarnar inte" in line for line in errors)


def test_a_rule_that_has_to_be_checked_is_no_answer() -> None:
    # Whether a self-employed person can be excepted after day 180 is not settled.
    changes: list[tuple[Where, Any]] = [
        (("situation",), "self_employed"),
        (("exception",), "predominant_reasons"),
        (("expected", "exception"), "predominant_reasons"),
    ]
    errors, _ = told("timeline", *changes)
    assert any("en regel som ska kontrolleras får inte vara facit" in line for line in errors)


def test_options_that_are_all_right_are_pointed_out() -> None:
    options = example("questions")["items"][0]["options"]
    many = [{**o, "correct": True} for o in options]
    _, warnings = told("questions", (("items", 0, "type"), "many"), (("items", 0, "options"), many))
    assert any("Alla svar" in line for line in warnings)
    errors, _ = told(
        "questions",
        (("items", 0, "type"), "many"),
        (("items", 0, "options"), [{**o, "correct": False} for o in options]),
    )
    assert any("har inget rätt svar" in line for line in errors)


def test_a_problem_stands_at_its_line() -> None:
    data = changed("letter", (("must_keep", 0, "text"), "15 augusti"))
    line = document_of(data).position(("must_keep", 0, "text")).line
    errors, _ = told("letter", (("must_keep", 0, "text"), "15 augusti"))
    assert errors
    assert all(e.startswith(f"prov.yaml:{line}: ") for e in errors)


@pytest.mark.parametrize("name", BY_NAME)
def test_fields_of_ones_own_are_left_alone_everywhere(name: str) -> None:
    def with_own(value: Any) -> Any:  # noqa: ANN401 (plain data)
        if isinstance(value, dict) and value and "OWN" not in value and "sufficient" not in value:
            return {**{k: with_own(v) for k, v in value.items()}, "x-egen": "hon vägrar, 070-123 45 67"}
        return [with_own(v) for v in value] if isinstance(value, list) else value

    data = with_own(example(name))
    changes: list[tuple[Where, Any]] = [((k,), v) for k, v in data.items()]
    assert told(name, *changes)[0] == []
    before = [w.partition(": ")[2] for w in told(name)[1]]
    assert [w.partition(": ")[2] for w in told(name, *changes)[1]] == before
