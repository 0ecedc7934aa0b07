"""The tabs of a case that are plain reading."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.case import Case
from kompetens_gui.domain.medical_certificate import FIELDS, FieldId
from kompetens_gui.ui.cases import words
from kompetens_gui.ui.cases.blocks import FactsRow, bullet, titled_text
from kompetens_gui.ui.cases.words import translate
from kompetens_gui.ui.style.tokens import READING_WIDTH
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.responsive import PageScroll
from kompetens_gui.ui.widgets.tags import Tag


def story_tab(case: Case, day: int) -> QWidget:
    """Person, work, story and what the group is to learn."""
    column, page = _page(translate("Cases", "Berättelsen"))
    facts = FactsRow()
    facts.show_facts(
        (
            (str(day) if day else "–", translate("Cases", "dag i rehabkedjan vid första intyget")),
            (words.situations().get(case.sick_leave.situation.value, ""), translate("Cases", "situation")),
            (words.day_text(case.sick_leave.start), translate("Cases", "första sjukskrivningsdag")),
        )
    )
    column.addWidget(facts)
    if case.content_warning:
        column.addLayout(titled_text(translate("Cases", "Var beredd på"), case.content_warning))
    column.addLayout(titled_text(words.person(case), case.story))
    if case.person.voice:
        column.addLayout(titled_text(translate("Cases", "Med egna ord"), f"”{case.person.voice}”"))
    work = f"{case.work.title}. {case.work.extent}.\n\n{case.work.description}"
    column.addLayout(titled_text(translate("Cases", "Arbetet"), work))
    _bullets(column, translate("Cases", "Lärandemål"), case.learning_goals)
    column.addStretch(1)
    return page


def documents_tab(case: Case) -> QWidget:
    """Further papers, and which of them are handed out later."""
    column, page = _page(translate("Cases", "Underlag"))
    if not case.documents:
        column.addWidget(Label(translate("Cases", "Fallet har inget mer underlag än intygen."), "body", "muted"))
    for document in case.documents:
        card = Card(document.title)
        released = document.released_from_start
        when = translate("Cases", "Från början") if released else translate("Cases", "Lämnas ut av dig")
        card.add_to_head(Tag(when, "neutral" if released else "accent"))
        kind = f"{words.document_kind(document.kind)}, {words.day_text(document.dated)}"
        card.add(Label(kind, "small", "muted"))
        card.add(Label(document.text, "body", wrap=True))
        column.addWidget(card)
    column.addStretch(1)
    return page


def models_tab(case: Case) -> QWidget:
    """Model supplements and lines to rewrite."""
    column, page = _page(translate("Cases", "Förslag"))
    column.addWidget(Heading(translate("Cases", "Kompletteringar")))
    for supplement in case.supplements:
        card = Card()
        card.add(Label(_field(supplement.field), "small-strong", "accent"))
        card.add(Label(supplement.question, "body", wrap=True))
        if supplement.why:
            card.body.addLayout(titled_text(translate("Cases", "Varför"), supplement.why, "dense"))
        column.addWidget(card)
    if case.rewrites:
        column.addWidget(Heading(translate("Cases", "Rader att skriva om")))
    for task in case.rewrites:
        card = Card()
        card.add(Label(_field(task.span.field), "small-strong", "accent"))
        card.body.addLayout(titled_text(translate("Cases", "Står i intyget"), f"”{task.span.quote}”"))
        card.body.addLayout(titled_text(translate("Cases", "Det svaga"), task.weakness))
        card.body.addLayout(titled_text(translate("Cases", "Så kan det stå"), task.model))
        _bullets(card.body, translate("Cases", "Titta efter"), task.points)
        column.addWidget(card)
    column.addStretch(1)
    return page


def talk_tab(case: Case) -> QWidget:
    """Questions for the group with hints, and the leader's notes."""
    column, page = _page(translate("Cases", "Samtalet"))
    column.addWidget(Heading(translate("Cases", "Frågor till gruppen")))
    for question in case.discussion:
        card = Card()
        card.add(Label(question.text, "body-strong", wrap=True))
        if question.hint:
            card.body.addLayout(titled_text(translate("Cases", "Till dig som leder"), question.hint, "dense"))
        column.addWidget(card)
    if case.leader_notes.strip():
        card = Card(translate("Cases", "Ledarens anteckningar"))
        card.add(Label(case.leader_notes.strip(), "body", wrap=True))
        column.addWidget(card)
    column.addStretch(1)
    return page


def about_tab(case: Case) -> QWidget:
    """Review, rules and sources."""
    column, page = _page(translate("Cases", "Om fallet"))
    column.addLayout(titled_text(translate("Cases", "Granskning"), _review_text(case)))
    rule = translate("Cases", "{version}, läst {date}").format(
        version=case.rule_version, date=words.day_text(case.rule_date)
    )
    column.addLayout(titled_text(translate("Cases", "Regelversion"), rule))
    if case.audience:
        column.addLayout(titled_text(translate("Cases", "Passar för"), ", ".join(case.audience)))
    if case.competence_areas:
        column.addWidget(Label(translate("Cases", "Kompetensområden"), "small-strong", "faint"))
        box = QWidget()
        flow = FlowLayout(box, spacing=8)
        for area in case.competence_areas:
            flow.addWidget(Tag(area))
        column.addWidget(box)
    _bullets(column, translate("Cases", "Så kan det gå"), case.outcome_variants)
    if case.sources:
        column.addWidget(Heading(translate("Cases", "Källor")))
    for source in case.sources:
        where = ". ".join(part for part in (source.section, source.dated) if part)
        text = f"{where}\n{words.certainty(source.certainty)}" if where else words.certainty(source.certainty)
        column.addLayout(titled_text(source.title, text, "dense"))
    column.addStretch(1)
    return page


def _review_text(case: Case) -> str:
    review = case.review
    lines = [words.review(review)[0] + "."]
    if review.reviewer_roles:
        lines.append(translate("Cases", "Granskat av: {roles}.").format(roles=", ".join(review.reviewer_roles)))
    lines.append(translate("Cases", "Skrivet av: {role}.").format(role=review.author_role))
    if review.review_due:
        lines.append(translate("Cases", "Ska ses över senast {date}.").format(date=words.day_text(review.review_due)))
    return "\n".join(lines)


def _field(field: FieldId) -> str:
    known = FIELDS.get(field)
    if known is None:
        return str(field)
    return translate("Cases", "Fält {number}, {title}").format(number=known.number, title=known.title)


def _bullets(column: QVBoxLayout, title: str, lines: Iterable[str]) -> None:
    lines = tuple(lines)
    if lines:
        column.addWidget(Label(title, "small-strong", "faint"))
    for line in lines:
        column.addWidget(bullet(line))


def _page(name: str) -> tuple[QVBoxLayout, PageScroll]:
    page = PageScroll()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.setAccessibleName(name)
    page.body.setContentsMargins(0, 8, 8, 8)
    inner = QWidget()
    inner.setMaximumWidth(READING_WIDTH + 160)
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    row = QHBoxLayout()
    row.addWidget(inner, 100)
    row.addStretch(1)
    page.body.addLayout(row)
    return column, page
