"""What is lacking is said in words, for every code there is."""

from __future__ import annotations

import pytest

from kompetens_gui.domain.learning.evidence import EvidenceKind
from kompetens_gui.domain.learning.levels import AreaLevel, Lack, Lacking, Level, Refresh
from kompetens_gui.domain.learning.pass_rules import RuleLack
from kompetens_gui.domain.study.learning_path import PassRule, PassRuleKind, StepKind
from kompetens_gui.services.evidence_words import evidence_kind_words, form_words
from kompetens_gui.services.lack_words import (
    lacking_words,
    level_words,
    next_level_words,
    numbered_level,
    refresh_words,
    rule_lack_words,
)


@pytest.mark.parametrize("what", Lack)
def test_every_lack_is_a_sentence_that_begins_with_a_capital(what: Lack) -> None:
    for have, need in ((0.0, 2.0), (1.0, 2.0), (0.0, 1.0)):
        words = lacking_words(Lacking(what, have, need))
        assert words[0].isupper()
        assert what.value not in words
        assert "{" not in words


def test_knowledge_says_how_far_it_has_come() -> None:
    assert lacking_words(Lacking(Lack.KNOWLEDGE, 0.0, 0.8)) == "Kunskapsfrågor med minst 80\xa0% rätt"
    assert (
        lacking_words(Lacking(Lack.KNOWLEDGE, 0.799, 0.8)) == "Kunskapsfrågor med minst 80\xa0% rätt (du har 79\xa0%)"
    )


def test_what_is_begun_asks_for_more_and_what_is_not_asks_for_all() -> None:
    assert lacking_words(Lacking(Lack.FORMS, 0, 3)) == "Tre olika övningsformer"
    assert lacking_words(Lacking(Lack.FORMS, 2, 3)) == "En övningsform till"
    assert lacking_words(Lacking(Lack.LED, 1, 2)).startswith("Led ett tillfälle med minst 4 av 5")


def test_the_next_level_is_one_line() -> None:
    area = AreaLevel(
        "K01", Level.FOUNDATION, (Lacking(Lack.WITH_OTHER, 0, 1), Lacking(Lack.CHANGED_WORK, 0, 1)), None, Level.LEAD
    )
    assert next_level_words(area) == "Till Tillämpa: en övning med någon annan och en ändring i ditt eget arbete"
    assert next_level_words(AreaLevel("K01", Level.LEAD, ())) == ""


@pytest.mark.parametrize("rule", PassRuleKind)
@pytest.mark.parametrize("kind", [None, *StepKind])
def test_every_rule_of_a_path_has_words_for_every_kind_of_step(rule: PassRuleKind, kind: StepKind | None) -> None:
    lack = RuleLack(PassRule(rule, at_least=2, of=12, kind=kind), 1, 2, ())
    words = rule_lack_words(lack)
    assert words[0].isupper()
    assert "{" not in words


def test_a_rule_says_what_is_needed_and_what_there_is() -> None:
    def said(rule: PassRule, have: float, need: float) -> str:
        return rule_lack_words(RuleLack(rule, have, need, ()))

    assert said(PassRule(PassRuleKind.QUESTIONS_SHARE, 0.8), 0.0, 0.8) == (
        "Kunskapsfrågor med minst 80\xa0% rätt i samma omgång"
    )
    marked = PassRule(PassRuleKind.STEPS_DONE, 4, kind=StepKind.MARK_CHAIN)
    assert said(marked, 2, 4) == "Fyra intyg markerade, du har 2"
    rows = PassRule(PassRuleKind.ROWS_RIGHT, 10, of=12, kind=StepKind.TIMELINE)
    assert said(rows, 8, 10) == "Minst 10 av 12 rätt i tidslinjerna, du har 8"
    rating = PassRule(PassRuleKind.RATING, 3, kind=StepKind.OBSERVED)
    assert said(rating, 2.8, 3) == "Ett samtal som en kollega skattar till minst 3 av 5, du har 2,8"


def test_levels_refreshing_and_evidence_have_words_of_their_own() -> None:
    assert numbered_level(Level.APPLY) == "2\xa0Tillämpa"
    assert len({level_words(level).title for level in Level}) == len(Level)
    assert len({refresh_words(why) for why in Refresh}) == len(Refresh)
    assert len({evidence_kind_words(kind) for kind in EvidenceKind}) == len(EvidenceKind)
    assert all(form_words(kind.value) != kind.value for kind in StepKind)
