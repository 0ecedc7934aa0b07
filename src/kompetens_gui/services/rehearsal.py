"""A rehearsed group: what ten doctors might do with a case, for the demo and for showing the program.

The events are worked out from the case's own keys, so any case can be rehearsed. Kinds that are not known here are
simply passed through without events.
"""

from collections.abc import Callable, Iterator, Mapping

from kompetens_gui.domain.activities.base import ActivityContext, Round
from kompetens_gui.domain.activities.branching_together.events import (
    ChoiceHandsCounted,
    DayTurned,
    GroupChose,
    LivesCompared,
    RoomWentOn,
    RoomWoundBack,
    VotesShown,
    WayBy,
)
from kompetens_gui.domain.activities.discussion import PointCaptured, TalkTimerStarted
from kompetens_gui.domain.activities.mark_chain.events import (
    FieldBrought,
    KeyRevealed,
    NodesLinked,
    RoomShows,
    RoomViewChosen,
    SecondRoundOpened,
    SlotMarkedMissing,
    SpanMarked,
)
from kompetens_gui.domain.activities.mark_chain.rules import perspectives
from kompetens_gui.domain.activities.read_certificate import FieldShown
from kompetens_gui.domain.activities.rewrite import (
    ExplanationChosen,
    LineRewritten,
    PointTicked,
    Rewrite,
    RewriteModelRevealed,
)
from kompetens_gui.domain.activities.spot_impulses.events import ImpulseSpotted, QuestionPicked
from kompetens_gui.domain.activities.spot_impulses.events import PartRevealed as SpotRevealed
from kompetens_gui.domain.activities.spot_impulses.events import RevealPart as SpotPart
from kompetens_gui.domain.activities.spot_impulses.state import answering
from kompetens_gui.domain.activities.sufficiency_vote import HandsCounted, PartRevealed, RevealPart
from kompetens_gui.domain.activities.takeaways import TakeawayMoved, TakeawayWritten
from kompetens_gui.domain.activities.write_supplement import (
    SupplementFieldChosen,
    SupplementModelRevealed,
    SupplementWritten,
)
from kompetens_gui.domain.branching import offered
from kompetens_gui.domain.branching import start as begin
from kompetens_gui.domain.case import Key, Perspective
from kompetens_gui.domain.chain import ChainLink, NodeId, SpanKind
from kompetens_gui.domain.medical_certificate import FUNCTION
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.domain.study.impulses import ImpulseCase
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.workshop_rehearsal import commits, plays_roles, works_in_groups

FIRST_VOTE, SECOND_VOTE = (3, 4, 3), (1, 7, 2)
MARKED_FIRST = 6
BRANCH_VOTE = (3, 6, 1)


def rehearsed(context: ActivityContext) -> Iterator[object]:
    """Yield the events of an activity in the order a group might bring them about."""
    play = _PLAYS.get(context.item.kind)
    if play is not None:
        yield from play(context)


def _key(context: ActivityContext) -> Key | None:
    medical_certificate = context.medical_certificate
    if context.case is None or medical_certificate is None:
        return None
    keys = context.case.keys_for(medical_certificate.id)
    adviser = next((k for k in keys if k.perspective == Perspective.ADVISER), None)
    return adviser or (keys[0] if keys else None)


def _read(context: ActivityContext) -> Iterator[object]:
    medical_certificate = context.medical_certificate
    if medical_certificate is not None and medical_certificate.text(FUNCTION):
        yield FieldShown(FUNCTION)
        yield FieldShown(None)


def _mark(context: ActivityContext) -> Iterator[object]:
    key = _key(context)
    if key is None:
        return
    # The first round sees most of what the key sees; the second finds the rest and what is missing.
    chain_first = sorted(key.spans, key=lambda s: s.kind in (SpanKind.BASIS, SpanKind.WORK_TASK))
    seen: set[NodeId] = set()
    for number, span in enumerate(chain_first):
        if number == MARKED_FIRST:
            yield from _links(key.links, seen)
            yield SecondRoundOpened()
        seen.add(span.id)
        yield SpanMarked(span.id, span.kind, span.span.field, span.span.quote, span.span.occurrence)
    if len(chain_first) <= MARKED_FIRST:
        yield from _links(key.links, seen)
        yield SecondRoundOpened()
    for slot in key.missing[:1]:
        seen.add(slot.id)
        yield SlotMarkedMissing(slot.id, slot.kind, slot.question)
    yield from _links(key.links, seen)
    yield RoomViewChosen(RoomShows.CHAIN)
    yield RoomViewChosen(RoomShows.MARKS)
    yield FieldBrought(FUNCTION)
    for perspective in perspectives(context)[1:2]:
        yield KeyRevealed(perspective)


def _links(links: tuple[ChainLink, ...], seen: set[NodeId]) -> Iterator[object]:
    for link in links:
        if link.source in seen and link.target in seen:
            yield NodesLinked(link.source, link.target)


