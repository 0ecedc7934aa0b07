"""The keys that get a learner through each kind of exercise. What is right is looked up in the content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kompetens_gui.domain.exercises.item_answers import ItemView
from kompetens_gui.domain.study.employer_plan import PlanChoiceId, PlanVerdict
from kompetens_gui.domain.study.employer_plan_words import checkpoint_word, choice_word, verdict_word
from kompetens_gui.domain.study.questions import ItemAnswer, KnowledgeItem, KnowledgeItemType
from kompetens_gui.ui.study.exercise_page import Stage
from tests.domain.study_making import right_answer
from tests.journeys.driver import name_of
from tests.journeys.student import FROM_TEXT, Student

OWN_WORDS = "Vi talade om vad som fungerar och vad som går att pröva redan på måndag."
OBSERVER = "Bo Ekman"
LONGEST_WALK = 600


@dataclass(frozen=True)
class Signature:
    """The profile that signs on this machine, and its PIN."""

    name: str
    pin: str


@dataclass(frozen=True)
class Manner:
    """How the exercises are done: what is answered to an item, how a talk is rated, who signs."""

    answer: Callable[[KnowledgeItem], ItemAnswer] = right_answer
    rating: int = 4
    signature: Signature = field(default_factory=lambda: Signature("", ""))


def do(student: Student, manner: Manner = Manner(), reflection: str = "") -> str:
    """Do the exercise that is open, to its result; returns the kind."""
    kind = work_through(student, manner)
    student.finish(reflection)
    return kind


def work_through(student: Student, manner: Manner) -> str:
    """Do all there is to do in the exercise that is open."""
    if student.frame.stage == Stage.WARNING:
        student.leader.press("Return")
        student.leader.wait(lambda: student.frame.stage == Stage.WORKING, "the exercise after its warning")
    kind = student.attempt.started.kind
    _KEYS[kind](student, manner)
    return kind


# -- knowledge items


def _questions(student: Student, manner: Manner) -> None:
    content = student.attempt.started.content
    while (view := student.attempt.view.current) is not None:
        answer_item(student, view, manner.answer(content.item(view.id)))
        student.press_big("Svara")
        if student.big == "Nästa fråga":
            next_item(student)


def next_item(student: Student) -> None:
    student.press_big("Nästa fråga", then=lambda: student.big in {"", "Svara"})


def answer_item(student: Student, view: ItemView, answer: ItemAnswer) -> None:
    """Give an answer to the item on show, with the keyboard on its first part."""
    press = student.leader.press
    keys = [choice.key for choice in view.choices]
    match view.type:
        case KnowledgeItemType.ONE | KnowledgeItemType.MANY:
            press(*(str(keys.index(key) + 1) for key in answer.chosen))
        case KnowledgeItemType.ORDER:
            _put_in_order(student, keys, [str(place) for place in answer.places])
        case KnowledgeItemType.MATCH:
            press(*(str(keys.index(str(place)) + 1) for place in answer.places))
        case KnowledgeItemType.TIMELINE:
            for number, day in enumerate(answer.places):
                press(*["Tab"] * bool(number))
                student.leader.type(str(day))
        case KnowledgeItemType.NUMBER:
            student.leader.type(f"{answer.number:g}".replace(".", ","))


def _put_in_order(student: Student, keys: list[str], wanted: list[str]) -> None:
    here = 0
    for place, key in enumerate(wanted):
        there = keys.index(key)
        student.leader.press(*["Down" if there > here else "Up"] * abs(there - here))
        student.leader.press(*["Alt+Up"] * (there - place))
        keys.insert(place, keys.pop(there))
        here = place


def _reading(student: Student, manner: Manner) -> None:
    pages, items = len(student.attempt.view.pages), student.attempt.started.content.items
    for _ in range(pages - 1):
        student.leader.wait(lambda: student.big == "Nästa sida", "the next page")
        student.leader.press("Return")
        student.clock.move(90)
    student.press_big("Jag har läst klart", then=lambda: student.panel.progress() is None or student.big == "Gå vidare")
    while (view := student.attempt.view.next_item) is not None:
        answer_item(student, view, manner.answer(next(i for i in items if i.id == view.id)))
        student.press_big("Svara")
        if student.big == "Nästa fråga":
            next_item(student)


# -- certificates


def _mark_chain(student: Student, _manner: Manner) -> None:
    """Mark what the first reader marked, in the order it stands in the text; compare; see the readings."""
    content = student.attempt.started.content
    certificate = content.picture().medical_certificate
    fields = [form_field.id for form_field, _ in certificate.filled()]
    wanted = [s for s in content.keys[0].spans if s.kind in {"D", "F", "A"}]
    student.leader.press("Ctrl+Home")
    for node in sorted(wanted, key=lambda s: (fields.index(s.span.field), s.span.locate(certificate))):
        mark(student, str(node.kind), node.span.quote)
    tells = student.attempt.started.settings.feedback_level != 4
    student.press_big("Jämför" if tells else "Klar med markeringarna", FROM_TEXT)
    student.press_big("Visa läsningarna", FROM_TEXT)


def mark(student: Student, kind: str, quote: str) -> None:
    """Walk on with the caret to a quote, choose its words, and give them a kind."""
    leader, words = student.leader, quote.split()
    marks = len(student.attempt.view.chain.nodes)
    for _ in range(LONGEST_WALK):
        if _bare(_chosen(student)) == _bare(words[0]):
            leader.press(*["Shift+Right"] * (len(words) - 1))
            if _bare(_chosen(student)) == _bare(quote):
                break
            leader.press(*["Shift+Left"] * (len(words) - 1), "Esc")
        leader.press("Right")
    else:
        raise leader.unreachable(f"the caret never came to {quote!r}")
    leader.press(kind)
    leader.wait(lambda: len(student.attempt.view.chain.nodes) == marks + 1, f"{kind}: {quote}")


def _chosen(student: Student) -> str:
    """The chosen words, or the word at the caret, as a screen reader says them after the name of the field."""
    return student.focus().accessibleDescription().split(": ", 1)[-1]


def _bare(words: str) -> str:
    """Words in one line, without the signs around them: the caret chooses whole words with their signs."""
    return " ".join(words.split()).strip(' ,.;:()”"')


def _sufficiency(student: Student, _manner: Manner) -> None:
    leader, view = student.leader, student.attempt.view
    leader.press("2")
    leader.wait(lambda: student.attempt.view.verdict is not None, "the verdict")
    leader.tab_to("Varför?")
    student.write(OWN_WORDS)
    if view.ways:
        leader.tab_to(view.ways[0].text)
        leader.press("1")
    else:
        leader.tab_to("Billigaste vägen vidare")
        student.write("Fråga personen hur en vanlig dag ser ut.")
    student.press_big("Visa ", FROM_TEXT)


def _rewrite(student: Student, _manner: Manner) -> None:
    student.write(OWN_WORDS)
    _guide(student)


def _supplement(student: Student, _manner: Manner) -> None:
    student.leader.choose("Vilket fält gäller frågan?", "Funktionsnedsättning")
    student.leader.wait(lambda: student.attempt.view.about is not None, "the field")
    student.leader.tab_to("Din fråga till läkaren")
    student.write("Hur långt går hon utan att stanna, och vad är det som hindrar?")
    _guide(student)


def _letter(student: Student, _manner: Manner) -> None:
    kept = ". ".join(k.text for k in student.attempt.started.content.must_keep)
    student.write(f"{OWN_WORDS} {kept}.")
    _guide(student)


def _guide(student: Student) -> None:
    """Ask for the guide and say of each of its points that it is met."""
    student.press_big("Visa vägledningen", FROM_TEXT, then=lambda: name_of(student.focus()).startswith("Ja: "))
    _assess(student, student.attempt.view.points)


def _assess(student: Student, points: tuple[str, ...]) -> None:
    for point in points:
        student.leader.tab_to(f"Ja: {point}")
        student.leader.press("Space")


# -- rules, lives, signs


def _timeline(student: Student, _manner: Manner) -> None:
    rows = student.attempt.started.content.rows
    while (view := student.attempt.view.current) is not None:
        expected = rows[view.row].expected
        student.leader.press(str(view.grounds.index(expected.ground) + 1))
        student.leader.tab_to("Vilken dag i kedjan?")
        student.leader.type(str(expected.day))
        student.press_big("Svara")
        if student.big == "Nästa tidslinje":
            student.press_big("Nästa tidslinje", then=lambda: student.big in {"", "Svara"})


def _branching(student: Student, _manner: Manner) -> None:
    ended = False
    while not ended:
        student.leader.press("1")
        student.press_big("Gör valet")
        ended = student.attempt.view.end is not None
        if ended:
            student.press_big("Se hur det blev")
        else:
            student.press_big("Vidare till", then=student.has_asked)


def _impulses(student: Student, _manner: Manner) -> None:
    content = student.attempt.started.content
    for number, portion in enumerate(content.portions):
        if number == 0:
            _mark_a_sentence(student)
        student.press_big(
            "Vidare till frågan" if number == 0 else "Jag ser inga impulser här", FROM_TEXT, then=student.has_asked
        )
        best = max(portion.next_questions, key=lambda q: q.score).id
        questions = [q.id for q in student.attempt.view.portions[number].questions]
        student.leader.press(str(questions.index(best) + 1))
        student.press_big("Välj frågan")
        if number + 1 < len(content.portions):
            student.press_big("Nästa del")


def _mark_a_sentence(student: Student) -> None:
    student.leader.press("Down", "Return", "Down", "Return")
    student.leader.wait(lambda: bool(student.attempt.view.portions[0].marks), "the mark")


def _employer_plan(student: Student, _manner: Manner) -> None:
    leader, content = student.leader, student.attempt.started.content
    keys = {c.id: c.verdict for c in content.checkpoints}
    verdicts = list(PlanVerdict)
    for checkpoint in student.attempt.view.checkpoints:
        leader.tab_to(f"{verdict_word(verdicts[0])}: {checkpoint_word(checkpoint)}")
        leader.press(*["Right"] * verdicts.index(keys[checkpoint]), "Space")
        leader.wait(lambda c=checkpoint: student.attempt.view.verdicts.get(c) == keys[c], checkpoint.value)  # type: ignore[misc]
    choice = next(c.id for c in content.choices if c.reasonable)
    leader.tab_to(choice_word(PlanChoiceId.ACCEPT))
    leader.press(str(list(PlanChoiceId).index(choice) + 1))
    student.press_big("Visa läsningen", FROM_TEXT, then=lambda: bool(student.attempt.view.key))
    leader.tab_to("Din första mening till arbetsgivaren")
    student.write("Hej, jag ringer med samtycke och undrar hur dagarna ser ut hos er.")
    _guide(student)


def _twin(student: Student, _manner: Manner) -> None:
    count = len(student.attempt.view.questions)
    for number in range(1, count + 1):
        student.leader.wait(lambda n=number: student.panel.progress() == (n, count), f"question {number}")  # type: ignore[misc]
        student.leader.press("1")
        if number < count:
            student.press_big("Nästa fråga", then=student.has_asked)
        else:
            student.press_big("Klar med frågorna")


def _leaflet(student: Student, _manner: Manner) -> None:
    sections = student.attempt.view.sections
    for number, section in enumerate(sections):
        student.write(OWN_WORDS)
        student.press_big("Visa vägledningen", FROM_TEXT, then=lambda: name_of(student.focus()).startswith("Ja: "))
        _assess(student, next(s for s in student.attempt.view.sections if s.id == section.id).points)
        if number + 1 < len(sections):
            student.press_big("Nästa del", FROM_TEXT, then=student.has_asked)


def _safe_questions(student: Student, _manner: Manner) -> None:
    steps = student.attempt.started.content.steps
    for number, step in enumerate(steps):
        options = [o.id for o in student.attempt.view.steps[number].options]
        student.leader.press(str(options.index(next(o.id for o in step.options if o.safe)) + 1))
        student.press_big("Svara")
        if number + 1 < len(steps):
            student.press_big("Nästa steg", then=student.has_asked)


# -- own words, and other people


def _reflection(student: Student, _manner: Manner) -> None:
    for number, _ in enumerate(student.attempt.view.prompts):
        student.leader.press(*["Tab"] * bool(number))
        student.write(OWN_WORDS)
    student.press_big("Gå vidare", FROM_TEXT, then=lambda: student.attempt.can_finish and student.big != "")


def _observed(student: Student, manner: Manner) -> None:
    leader = student.leader
    leader.type(OBSERVER)
    leader.choose("Roll", "Rehabkoordinator")
    student.press_big("Observatören är här")
    student.press_big("Lämna över till observatören")
    student.press_big("Jag är observatören", then=student.has_asked)
    for _ in student.attempt.view.points:
        leader.press("2", "Down")
    leader.wait(lambda: len(student.attempt.view.scores) == len(student.attempt.view.points), "the points")
    leader.tab_to("Vad såg du?")
    student.write("Du frågade öppet och väntade in svaret.")
    leader.back_to(name_of(student.panel.card.whole.rows[0]))  # type: ignore[attr-defined]
    leader.press(str(manner.rating))
    leader.wait(lambda: student.attempt.view.rating == manner.rating, "the rating")
    student.press_big("Klart, lämna tillbaka")
    student.press_big("Jag är tillbaka")


def _sign_off(student: Student, manner: Manner) -> None:
    leader = student.leader
    student.write("Jag har börjat ringa arbetsgivaren redan första veckan.")
    student.press_big("Lämna över till den som godkänner", FROM_TEXT)
    student.press_big("Jag är här för att godkänna", then=student.has_asked)
    leader.press("Space")
    leader.tab_to("Namn och roll")
    leader.press("Right")
    leader.choose("Profil", manner.signature.name)
    leader.tab_to("Kod")
    leader.type("0000")
    leader.wait(lambda: student.big == "Godkänn", "that it can be signed")
    leader.press("Return")
    leader.sees("Koden stämmer inte")
    assert not student.attempt.view.is_signed
    leader.replace(manner.signature.pin)
    student.press_big("Godkänn")


_KEYS: Mapping[str, Callable[[Student, Manner], None]] = {
    "branching": _branching,
    "employer_plan": _employer_plan,
    "impulses": _impulses,
    "leaflet": _leaflet,
    "letter": _letter,
    "mark_chain": _mark_chain,
    "observed": _observed,
    "questions": _questions,
    "reading": _reading,
    "reflection": _reflection,
    "rewrite": _rewrite,
    "safe_questions": _safe_questions,
    "sign_off": _sign_off,
    "sufficiency": _sufficiency,
    "supplement": _supplement,
    "timeline": _timeline,
    "twin": _twin,
}
