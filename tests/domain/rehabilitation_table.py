"""The test table of the rehabilitation chain, row by row as the rules' specialists wrote it down."""

from dataclasses import dataclass
from datetime import date

from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.rehabilitation_rule_set import Certainty, Ground
from kompetens_gui.domain.rehabilitation_rules import AssessmentQuestion, SickPeriod

CERTAIN, PROBABLE, CHECK = Certainty.CERTAIN, Certainty.PROBABLE, Certainty.CHECK
OWN, EMPLOYER, MARKET, ON_CALL = Ground.OWN, Ground.EMPLOYER, Ground.MARKET, Ground.ON_CALL
FIRST_PERIOD = SickPeriod(date(2026, 1, 12), date(2026, 3, 22))


@dataclass(frozen=True)
class Row:
    """A row of the test table; `ground` is None where the table says that the answer has to be checked."""

    number: int
    situation: str
    start: str
    exam: str
    day: int
    ground: Ground | None
    version: str
    certainty: Certainty = CERTAIN
    asked: str | None = None
    holds: str | None = None
    age: int | None = None
    earlier: tuple[SickPeriod, ...] = ()
    ended: str | None = None

    def question(self) -> AssessmentQuestion:
        return AssessmentQuestion(
            start=date.fromisoformat(self.start),
            exam=date.fromisoformat(self.exam),
            situation=Situation(self.situation),
            exception=self.asked,
            age=self.age,
            earlier_periods=self.earlier,
            employment_ended=date.fromisoformat(self.ended) if self.ended else None,
        )


