"""The lists in resources/rules: words to mind, and intervals that measurements must lie in.

They are data, so that specialists can change them without us.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from kompetens_gui.content.case_model import Line, Model
from kompetens_gui.content.loading import checked_model
from kompetens_gui.content.yaml_reader import read_yaml


class WordRuleModel(Model):
    words: tuple[Line, ...] = Field(min_length=1)
    advice: Line


class WordListModel(Model):
    """The file wordlist.yaml."""

    schema_version: Literal[1] = Field(alias="schema")
    guilt: tuple[WordRuleModel, ...] = ()
    avoid: tuple[WordRuleModel, ...] = ()
    rule_words: tuple[WordRuleModel, ...] = ()
    doubtful: tuple[WordRuleModel, ...] = ()


class ScaleModel(Model):
    names: tuple[Line, ...] = Field(min_length=1)
    lowest: float
    highest: float
    not_unit: str = ""


class ScalesModel(Model):
    """The file scales.yaml."""

    schema_version: Literal[1] = Field(alias="schema")
    scales: tuple[ScaleModel, ...] = ()


@dataclass(frozen=True)
class WordRule:
    """Words that are looked for together, and what to do instead."""

    pattern: re.Pattern[str]
    advice: str


@dataclass(frozen=True)
class Scale:
    """A measurement and the values it can have."""

    name: str
    lowest: float
    highest: float
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class RuleLists:
    """Everything the checks look up."""

    guilt: tuple[WordRule, ...] = ()
    avoid: tuple[WordRule, ...] = ()
    rule_words: tuple[WordRule, ...] = ()
    doubtful: tuple[WordRule, ...] = ()
    scales: tuple[Scale, ...] = ()


def rules_folder() -> Path:
    """Return where the lists lie: in the installed package, or in the source tree."""
    installed = Path(__file__).parents[1] / "_data" / "resources" / "rules"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "resources" / "rules"


@cache
def load_rule_lists(folder: Path | None = None) -> RuleLists:
    """Read both lists; ContentInvalid tells what is wrong with them."""
    folder = folder or rules_folder()
    words = checked_model(read_yaml(folder / "wordlist.yaml"), WordListModel)
    scales = checked_model(read_yaml(folder / "scales.yaml"), ScalesModel)
    return RuleLists(
        guilt=_word_rules(words.guilt),
        avoid=_word_rules(words.avoid),
        rule_words=_word_rules(words.rule_words),
        doubtful=_word_rules(words.doubtful),
        scales=tuple(_scale(s) for s in scales.scales),
    )


def _word_rules(models: tuple[WordRuleModel, ...]) -> tuple[WordRule, ...]:
    return tuple(WordRule(_any_of(m.words), m.advice) for m in models)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    parts = [re.escape(w.rstrip("*")).replace(r"\ ", r"\s+") + (r"\w*" if w.endswith("*") else "") for w in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def _scale(model: ScaleModel) -> Scale:
    names = "|".join(re.escape(n) for n in sorted(model.names, key=len, reverse=True))
    between = r"(?:\s*(?:[=:]|är|var|på|ca|cirka|omkring|visar|visade|gav|ger|poäng|summa|från|sjönk|steg|till))*"
    number = r"(-?\d{1,3}(?:[.,]\d+)?)(?!\d)(?!-\d\d-)"
    unit = rf"(?!\s*{re.escape(model.not_unit)}\b)" if model.not_unit else ""
    more = rf"(?:\s*(?:[–/-]|till|av)\s*{number}{unit})?"
    # Measurements are written in capitals, so "EF" is not found in "ef-" and "VAS" not in "vas".
    pattern = re.compile(rf"(?<![\w-])(?:{names})(?![\w-]){between}\s*{number}{unit}{more}")
    return Scale(model.names[0], model.lowest, model.highest, pattern)
