"""Words for what is wrong with a branching case, and which part of the file they belong to."""

from kompetens_gui.content.yaml_reader import Where
from kompetens_gui.domain.branching_problems import (
    END_WORDS,
    FEWEST_CHOICES,
    FEWEST_ENDS,
    FEWEST_NODES,
    FEWEST_OFFERED,
    NODE_WORDS,
    BranchingProblem,
    ProblemCode,
)
from kompetens_gui.domain.study.branching_case import HIGHEST, LOWEST, BranchingCase

Code = ProblemCode
_TRACKS = {"medical": "medicinskt", "social": "socialt", "economic": "ekonomiskt"}
_NAMES = {"question": "en fråga till spelaren", "title": "en rubrik", "looking_back": "en fråga som blickar tillbaka"}
_WORDS: dict[ProblemCode, tuple[str, str]] = {
    Code.UNKNOWN_START: ("Starten ”{detail}” finns inte bland noderna.", "Skriv en nod som finns i start."),
    Code.UNKNOWN_GOTO: ("{place} leder till ”{detail}”, som inte finns.", "Rätta goto, eller lägg till noden."),
    Code.DUPLICATE_NODE: ("Två noder heter ”{node}”.", "Ge den ena ett annat id."),
    Code.DUPLICATE_CHOICE: ("Nod {node} har två val som heter ”{choice}”.", "Ge det ena ett annat id."),
    Code.REFERS_TO_NOTHING: (
        "Ett villkor i {inside} frågar efter valet ”{detail}”, som inte finns.",
        "Skriv nodens id, en punkt och valets id, till exempel v2.b.",
    ),
    Code.CYCLE: ("Noderna {detail} leder runt till varandra.", "Låt varje väg gå framåt, så att den tar slut."),
    Code.DAYS_GO_BACKWARDS: (
        "{place} leder till {detail}, som ligger tidigare: dag {number}.",
        "Ge noden en dag som inte ligger före den som leder dit.",
    ),
    Code.UNREACHABLE: (
        "Ingen väg leder till nod {node}.",
        "Låt ett val leda dit, eller ta bort noden. Kontrollera villkoren på vägen.",
    ),
    Code.DEAD_END: (
        "Nod {node} har inga val och är inget slut.",
        "Lägg till val, eller gör noden till ett slut med end.",
    ),
    Code.NO_WAY_TO_AN_END: ("Från nod {node} går det inte att nå något slut.", "Låt minst ett val leda mot ett slut."),
    Code.CHOICES_AT_AN_END: ("Nod {node} är ett slut men har val.", "Ta bort valen, eller ta bort end."),
    Code.TOO_FEW_NODES: ("Fallet har {number} noder.", f"Skriv minst {FEWEST_NODES}."),
    Code.TOO_FEW_ENDS: ("Fallet har {number} slut.", f"Skriv minst {FEWEST_ENDS}, med olika utfall."),
    Code.TOO_FEW_CHOICES: ("Nod {node} har {number} val.", f"Ge minst {FEWEST_CHOICES} rimliga val."),
    Code.TOO_FEW_OFFERED: (
        "I nod {node} kan det hända att bara {number} val går att göra: {path}.",
        f"Ta bort ett villkor eller lägg till ett val utan villkor, så att minst {FEWEST_OFFERED} erbjuds.",
    ),
    Code.NEVER_TRUE: (
        "Villkoret i {inside} ({detail}) blir inte sant på någon väg.",
        "Ändra villkoret så att någon väg kan uppfylla det, eller ta bort det.",
    ),
    Code.LATE_NEVER_TOLD: (
        "En sen följd av {inside}, efter {number} dagar, hinner inte berättas på någon väg.",
        "Korta tiden så att en senare nod hinner komma, eller ta bort följden.",
    ),
    Code.OUT_OF_BOUNDS: (
        "{place}: spåret {track} hamnar på {number}, utanför {lowest}–{highest}{path_in_brackets}.",
        "Minska effekten, eller ändra var spåret står innan. Ett steg över kanten räknas inte.",
    ),
    Code.DOMINATES: (
        "{place} är bäst på alla tre spåren, jämfört med {detail}, även när sena följder räknas.",
        "Låt valet kosta något på ett av spåren, eller ge ett annat val en egen fördel.",
    ),
    Code.NO_FEEDBACK: ("{place} saknar återkoppling.", "Skriv i feedback vad valet betyder. Inget är rätt eller fel."),
    Code.NO_CONSEQUENCE: (
        "{place} ändrar spåret {track} utan att säga varför.",
        "Skriv en kort mening i consequences.",
    ),
    Code.MISSING_WORDS: ("Nod {node} saknar {name}.", "Skriv den i {detail}."),
    Code.TEXT_LENGTH: (
        "Texten i nod {node} har {number} ord.",
        f"Skriv {NODE_WORDS[0]}–{NODE_WORDS[1]} ord, och {END_WORDS[0]}–{END_WORDS[1]} i ett slut.",
    ),
    Code.TOO_MANY_WAYS: (
        "Fallet har så många vägar att de inte går att pröva alla (mer än {number} lägen).",
        "Låt vägar mötas oftare, eller ha färre villkor och sena följder.",
    ),
}


def words(problem: BranchingProblem) -> tuple[str, str]:
    """Return what is wrong and what to do about it, in Swedish."""
    what, advice = _WORDS[problem.code]
    path = " → ".join(problem.path)
    slots = {
        "place": _place(problem),
        "inside": _place(problem).replace("Val ", "val "),
        "node": problem.node,
        "choice": problem.choice,
        "detail": problem.detail,
        "number": str(problem.number),
        "track": _TRACKS.get(problem.detail, problem.detail),
        "name": _NAMES.get(problem.detail, problem.detail),
        "path": path or "redan från start",
        "path_in_brackets": f" ({path})" if path else "",
        "lowest": str(LOWEST),
        "highest": str(HIGHEST),
    }
    return what.format(**slots), advice.format(**slots)


def where(case: BranchingCase, problem: BranchingProblem) -> Where:
    """Return the part of the file a problem belongs to, as the YAML reader counts: ("nodes", 3, "choices", 0)."""
    for number, node in enumerate(case.nodes):
        if node.id == problem.node:
            for index, choice in enumerate(node.choices):
                if choice.id == problem.choice:
                    return ("nodes", number, "choices", index)
            return ("nodes", number)
    return {Code.UNKNOWN_START: ("start",), Code.OUT_OF_BOUNDS: ("tracks",)}.get(problem.code, ("nodes",))


def _place(problem: BranchingProblem) -> str:
    if problem.choice:
        return f"Val {problem.node}.{problem.choice}"
    return f"Nod {problem.node}" if problem.node else "Starten"