PREDOMINANT, BEFORE_550, OLDER = "predominant_reasons", "special_reasons_550", "older_worker"
TABLE = [
    Row(1, "employed", "2026-03-02", "2026-03-20", 19, OWN, "RV4"),
    Row(2, "employed", "2026-03-02", "2026-05-30", 90, OWN, "RV4"),
    Row(3, "employed", "2026-03-02", "2026-05-31", 91, EMPLOYER, "RV4"),
    Row(4, "employed", "2026-03-02", "2026-08-28", 180, EMPLOYER, "RV4"),
    Row(5, "employed", "2026-03-02", "2026-08-29", 181, MARKET, "RV4"),
    Row(6, "employed", "2026-03-02", "2026-08-29", 181, EMPLOYER, "RV4", asked=PREDOMINANT, holds=PREDOMINANT),
    Row(7, "employed", "2026-03-02", "2027-03-01", 365, EMPLOYER, "RV4", asked=PREDOMINANT, holds=PREDOMINANT),
    Row(8, "employed", "2026-03-02", "2027-03-02", 366, MARKET, "RV4", asked=PREDOMINANT),
    Row(9, "employed", "2025-01-13", "2026-02-16", 400, EMPLOYER, "RV4", asked=BEFORE_550, holds=BEFORE_550),
    Row(10, "employed", "2025-01-13", "2026-07-16", 550, None, "RV4", CHECK, asked=BEFORE_550),
    Row(11, "employed", "2025-01-13", "2026-07-17", 551, MARKET, "RV4", asked=BEFORE_550),
    Row(12, "employed", "2025-01-13", "2026-12-13", 700, EMPLOYER, "RV4", asked="unreasonable", holds="unreasonable"),
    Row(13, "unemployed", "2026-01-12", "2026-01-12", 1, MARKET, "RV4"),
    Row(14, "unemployed", "2022-08-15", "2022-08-31", 17, MARKET, "RV3"),
    Row(15, "unemployed", "2022-08-15", "2022-09-01", 18, MARKET, "RV4"),
    Row(16, "self_employed", "2026-03-02", "2026-05-31", 91, OWN, "RV4"),
    Row(17, "self_employed", "2026-03-02", "2026-08-28", 180, OWN, "RV4"),
    Row(18, "self_employed", "2026-03-02", "2026-08-29", 181, MARKET, "RV4"),
    Row(19, "self_employed", "2026-03-02", "2026-08-29", 181, None, "RV4", CHECK, asked=PREDOMINANT),
    Row(20, "employed", "2019-03-04", "2019-08-31", 181, EMPLOYER, "RV1",
        asked="special_reasons_rv1", holds="special_reasons_rv1"),
    Row(21, "employed", "2019-03-04", "2019-08-31", 181, MARKET, "RV1", PROBABLE, asked=PREDOMINANT),
    Row(22, "employed", "2019-03-04", "2020-03-03", 366, MARKET, "RV1"),
    Row(23, "employed", "2020-09-07", "2021-03-10", 185, MARKET, "RV1", PROBABLE, asked=PREDOMINANT),
    Row(24, "employed", "2020-09-07", "2021-03-15", 190, EMPLOYER, "RV2", PROBABLE,
        asked=PREDOMINANT, holds=PREDOMINANT),
    Row(25, "employed", "2021-02-01", "2022-01-31", 365, EMPLOYER, "RV2", asked=PREDOMINANT, holds=PREDOMINANT),
    Row(26, "employed", "2021-02-01", "2022-02-01", 366, EMPLOYER, "RV3", PROBABLE,
        asked=BEFORE_550, holds=BEFORE_550),
    Row(27, "employed", "2022-02-21", "2022-08-31", 192, MARKET, "RV3"),
    Row(28, "employed", "2022-02-21", "2022-09-01", 193, MARKET, "RV4"),
    Row(29, "employed", "2022-02-14", "2022-08-13", 181, EMPLOYER, "RV3", asked=OLDER, holds=OLDER, age=62),
    Row(30, "employed", "2024-05-06", "2024-11-02", 181, MARKET, "RV4", PROBABLE, asked=OLDER, age=62),
    Row(31, "employed", "2024-05-06", "2024-11-02", 181, EMPLOYER, "RV4", asked=OLDER, holds=OLDER, age=63),
    Row(32, "employed", "2026-01-12", "2026-07-11", 181, None, "RV4", CHECK, asked=OLDER, age=63),
    Row(33, "employed", "2026-01-12", "2026-07-11", 181, None, "RV4", CHECK, asked=OLDER, age=66),
    Row(34, "on_call", "2023-02-06", "2023-05-06", 90, ON_CALL, "RV4"),
    Row(35, "on_call", "2023-02-06", "2023-05-07", 91, MARKET, "RV4"),
    Row(36, "on_call", "2021-01-11", "2021-02-09", 30, MARKET, "RV1", PROBABLE),
    Row(37, "employed", "2026-03-02", "2026-05-31", 91, EMPLOYER, "RV4"),
    Row(38, "employed", "2026-05-22", "2026-05-22", 71, OWN, "RV4", earlier=(FIRST_PERIOD,)),
    Row(39, "employed", "2026-05-22", "2026-06-11", 91, EMPLOYER, "RV4", earlier=(FIRST_PERIOD,)),
    Row(40, "employed", "2026-07-21", "2026-07-21", 1, OWN, "RV4", earlier=(FIRST_PERIOD,)),
    Row(41, "employed", "2026-06-21", "2026-06-21", 71, None, "RV4", CHECK, earlier=(FIRST_PERIOD,)),
    Row(42, "on_leave", "2026-03-02", "2026-03-10", 9, MARKET, "RV4"),
    Row(43, "employed", "2026-03-02", "2026-05-11", 71, MARKET, "RV4", PROBABLE, ended="2026-05-10"),
    Row(44, "childcare", "2026-03-02", "2026-03-20", 19, Ground.CHILDCARE, "RV4", PROBABLE),
    Row(45, "employed", "2023-02-06", "2023-08-05", 181, EMPLOYER, "RV4",
        asked="covid_delayed_care", holds="covid_delayed_care"),
    Row(46, "employed", "2023-02-06", "2024-01-15", 344, MARKET, "RV4", asked="covid_delayed_care"),
]  # fmt: skip
