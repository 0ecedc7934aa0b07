import csv
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.errors import ParticipantListInvalid
from kompetens_gui.domain.participant_list import (
    LONGEST_NAME,
    MOST_LINES,
    LineRemark,
    ListedParticipant,
    ParticipantList,
    decode,
    read_participants,
    role_of,
)
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.role_words import role_title

EXCEL = "Namn;Roll;Enhet;E-post;Kön\r\nÅsa Öberg;Läkare;Ängens hälsocentral;asa@region.se;kvinna\r\nBo Alm;ssk;;;\r\n"


def names(text: str) -> list[str]:
    return [p.name for p in read_participants(text).participants]


def only(text: str) -> ListedParticipant:
    found = read_participants(text)
    assert found.skipped == ()
    (person,) = found.participants
    return person


@pytest.mark.parametrize(
    "data",
    [
        EXCEL.encode("utf-8"),
        EXCEL.encode("utf-8-sig"),
        EXCEL.encode("cp1252"),
        EXCEL.encode("utf-16"),
        b"\xfe\xff" + EXCEL.encode("utf-16-be"),
        EXCEL.replace("\r\n", "\r").encode("cp1252"),
        ("sep=;\r\n" + EXCEL).encode("cp1252"),
        (EXCEL + ";;;;\r\n" * 3000).encode("cp1252"),
        EXCEL.replace(";", "\t").encode("utf-16"),
        EXCEL.replace(";", ",").encode("utf-8"),
    ],
    ids=[
        "utf-8",
        "utf-8 marked",
        "windows-1252",
        "utf-16",
        "utf-16 be",
        "old mac",
        "sep",
        "empty rows",
        "tabs",
        "commas",
    ],
)
def test_a_file_from_excel_reads_the_same_however_it_was_saved(data: bytes) -> None:
    found = read_participants(decode(data))
    first, second = found.participants
    assert (first.name, first.role, first.unit) == ("Åsa Öberg", Role.PHYSICIAN, "Ängens hälsocentral")
    assert (first.email, first.sex) == ("asa@region.se", Sex.WOMAN)
    assert (second.name, second.role, second.unit) == ("Bo Alm", Role.DISTRICT_NURSE, "")
    assert found.skipped == ()


def test_lines_from_several_sources_keep_their_letters() -> None:
    data = "Åsa Öberg;läkare\n".encode("cp1252") + "Örjan Äng;kurator\n".encode()
    assert names(decode(data)) == ["Åsa Öberg", "Örjan Äng"]


def test_bytes_no_table_knows_are_told_of() -> None:
    (person,) = read_participants(decode(b"\x81sa \xd6berg;l\xe4kare")).participants
    assert person.remarks == (LineRemark.ODD_CHARACTERS,)
    assert person.role == Role.PHYSICIAN


@pytest.mark.parametrize("data", [b"\x00\x01\x02", b"PK\x03\x04\x00\x00", "Anna".encode("utf-16-le")])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ParticipantListInvalid) as refused:
        decode(data)
    assert refused.value.reason == "not_text"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Ek", "Anna Ek"),
        ("Ek, Anna", "Anna Ek"),
        ("Ek,  Anna Maria", "Anna Maria Ek"),
        ("Ek, Anna;läkare", "Anna Ek"),
        ("  Anna   Ek  ", "Anna Ek"),
        ("Anna\u00a0Ek", "Anna Ek"),
        ("Anna\u202fEk\u200b", "Anna Ek"),
        ("A\u030asa O\u0308berg", "Åsa Öberg"),
        ("\ufeffAnna Ek", "Anna Ek"),
        ("- Anna Ek", "Anna Ek"),
        ("• Anna Ek, läkare", "Anna Ek"),
        ("12. Anna Ek", "Anna Ek"),
        ("Förnamn;Efternamn\nAnna;Ek", "Anna Ek"),
        ("Efternamn;Förnamn;Roll\nEk;Anna;läkare", "Anna Ek"),
        ("Namn:\nAnna Ek", "Anna Ek"),
        ("Deltagare\nAnna Ek", "Anna Ek"),
        ("Namn;Telefon\nAnna Ek;063-11 22 33", "Anna Ek"),
        ("Nr;Namn\n1;Anna Ek", "Anna Ek"),
    ],
)
def test_names_are_understood_as_people_write_them(text: str, name: str) -> None:
    assert only(text).name == name


