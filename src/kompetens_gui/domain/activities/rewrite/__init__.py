"""Rewrite: a weak line is worded anew together; before and after stand side by side and the chain is updated."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    BeforeAfterBlock,
    ChainBlock,
    setting_text,
)
from kompetens_gui.domain.case import RewriteTask
from kompetens_gui.domain.chain import Chain, ChainLink, ChainNode, NodeId, Span, SpanKind
from kompetens_gui.domain.chain_layout import ChainLayout, lay_out
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.medical_certificate import ACTIVITY, FIELDS, FUNCTION, FieldId
from kompetens_gui.domain.word_diff import Piece, word_diff
from kompetens_gui.domain.wording import translate

LONGEST_TEXT = 400
KIND_OF_FIELD: Mapping[FieldId, SpanKind] = {FUNCTION: SpanKind.FUNCTION, ACTIVITY: SpanKind.ACTIVITY}


@dataclass(frozen=True)
class LineChosen:
    """The line to be worded anew."""

    field: FieldId
    quote: str
    occurrence: int = 1


@dataclass(frozen=True)
class LineRewritten:
    """The new wording so far."""

    text: str


@dataclass(frozen=True)
class PointTicked:
    """The group finds that an observable point (from 0) is met, or not."""

    point: int
    met: bool


@dataclass(frozen=True)
class ExplanationChosen:
    """The function in the group's chain that the new wording follows from; None for none."""

    node: NodeId | None


@dataclass(frozen=True)
class RewriteModelRevealed:
    """The room may see the model."""


@dataclass(frozen=True)
class RewriteModelHidden:
    """The model is taken away again."""


@dataclass(frozen=True)
class RewriteState:
    """The line, its new wording and what the group says of it."""

    line: Span | None = None
    text: str = ""
    met: tuple[int, ...] = ()
    explained_by: NodeId | None = None
    model_revealed: bool = False


@dataclass(frozen=True)
class RewriteRoom:
    """What the room sees; `model` is empty until the reveal."""

    title: str
    field_title: str
    before: str
    after: str
    changes: tuple[Piece, ...]
    weakness: str
    points: tuple[str, ...]
    met: tuple[int, ...]
    model: str
    layout: ChainLayout


