"""What only the leader may see of a material: readings, models, reasons and notes."""

from collections.abc import Sequence
from functools import singledispatch

from kompetens_gui.documents.workshop_prints.drawing import draw
from kompetens_gui.documents.workshop_prints.exercise_papers import figure_table
from kompetens_gui.documents.workshop_prints.leader_key_words import checkpoint_words, choice_words, verdict_words
from kompetens_gui.documents.workshop_prints.pages import Cell, Head, Pages
from kompetens_gui.documents.workshop_prints.pathway_papers import seat_words
from kompetens_gui.documents.workshop_prints.text_setting import BODY, CELL, CELL_STRONG, LEAD, SMALL
from kompetens_gui.domain.impulse_names import impulse_name
from kompetens_gui.domain.material.coordination import CoordinationCase, StepTime
from kompetens_gui.domain.material.discussion_cards import DiscussionCardSet
from kompetens_gui.domain.material.measure_limits import MeasureLimits
from kompetens_gui.domain.material.pathway import PathwayBrief, PathwayOption
from kompetens_gui.domain.material.sorting import SortedItem, Sorting
from kompetens_gui.domain.material.talk_drill import TalkDrill
from kompetens_gui.domain.study.employer_plan import EmployerPlan
from kompetens_gui.domain.study.impulses import ImpulseCase
from kompetens_gui.domain.study.leaflet import Leaflet
from kompetens_gui.domain.study.letter import PlainLetter
from kompetens_gui.domain.study.twin import TwinCase
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.print_papers import LeaderKey


@draw.register
def _(key: LeaderKey, pages: Pages, head: Head) -> None:
    about = key.material.head
    pages.begin(head)
    pages.title(about.title)
    pages.text(translate("Prints", "Ledarblad. {minutes} minuter.").format(minutes=about.minutes), LEAD)
    if about.content_warning:
        pages.text(about.content_warning, SMALL)
    pages.text(" ".join(about.learning_goals), SMALL, translate("Prints", "Mål:"))
    given = [": ".join(t for t in pair if t) for pair in key.given if any(pair)]
    if given:
        pages.label(translate("Prints", "Vem har vad"))
        pages.points(given)
    _key(key.material, pages)


@singledispatch
def _key(material: object, pages: Pages) -> None:
    raise TypeError(material)


@_key.register
def _(case: CoordinationCase, pages: Pages) -> None:
    _notes(pages, case.leader_notes)
    titles = {paper.id: paper.title for paper in case.papers}
    _listed(
        pages,
        translate("Prints", "Det här vet vi"),
        [f"{k.text} ({titles.get(k.paper, k.paper)})" for k in case.known],
    )
    _listed(pages, translate("Prints", "Det här vet vi inte"), case.unknown)
    pages.heading(translate("Prints", "Impulser: skäl att fråga, aldrig bevis"), 50)
    if not case.impulses:
        pages.text(translate("Prints", "Fallet har inga impulser, och det är rätt."))
    for impulse in case.impulses:
        pages.need(50)
        words = f"”{impulse.quote}” {impulse.why} {impulse.question}"
        pages.text(words, BODY, f"{impulse_name(impulse.type)}, {titles.get(impulse.paper, '').lower()}:")
    _steps(case, pages)
    _listed(
        pages,
        translate("Prints", "Vem ringer vem"),
        [f"{c.caller} → {c.called}: {c.about} ”{c.first_sentence.strip('”')}”" for c in case.calls],
    )
    pages.heading(translate("Prints", "Om ingen gör något"), 60)
    nothing = case.if_nothing
    _three_ways(pages, nothing.medical, nothing.social, nothing.economic)
    for variant in case.variants:
        pages.need(60)
        pages.label(translate("Prints", "Variant: {title}").format(title=variant.title))
        pages.text(f"{variant.change} {variant.talk_about}")


def _steps(case: CoordinationCase, pages: Pages) -> None:
    pages.heading(translate("Prints", "Rimliga steg"), 90)
    times = {
        StepTime.TODAY: translate("Prints", "I dag"),
        StepTime.TWO_WEEKS: translate("Prints", "Inom två veckor"),
        StepTime.LATER: translate("Prints", "Senare"),
    }
    header = (
        translate("Prints", "När"),
        translate("Prints", "Steg"),
        translate("Prints", "Talar för"),
        translate("Prints", "Talar emot"),
    )
    rows = [
        (
            Cell(times[step.time], CELL_STRONG),
            Cell(f"{step.text} ({step.who})"),
            Cell(step.speaks_for),
            Cell(step.speaks_against),
        )
        for step in case.steps
    ]
    each = (pages.width - 60) / 3
    pages.table((60, each, each, each), rows, header)


