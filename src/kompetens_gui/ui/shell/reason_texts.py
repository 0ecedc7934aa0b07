"""Sentences for the stable words that some errors carry as their reason; unknown words get a general answer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def activity(reason: str) -> str:
    """Say why an activity did not take a step, and what to do instead."""
    return {
        "already_paused": translate("Reasons", "Klockan är redan pausad."),
        "already_started": translate("Reasons", "Träffen har redan startat."),
        "material_missing": translate("Reasons", "Momentet saknar material. Välj material för momentet i planen."),
        "no_such_option": translate("Reasons", "Alternativet finns inte i materialet."),
        "too_many": translate("Reasons", "Det får inte plats fler. Ta bort något först."),
        "no_such_seat": translate("Reasons", "Platsen finns inte i underlaget."),
        "two_ways": translate("Reasons", "Välj två olika vägar att försvara."),
        "question_gone": translate("Reasons", "Frågan finns inte längre. Välj en annan."),
        "question_rejected": translate("Reasons", "Frågan gäller ett enskilt ärende och visas inte i rummet."),
        "nobody_has_voted": translate("Reasons", "Räkna rösterna först."),
        "told_first": translate("Reasons", "Berätta klart vad valet gjorde, och gå vidare till nästa dag först."),
        "nothing_told": translate("Reasons", "Det är redan nästa dag."),
        "not_the_majority": translate("Reasons", "De flesta vill gå en annan väg. Räkna om, eller välj väg på raden."),
        "not_the_minority": translate(
            "Reasons", "Det finns ingen ensam minoritet för den vägen. Räkna igen, eller välj väg på raden."
        ),
        "groups_apart": translate("Reasons", "Grupperna går egna vägar. Samla dem först."),
        "groups_together": translate("Reasons", "Grupperna är tillsammans. Låt dem gå egna vägar först."),
        "no_such_words": translate("Reasons", "Orden finns inte i texten. Välj dem igen."),
        "marked_already": translate("Reasons", "Gruppen har redan markerat de orden så."),
        "nothing_marked": translate("Reasons", "Skriv in vad grupperna ser eller vill fråga först."),
        "take_marks_back_first": translate("Reasons", "Gruppen har markeringar här. Ta bort dem först."),
        "key_is_shown": translate("Reasons", "Fallets läsning visas i rummet. Dölj den först."),
        "reach_is_shown": translate("Reasons", "Rummet ser vart frågorna leder. Dölj det först."),
        "already_so": translate("Reasons", "Det är redan så."),
        "no_such_level": translate("Reasons", "Rollspelet har inte den svårigheten. Välj en annan."),
        "no_such_line": translate("Reasons", "Raden finns inte i exemplet."),
        "no_such_phase": translate("Reasons", "Fasen finns inte i rollspelet."),
        "no_such_rating": translate("Reasons", "Talet passar inte raden. Skriv ett annat."),
        "no_such_role": translate("Reasons", "Rollen finns inte i rollspelet."),
        "no_such_sheet": translate("Reasons", "Bladet är redan borttaget."),
        "no_such_turn": translate("Reasons", "Vändningen är redan borttagen."),
        "play_not_over": translate("Reasons", "Visa det först när allt är färdigspelat."),
        "plays_already": translate("Reasons", "Deltagaren har redan en roll. Ta bort den först."),
        "role_taken": translate("Reasons", "Rollen har redan en spelare."),
        "sheet_there_already": translate("Reasons", "Bladet finns redan."),
        "too_many_sheets": translate("Reasons", "Fler blad får inte plats. Ta bort ett först."),
        "no_such_group": translate("Reasons", "Gruppen finns inte längre. Välj en annan grupp."),
        "case_missing": translate("Reasons", "Momentet saknar fall. Välj ett fall för momentet i planen."),
        "chain_not_asked_for": translate(
            "Reasons", "För smittbärarpenning behövs varken F eller A, så kedjan fylls inte i."
        ),
        "first_round_closed": translate("Reasons", "Omgång ett är stängd. Svaren i den ändras inte mer."),
        "list_full": translate("Reasons", "Listan är full. Ta bort en rad innan du lägger till en ny."),
        "no_earlier_version": translate("Reasons", "Det finns ingen tidigare version än."),
        "no_key": translate("Reasons", "Fallet har inget facit för det här perspektivet."),
        "no_key_shown": translate("Reasons", "Visa ett facit först."),
        "no_observer": translate("Reasons", "Skriv först vem som observerar."),
        "no_line_chosen": translate("Reasons", "Välj en rad att skriva om först."),
        "no_such_card": translate("Reasons", "Frågekortet finns inte längre. Välj ett annat."),
        "no_such_count": translate("Reasons", "Antalet kan inte vara lägre än noll."),
        "no_such_field": translate("Reasons", "Välj ett fält i intyget."),
        "no_such_item": translate("Reasons", "Momentet finns inte i dagordningen."),
        "no_such_link": translate("Reasons", "Länken är redan bruten."),
        "no_such_node": translate("Reasons", "Markeringen är redan borttagen."),
        "no_such_page": translate("Reasons", "Sidan finns inte i dokumentet."),
        "no_such_participant": translate("Reasons", "Deltagaren finns inte i listan."),
        "no_such_point": translate("Reasons", "Punkten är redan borttagen."),
        "no_such_takeaway": translate("Reasons", "Raden är redan borttagen."),
        "no_such_time": translate("Reasons", "Ange en tid mellan 1 och 60 minuter."),
        "not_paused": translate("Reasons", "Klockan går redan."),
        "not_revealed": translate("Reasons", "Det är redan dolt."),
        "nothing_to_release": translate("Reasons", "Fallet har inget mer underlag att lämna ut."),
        "paper_not_released": translate("Reasons", "Lämna ut underlaget innan du visar det."),
        "second_round_not_open": translate("Reasons", "Öppna omgång två först."),
        "second_round_open": translate("Reasons", "Omgång två är redan öppen."),
        "text_too_long": translate("Reasons", "Texten är för lång. Korta den."),
        "already_answered": translate("Reasons", "Frågan är redan besvarad. Gå till nästa."),
        "assess_first": translate("Reasons", "Gå igenom alla punkter för din egen text först."),
        "guide_shown": translate("Reasons", "Förslaget är redan framme. Skriv en ny version i nästa försök."),
        "no_choice_here": translate("Reasons", "Det valet finns inte här. Välj något av dem som visas."),
        "no_such_answer": translate("Reasons", "Svaret passar inte frågan. Välj igen."),
        "no_such_portion": translate("Reasons", "Ta delarna i tur och ordning."),
        "no_such_question": translate("Reasons", "Frågan hör inte till det här försöket."),
        "no_text_here": translate("Reasons", "Här sparas ingen egen text."),
        "nothing_written": translate("Reasons", "Skriv något först."),
        "not_done": translate("Reasons", "Gör klart det som är kvar innan du avslutar."),
        "rating_range": translate("Reasons", "Skatta från 0 till 5."),
        "same_person": translate("Reasons", "Be en kollega. Det går inte att göra själv."),
        "start_over_first": translate("Reasons", "Vägen är slut. Spola tillbaka, eller avsluta."),
        "names_somebody": translate("Reasons", "Skriv utan namn. Det som skrivs här följer med till nästa träff."),
        "no_such_commitment": translate("Reasons", "Det ni skulle pröva finns inte i listan."),
        "no_such_question_here": translate("Reasons", "Frågan finns inte i det här momentet."),
        "no_such_reading": translate("Reasons", "Materialet har inget att visa där. Välj en annan del."),
        "unknown_event": translate("Reasons", "Steget hör inte till det här momentet."),
    }.get(reason, translate("Reasons", "Det passar inte där momentet är nu. Välj ett annat steg."))


def attempt(reason: str) -> str:
    """Say why an attempt at an exercise takes no answers."""
    return {
        "left": translate("Reasons", "Du har lämnat övningen. Öppna den igen, så fortsätter du där du var."),
        "finished": translate("Reasons", "Försöket är avslutat. Börja ett nytt om du vill öva mer."),
        "not_finished": translate("Reasons", "Försöket är inte avslutat än."),
        "elsewhere": translate("Reasons", "Övningen ändrades i ett annat fönster. Öppna den igen, så ser du allt."),
    }.get(reason, translate("Reasons", "Öppna övningen igen."))


def sign_off(reason: str) -> str:
    """Say why a sign-off was refused, and what to do."""
    return {
        "own": translate("Reasons", "Be en kollega. Du kan inte godkänna dig själv."),
        "manager": translate("Reasons", "Be en kollega. Den här bekräftelsen ges inte av chef."),
        "no_name": translate("Reasons", "Skriv vem som godkänner."),
        "no_text": translate("Reasons", "Skriv vad som har ändrats, utan personuppgifter."),
        "personal_data": translate("Reasons", "Texten ser ut att innehålla personuppgifter. Skriv om den utan dem."),
        "not_supervisor": translate("Reasons", "Välj en profil som får handleda."),
        "already_given": translate("Reasons", "Godkännandet finns redan."),
        "rating": translate("Reasons", "Skriv en skattning från 0 till 5 och hur många som har svarat."),
        "no_area": translate("Reasons", "Välj minst ett kompetensområde."),
        "no_comment": translate("Reasons", "Skriv vad som fattas, så att den som frågar vet vad som är kvar."),
        "no_request": translate("Reasons", "Öppna övningen där begäran gjordes, och läs in svaret där."),
    }.get(reason, translate("Reasons", "Kontrollera uppgifterna och försök igen."))


def sign_off_code(reason: str, who: str) -> str:
    """Say what to do about a request for a sign-off, or an answer to one, that cannot be used."""
    sentence = {**_broken_codes(), **_other_codes()}.get(
        reason, translate("Reasons", "Kontrollera att det är rätt text eller fil, och försök igen.")
    )
    return sentence.format(who=who or translate("Reasons", "den som svarade"))


def _broken_codes() -> dict[str, str]:
    return {
        "not_a_code": translate(
            "Reasons", "Texten är ingen begäran och inget svar. Kopiera allt, från KB1: eller KS1: till sista kolonet."
        ),
        "incomplete": translate("Reasons", "Slutet fattas. Kopiera allt till sista kolonet, eller öppna filen."),
        "damaged_request": translate(
            "Reasons", "Begäran har ändrats eller skadats på vägen. Be den som frågar skicka den igen, helst som fil."
        ),
        "damaged_answer": translate(
            "Reasons", "Svaret har ändrats eller skadats på vägen. Be {who} skicka det igen, helst som fil."
        ),
        "is_request": translate(
            "Reasons", "Det här är en begäran. Skicka den till den som godkänner, och läs in svaret du får tillbaka."
        ),
        "is_answer": translate("Reasons", "Det här är ett svar. Den som frågade läser in det i sin övning."),
        "newer_format": translate("Reasons", "Den är gjord i en nyare version. Uppdatera Kompetens."),
        "too_large": translate("Reasons", "Filen är för stor. Kontrollera att det är rätt fil."),
    }


def _other_codes() -> dict[str, str]:
    return {
        "no_request": translate("Reasons", "Gör en begäran här först. Ett svar hör alltid ihop med en begäran."),
        "earlier_request": translate(
            "Reasons", "Svaret hör till en tidigare begäran. Skicka din nya till {who}, och läs in svaret på den."
        ),
        "someone_else": translate("Reasons", "Svaret är till {who}. Be om ett svar på din egen begäran."),
        "other_request": translate(
            "Reasons", "Svaret hör till ett annat försök. Skicka begäran härifrån till {who}, och läs in svaret på den."
        ),
        "request_changed": translate(
            "Reasons", "Din begäran ändrades på vägen till {who}. Skicka den igen, helst som fil, och be om nytt svar."
        ),
        "work_changed": translate(
            "Reasons", "Du har ändrat din text efter begäran. Gör en ny begäran, och skicka den till {who}."
        ),
        "expired": translate("Reasons", "Svaret gällde i 90 dagar och har gått ut. Be {who} om ett nytt."),
        "used": translate("Reasons", "Svaret är redan använt i ett annat försök. Gör en ny begäran här."),
        "own_key": translate(
            "Reasons", "Svaret är underskrivet på den här datorn. Sitter ni här båda två, välj Godkänn här."
        ),
        "wrong_name": translate(
            "Reasons", "Nyckeln hör till någon annan än {who}. Ring och fråga, och be om ett nytt svar."
        ),
    }


def lacking(what: str) -> str:
    """Name one thing a plan lacks, in the middle of a sentence."""
    return {
        "title": translate("Reasons", "namn på träffen"),
        "when": translate("Reasons", "datum och tid"),
        "not_past": translate("Reasons", "ett datum som inte har passerat"),
        "where": translate("Reasons", "plats"),
        "facilitators": translate("Reasons", "ledare"),
        "participants": translate("Reasons", "deltagare"),
        "agenda": translate("Reasons", "moment i dagordningen"),
        "cases": translate("Reasons", "fall till varje moment"),
        "materials": translate("Reasons", "material till varje moment"),
        "material_found": translate("Reasons", "material som finns kvar"),
        "fits": translate("Reasons", "en dagordning som ryms i tiden"),
        "purpose": translate("Reasons", "syfte"),
    }.get(what, what)


def not_found(what: str) -> str:
    """Name what was asked for and is not there, as a title."""
    return {
        "workshop_session": translate("Reasons", "Träffen finns inte längre"),
        "session": translate("Reasons", "Träffen finns inte längre"),
        "running_session": translate("Reasons", "Ingen träff är i gång"),
        "next_item": translate("Reasons", "Det här är sista momentet"),
        "previous_item": translate("Reasons", "Det här är första momentet"),
        "database": translate("Reasons", "Det finns inga uppgifter i mappen ännu"),
        "case": translate("Reasons", "Fallet finns inte längre"),
        "template": translate("Reasons", "Mallen finns inte längre"),
        "series": translate("Reasons", "Serien finns inte längre"),
        "material": translate("Reasons", "Materialet finns inte längre"),
        "participant": translate("Reasons", "Deltagaren finns inte längre"),
        "person": translate("Reasons", "Personen finns inte längre i uppgifterna"),
        "course_certificate": translate("Reasons", "Kursintyget finns inte i registret"),
        "signing_key": translate("Reasons", "Utfärdaren har ingen nyckel än"),
        "trusted_key": translate("Reasons", "Nyckeln finns inte längre i listan"),
        "agenda_item": translate("Reasons", "Momentet finns inte längre"),
        "node": translate("Reasons", "Förgreningsfallet leder till något som inte finns"),
        "learner": translate("Reasons", "Profilen finns inte längre"),
        "learning_path": translate("Reasons", "Studievägen finns inte längre"),
        "knowledge_item": translate("Reasons", "Frågan finns inte längre"),
        "step": translate("Reasons", "Steget finns inte längre"),
        "attempt": translate("Reasons", "Försöket finns inte längre"),
        "sign_off": translate("Reasons", "Godkännandet finns inte längre"),
        "review_card": translate("Reasons", "Frågan finns inte längre i repetitionen"),
    }.get(what, translate("Reasons", "Det finns inte längre"))


def setting(name: str) -> str:
    """Name a setting of an activity."""
    return {
        "count": translate("Reasons", "antal"),
        "grouping": translate("Reasons", "gruppering"),
        "options": translate("Reasons", "svarsval"),
        "pdf_pages": translate("Reasons", "sidor"),
        "minutes": translate("Reasons", "minuter"),
        "feedback_level": translate("Reasons", "återkoppling"),
        "points": translate("Reasons", "punkter"),
        "questions": translate("Reasons", "frågor"),
        "text": translate("Reasons", "text"),
    }.get(name, name)


def value(field: str, reason: str) -> str:
    """Say what to write instead of a value that cannot be used."""
    return {
        ("starts_at", "missing"): translate("Reasons", "Välj datum och tid för träffen först."),
        ("database_url", "unsupported"): translate("Reasons", "Adressen till databasen går inte att använda."),
        ("date", "past"): translate("Reasons", "Välj ett datum som inte har passerat."),
        ("date", "format"): translate("Reasons", "Skriv ett datum, till exempel 12 november 2026."),
        ("time", "format"): translate("Reasons", "Skriv en tid, till exempel 13.00."),
        ("name", "empty"): translate("Reasons", "Skriv ett namn."),
        ("title", "empty"): translate("Reasons", "Skriv ett namn på träffen."),
        ("minutes", "range"): translate("Reasons", "Skriv ett antal minuter mellan 1 och 480."),
        ("hours", "range"): translate("Reasons", "Skriv antal timmar, till exempel 1,5."),
        ("rating", "range"): translate("Reasons", "Skatta från 0 till 5."),
        ("pin", "length"): translate("Reasons", "Välj en kod med 4 till 64 tecken."),
        ("name", "too_long"): translate("Reasons", "Välj ett kortare namn."),
        ("retention", "range"): translate("Reasons", "Välj mellan 1 och 120 månader."),
        ("email", "format"): translate("Reasons", "Skriv en e-postadress, till exempel namn@region.se."),
    }.get((field, reason), translate("Reasons", "Ändra det som är markerat och försök igen."))


def course_certificate(reason: str, who: str) -> str:
    """Say why a course certificate was not issued, re-issued or revoked."""
    sentence = {
        "absent": translate("Reasons", "{who} är inte markerad som närvarande. Ändra närvaron först."),
        "already_issued": translate(
            "Reasons", "{who} har redan ett kursintyg. Utfärda det på nytt om något ska ändras."
        ),
        "already_revoked": translate("Reasons", "Kursintyget för {who} är redan återkallat."),
        "no_name": translate("Reasons", "Deltagaren saknar namn. Skriv namnet i deltagarlistan först."),
        "no_reason": translate("Reasons", "Skriv varför kursintyget för {who} återkallas."),
        "not_valid": translate("Reasons", "Kursintyget för {who} gäller inte längre. Utfärda det nyaste på nytt."),
        "no_issuer": translate("Reasons", "Skriv vem som utfärdar kursintygen i inställningarna."),
        "no_hours": translate("Reasons", "Skriv hur många timmar {who} deltog."),
        "not_completed": translate("Reasons", "Studievägen är inte klar för {who}. Gör klart modulerna som är kvar."),
        "module_missing": translate(
            "Reasons", "Studievägen har fått en ny modul som {who} inte har gjort. Gör klart den först."
        ),
        "no_areas": translate("Reasons", "Studievägen saknar kompetensområden. Rätta dess fil först."),
        "no_signer": translate("Reasons", "Skriv vem som skriver under kursintyget för {who}."),
        "own_signature": translate("Reasons", "Be en kollega. {who} kan inte skriva under sitt eget kursintyg."),
        "expired": translate("Reasons", "Giltigheten har gått ut för {who}. Gör förnyelsemodulen först."),
        "clock_behind": translate("Reasons", "Datorns klocka går efter. Ställ den rätt och försök igen."),
        "hours_fixed": translate("Reasons", "Timmarna följer studievägen och går inte att ändra."),
        "not_revoked": translate("Reasons", "Kursintyget för {who} är inte återkallat."),
        "undo_too_late": translate(
            "Reasons", "Återkallelsen går bara att ångra innan programmet stängs. Utfärda ett nytt för {who}."
        ),
    }.get(reason, translate("Reasons", "Kontrollera närvaron och försök igen."))
    return sentence.format(who=who or translate("Reasons", "deltagaren"))


def signing_key(reason: str, issuer: str) -> str:
    """Say what to do about a private key that cannot be used."""
    sentence = {
        "locked": translate("Reasons", "Lås upp nyckeln för {issuer} med dess lösenord."),
        "missing": translate(
            "Reasons", "Nyckelfilen för {issuer} finns inte på datorn. Läs tillbaka den, eller skaffa en ny nyckel."
        ),
        "damaged": translate(
            "Reasons", "Nyckelfilen för {issuer} är skadad. Läs tillbaka en kopia, eller skaffa en ny nyckel."
        ),
        "wrong_passphrase": translate("Reasons", "Lösenordet stämmer inte, eller så är filen skadad. Försök igen."),
        "short_passphrase": translate("Reasons", "Välj ett lösenord med minst tolv tecken."),
        "no_issuer": translate("Reasons", "Skriv vem som utfärdar kursintygen i inställningarna."),
        "not_a_key_file": translate("Reasons", "Välj en fil som Kompetens har sparat som kopia av en nyckel."),
        "not_lost": translate("Reasons", "Nyckeln för {issuer} finns kvar. Byt den i stället."),
        "retired": translate("Reasons", "Nyckeln används inte längre. Välj den som gäller nu."),
    }.get(reason, translate("Reasons", "Läs i handboken om nycklar, och försök igen."))
    return sentence.format(issuer=issuer or translate("Reasons", "utfärdaren"))


def shared_file(reason: str, issuer: str) -> str:
    """Say what to do about a file with keys or revocations that cannot be used."""
    sentence = {
        "not_a_key_list": translate("Reasons", "Välj en fil med utfärdares nycklar från Kompetens."),
        "not_a_revocation_list": translate("Reasons", "Välj en fil med återkallade kursintyg från Kompetens."),
        "altered": translate("Reasons", "Filen har ändrats eller skadats på vägen. Be {issuer} om en ny."),
        "unknown_issuer": translate(
            "Reasons", "Du litar inte på {issuer} än. Läs in och jämför nyckeln först, och försök igen."
        ),
        "older": translate("Reasons", "Du har redan en nyare lista från {issuer}. Inget har ändrats."),
        "own": translate("Reasons", "Nyckeln är er egen. Den behöver ni inte lita på."),
        "conflict": translate(
            "Reasons", "Nyckeln säger sig höra till en annan utfärdare. Ring {issuer} och fråga innan du gör något mer."
        ),
        "newer_format": translate("Reasons", "Filen är gjord i en nyare version. Uppdatera Kompetens."),
        "too_large": translate(
            "Reasons", "Filen är för stor för att vara en sådan lista. Kontrollera att den är rätt."
        ),
    }.get(reason, translate("Reasons", "Kontrollera att det är rätt fil och försök igen."))
    return sentence.format(issuer=issuer or translate("Reasons", "utfärdaren"))


def file(reason: str) -> str:
    """Say what to do about a file that cannot be read."""
    return {
        "missing": translate("Reasons", "Filen finns inte kvar. Välj den igen."),
        "encoding": translate("Reasons", "Spara filen som CSV i Excel och försök igen."),
        "encrypted": translate("Reasons", "Filen är låst med lösenord. Välj en fil som inte är låst."),
        "not_readable": translate("Reasons", "Kontrollera att filen går att öppna och att disken är ansluten."),
        "missing_font": translate("Reasons", "Ett typsnitt saknas. Installera om Kompetens."),
        "not_an_image": translate("Reasons", "Välj en bild i formatet PNG eller JPG."),
        "not_pdf": translate("Reasons", "Välj en PDF-fil."),
        "not_image": translate("Reasons", "Välj en bild i formatet PNG eller JPG."),
        "too_large": translate("Reasons", "Filen är för stor. Välj en mindre."),
        "permission": translate("Reasons", "Du har inte rätt att läsa filen. Kopiera den till en egen mapp."),
    }.get(reason, translate("Reasons", "Kontrollera att det är rätt fil och att den går att öppna."))


def group_file(reason: str, group: str, number: int) -> str:
    """Say what to do about a group's file that was not read in. Nothing has been changed then."""
    sentence = {
        "too_large": translate("Reasons", "Filen är för stor för att vara en grupps svar. Välj en annan fil."),
        "not_text": translate("Reasons", "Filen är ingen textfil. Be gruppen spara den som text (.txt)."),
        "not_a_group_file": translate(
            "Reasons",
            "Raden som börjar med ## KOMPETENS saknas. Spara en ny fil till gruppen och klistra in svaren där.",
        ),
        "newer_format": translate("Reasons", "Filen är gjord i en nyare version. Uppdatera Kompetens."),
        "other_session": translate("Reasons", "Filen hör till en annan träff. Välj filen som sparades i den här."),
        "other_item": translate("Reasons", "Filen hör till ett annat moment i träffen. Gå dit och läs in den där."),
        "other_group": translate("Reasons", "Filen är från {group}. Välj {group} och läs in den där."),
        "gone_group": translate(
            "Reasons", "Gruppen i filen finns inte längre. Öppna filen och skriv in svaren hos rätt grupp."
        ),
        "incomplete": translate("Reasons", "Slutet av filen fattas. Be gruppen spara den igen."),
        "after_end": translate(
            "Reasons", "Det står text under raden ## SLUT. Flytta upp den till rätt fråga och försök igen."
        ),
        "heading_missing": translate(
            "Reasons", "Rubriken ## {number}. saknas i filen. Skriv dit den över svaret och försök igen."
        ),
        "heading_twice": translate("Reasons", "Rubriken ## {number}. står två gånger i filen. Ta bort den ena."),
        "other_questions": translate("Reasons", "Filen har andra frågor än momentet. Spara en ny fil till gruppen."),
        "nothing_written": translate(
            "Reasons", "Filen har inga svar än. Be gruppen skriva, spara och ge dig den igen."
        ),
        "answer_too_long": translate("Reasons", "Svaret på fråga {number} är för långt. Korta det till 1 500 tecken."),
    }.get(reason, translate("Reasons", "Kontrollera att det är rätt fil och försök igen."))
    return sentence.format(group=group, number=number)


