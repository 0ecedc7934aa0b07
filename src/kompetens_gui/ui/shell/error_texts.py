"""Words for every expected error: what has happened, and what to do about it.

`explain` is a `singledispatch`; a test requires words for each subclass of `KompetensError`. Words for the stable
reasons that some errors carry are in `reason_texts.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain import errors
from kompetens_gui.ui.shell import reason_texts as reasons

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ErrorText:
    """What a person reads: a short title and a sentence on what to do."""

    title: str
    what_to_do: str


def is_expected(error: BaseException) -> bool:
    """Tell whether the error is one we have words for."""
    return isinstance(error, errors.KompetensError)


def is_silent(error: BaseException) -> bool:
    """Tell whether the person already knows, so that nothing need be said."""
    return isinstance(error, errors.Cancelled)


@singledispatch
def explain(error: BaseException) -> ErrorText:
    """Give the words for an error."""
    return ErrorText(
        translate("ErrorTexts", "Något gick fel i programmet"),
        translate("ErrorTexts", "Det som redan är sparat finns kvar. Försök igen."),
    )


@explain.register
def _(error: errors.SpanNotFound) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Markeringen går inte att hitta"),
        translate("ErrorTexts", "”{quote}” står inte i fält {field}. Markera texten igen.").format(
            quote=error.quote, field=error.field
        ),
    )


@explain.register
def _(error: errors.ActivityRefused) -> ErrorText:
    return ErrorText(translate("ErrorTexts", "Det går inte just nu"), reasons.activity(error.reason))


@explain.register
def _(error: errors.LinkRefused) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "De två går inte att länka"),
        translate(
            "ErrorTexts", "En länk går från D till F och från F till A. Välj {source} först och sedan nästa led."
        ).format(source=min(error.source_kind, error.target_kind, key="DFAWB".find)),
    )


@explain.register
def _(error: errors.SessionNotRunning) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Träffen är inte i gång"),
        translate("ErrorTexts", "Öppna den från översikten och välj Starta."),
    )


@explain.register
def _(error: errors.SessionAlreadyRunning) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "En annan träff är i gång"),
        translate("ErrorTexts", "Fortsätt eller avsluta ”{title}” först.").format(title=error.title),
    )


@explain.register
def _(error: errors.SessionNotReady) -> ErrorText:
    lacking = ", ".join(reasons.lacking(what) for what in error.missing)
    return ErrorText(
        translate("ErrorTexts", "Träffen är inte redo att starta"),
        translate("ErrorTexts", "Det här saknas: {lacking}.").format(lacking=lacking),
    )


@explain.register
def _(error: errors.MaterialMissing) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Material saknas till ”{item}”").format(item=error.item),
        translate(
            "ErrorTexts", "Filen för ”{ref}” finns inte eller går inte att läsa. Välj annat material i planen."
        ).format(ref=error.ref),
    )


@explain.register
def _(error: errors.TemplateRefused) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Mallen går inte att använda så"), reasons.template(error.reason, error.name)
    )


@explain.register
def _(error: errors.SessionLocked) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Planen är låst"),
        translate("ErrorTexts", "Träffen har startat. Ändra tider och ordning i ledarvyn, eller kopiera planen."),
    )


@explain.register
def _(error: errors.NotFound) -> ErrorText:
    return ErrorText(
        reasons.not_found(error.what),
        translate("ErrorTexts", "Det kan ha tagits bort. Gå tillbaka och välj igen."),
    )


@explain.register
def _(error: errors.NothingToUndo) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Det finns inget mer att ångra"),
        translate("ErrorTexts", "Du är tillbaka där momentet började."),
    )


@explain.register
def _(error: errors.UnknownActivityKind) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Ett moment är okänt"),
        translate(
            "ErrorTexts", "Planen innehåller ”{kind}”, som den här versionen inte har. Uppdatera Kompetens."
        ).format(kind=error.kind),
    )


@explain.register
def _(error: errors.InvalidSettings) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Momentets inställning går inte att använda"),
        translate("ErrorTexts", "Öppna momentet i planen och ändra ”{setting}”.").format(
            setting=reasons.setting(error.setting)
        ),
    )


@explain.register
def _(error: errors.InvalidValue) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Det som är skrivet går inte att använda"),
        reasons.value(error.field, error.reason),
    )


@explain.register
def _(error: errors.CourseCertificateRefused) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Kursintyget kan inte ändras så"),
        reasons.course_certificate(error.reason, error.who),
    )


@explain.register
def _(error: errors.ChoiceNotOffered) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Valet finns inte här"),
        translate("ErrorTexts", "Det bygger på tidigare val. Välj något av det som står, eller spola tillbaka."),
    )


@explain.register
def _(error: errors.StepOutOfReach) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Det går inte att spola dit"),
        translate("ErrorTexts", "Du har gjort {steps} val. Välj ett steg på vägen du har gått.").format(
            steps=error.steps
        ),
    )


@explain.register
def _(error: errors.ContentInvalid) -> ErrorText:
    if not error.problems:
        return ErrorText(
            translate("ErrorTexts", "Filen har fel i innehållet"),
            translate("ErrorTexts", "Kontrollera den med kompetens validate."),
        )
    first = error.problems[0]
    return ErrorText(
        translate("ErrorTexts", "{file} har fel på rad {line}").format(file=_name(first.path), line=first.line),
        f"{first.what}. {first.advice}",
    )


@explain.register
def _(error: errors.CaseMissing) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Fallet finns inte i fallbanken"),
        translate("ErrorTexts", "Välj ett annat fall i planen, eller lägg tillbaka fallet i banken."),
    )


@explain.register
def _(error: errors.UnknownExerciseKind) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Ett slags övning är okänt"),
        translate(
            "ErrorTexts", "Studievägen innehåller ”{kind}”, som den här versionen inte har. Uppdatera Kompetens."
        ).format(kind=error.kind),
    )


@explain.register
def _(error: errors.AttemptNotOpen) -> ErrorText:
    return ErrorText(translate("ErrorTexts", "Övningen tar inte emot svar just nu"), reasons.attempt(error.reason))


@explain.register
def _(error: errors.StudyContentMissing) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Övningens innehåll går inte att öppna"),
        translate(
            "ErrorTexts", "”{ref}” saknas eller har fel i filen. Gör ett annat steg så länge; det du gjort finns kvar."
        ).format(ref=error.ref or error.kind),
    )


@explain.register
def _(error: errors.ModuleLocked) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Modulen är inte öppen än"),
        translate("ErrorTexts", "”{title}” öppnas när du är klar med: {others}.").format(
            title=error.title, others=", ".join(error.waits_for)
        ),
    )


@explain.register
def _(error: errors.PinWrong) -> ErrorText:
    title = translate("ErrorTexts", "Koden stämmer inte")
    if error.wait_seconds <= 0:
        return ErrorText(title, translate("ErrorTexts", "Skriv den igen. En handledare kan ta bort en glömd kod."))
    wait = translate("ErrorTexts", "Vänta {seconds} sekunder innan du försöker igen.")
    return ErrorText(title, wait.format(seconds=error.wait_seconds))


@explain.register
def _(error: errors.SignOffRefused) -> ErrorText:
    return ErrorText(translate("ErrorTexts", "Godkännandet går inte att ge så"), reasons.sign_off(error.reason))


@explain.register
def _(error: errors.SignOffCodeRefused) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Begäran eller svaret går inte att använda"),
        reasons.sign_off_code(error.reason, error.who),
    )


@explain.register
def _(error: errors.SigningKeyRefused) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Nyckeln för kursintyg går inte att använda"),
        reasons.signing_key(error.reason, error.issuer),
    )


@explain.register
def _(error: errors.SharedFileRefused) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Filen från utfärdaren går inte att använda"),
        reasons.shared_file(error.reason, error.issuer),
    )


@explain.register
def _(error: errors.DiskFull) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Disken är full"),
        translate("ErrorTexts", "Det senaste är inte sparat. Frigör plats och försök igen; allt tidigare finns kvar."),
    )


@explain.register
def _(error: errors.FolderNotWritable) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Det går inte att skriva i mappen"),
        translate("ErrorTexts", "Välj en annan mapp, eller be den som sköter datorn om skrivrätt till {path}.").format(
            path=error.path
        ),
    )


@explain.register
def _(error: errors.DataInUse) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Kompetens är redan öppet"),
        translate("ErrorTexts", "Gå till fönstret som är öppet, eller stäng det först."),
    )


@explain.register
def _(error: errors.DatabaseTooNew) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Uppgifterna är skrivna av en nyare version"),
        translate("ErrorTexts", "Uppdatera Kompetens. Inget har ändrats."),
    )


@explain.register
def _(error: errors.DatabaseDamaged) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Uppgifterna går inte att läsa"),
        translate("ErrorTexts", "Läs tillbaka den senaste säkerhetskopian. Den skadade filen är kvar orörd."),
    )


@explain.register
def _(error: errors.StorageFailed) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Det gick inte att spara"),
        translate(
            "ErrorTexts", "Kontrollera att disken är ansluten och försök igen. Det som redan sparats finns kvar."
        ),
    )


@explain.register
def _(error: errors.FileUnreadable) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "{file} går inte att läsa").format(file=_name(error.path)), reasons.file(error.reason)
    )


@explain.register
def _(error: errors.GroupFileRefused) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Gruppens fil lästes inte in"),
        reasons.group_file(error.reason, error.group, error.number),
    )


@explain.register
def _(error: errors.FileNotWritten) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "{file} kunde inte sparas").format(file=_name(error.path)),
        reasons.not_written(error.reason),
    )


@explain.register
def _(error: errors.BackupInvalid) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "{file} går inte att använda som säkerhetskopia").format(file=_name(error.path)),
        reasons.backup(error.reason),
    )


@explain.register
def _(error: errors.ParticipantListInvalid) -> ErrorText:
    title = translate("ErrorTexts", "Deltagarlistan går inte att läsa")
    if error.line:
        title = translate("ErrorTexts", "Deltagarlistan går inte att läsa, rad {line}").format(line=error.line)
    return ErrorText(title, reasons.participant_list(error.reason))


@explain.register
def _(error: errors.QuestionListInvalid) -> ErrorText:
    what_to_do = translate("ErrorTexts", "Skriv en fråga på varje rad.")
    if error.reason == "too_long":
        what_to_do = translate("ErrorTexts", "Dela listan. Högst {most} rader läses åt gången.").format(most=error.most)
    return ErrorText(translate("ErrorTexts", "Listan med frågor går inte att läsa"), what_to_do)


@explain.register
def _(error: errors.PrinterUnavailable) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Ingen skrivare går att använda"),
        translate("ErrorTexts", "Anslut en skrivare, eller spara som PDF och skriv ut senare."),
    )


@explain.register
def _(error: errors.Cancelled) -> ErrorText:
    return ErrorText(
        translate("ErrorTexts", "Avbrutet"), translate("ErrorTexts", "Inget halvfärdigt har lämnats kvar.")
    )


def _name(path: str) -> str:
    return PurePath(path.replace("\\", "/")).name or path