@_key.register
def _(brief: PathwayBrief, pages: Pages) -> None:
    _notes(pages, brief.leader_notes)
    pages.text(brief.order, BODY, translate("Prints", "Frågan:"))
    pages.boxed(lambda p: p.text(brief.voice, BODY, translate("Prints", "Egen röst, läses högt:")))
    for option in brief.options:
        _option(pages, option)
    _listed(pages, translate("Prints", "Går att avgöra i dag"), brief.decidable_today)
    _listed(pages, translate("Prints", "Saknas"), brief.missing)
    words = seat_words()
    _listed(
        pages,
        translate("Prints", "Stolarna och deras gräns"),
        [f"{words[seat.id]}: {seat.task} {seat.limit}" for seat in brief.seats],
    )
    _listed(pages, translate("Prints", "Eftersamtal"), brief.debrief)


def _option(pages: Pages, option: PathwayOption) -> None:
    pages.heading(option.title, 80)
    pages.text(option.text)
    _listed(pages, translate("Prints", "Talar för"), option.arguments_for, small=True)
    _listed(pages, translate("Prints", "Talar emot"), option.arguments_against, small=True)
    _listed(pages, translate("Prints", "Behövs"), option.needs, small=True)
    pages.text(option.who_decides, BODY, translate("Prints", "Vem beslutar:"))
    found = option.consequences
    _three_ways(pages, found.medical, found.social, found.economic)


@_key.register
def _(cards: DiscussionCardSet, pages: Pages) -> None:
    pages.text(cards.introduction)
    pages.text(translate("Prints", "Klipp isär korten. Dra ett i taget och prata högst fem minuter."))
    pages.heading(translate("Prints", "Korten med ledtrådar"), 60)
    for number, card in enumerate(cards.cards, 1):
        pages.need(44)
        pages.text(card.text, BODY, f"{number}.")
        with pages.inset(16):
            pages.text(card.hint, SMALL)


@_key.register
def _(sorting: Sorting, pages: Pages) -> None:
    _notes(pages, sorting.leader_notes)
    pages.text(sorting.question, BODY, translate("Prints", "Frågan:"))
    titles = {place.id: place.title for place in sorting.bins}
    for number, item in enumerate(sorting.items, 1):

        def one(pages: Pages, number: int = number, item: SortedItem = item) -> None:
            pages.text(item.text, BODY, f"{number}.")
            with pages.inset(16):
                for reason in item.reasons:
                    word = (
                        translate("Prints", "rimligt") if reason.reasonable else translate("Prints", "mindre rimligt")
                    )
                    pages.text(reason.text, CELL, f"{titles.get(reason.bin, reason.bin)}, {word}:")
            pages.gap(4)

        pages.together(one)


@_key.register
def _(drill: TalkDrill, pages: Pages) -> None:
    _notes(pages, drill.leader_notes)
    for number, line in enumerate(drill.lines, 1):
        pages.need(70)
        pages.text(f"{line.situation} ”{line.line.strip('”')}”", BODY, f"{number}.")
        with pages.inset(16):
            pages.points(line.models)
            pages.text(" ".join(line.points), SMALL)


@_key.register
def _(plan: EmployerPlan, pages: Pages) -> None:
    pages.heading(translate("Prints", "De sju kontrollpunkterna"), 90)
    header = (translate("Prints", "Punkt"), translate("Prints", "Läsning"), translate("Prints", "Varför"))
    rows = [
        (
            Cell(checkpoint_words()[c.id], CELL_STRONG),
            Cell(verdict_words()[c.verdict]),
            Cell(f"”{c.quote}” {c.why}" if c.quote else c.why),
        )
        for c in plan.checkpoints
    ]
    pages.table((130, 70, pages.width - 200), rows, header)
    pages.heading(translate("Prints", "Vad gör ni nu?"), 60)
    for choice in plan.choices:
        word = translate("Prints", "rimligt") if choice.reasonable else translate("Prints", "mindre rimligt")
        pages.text(choice.feedback, BODY, f"{choice_words()[choice.id]} ({word}):")
    pages.text(plan.first_sentence.model, BODY, translate("Prints", "En första mening:"))
    pages.points(plan.first_sentence.points)