def participant_list(reason: str) -> str:
    """Say what to do about a participant list that was not understood."""
    return {
        "empty": translate("Reasons", "Listan är tom. Skriv ett namn på varje rad."),
        "not_text": translate("Reasons", "Filen är ingen textfil. Spara den som CSV i Excel och försök igen."),
        "only_headings": translate("Reasons", "Listan har bara rubriker. Lägg till en rad för varje deltagare."),
        "no_name_column": translate("Reasons", "Kalla kolumnen med namnen för Namn."),
        "no_name": translate("Reasons", "Raden saknar namn. Skriv ett namn eller ta bort raden."),
        "too_long": translate(
            "Reasons", "Listan har fler rader än en träff kan ha. Ta bort dem som inte ska vara med."
        ),
        "quotes": translate("Reasons", "Ett citattecken saknas. Rätta raden eller klistra in listan i stället."),
    }.get(reason, translate("Reasons", "Skriv ett namn per rad, gärna följt av roll och enhet med semikolon emellan."))


def not_written(reason: str) -> str:
    """Say what to do when a file could not be saved."""
    return {
        "name_too_long": translate("Reasons", "Välj ett kortare namn."),
        "name_not_allowed": translate("Reasons", "Välj ett kortare namn utan tecken som / och :."),
        "open_elsewhere": translate("Reasons", "Stäng filen i det andra programmet och försök igen."),
        "full": translate("Reasons", "Disken är full. Frigör plats eller välj en annan plats."),
        "denied": translate("Reasons", "Du har inte rätt att skriva där. Välj en annan plats."),
        "folder_missing": translate("Reasons", "Mappen finns inte kvar. Välj en annan plats."),
        "is_a_folder": translate("Reasons", "En mapp heter redan så. Välj ett annat namn."),
    }.get(
        reason,
        translate("Reasons", "Stäng filen om den är öppen i ett annat program, eller välj en annan plats."),
    )


