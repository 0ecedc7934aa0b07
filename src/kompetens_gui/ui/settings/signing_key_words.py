"""What is said of the organisation's signing key, and of what can be done with it."""

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.swedish_time import local
from kompetens_gui.services.credential_ports import KeyState
from kompetens_gui.services.date_words import day_words
from kompetens_gui.services.signing_keys import KeyStanding

translate = QCoreApplication.translate


def what_it_is() -> str:
    return translate(
        "SigningKey",
        "Varje kursintyg skrivs under med er nyckel. Den som har er öppna nyckel kan kontrollera intyget utan nät. "
        "Den hemliga delen ligger i en fil på den här datorn och lämnas aldrig ut.",
    )


def standing_words(standing: KeyStanding) -> str:
    """Return whose key it is, from when, and what can be done with it now."""
    key = standing.own.key
    state = {
        KeyState.READY: translate("SigningKey", "Nyckeln är redo att skriva under."),
        KeyState.LOCKED: translate("SigningKey", "Nyckeln är låst. Lås upp den innan nästa kursintyg utfärdas."),
        KeyState.MISSING: translate("SigningKey", "Nyckelfilen finns inte på datorn. Inget kan skrivas under."),
        KeyState.DAMAGED: translate("SigningKey", "Nyckelfilen är skadad. Inget kan skrivas under."),
    }[standing.state]
    if standing.state == KeyState.READY:
        more = translate("SigningKey", "Den har inget lösenord.")
        if standing.is_protected:
            more = translate("SigningKey", "Den har ett lösenord och är upplåst tills programmet stängs.")
        state = f"{state} {more}"
    made = translate("SigningKey", "{issuer}, gjord {day}.").format(
        issuer=key.issuer, day=day_words(local(key.made_at).date())
    )
    return f"{made} {state}"


def no_issuer() -> str:
    return translate("SigningKey", "Skriv organisationens namn överst först. Nyckeln hör till namnet.")


def no_key() -> str:
    return translate(
        "SigningKey", "Ingen nyckel än. Den görs av sig själv när det första kursintyget utfärdas, eller nu."
    )


def after_backup() -> str:
    return translate(
        "SigningKey", "Lägg filen på ett annat ställe än datorn, och lösenordet på ett annat ställe än filen."
    )


def before_change() -> str:
    return translate(
        "SigningKey",
        "Den gamla nyckeln skriver under den nya och tas sedan bort från datorn. Redan utfärdade kursintyg går att "
        "kontrollera som förut. Spara en ny kopia efteråt.",
    )


def before_replacing() -> str:
    return translate(
        "SigningKey",
        "Gör så bara om filen är borta och ingen kopia finns. Redan utfärdade kursintyg går att kontrollera som förut. "
        "De som kontrollerar era intyg måste jämföra den nya nyckeln med er per telefon.",
    )


def before_disowning() -> str:
    return translate(
        "SigningKey",
        "Gör så bara om du tror att någon annan kan skriva under med er nyckel. Den gamla nyckeln tas bort från datorn "
        "och går inte att få tillbaka. De som kontrollerar era intyg måste jämföra den nya nyckeln med er per telefon. "
        "Be dem välja Sluta lita på vid den gamla. Då slutar redan utfärdade kursintyg att gälla hos dem, så utfärda "
        "dem på nytt. Byt nyckel på vanligt sätt om ingen har kommit åt den.",
    )