class Rewrite:
    """Rules of the kind."""

    id = "rewrite"
    needs_case = True
    material_kinds: tuple[MaterialKind, ...] = ()
    needs_material = False
    default_minutes = 10
    events = (
        LineChosen,
        LineRewritten,
        PointTicked,
        ExplanationChosen,
        RewriteModelRevealed,
        RewriteModelHidden,
    )

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_text(settings, "medical_certificate", self.id)

    def start(self, context: ActivityContext) -> RewriteState:
        tasks = self.tasks(context)
        return RewriteState(tasks[0].span if tasks else None)

    def tasks(self, context: ActivityContext) -> tuple[RewriteTask, ...]:
        """Return the weak lines that the case points out in the item's certificate."""
        medical_certificate = context.medical_certificate
        if context.case is None or medical_certificate is None:
            return ()
        return tuple(r for r in context.case.rewrites if r.medical_certificate_id == medical_certificate.id)

    def task(self, state: RewriteState, context: ActivityContext) -> RewriteTask | None:
        """Return the task of the chosen line, None when the group chose a line of its own."""
        return next((t for t in self.tasks(context) if t.span == state.line), None)

    def points(self, state: RewriteState, context: ActivityContext) -> tuple[str, ...]:
        """Return what the new wording is held against: the task's points, else the four that fit any line."""
        task = self.task(state, context)
        return task.points if task and task.points else general_points()

    def check(self, state: RewriteState, event: object, context: ActivityContext) -> None:
        medical_certificate = context.need_medical_certificate()
        match event:
            case LineChosen(field, quote, occurrence):
                Span(field, quote, occurrence).locate(medical_certificate)
            case LineRewritten(text):
                if state.line is None:
                    raise ActivityRefused("no_line_chosen")
                if len(text) > LONGEST_TEXT:
                    raise ActivityRefused("text_too_long")
            case PointTicked(point, _):
                if not 0 <= point < len(self.points(state, context)):
                    raise ActivityRefused("no_such_point")
            case ExplanationChosen(node):
                found = context.chain.node(node) if node else None
                if node and (found is None or found.kind != SpanKind.FUNCTION):
                    raise ActivityRefused("no_such_node")
            case RewriteModelRevealed():
                if self.task(state, context) is None:
                    raise ActivityRefused("no_key")
            case RewriteModelHidden():
                pass
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: RewriteState, event: object, at: datetime, context: ActivityContext) -> RewriteState:
        match event:
            case LineChosen(field, quote, occurrence):
                return RewriteState(Span(field, quote, occurrence))
            case LineRewritten(text):
                return replace(state, text=text)
            case PointTicked(point, met):
                rest = {p for p in state.met if p != point}
                return replace(state, met=tuple(sorted(rest | {point} if met else rest)))
            case ExplanationChosen(node):
                return replace(state, explained_by=node)
            case RewriteModelRevealed():
                return replace(state, model_revealed=True)
            case RewriteModelHidden():
                return replace(state, model_revealed=False)
        return state

    def room(self, state: RewriteState, context: ActivityContext) -> RewriteRoom:
        task = self.task(state, context)
        line = state.line
        return RewriteRoom(
            context.item.title,
            FIELDS[line.field].title if line else "",
            line.quote if line else "",
            state.text,
            word_diff(line.quote, state.text) if line and state.text else (),
            task.weakness if task else "",
            self.points(state, context),
            state.met,
            task.model if task and state.model_revealed else "",
            lay_out(self.chain(state, context)),
        )

    def result(self, state: RewriteState, context: ActivityContext) -> ActivityResult:
        if state.line is None or not state.text.strip():
            return ActivityResult()
        label = translate("Protocol", "Omskriven mening ({field})").format(field=FIELDS[state.line.field].title)
        blocks = BeforeAfterBlock(state.line.quote, state.text.strip(), label)
        chain = ChainBlock(self.chain(state, context), translate("Protocol", "Kedjan efter omskrivningen"))
        return ActivityResult((blocks, chain))

    def chain(self, state: RewriteState, context: ActivityContext) -> Chain:
        """Return the group's chain with the rewritten line in its place, and linked to what explains it."""
        line, text = state.line, state.text.strip()
        if line is None or not text:
            return context.chain
        node = self._node_of(line, context)
        chain = context.chain.with_node(replace(node, rewritten=text))
        if state.explained_by and node.kind == SpanKind.ACTIVITY and chain.node(state.explained_by):
            chain = chain.with_link(ChainLink(state.explained_by, node.id))
        return chain

    def _node_of(self, line: Span, context: ActivityContext) -> ChainNode:
        medical_certificate = context.need_medical_certificate()
        start, end = line.locate(medical_certificate)
        for node in context.chain.nodes:
            if node.span is None or node.span.field != line.field or node.kind not in KIND_OF_FIELD.values():
                continue
            a, b = node.span.locate(medical_certificate)
            if min(b, end) > max(a, start):
                return node
        kind = KIND_OF_FIELD.get(line.field, SpanKind.ACTIVITY)
        return ChainNode(NodeId(f"rewrite-{context.item.id}"), kind, line)


def general_points() -> tuple[str, ...]:
    """Return the four observable points any line about activity can be held against."""
    return (
        translate("Rewrite", "Säger vad personen har svårt att göra"),
        translate("Rewrite", "Anger hur mycket, hur länge eller hur ofta"),
        translate("Rewrite", "Rör personens arbetsuppgifter"),
        translate("Rewrite", "Följer av ett fynd eller en värderad uppgift"),
    )


KIND = Rewrite()