def template(reason: str, name: str) -> str:
    """Say what to do about a session template that cannot be used."""
    return {
        "not_a_template": translate(
            "Reasons", "”{name}” är ingen mall för en träff. Välj en fil som är exporterad härifrån."
        ),
        "too_new": translate(
            "Reasons", "”{name}” är skriven av en nyare version. Uppdatera Kompetens och läs in igen."
        ),
        "unknown_kind": translate(
            "Reasons", "Den har moment som den här versionen inte känner till: {name}. Uppdatera Kompetens."
        ),
        "name_taken": translate("Reasons", "Du har redan en mall som heter ”{name}”. Välj ett annat namn."),
        "name_empty": translate("Reasons", "Ge mallen ett namn."),
        "no_items": translate("Reasons", "Planen har inga moment än. Lägg till minst ett och spara sedan."),
        "too_short": translate("Reasons", "En mall är minst fem minuter. Ge momenten mer tid."),
        "too_long": translate("Reasons", "En mall är högst 16 timmar. Korta momenten eller dela planen."),
        "not_own": translate("Reasons", "Mallen följer med programmet. Spara en egen och ändra den."),
    }.get(reason, translate("Reasons", "Välj en annan mall.")).format(name=name)


def backup(reason: str) -> str:
    """Say what to do about a file that cannot be used as a backup."""
    return {
        "missing": translate("Reasons", "Filen finns inte kvar. Välj en annan säkerhetskopia."),
        "is_the_database": translate("Reasons", "Välj en annan plats än den fil som programmet använder."),
        "not_a_backup": translate("Reasons", "Välj en fil som Kompetens har sparat som säkerhetskopia."),
        "damaged": translate("Reasons", "Filen är skadad. Välj en äldre säkerhetskopia. Inget har ändrats."),
    }.get(reason, translate("Reasons", "Välj en annan säkerhetskopia. Inget har ändrats."))
