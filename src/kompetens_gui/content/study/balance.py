"""How the study content as a whole is spread: persons, competence areas, difficulty, and the bank of questions."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kompetens_gui.content.balance import FEWEST_FOR_SHARES, BalanceRow, Subject, subject_rows
from kompetens_gui.content.study.checks import head_of
from kompetens_gui.content.study.formats import QUESTIONS
from kompetens_gui.content.study.surroundings import CheckedContent
from kompetens_gui.domain.study.common import NameOrigin, StudyContentHead, StudyPerson
from kompetens_gui.domain.study.impulses import ImpulseCase
from kompetens_gui.domain.study.questions import KnowledgeItem
from kompetens_gui.domain.study.twin import TwinCase

_AREAS = tuple(f"K{number:02}" for number in range(1, 15))
_LEAST_OTHER_NAMES = 0.25
_ORIGIN_WORDS = {NameOrigin.NORDIC: "nordiskt", NameOrigin.OTHER: "annat"}


def study_balance(checked: Sequence[CheckedContent]) -> tuple[BalanceRow, ...]:
    """Return the spread of all content that is about someone; nothing when there is none."""
    about = [(c, head) for c in checked if (head := head_of(c.content)) is not None]
    subjects = [s for c, head in about for s in _subjects(c.content, head)]
    if not about:
        return ()
    heads = [head for _, head in about]
    return (*head_rows(heads, subjects), *_impulses(checked))


def head_rows(heads: Sequence[StudyContentHead], subjects: Sequence[Subject]) -> tuple[BalanceRow, ...]:
    """Return the spread of whom content is about, and of what it is about."""
    origins = origin_row("Namn", [h.person.name_origin for h in heads if h.person])
    persons = (*subject_rows(subjects), origins) if subjects else ()
    return (*persons, _areas(heads), _difficulties(heads))


def subject_of(person: StudyPerson) -> Subject:
    return Subject(person.sex, person.age, person.diagnosis_group, person.situation)


def question_balance(checked: Sequence[CheckedContent]) -> tuple[BalanceRow, ...]:
    """Return the spread of the bank of questions; nothing for an empty one."""
    items: list[KnowledgeItem] = [i for c in checked if c.format is QUESTIONS for i in c.content.items]
    if not items:
        return ()
    types = Counter(i.type.value for i in items)
    areas = Counter(i.area for i in items)
    versions = Counter(i.family for i in items)
    single = sorted({i.family for i in items if i.safety and versions[i.family] == 1})
    remark = f"säkerhetsfrågor med en enda version: {', '.join(single)}."
    counts = tuple(Counter(min(n, 3) for n in versions.values()).items())
    names = {1: "med en version", 2: "med två", 3: "med tre eller fler"}
    return (
        BalanceRow("Frågor efter slag", tuple(sorted(types.items()))),
        BalanceRow("Frågor efter område", tuple((a, areas[a]) for a in _AREAS)),
        BalanceRow(
            "Frågefamiljer",
            tuple((names[n], count) for n, count in sorted(counts)),
            (remark,) if single else (),
        ),
    )


def _subjects(content: object, head: StudyContentHead) -> Iterator[Subject]:
    """A twin case counts for both its versions; what else differs in them is nothing."""
    person = head.person
    if person is None:
        return
    sexes = [v.sex for v in content.versions] if isinstance(content, TwinCase) else [person.sex]
    for sex in sexes:
        yield replace(subject_of(person), sex=sex)


def origin_row(title: str, origins: Sequence[NameOrigin]) -> BalanceRow:
    """Return the spread of where names come from."""
    counts, total = Counter(origins), len(origins)
    few = total >= FEWEST_FOR_SHARES and counts[NameOrigin.OTHER] < _LEAST_OTHER_NAMES * total
    remarks = ("minst 25 % ska ha ett namn med annat ursprung än nordiskt.",) if few else ()
    return BalanceRow(title, tuple((word, counts[origin]) for origin, word in _ORIGIN_WORDS.items()), remarks)


def _areas(heads: Sequence[StudyContentHead]) -> BalanceRow:
    counts = Counter(area for h in heads for area in h.competence_areas)
    lacking = [area for area in _AREAS if not counts[area]]
    remarks = (f"inget innehåll om {', '.join(lacking)}.",) if lacking else ()
    return BalanceRow("Kompetensområde", tuple((a, counts[a]) for a in _AREAS), remarks)


def _difficulties(heads: Sequence[StudyContentHead]) -> BalanceRow:
    counts = Counter(h.difficulty for h in heads)
    return BalanceRow("Svårighet", tuple((f"nivå {level}", counts[level]) for level in range(1, 5)))


def _impulses(checked: Sequence[CheckedContent]) -> tuple[BalanceRow, ...]:
    cases = [c.content for c in checked if isinstance(c.content, ImpulseCase)]
    without = sum(not c.has_impulse for c in cases)
    counts = (("med impuls", len(cases) - without), ("utan impuls", without))
    return (BalanceRow("Impulsfall", counts),) if cases else ()
