"""What the issue page shows of a completed path, or of one that is not: worked out as plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kompetens_gui.domain.completion_certificate import CompletionBasis
from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.learning.path_progress import Completion, ModuleProgress
from kompetens_gui.domain.study.learning_path import LearningPath
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.completion_certificates import CompletionDetails, CompletionStanding
from kompetens_gui.services.counting_words import listed
from kompetens_gui.services.date_words import day_words
from kompetens_gui.services.lack_words import locked_words, rule_lack_words

ASKS_FOR_A_SIGNER = frozenset({"no_signer", "own_signature"})


@dataclass(frozen=True)
class Check:
    """A fact that stands on the paper; `todo` says what to do when it is not as it must be."""

    label: str
    value: str
    todo: str = ""

    @property
    def is_fine(self) -> bool:
        return not self.todo


@dataclass(frozen=True)
class LackingModule:
    """A module that is not passed, and what it still asks for."""

    title: str
    asked: tuple[str, ...]


@dataclass(frozen=True)
class CompletionView:
    """The page. `refusal` is a stable word, empty when a certificate can be issued now."""

    title: str
    lead: str
    checks: tuple[Check, ...]
    lacking: tuple[LackingModule, ...]
    refusal: str
    asks_for_signer: bool
    can_issue: bool
    renews: bool
    current: CourseCertificate | None

    @property
    def is_completed(self) -> bool:
        return not self.lacking


def completion_view(
    path: LearningPath,
    standing: CompletionStanding,
    details: CompletionDetails,
    today: date,
    refusal_words: Callable[[str], str],
) -> CompletionView:
    """Return what is shown of a learner on a path."""
    basis, outcome = standing.basis, standing.basis.outcome
    done = outcome if isinstance(outcome, Completion) else None
    lacking = () if isinstance(outcome, Completion) else tuple(_lacking(m, path) for m in outcome.modules)
    title, lead = _heading(path, len(lacking), standing, today)
    can_issue = done is not None and not standing.refusal
    asks_for_signer = done is not None and not basis.signers and (can_issue or standing.refusal in ASKS_FOR_A_SIGNER)
    return CompletionView(
        title=title,
        lead=lead,
        checks=_checks(path, basis, done, standing, details, refusal_words) if done else (),
        lacking=lacking,
        refusal=standing.refusal if done else "",
        asks_for_signer=asks_for_signer,
        can_issue=can_issue,
        renews=standing.renews,
        current=standing.current,
    )


def _heading(path: LearningPath, left: int, standing: CompletionStanding, today: date) -> tuple[str, str]:
    """Return title and lead; `left` is how many modules are not passed."""
    name = path.title_on_certificate
    if left:
        count = len(path.first_time_modules)
        text = translate("Completion", "{n} av {all} moduler är klara. Här är det som är kvar.")
        return name, text.format(n=count - left, all=count)
    if standing.current is not None and not standing.renews:
        if standing.current.has_expired(today):
            text = translate("Completion", "Ditt kursintyg har gått ut. Gör förnyelsen i Självstudier.")
        else:
            text = translate("Completion", "Ditt kursintyg är utfärdat och gäller.")
        return name, text
    if standing.renews:
        text = translate("Completion", "Förnyelsen är klar. Ett nytt kursintyg ersätter det gamla.")
        return translate("Completion", "Förnyat: {name}").format(name=name), text
    text = translate("Completion", "Kontrollera uppgifterna. Sedan utfärdas kursintyget och skrivs under.")
    return _done_words(name), text


def _done_words(name: str) -> str:
    """Say that it is done. Swedish bends after the word's gender, which only the licence's name tells."""
    if name.casefold().endswith("kort"):
        return translate("Completion", "Ditt {name} är klart").format(name=name)
    return translate("Completion", "Klart: {name}").format(name=name)


def _lacking(module: ModuleProgress, path: LearningPath) -> LackingModule:
    asked = [rule_lack_words(lack) for lack in module.lacking]
    if module.waits_for:
        asked = [locked_words(module, path), *asked]
    return LackingModule(module.module.title, tuple(asked))


def _checks(
    path: LearningPath,
    basis: CompletionBasis,
    done: Completion,
    standing: CompletionStanding,
    details: CompletionDetails,
    refusal_words: Callable[[str], str],
) -> tuple[Check, ...]:
    profile, reason = basis.profile, standing.refusal

    def todo(*about: str) -> str:
        return refusal_words(reason) if reason in about else ""

    role = details.role_words.get(profile.role.value, "")
    period = day_words(done.completed_on)
    if basis.started_on and basis.started_on != done.completed_on:
        period = f"{day_words(basis.started_on)} – {period}"
    until = day_words(done.valid_until) if done.valid_until else translate("Completion", "utan slut")
    signers = listed([f.name for f in basis.signers]) if basis.signers else ""
    scope = translate("Completion", "{modules} moduler, {hours} timmar")
    return (
        Check(translate("Completion", "Namn"), profile.name, todo("no_name")),
        Check(translate("Completion", "Roll och enhet"), ", ".join(x for x in (role, profile.unit) if x)),
        Check(
            translate("Completion", "Omfattning"),
            scope.format(modules=len(done.modules), hours=path.hours),
            todo("module_missing", "no_areas", "no_hours"),
        ),
        Check(translate("Completion", "Period"), period, todo("clock_behind")),
        Check(translate("Completion", "Gäller till"), until, todo("expired")),
        Check(
            translate("Completion", "Godkänt av"),
            signers or translate("Completion", "ingen än"),
            todo("no_signer", "own_signature"),
        ),
        Check(
            translate("Completion", "Utfärdare"),
            details.issuer or translate("Completion", "inte angiven"),
            todo("no_issuer"),
        ),
    )
