"""What can be expected to go wrong, as facts. The sentences people read are worded in `ui/shell/error_texts.py`."""

from dataclasses import dataclass


class KompetensError(Exception):
    """An expected fault. Subclasses carry facts, never sentences."""


@dataclass
class SpanNotFound(KompetensError):
    """A quote that does not occur (often enough) in the named field of a medical certificate."""

    field: str
    quote: str
    occurrence: int = 1


@dataclass
class ActivityRefused(KompetensError):
    """The current state of an activity does not allow what was proposed; `reason` is a stable word."""

    reason: str


@dataclass
class LinkRefused(KompetensError):
    """Two nodes cannot be linked in that direction."""

    source_kind: str
    target_kind: str


@dataclass
class SessionNotRunning(KompetensError):
    """Something was proposed to a workshop session that is not running."""

    session_id: str


@dataclass
class SessionAlreadyRunning(KompetensError):
    """Another workshop session is running and has to be closed or continued first."""

    session_id: str
    title: str


@dataclass
class SessionNotReady(KompetensError):
    """A workshop session lacks what it must have before it can start."""

    missing: tuple[str, ...]


@dataclass
class MaterialMissing(KompetensError):
    """An agenda item names material that is not there or cannot be read; `ref` is the reference as it is written."""

    ref: str
    item: str


@dataclass
class TemplateRefused(KompetensError):
    """A session template cannot be read, kept or changed; nothing has been written. `reason` is a stable word."""

    reason: str
    name: str = ""


@dataclass
class SessionLocked(KompetensError):
    """The plan of a workshop session that has started can no longer be changed."""

    session_id: str


@dataclass
class NotFound(KompetensError):
    """Something that was asked for by id does not exist (any more)."""

    what: str
    id: str


@dataclass
class NothingToUndo(KompetensError):
    """Undo was asked for and no step is left that can be undone."""


@dataclass
class UnknownActivityKind(KompetensError):
    """A plan or a log names an activity kind that this copy of the program does not have."""

    kind: str


@dataclass
class InvalidSettings(KompetensError):
    """Settings of an agenda item do not fit its activity kind."""

    kind: str
    setting: str


@dataclass
class InvalidValue(KompetensError):
    """A value given by a person cannot be used; `field` and `reason` are stable words."""

    field: str
    reason: str
    value: str = ""


@dataclass
class CourseCertificateRefused(KompetensError):
    """A course certificate cannot be issued, re-issued or revoked; `reason` is a stable word."""

    reason: str
    who: str = ""


@dataclass
class ChoiceNotOffered(KompetensError):
    """A choice of a branching case cannot be made at the node where the player stands."""

    case_id: str
    node: str
    choice: str


@dataclass
class StepOutOfReach(KompetensError):
    """A rewind to a step that has not been made; steps count from 0, the start."""

    step: int
    steps: int


# ------------------------------------------------------------ self-study


@dataclass
class UnknownExerciseKind(KompetensError):
    """A path or an attempt names an exercise kind that this copy of the program does not have."""

    kind: str


@dataclass
class AttemptNotOpen(KompetensError):
    """Something was answered in an attempt that takes no answers; `reason` is left, finished or elsewhere."""

    attempt_id: str
    reason: str


@dataclass
class StudyContentMissing(KompetensError):
    """A step of a path leans on content that is not there, or cannot be used as it stands."""

    kind: str
    ref: str


@dataclass
class ModuleLocked(KompetensError):
    """A module waits for others; `waits_for` are their titles."""

    title: str
    waits_for: tuple[str, ...]


@dataclass
class PinWrong(KompetensError):
    """A PIN was wrong, or it is too early for the next try; `wait_seconds` is how long to wait, 0 for not at all."""

    wait_seconds: int


@dataclass
class SignOffRefused(KompetensError):
    """A sign-off cannot be given; `reason` is a stable word."""

    reason: str


@dataclass
class SignOffCodeRefused(KompetensError):
    """A request for a sign-off, or the answer to one, cannot be used; nothing has been changed. `reason` is stable."""

    reason: str
    who: str = ""


# ------------------------------------------------------------ signed course certificates


@dataclass
class SigningKeyRefused(KompetensError):
    """A private key cannot be used, kept or put back; `reason` is a stable word."""

    reason: str
    issuer: str = ""


@dataclass
class SharedFileRefused(KompetensError):
    """A file from another issuer (keys, revocations) cannot be used; nothing has been changed. `reason` is stable."""

    reason: str
    issuer: str = ""


# ------------------------------------------------------------ content


@dataclass
class ContentProblem:
    """One fault in a content file: where it is, what is wrong and what to do about it (Swedish, for the author)."""

    path: str
    line: int
    what: str
    advice: str
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what} — {self.advice}"


@dataclass
class ContentInvalid(KompetensError):
    """A content file cannot be used."""

    problems: tuple[ContentProblem, ...]


@dataclass
class CaseMissing(KompetensError):
    """A plan refers to a case that is not in the bank."""

    case_id: str


# ------------------------------------------------------------ surroundings


@dataclass
class DiskFull(KompetensError):
    """There was no room to write; nothing half-written is left behind."""

    path: str


@dataclass
class FolderNotWritable(KompetensError):
    """A folder that must be written to is read-only or missing."""

    path: str


@dataclass
class DataInUse(KompetensError):
    """Another copy of the program has the same data folder open."""

    path: str


@dataclass
class DatabaseTooNew(KompetensError):
    """The database was written by a newer version of the program."""

    path: str
    found: str


@dataclass
class DatabaseDamaged(KompetensError):
    """The database cannot be read."""

    path: str


@dataclass
class StorageFailed(KompetensError):
    """Writing or reading the database failed for a reason of its surroundings (locked, lost, full)."""

    path: str
    cause: str


@dataclass
class FileUnreadable(KompetensError):
    """A file chosen by a person cannot be read; `reason` is a stable word."""

    path: str
    reason: str


@dataclass
class GroupFileRefused(KompetensError):
    """A group's file was not read in; `group` is the name of the group it belongs to, `number` a question from 1."""

    reason: str
    group: str = ""
    number: int = 0


@dataclass
class FileNotWritten(KompetensError):
    """A file could not be written; whatever stood there before is untouched."""

    path: str
    reason: str


@dataclass
class BackupInvalid(KompetensError):
    """A backup file is not a backup, or is damaged."""

    path: str
    reason: str


@dataclass
class ParticipantListInvalid(KompetensError):
    """A participant list could not be understood; `line` counts from one, 0 for the whole."""

    reason: str
    line: int = 0


@dataclass
class QuestionListInvalid(KompetensError):
    """A list of questions could not be understood; `most` is how many lines it may have."""

    reason: str
    most: int = 0


@dataclass
class PrinterUnavailable(KompetensError):
    """Printing was asked for and no printer can be used."""


@dataclass
class Cancelled(KompetensError):
    """The person cancelled long work; nothing half-done is left behind."""
