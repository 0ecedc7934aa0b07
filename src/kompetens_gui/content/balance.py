"""How a bank of cases is spread: sex, age, diagnoses, occupations' situations and difficulty, against the checklist."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kompetens_gui.domain.case import Case, DiagnosisGroup, Sex
from kompetens_gui.domain.rehabilitation_chain import Situation

# With fewer cases than this a share says nothing about the bank.
FEWEST_FOR_SHARES = 6
_AGE_BANDS = (
    ("under 20 år", 0, 19),
    ("20–34 år", 20, 34),
    ("35–49 år", 35, 49),
    ("50–66 år", 50, 66),
    ("67– år", 67, 200),
)
_SEX_WORDS: Mapping[Sex, str] = {Sex.WOMAN: "kvinna", Sex.MAN: "man", Sex.OTHER: "annat"}
_GROUP_WORDS: Mapping[DiagnosisGroup, str] = {
    DiagnosisGroup.MENTAL: "psykisk ohälsa",
    DiagnosisGroup.MUSCULOSKELETAL: "rörelseorgan",
    DiagnosisGroup.NEUROLOGY: "neurologi",
    DiagnosisGroup.CIRCULATORY: "hjärta och kärl",
    DiagnosisGroup.CANCER: "cancer",
    DiagnosisGroup.INFECTION: "infektion",
    DiagnosisGroup.OTHER: "övrigt",
}
_SITUATION_WORDS: Mapping[Situation, str] = {
    Situation.EMPLOYED: "anställd",
    Situation.UNEMPLOYED: "arbetslös",
    Situation.SELF_EMPLOYED: "egen företagare",
    Situation.ON_CALL: "behovsanställd",
    Situation.ON_LEAVE: "tjänstledig",
    Situation.CHILDCARE: "föräldraledig",
    Situation.STUDENT: "studerande",
}
_WANTED_SITUATIONS = (
    Situation.EMPLOYED,
    Situation.UNEMPLOYED,
    Situation.SELF_EMPLOYED,
    Situation.ON_CALL,
    Situation.STUDENT,
    Situation.CHILDCARE,
)


@dataclass(frozen=True)
class BalanceRow:
    """One dimension: how many cases of each sort, and what to think about."""

    title: str
    counts: tuple[tuple[str, int], ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subject:
    """Whom a piece of content is about, as the balance counts."""

    sex: Sex
    age: int
    diagnosis_group: DiagnosisGroup
    situation: Situation


def balance(cases: Sequence[Case]) -> tuple[BalanceRow, ...]:
    """Return the spread of a bank; nothing for an empty one."""
    if not cases:
        return ()
    subjects = [Subject(c.person.sex, c.person.age, c.diagnosis_group, c.sick_leave.situation) for c in cases]
    return (*subject_rows(subjects), _difficulties(cases))


def subject_rows(subjects: Sequence[Subject]) -> tuple[BalanceRow, ...]:
    """Return the spread of the persons."""
    return (_sex(subjects), age_row("Ålder", [s.age for s in subjects]), _groups(subjects), _situations(subjects))


def balance_lines(rows: Iterable[BalanceRow]) -> list[str]:
    """Return the report as lines of text."""
    lines = []
    for row in rows:
        total = sum(count for _, count in row.counts)
        shares = ", ".join(f"{label} {count} ({round(100 * count / total)} %)" for label, count in row.counts if count)
        lines.append(f"  {row.title}: {shares}")
        lines += [f"    Tänk på: {remark}" for remark in row.remarks]
    return lines


def sex_row(title: str, sexes: Sequence[Sex]) -> BalanceRow:
    """Return the spread of sex of any persons."""
    counts = Counter(sexes)
    both = counts[Sex.WOMAN] + counts[Sex.MAN]
    uneven = both >= FEWEST_FOR_SHARES and not 45 <= 100 * counts[Sex.WOMAN] / both <= 55
    remarks = ("kvinnor och män ska vara 45–55 % vardera.",) if uneven else ()
    return BalanceRow(title, tuple((_SEX_WORDS[s], counts[s]) for s in Sex), remarks)


def age_row(title: str, ages: Sequence[int]) -> BalanceRow:
    """Return the spread of age of any persons."""
    counts = {name: sum(low <= age <= high for age in ages) for name, low, high in _AGE_BANDS}
    remarks = tuple(
        f"{name} ska vara minst 20 %."
        for name, _, _ in _AGE_BANDS[1:4]
        if len(ages) >= FEWEST_FOR_SHARES and counts[name] < 0.2 * len(ages)
    )
    return BalanceRow(title, tuple(counts.items()), remarks)


def _sex(subjects: Sequence[Subject]) -> BalanceRow:
    row = sex_row("Kön", [s.sex for s in subjects])
    remarks = list(row.remarks)
    for group in (DiagnosisGroup.MENTAL, DiagnosisGroup.MUSCULOSKELETAL):
        sexes = Counter(s.sex for s in subjects if s.diagnosis_group == group)
        within = sexes[Sex.WOMAN] + sexes[Sex.MAN]
        if within >= FEWEST_FOR_SHARES and not 40 <= 100 * sexes[Sex.WOMAN] / within <= 60:
            share = round(100 * sexes[Sex.WOMAN] / within)
            remarks.append(f"i gruppen {_GROUP_WORDS[group]} ska andelen kvinnor vara 40–60 %, nu är den {share} %.")
    return BalanceRow(row.title, row.counts, tuple(remarks))


def _groups(subjects: Sequence[Subject]) -> BalanceRow:
    counts = Counter(s.diagnosis_group for s in subjects)
    remarks = []
    for group, count in counts.items():
        sexes = {s.sex for s in subjects if s.diagnosis_group == group}
        if count >= 2 and len(sexes) == 1:
            remarks.append(f"gruppen {_GROUP_WORDS[group]} har bara ett kön.")
    return BalanceRow("Diagnosgrupp", tuple((_GROUP_WORDS[g], counts[g]) for g in DiagnosisGroup), tuple(remarks))


def _situations(subjects: Sequence[Subject]) -> BalanceRow:
    counts = Counter(s.situation for s in subjects)
    lacking = [_SITUATION_WORDS[s] for s in _WANTED_SITUATIONS if not counts[s]]
    remarks = (f"inget fall med {', '.join(lacking)}.",) if lacking else ()
    return BalanceRow("Sysselsättning", tuple((_SITUATION_WORDS[s], counts[s]) for s in Situation), remarks)


def _difficulties(cases: Sequence[Case]) -> BalanceRow:
    counts = Counter(c.difficulty for c in cases)
    return BalanceRow("Svårighet", tuple((f"nivå {level}", counts[level]) for level in range(1, 5)))