def test_role_and_unit_after_a_comma_are_told_from_a_name_with_a_comma() -> None:
    for text in ("Anna Ek, läkare, Ekbacken", "Ek, Anna, läkare, Ekbacken"):
        person = only(text)
        assert (person.name, person.role, person.unit) == ("Anna Ek", Role.PHYSICIAN, "Ekbacken")


def test_addresses_from_a_mail_program_give_a_person_each() -> None:
    found = read_participants("Anna Ek <anna.ek@region.se>; Alm, Bo <bo@region.se>;\nCia Dahl <cia@region.se>")
    assert [(p.line, p.name, p.email) for p in found.participants] == [
        (1, "Anna Ek", "anna.ek@region.se"),
        (1, "Bo Alm", "bo@region.se"),
        (2, "Cia Dahl", "cia@region.se"),
    ]


def test_soft_line_breaks_end_a_line_too() -> None:
    assert names("Anna Ek\vBo Alm\u2028Cia Dahl\x85Dan Ek") == ["Anna Ek", "Bo Alm", "Cia Dahl", "Dan Ek"]


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("Läkare", Role.PHYSICIAN),
        ("LÄKARE ", Role.PHYSICIAN),
        ("leg. läkare", Role.PHYSICIAN),
        ("la\u0308kare", Role.PHYSICIAN),
        ("specialist i allmänmedicin", Role.PHYSICIAN),
        ("ST-läkare", Role.RESIDENT_PHYSICIAN),
        ("ST läkare", Role.RESIDENT_PHYSICIAN),
        ("ST–läkare", Role.RESIDENT_PHYSICIAN),
        ("AT", Role.RESIDENT_PHYSICIAN),
        ("Rehab-koordinator", Role.REHAB_COORDINATOR),
        ("FK-handläggare", Role.CASE_OFFICER),
        ("Försäkringsmedicinsk rådgivare", Role.INSURANCE_MEDICINE_ADVISER),
        ("Specialist", Role.SPECIALIST),
        ("dsk.", Role.DISTRICT_NURSE),
        ("leg. fysioterapeut", Role.ALLIED_HEALTH_PROFESSIONAL),
        ("Psykolog", Role.PSYCHOLOGIST),
        ("Enhetschef", Role.MANAGER),
        ("astronaut", None),
        ("", None),
    ],
)
def test_roles_in_all_spellings(word: str, role: Role | None) -> None:
    assert role_of(word) == role


@pytest.mark.parametrize("role", list(Role))
def test_the_words_we_write_ourselves_can_be_read_again(role: Role) -> None:
    assert role_of(role_title(role)) == role


def test_an_unknown_role_is_told_of_and_the_person_kept() -> None:
    person = only("Anna Ek;astronaut")
    assert (person.name, person.role, person.remarks) == ("Anna Ek", None, (LineRemark.ROLE_UNKNOWN,))


def test_a_person_whose_role_is_a_heading_word_is_a_person() -> None:
    assert names("Anna Ek;Deltagare\nBo Alm;Deltagare") == ["Anna Ek", "Bo Alm"]


def test_lists_laid_one_after_another_each_keep_their_headings() -> None:
    text = "Namn;Roll\nAnna Ek;läkare\nEnhet;Namn\nÄngen;Bo Alm"
    first, second = read_participants(text).participants
    assert (first.name, first.role, first.unit) == ("Anna Ek", Role.PHYSICIAN, "")
    assert (second.name, second.role, second.unit) == ("Bo Alm", None, "Ängen")


def test_of_two_columns_that_mean_the_same_the_filled_one_counts() -> None:
    assert only("Namn;Titel;Roll\nAnna Ek;Överläkare;").role == Role.PHYSICIAN


def test_a_stray_semicolon_does_not_undo_a_list_with_tabs() -> None:
    first, second = read_participants("Anna Ek\tläkare\tEkbacken; norra\nBo Alm\tssk\tÄngen").participants
    assert (first.name, first.unit) == ("Anna Ek", "Ekbacken; norra")
    assert (second.name, second.unit) == ("Bo Alm", "Ängen")


