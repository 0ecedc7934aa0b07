"""A rehearsed workshop: what its small groups, its role play and its commitments might come to.

As in `rehearsal`, everything is worked out from the material, so any material can be rehearsed.
"""

from collections.abc import Iterator

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.commitments import CommitmentWritten
from kompetens_gui.domain.activities.group_work import KIND as GROUP_WORK
from kompetens_gui.domain.activities.group_work.events import (
    GroupAnswered,
    GroupRoomTurned,
    GroupStatus,
    GroupStatusSet,
    GroupTimersStarted,
    RoomShows,
)
from kompetens_gui.domain.activities.group_work.rules import LONGEST_ANSWER
from kompetens_gui.domain.activities.group_work.tasks import material, questions, timer_minutes, work_groups
from kompetens_gui.domain.activities.role_play.events import (
    SELF,
    CastRole,
    CountTyped,
    DebriefNoted,
    DebriefRoundShown,
    ItemRated,
    PhaseEntered,
    RolesCast,
    RoomTurned,
    ScaleRated,
    SheetOpened,
    TurnMarked,
)
from kompetens_gui.domain.activities.role_play.events import RoomShows as PlayShows
from kompetens_gui.domain.material.coordination import CoordinationCase, StepTime
from kompetens_gui.domain.material.role_play import PhaseKind, RolePlay
from kompetens_gui.domain.wording import translate

OBSERVERS = 3


def works_in_groups(context: ActivityContext) -> Iterator[object]:
    """Let every group answer its questions from its own case, and the room look at what they came to."""
    groups = work_groups(GROUP_WORK.start(context), context)
    yield GroupTimersStarted(tuple(g.id for g in groups), timer_minutes(context.item.settings) * 60)
    for group in groups:
        case = material(context, group.material)
        told = _answers(case) if case else ()
        for number in range(min(len(questions(context)), len(told))):
            yield GroupAnswered(group.id, number, told[number][:LONGEST_ANSWER])
        yield GroupStatusSet(group.id, GroupStatus.DONE)
    yield GroupRoomTurned(RoomShows.ANSWERS, 2)


def _answers(case: CoordinationCase) -> tuple[str, ...]:
    """Answer the four usual questions shortly: what is known, impulses, next steps, and who calls whom."""
    soon = next((s for s in case.steps if s.time is StepTime.TODAY), case.steps[0])
    later = next((s for s in case.steps if s.time is StepTime.TWO_WEEKS), case.steps[-1])
    call = case.calls[0]
    calls = translate("Rehearsal", "{caller} ringer {called}: ”{sentence}”")
    return (
        " ".join(" ".join(known.text.split()) for known in case.known[:2]),
        " ".join(" ".join(impulse.question.split()) for impulse in case.impulses[:2])
        or translate("Rehearsal", "Inga. Det räcker att följa planen."),
        translate("Rehearsal", "I dag: {soon} Inom två veckor: {later}").format(soon=soon.text, later=later.text),
        calls.format(caller=call.caller, called=call.called, sentence=call.first_sentence.strip("”")),
    )


def plays_roles(context: ActivityContext) -> Iterator[object]:
    """Cast one play in front of all, go through its phases, and type three observers' sheets and the self-rating."""
    play = context.material
    if not isinstance(play, RolePlay):
        return
    players = zip(play.roles, context.participants, strict=False)
    yield RolesCast(tuple(CastRole(role.id, person.id) for role, person in players))
    rated = False
    for number, phase in enumerate(play.phases):
        yield PhaseEntered(number)
        if phase.kind is PhaseKind.PLAY:
            yield TurnMarked("v1", translate("Rehearsal", "Frågan om vad som blir liggande fick samtalet att vända."))
        if phase.kind in (PhaseKind.OBSERVERS, PhaseKind.DEBRIEF) and not rated:
            rated = True
            yield from _sheets(play)
        if phase.kind is PhaseKind.DEBRIEF:
            yield DebriefRoundShown(0)
            yield DebriefNoted("a1", translate("Rehearsal", "En öppen fråga i taget, och sedan tystnad."))
            yield DebriefNoted("a2", translate("Rehearsal", "Dag och ansvarig sades högt innan vi slutade."))
    yield RoomTurned(PlayShows.OBSERVATIONS)


def _sheets(play: RolePlay) -> Iterator[object]:
    """Most was seen clearly; each observer missed something, and the one who played is a little stricter."""
    for observer in range(OBSERVERS):
        sheet = f"o{observer + 1}"
        yield SheetOpened(sheet)
        for place, item in enumerate(play.protocol.items):
            yield ItemRated(sheet, item.id, 1 if (place + observer) % 3 == 0 else 2)
        for place, count in enumerate(play.protocol.counts):
            yield CountTyped(sheet, count.id, count.aim if place else count.aim + observer)
        for scale in play.protocol.scales:
            yield ScaleRated(sheet, scale.id, 4 if observer else 3)
    yield SheetOpened(SELF)
    for place, item in enumerate(play.protocol.items):
        yield ItemRated(SELF, item.id, 2 if place % 2 else 1)


def commits(context: ActivityContext) -> Iterator[object]:
    """Write what people will try, and when."""
    fortnight = translate("Rehearsal", "inom två veckor")
    texts = (
        (translate("Rehearsal", "Frågar vad arbetsdagen kräver redan i första samtalet."), fortnight),
        (translate("Rehearsal", "Ringer arbetsgivaren när planen saknar dag och ansvarig."), fortnight),
        (translate("Rehearsal", "Skriver ned vem som gör vad innan mötet är slut."), translate("Rehearsal", "i dag")),
        (translate("Rehearsal", "Frågar personen själv vad som vore ett bra nästa steg."), fortnight),
    )
    for number, (text, when) in enumerate(texts):
        groups = context.groups if context.item.settings.get("per_group") else ()
        yield CommitmentWritten(f"c{number + 1}", text, when, str(groups[number % len(groups)].id) if groups else "")