@_key.register
def _(letter: PlainLetter, pages: Pages) -> None:
    pages.text(letter.readings.recipient, BODY, translate("Prints", "Mottagaren frågar:"))
    pages.text(letter.readings.coordinator, BODY, translate("Prints", "Koordinatorn frågar:"))
    pages.text(letter.readings.case_officer, BODY, translate("Prints", "Handläggaren frågar:"))
    _listed(pages, translate("Prints", "Måste finnas kvar"), [f"{k.text}: {k.why}" for k in letter.must_keep])
    _listed(pages, translate("Prints", "Jämför er version med"), letter.points)
    pages.heading(translate("Prints", "En klar version"), 60)
    # The files mark headings in a letter as Markdown does.
    pages.text(letter.model.replace("**", ""))


@_key.register
def _(twin: TwinCase, pages: Pages) -> None:
    for version in twin.versions:
        words = translate("Prints", "Blad {mark}: {name}, {age} år.")
        pages.text(words.format(mark=version.key, name=version.name, age=version.age))
    pages.text(translate("Prints", "Säg inte att det finns två versioner förrän alla har svarat."))
    pages.heading(translate("Prints", "Frågorna"), 60)
    pages.points([q.text for q in twin.questions], numbered=True)
    _listed(pages, translate("Prints", "Prata om efteråt"), twin.reflection)
    _listed(
        pages,
        translate("Prints", "Fakta"),
        [f"{f.text} ({', '.join(t for t in (f.source.title, f.source.dated) if t)})" for f in twin.facts],
    )


@_key.register
def _(leaflet: Leaflet, pages: Pages) -> None:
    for section in leaflet.sections:
        pages.heading(section.heading, 60)
        pages.text(section.model)
        pages.points(section.points, CELL)
    _listed(pages, translate("Prints", "Ord att undvika"), [f"{a.words}: {a.advice}" for a in leaflet.avoid])


@_key.register
def _(case: ImpulseCase, pages: Pages) -> None:
    for number, portion in enumerate(case.portions, 1):
        pages.heading(f"{number}. {portion.title}", 70)
        if not portion.impulses:
            pages.text(translate("Prints", "Här finns ingen impuls."))
        for impulse in portion.impulses:
            pages.text(f"”{impulse.quote}” {impulse.why}", BODY, f"{impulse_name(impulse.type)}:")
        pages.label(translate("Prints", "Nästa fråga, bäst först"))
        best = sorted(portion.next_questions, key=lambda q: -q.score)
        pages.points([f"{q.text} {q.feedback}" for q in best])


@_key.register
def _(measure: MeasureLimits, pages: Pages) -> None:
    _notes(pages, measure.leader_notes)
    pages.text(measure.claim, BODY, translate("Prints", "Det sägs:"))
    figure_table(measure.figure, pages)
    pages.heading(translate("Prints", "Påståendena"), 60)
    for number, statement in enumerate(measure.statements, 1):
        word = translate("Prints", "håller") if statement.holds else translate("Prints", "håller inte")
        pages.text(f"{statement.text} {statement.why}", BODY, f"{number}. {word}:")
    _listed(pages, translate("Prints", "Mäts inte"), measure.not_measured)
    _listed(pages, translate("Prints", "Frågor"), measure.questions)


# -- parts
def _notes(pages: Pages, notes: str) -> None:
    if notes.strip():
        pages.boxed(lambda p: p.text(notes))


def _listed(pages: Pages, title: str, items: Sequence[str], *, small: bool = False) -> None:
    if not items:
        return
    if small:
        pages.label(title)
    else:
        pages.heading(title)
    pages.points(items)


def _three_ways(pages: Pages, medical: str, social: str, economic: str) -> None:
    pages.text(medical, BODY, translate("Prints", "Medicinskt:"))
    pages.text(social, BODY, translate("Prints", "Socialt:"))
    pages.text(economic, BODY, translate("Prints", "Ekonomiskt:"))