def test_odd_lines_are_told_of_with_their_number() -> None:
    text = (
        "Namn;Roll;Enhet\nAnna Ek;läkare;Ängen\n;läkare;Ängen\nanna  ek;ssk;ängen\nAnna Ek;läkare;Backen\n" + "x" * 121
    )
    found = read_participants(text)
    assert [(p.line, p.name, p.unit) for p in found.participants] == [(2, "Anna Ek", "Ängen"), (5, "Anna Ek", "Backen")]
    assert [(s.line, s.remark) for s in found.skipped] == [
        (3, LineRemark.NO_NAME),
        (4, LineRemark.DUPLICATE),
        (6, LineRemark.NAME_TOO_LONG),
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n\r\n", ";;;\n;;", "\u200b", "sep=;\n"])
def test_an_empty_list_is_refused(text: str) -> None:
    with pytest.raises(ParticipantListInvalid) as refused:
        read_participants(text)
    assert refused.value.reason == "empty"


@pytest.mark.parametrize("text", ["Namn;Roll", "Förnamn\tEfternamn\n\n", "sep=;\nNamn;Roll\n;;"])
def test_only_headings_are_refused(text: str) -> None:
    with pytest.raises(ParticipantListInvalid) as refused:
        read_participants(text)
    assert refused.value.reason == "only_headings"


def test_two_thousand_people_are_read_and_one_more_is_refused() -> None:
    text = "".join(f"Person {n}\n" for n in range(MOST_LINES))
    assert len(read_participants(text).participants) == MOST_LINES
    with pytest.raises(ParticipantListInvalid) as refused:
        read_participants(text + "En till\n")
    assert refused.value.reason == "too_long"


def test_a_line_as_long_as_a_book_is_skipped() -> None:
    for text in ("a" * 300_000 + ";x", "<" * 300_000, '"' + ";" * 200_000, "Anna Ek <" + "a" * 300_000):
        found = read_participants(text + "\nBo Alm;läkare\n")
        assert [p.name for p in found.participants][-1] == "Bo Alm"
        assert all(len(s.text) <= LONGEST_NAME for s in found.skipped)


def check_accounted(text: str, found: ParticipantList) -> None:
    told = {p.line for p in found.participants} | {s.line for s in found.skipped}
    assert found.participants or found.skipped
    people = [(p.name.casefold(), p.unit.casefold()) for p in found.participants]
    assert len(people) == len(set(people))
    assert all(0 < len(p.name) <= LONGEST_NAME and p.name == p.name.strip() for p in found.participants)
    if not any(c in text for c in "\v\f\x85\u2028\u2029"):
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        with_letters = {n for n, line in enumerate(lines, 1) if any(c.isalnum() for c in line)}
        headings = {n for n, line in enumerate(lines, 1) if any(w in line.lower() for w in HEADING_WORDS)}
        assert with_letters - headings <= told


HEADING_WORDS = ("namn", "name", "deltagare", "sep=")


@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00")
@example(b'"')
@example(b"\xef\xbb\xbf;\r\n;a")
def test_any_bytes_give_a_list_or_a_refusal(data: bytes) -> None:
    try:
        text = decode(data)
        found = read_participants(text)
    except ParticipantListInvalid:
        return
    check_accounted(text, found)


CELLS = st.sampled_from(
    ["Anna Ek", "Ek, Anna", "läkare", "Namn", "Roll", '"', ";", "\t", ",", "<a@b>", "", "x" * 130, "é"]
)


@given(st.one_of(st.text(max_size=200), st.lists(CELLS, max_size=30).map("".join), st.lists(CELLS).map("\n".join)))
@example("Deltagare;a\n1")
def test_any_text_gives_a_list_or_a_refusal_and_no_line_is_lost(text: str) -> None:
    try:
        found = read_participants(text)
    except ParticipantListInvalid:
        return
    check_accounted(text, found)


WORDS = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x17F), min_size=1, max_size=12)
PEOPLE = st.lists(st.tuples(WORDS, WORDS, st.sampled_from(list(Role)), WORDS), min_size=1, max_size=8, unique=True)


@settings(max_examples=50)
@given(PEOPLE, st.sampled_from(["utf-8-sig", "utf-16"]), st.sampled_from([";", "\t"]))
def test_a_list_written_by_a_spreadsheet_comes_back_whole(
    people: list[tuple[str, str, Role, str]], encoding: str, delimiter: str
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["Förnamn", "Efternamn", "Roll", "Enhet"])
    writer.writerows([given, family, role_title(role), unit] for given, family, role, unit in people)
    found = read_participants(decode(out.getvalue().encode(encoding)))
    wanted = {(f"{g} {f}".casefold(), u.casefold()) for g, f, _, u in people}
    assert {(p.name.casefold(), p.unit.casefold()) for p in found.participants} == wanted
    assert len(found.participants) + len(found.skipped) == len(people)
    assert all(s.remark == LineRemark.DUPLICATE for s in found.skipped)
