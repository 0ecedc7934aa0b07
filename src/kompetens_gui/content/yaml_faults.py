"""The YAML parser's faults in Swedish, with what to do about them."""

from ruamel.yaml.error import MarkedYAMLError

from kompetens_gui.domain.errors import ContentProblem

# Part of the parser's English words, what it means to an author, what to do. The first that occurs is used.
_FAULTS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "Ett kolon står mitt i ett värde.",
        "Sätt hela texten inom citattecken, eller skriv den som ett block efter >- på raderna under.",
    ),
    (
        "could not find expected ':'",
        "Raden ser ut som ett fält men saknar kolon.",
        "Skriv ”namn: värde”, eller kontrollera indraget om raden hör till texten ovanför.",
    ),
    (
        "unexpected end of stream",
        "Ett citattecken öppnas men stängs aldrig.",
        "Sätt dit det avslutande citattecknet. Citattecken inne i texten skrivs lättast som ” eller i ett >--block.",
    ),
    (
        "unexpected document",
        "Ett citattecken öppnas men stängs aldrig.",
        "Sätt dit det avslutande citattecknet.",
    ),
    (
        "expected <block end>",
        "Indraget stämmer inte med raderna ovanför.",
        "Fält på samma nivå ska börja i samma kolumn. Text efter ett avslutat citattecken ger också det här felet.",
    ),
    (
        "expected ',' or",
        "En lista med hakparentes eller klammer är inte avslutad.",
        "Sätt kommatecken mellan delarna och avsluta med ] eller }.",
    ),
    (
        "cannot start any token",
        "Värdet börjar med ett tecken som YAML har tagit för eget bruk.",
        "Sätt värdet inom citattecken.",
    ),
    (
        "block sequence entries are not allowed",
        "En punkt i en lista (-) står där den inte kan stå.",
        "Sätt listan på egna rader under fältets namn, med indrag.",
    ),
    (
        "undefined alias",
        "Filen använder ett alias (*namn).",
        "Skriv ut innehållet, eller sätt värdet inom citattecken om stjärnan hör till texten.",
    ),
    ("alias", "Filen använder ett alias (*namn).", "Skriv ut innehållet på båda ställena i stället."),
    ("anchor", "Filen använder ett ankare (&namn).", "Ta bort ankaret och skriv ut innehållet där det behövs."),
    ("tag", "Filen använder en typmärkning (!).", "Ta bort märkningen, eller sätt texten inom citattecken."),
    ("directive", "Filen innehåller ett YAML-direktiv (%).", "Ta bort raden som börjar med procenttecken."),
    ("escape", "En \\-kod i texten är inte giltig.", "Skriv tecknet rakt av, eller dubblera \\ till \\\\."),
    (
        "block scalar",
        "Textblocket efter | eller > är inte rätt skrivet.",
        "Börja texten på nästa rad, indragen två blanksteg, och låt resten av raden vara tom.",
    ),
)


def explain_fault(error: MarkedYAMLError, path: str, lines: tuple[str, ...]) -> ContentProblem:
    """Return the parser's fault as a problem at its line."""
    mark = error.problem_mark or error.context_mark
    words = f"{error.problem or ''} {error.context or ''}"
    # An unclosed quotation mark is noticed at the end of the file, but it is the start that people look for.
    if "end of stream" in words and error.context_mark is not None:
        mark = error.context_mark
    line = min(mark.line + 1, len(lines)) if mark else 1
    column = mark.column + 1 if mark else 0
    for part, what, advice in _FAULTS:
        if part in words:
            return ContentProblem(path, line, what, advice, column)
    advice = "Se över raden och raden före: kolon, citattecken och indrag."
    return ContentProblem(path, line, "Raden går inte att tolka som YAML.", advice, column)
