"""Rules of marking: spans must occur, links must go the right way, a key is seen only after its reveal."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    Block,
    ChainBlock,
    ListBlock,
    Round,
    TextBlock,
    certificate_picture,
    setting_text,
)
from kompetens_gui.domain.activities.mark_chain.events import (
    MARK_EVENTS,
    ChainJudged,
    FieldBrought,
    KeyHidden,
    KeyRevealed,
    MarkRoom,
    MarkState,
    NodeRemoved,
    NodesLinked,
    NodesUnlinked,
    RevealedKey,
    RoomShows,
    RoomViewChosen,
    SecondRoundOpened,
    SlotMarkedMissing,
    SpanMarked,
)
from kompetens_gui.domain.case import Key, Perspective
from kompetens_gui.domain.chain import Chain, ChainLink, ChainNode, NodeId, Span, SpanKind
from kompetens_gui.domain.chain_layout import lay_out
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.key_comparison import DifferenceKind, compare
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.medical_certificate import FIELDS
from kompetens_gui.domain.wording import translate

COLUMN_ROWS = 16
"""Rows that can ever be seen in the column beside the text; a long chain is not laid out whole for it."""


def key_of(context: ActivityContext, perspective: Perspective) -> Key | None:
    """Return the case's key for the item's certificate and a perspective."""
    medical_certificate = context.medical_certificate
    if context.case is None or medical_certificate is None:
        return None
    keys = context.case.keys_for(medical_certificate.id)
    return next((k for k in keys if k.perspective == perspective), None)


def perspectives(context: ActivityContext) -> tuple[Perspective, ...]:
    """Return the perspectives that have a key for the item's certificate."""
    return tuple(p for p in Perspective if key_of(context, p))