def _vote(context: ActivityContext) -> Iterator[object]:
    second = bool(context.item.settings.get("second_round"))
    counts = SECOND_VOTE if second else FIRST_VOTE
    for option, count in enumerate(counts):
        yield HandsCounted(Round.SECOND if second else Round.FIRST, option, count)
    if second:
        for part in (RevealPart.COUNT, RevealPart.DISTRIBUTION):
            yield PartRevealed(part)
        if _key(context) is not None:
            yield PartRevealed(RevealPart.KEY)


def _supplement(context: ActivityContext) -> Iterator[object]:
    medical_certificate = context.medical_certificate
    models = context.case.supplements if context.case else ()
    mine = [m for m in models if medical_certificate and m.medical_certificate_id == medical_certificate.id]
    if not mine:
        return
    yield SupplementFieldChosen(mine[0].field)
    yield SupplementWritten(
        translate("Rehearsal", "Vad såg du själv vid besöket som ligger bakom detta, och hur länge håller det?")
    )
    yield SupplementModelRevealed()


def _rewrite(context: ActivityContext) -> Iterator[object]:
    rules = Rewrite()
    tasks = rules.tasks(context)
    if not tasks:
        return
    yield LineRewritten(tasks[0].model[:400])
    for point in range(min(2, len(rules.points(rules.start(context), context)))):
        yield PointTicked(point, True)
    functions = [n for n in context.chain.of_kind(SpanKind.FUNCTION) if not n.is_missing]
    if functions:
        yield ExplanationChosen(functions[0].id)
    yield RewriteModelRevealed()


def _discuss(context: ActivityContext) -> Iterator[object]:
    yield TalkTimerStarted(120)
    if _is_workshop(context):
        yield PointCaptured("p1", translate("Rehearsal", "Ett steg i dag slår tre steg nästa månad."))
        yield PointCaptured("p2", translate("Rehearsal", "Säg vem som ringer, innan ni säger vad."))
        return
    yield PointCaptured("p1", translate("Rehearsal", "Skriv vad du såg, inte bara vad patienten sa."))
    yield PointCaptured("p2", translate("Rehearsal", "Det som fungerar hör också hemma i intyget."))


def _take_away(context: ActivityContext) -> Iterator[object]:
    texts = (
        translate("Rehearsal", "Fråga vad som blir liggande på jobbet"),
        translate("Rehearsal", "Säg dag och ansvarig högt"),
        translate("Rehearsal", "En impuls är en fråga, inget bevis"),
    )
    if not _is_workshop(context):
        texts = _of_certificates()
    for number, text in enumerate(texts, 1):
        yield TakeawayWritten(f"t{number}", text)
    yield TakeawayMoved("t2", 0)


def _is_workshop(context: ActivityContext) -> bool:
    """Tell whether the session works with material, and not with certificates."""
    return bool(context.materials)


def _of_certificates() -> tuple[str, str, str]:
    return (
        translate("Rehearsal", "Skriv hur länge och hur ofta"),
        translate("Rehearsal", "Säg varifrån uppgiften kommer"),
        translate("Rehearsal", "Knyt varje begränsning till en arbetsuppgift"),
    )


def _live(context: ActivityContext) -> Iterator[object]:
    """Vote, go the majority's way, go back, and lay the two lives side by side."""
    case = context.material
    if not isinstance(case, BranchingCase):
        return
    choices = [choice.id for choice in offered(case, begin(case))]
    for place, group in enumerate(context.groups):
        yield GroupChose(str(group.id), choices[1 if place else 0])
    if not context.groups:
        for choice, count in zip(choices, BRANCH_VOTE, strict=False):
            yield ChoiceHandsCounted(choice, count)
    yield VotesShown(True)
    yield RoomWentOn(choices[1], WayBy.LEADER)
    yield DayTurned()
    yield RoomWoundBack(0)
    yield RoomWentOn(choices[0], WayBy.LEADER)
    yield DayTurned()
    yield LivesCompared((choices[1],), (choices[0],))


def _spot(context: ActivityContext) -> Iterator[object]:
    """Mark what the case lifts in the first portion, as one or two groups would, and look at its reading."""
    case = context.material
    if not isinstance(case, ImpulseCase):
        return
    portion = case.portions[0]
    for group, _ in answering(context)[:2]:
        for number, impulse in enumerate(portion.impulses):
            yield ImpulseSpotted(f"{group}{number}", 0, group, impulse.type, impulse.quote)
        yield QuestionPicked(0, group, portion.next_questions[-1].id)
    if context.groups:
        yield SpotRevealed(0, SpotPart.MARKS)
    for part in (SpotPart.KEY, SpotPart.CHOICES, SpotPart.REACH):
        yield SpotRevealed(0, part)


_PLAYS: Mapping[str, Callable[[ActivityContext], Iterator[object]]] = {
    "read_certificate": _read,
    "mark_chain": _mark,
    "sufficiency_vote": _vote,
    "write_supplement": _supplement,
    "rewrite": _rewrite,
    "discussion": _discuss,
    "takeaways": _take_away,
    "branching_together": _live,
    "spot_impulses": _spot,
    "group_work": works_in_groups,
    "role_play": plays_roles,
    "commitments": commits,
}
