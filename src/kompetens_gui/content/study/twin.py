"""Twin versions of one story: exercises/twin/<id>.yaml. The texts may differ in name and pronouns alone."""

import difflib
from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import Field

from kompetens_gui.content.case_model import Line, Model, NodeKey, SourceModel, Text, WholeNumber
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.language_checks import WholeText
from kompetens_gui.content.study.head_model import HeadModel, SexKey, repeated, to_head, to_source
from kompetens_gui.content.text_measures import sentences, words
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.study.twin import TwinCase, TwinFact, TwinOption, TwinQuestion, TwinVersion

_MOST_LENGTH_DIFFERENCE = 0.1
# Words that follow from whom the text is about. Anything else that differs is a difference in the story.
_OF_SEX = frozenset((
    "han", "hon", "hen", "honom", "henne", "hans", "hennes", "hens", "man", "kvinna", "mannen", "kvinnan", "mannens",
    "kvinnans", "pojke", "flicka", "pappa", "mamma", "pappan", "mamman", "far", "mor", "fru", "make", "maka", "hustru",
    "sambo", "son", "dotter", "bror", "syster",
))  # fmt: skip


class TwinVersionModel(Model):
    key: NodeKey
    name: Line
    age: WholeNumber = Field(ge=16, le=75)
    sex: SexKey
    text: Text


class TwinOptionModel(Model):
    id: NodeKey
    text: Text


class TwinQuestionModel(Model):
    id: NodeKey
    finger: WholeNumber = Field(
        ge=1, le=5, description="1 psykisk ohälsa, 2 levnadsvanor, 3 våld och otrygghet, 4 arbete, 5 åtgärd."
    )
    text: Text
    options: tuple[TwinOptionModel, ...] = Field(min_length=2, max_length=7)


class TwinFactModel(Model):
    text: Text
    source: SourceModel


class TwinModel(HeadModel):
    """A whole twin case."""

    versions: tuple[TwinVersionModel, ...] = Field(min_length=2, max_length=2, description="Exakt två.")
    questions: tuple[TwinQuestionModel, ...] = Field(min_length=5, max_length=8)
    reflection: tuple[Text, ...] = Field(min_length=3, max_length=5)
    facts: tuple[TwinFactModel, ...] = Field((), max_length=10)


def to_twin_case(model: TwinModel) -> TwinCase:
    return TwinCase(
        head=to_head(model),
        versions=tuple(TwinVersion(v.key, v.name, v.age, Sex(v.sex), v.text) for v in model.versions),
        questions=tuple(
            TwinQuestion(q.id, q.finger, q.text, tuple(TwinOption(o.id, o.text) for o in q.options))
            for q in model.questions
        ),
        reflection=model.reflection,
        facts=tuple(TwinFact(f.text, to_source(f.source)) for f in model.facts),
    )


def problems(case: TwinCase, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield ids that stand twice."""
    yield from repeated((v.key for v in case.versions), ("versions",), "key", document)
    yield from repeated((q.id for q in case.questions), ("questions",), "id", document)
    for i, question in enumerate(case.questions):
        at: Where = ("questions", i, "options")
        yield from repeated((o.id for o in question.options), at, "id", document)


def findings(case: TwinCase, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield differences between the versions other than whom they are about."""
    first, second = case.versions
    if first.sex == second.sex:
        what = "Båda versionerna har samma kön, så det finns ingen skillnad att pröva."
        yield Finding(Weight.BLOCKS_READY, document.problem(("versions", 1, "sex"), what, "Ändra det ena."))
    if first.age != second.age:
        what = f"Versionerna har olika ålder: {first.age} och {second.age} år."
        yield Finding(Weight.BLOCKS_READY, document.problem(("versions", 1, "age"), what, "Låt bara könet skilja."))
    where: Where = ("versions", 1, "text")
    lengths = len(first.text), len(second.text)
    if max(lengths) - min(lengths) > _MOST_LENGTH_DIFFERENCE * max(lengths):
        what = f"Texterna är olika långa: {lengths[0]} och {lengths[1]} tecken."
        advice = "Låt dem skilja högst 10 procent: samma text med annat namn och pronomen."
        yield Finding(Weight.BLOCKS_READY, document.problem(where, what, advice))
    counts = len(sentences(first.text)), len(sentences(second.text))
    if counts[0] != counts[1]:
        what = f"Texterna har olika många meningar: {counts[0]} och {counts[1]}."
        yield Finding(Weight.BLOCKS_READY, document.problem(where, what, "Skriv samma meningar i båda."))
    other = [f"{a or '–'} / {b or '–'}" for a, b in _differences(case) if not _is_of_person(a, b, case)]
    if other:
        what = f"Texterna skiljer i mer än namn och pronomen: {'; '.join(other[:4])}."
        yield Finding(Weight.WARNING, document.problem(where, what, "Låt resten vara ordagrant lika."))
    for i, fact in enumerate(case.facts):
        if fact.source.certainty == "check":
            what = "Ett faktum vilar på en källa som inte är kontrollerad."
            at: Where = ("facts", i, "source")
            advice = "Kontrollera källan och ändra certainty, eller ta bort faktumet."
            yield Finding(Weight.BLOCKS_READY, document.problem(at, what, advice))


def _differences(case: TwinCase) -> Iterator[tuple[str, str]]:
    first, second = (words(v.text) for v in case.versions)
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield " ".join(first[a:b]), " ".join(second[c:d])


def _is_of_person(a: str, b: str, case: TwinCase) -> bool:
    names = {v.name.casefold() for v in case.versions} | {f"{v.name.casefold()}s" for v in case.versions}
    allowed = _OF_SEX | names
    return all(w in allowed for w in f"{a} {b}".casefold().split())


def wholes(case: TwinCase) -> Iterable[WholeText]:
    return (WholeText("versions", ("versions", 0, "text"), case.versions[0].text),)