class MarkChain:
    """Rules of the kind."""

    id = "mark_chain"
    needs_case = True
    material_kinds: tuple[MaterialKind, ...] = ()
    needs_material = False
    default_minutes = 15
    events = MARK_EVENTS

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_text(settings, "medical_certificate", self.id)

    def start(self, context: ActivityContext) -> MarkState:
        return MarkState()

    def check(self, state: MarkState, event: object, context: ActivityContext) -> None:
        context.need_medical_certificate()
        match event:
            case SpanMarked() | SlotMarkedMissing() | NodeRemoved() | NodesLinked() | NodesUnlinked():
                self._check_chain(state, event, context)
            case SecondRoundOpened():
                if state.round == Round.SECOND:
                    raise ActivityRefused("second_round_open")
            case KeyRevealed(perspective):
                if key_of(context, perspective) is None:
                    raise ActivityRefused("no_key")
            case KeyHidden():
                if state.shown_key is None:
                    raise ActivityRefused("no_key_shown")
            case FieldBrought(field):
                if field not in FIELDS:
                    raise ActivityRefused("no_such_field")
            case RoomViewChosen() | ChainJudged():
                pass
            case _:
                raise ActivityRefused("unknown_event")

    def _check_chain(self, state: MarkState, event: object, context: ActivityContext) -> None:
        match event:
            case SpanMarked(_, kind, field, quote, occurrence):
                self._check_kind(kind, context)
                Span(field, quote, occurrence).locate(context.need_medical_certificate())
            case SlotMarkedMissing(_, kind, _):
                self._check_kind(kind, context)
            case NodeRemoved(node):
                self._need_node(state, node)
            case NodesLinked(source, target):
                state.chain.check_link(ChainLink(source, target))
            case NodesUnlinked(source, target):
                if ChainLink(source, target) not in state.chain.links:
                    raise ActivityRefused("no_such_link")

    def _check_kind(self, kind: SpanKind, context: ActivityContext) -> None:
        asks = context.need_medical_certificate().asks_for_chain
        if not asks and kind in (SpanKind.FUNCTION, SpanKind.ACTIVITY):
            raise ActivityRefused("chain_not_asked_for")

    def _need_node(self, state: MarkState, node: NodeId) -> None:
        if state.chain.node(node) is None:
            raise ActivityRefused("no_such_node")

    def fold(self, state: MarkState, event: object, at: datetime, context: ActivityContext) -> MarkState:
        chain = self._fold_chain(state.chain, event)
        if chain is not None:
            return replace(state, chain=chain)
        match event:
            case SecondRoundOpened():
                return replace(state, round=Round.SECOND, first=state.chain)
            case RoomViewChosen(shows):
                return replace(state, shows=shows)
            case FieldBrought(field):
                return replace(state, field=field)
            case KeyRevealed(perspective):
                revealed = tuple(dict.fromkeys((*state.revealed, perspective)))
                return replace(state, revealed=revealed, shown_key=perspective)
            case KeyHidden():
                return replace(state, shown_key=None)
            case ChainJudged(sufficient_anyway, reason):
                return replace(state, sufficient_anyway=sufficient_anyway, reason=reason)
        return state

    def _fold_chain(self, chain: Chain, event: object) -> Chain | None:
        match event:
            case SpanMarked(node, kind, field, quote, occurrence):
                old = chain.node(node)
                kept = chain if old is None or old.kind == kind else chain.without_node(node)
                return kept.with_node(ChainNode(node, kind, Span(field, quote, occurrence)))
            case SlotMarkedMissing(node, kind, question):
                return chain.with_node(ChainNode(node, kind, None, question))
            case NodeRemoved(node):
                return chain.without_node(node)
            case NodesLinked(source, target):
                return chain.with_link(ChainLink(source, target))
            case NodesUnlinked(source, target):
                return chain.without_link(ChainLink(source, target))
        return None

    def room(self, state: MarkState, context: ActivityContext) -> MarkRoom | None:
        picture = certificate_picture(context)
        if picture is None:
            return None
        chain = Chain() if state.shows == RoomShows.TEXT else state.chain
        return MarkRoom(
            picture,
            chain,
            lay_out(chain, None if state.shows == RoomShows.CHAIN else COLUMN_ROWS),
            state.round,
            state.shows,
            self.revealed_key(state, context),
            state.sufficient_anyway,
            state.reason,
            state.field,
        )

    def revealed_key(self, state: MarkState, context: ActivityContext) -> RevealedKey | None:
        """Return the key on show, None unless one has been revealed and not hidden."""
        if state.shown_key is None or state.shown_key not in state.revealed:
            return None
        key = key_of(context, state.shown_key)
        if key is None:
            return None
        chain = key.chain()
        differences = compare(state.chain, key, context.need_medical_certificate())
        return RevealedKey(
            key.perspective,
            chain,
            lay_out(chain),
            differences,
            key.sufficiency,
            key.sufficient_anyway,
            key.reason,
        )

    def result(self, state: MarkState, context: ActivityContext) -> ActivityResult:
        if not state.chain.nodes:
            return ActivityResult()
        before = state.first if state.first is not None and state.first != state.chain else None
        blocks: list[Block] = []
        if before:
            blocks.append(ChainBlock(before, translate("Protocol", "Gruppens kedja före samtalet")))
        blocks.append(ChainBlock(state.chain, translate("Protocol", "Gruppens kedja")))
        blocks += self._loose_marks(state)
        open_questions = tuple(n.question for n in state.chain.nodes if n.is_missing and n.question)
        if open_questions:
            blocks.append(ListBlock(open_questions, translate("Protocol", "Det gruppen saknade")))
        if state.sufficient_anyway:
            label = translate("Protocol", "Gruppens bedömning: underlaget räcker ändå")
            blocks.append(TextBlock(state.reason, label))
        blocks += self._differences(state, context)
        return ActivityResult(tuple(blocks))

    def _loose_marks(self, state: MarkState) -> list[Block]:
        """Work tasks and grounds that the group marked without tying them to the chain."""
        chain, blocks = state.chain, []
        for kind, label in (
            (SpanKind.WORK_TASK, translate("Protocol", "Arbetsuppgifter som gruppen markerade")),
            (SpanKind.BASIS, translate("Protocol", "Underlag som gruppen markerade")),
        ):
            loose = tuple(n.text for n in chain.of_kind(kind) if not chain.before(n.id) and not chain.after(n.id))
            if loose:
                blocks.append(ListBlock(loose, label))
        return list(blocks)

    def _differences(self, state: MarkState, context: ActivityContext) -> list[Block]:
        learned = (DifferenceKind.ONLY_KEY, DifferenceKind.OTHER_KIND, DifferenceKind.MISSING_ONLY_KEY)
        blocks: list[Block] = []
        for perspective in state.revealed:
            key = key_of(context, perspective)
            if key is None:
                continue
            differences = compare(state.chain, key, context.need_medical_certificate())
            lines = tuple(
                f"{d.key.kind.value}: {d.key.text}" + (f" – {d.why}" if d.why else "")
                for d in differences
                if d.kind in learned and d.key
            )
            if lines:
                label = translate("Protocol", "Att tala vidare om ({perspective})")
                blocks.append(ListBlock(lines, label.format(perspective=perspective_words(perspective))))
        return blocks

    def chain(self, state: MarkState, context: ActivityContext) -> Chain | None:
        return state.chain


def perspective_words(perspective: Perspective) -> str:
    """Return what a perspective is called in a heading."""
    return {
        Perspective.ADVISER: translate("Perspective", "FMR"),
        Perspective.CASE_OFFICER: translate("Perspective", "handläggare"),
        Perspective.PHYSICIAN: translate("Perspective", "läkare"),
    }[perspective]
