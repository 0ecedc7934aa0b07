import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.content.yaml_reader import Limits, parse_yaml, read_yaml
from kompetens_gui.domain.errors import ContentInvalid, ContentProblem


def refused(data: bytes | str, limits: Limits | None = None) -> ContentProblem:
    raw = data.encode() if isinstance(data, str) else data
    with pytest.raises(ContentInvalid) as caught:
        parse_yaml(raw, "fil.yaml", limits or Limits())
    problem = caught.value.problems[0]
    assert problem.path == "fil.yaml"
    assert problem.what
    assert problem.advice
    return problem


def test_plain_values_keep_their_meaning_and_quoted_ones_stay_text() -> None:
    text = (
        "a: 1\nb: 3.5\nc: true\nd: null\ne: 2026-03-02\nf: '2026-03-02'\ng: nej\nh: yes\ni: \"1\"\n"
        "j: 007\nk: |\n  en\n  två\nl:\nm: 1:30\nn: -4\n"
    )
    assert parse_yaml(text.encode(), "f").data == {
        "a": 1,
        "b": 3.5,
        "c": True,
        "d": None,
        "e": date(2026, 3, 2),
        "f": "2026-03-02",
        "g": "nej",
        "h": "yes",
        "i": "1",
        "j": 7,
        "k": "en\ntvå\n",
        "l": None,
        "m": "1:30",
        "n": -4,
    }


def test_field_names_are_always_text() -> None:
    assert parse_yaml(b"35.1: a\n1: b\ntrue: c\n", "f").data == {"35.1": "a", "1": "b", "true": "c"}


def test_every_part_knows_its_line_and_column() -> None:
    document = parse_yaml(
        "a: 1\nlista:\n  - namn: x\n    text: >-\n      ett två\n      tre fyra\n  - y\n".encode(), "f"
    )
    positions = document.positions
    assert (positions["lista",].line, positions["lista",].column) == (2, 1)
    assert (positions["lista", 0, "text"].line, positions["lista", 0, "text"].column) == (4, 5)
    assert positions["lista", 1].line == 7
    assert document.line_of(("lista", 0, "text"), "tre fyra") == 6
    assert document.line_of(("lista", 0, "saknas")) == 3


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    assert parse_yaml(b"\xef\xbb\xbfa: 1\r\nb: \xc3\xa5\r\n", "f").data == {"a": 1, "b": "å"}


def test_letters_in_two_parts_are_put_together() -> None:
    assert parse_yaml("a: A\u030angest\n".encode(), "f").data == {"a": "Ångest"}


@pytest.mark.parametrize(
    ("data", "line", "word"),
    [
        ("a: &x [1]\nb: 2\n", 1, "ankare"),
        ("a: 1\nb: *x\n", 2, "alias"),
        ("a: 1\nb: !!python/object:os.system x\n", 2, "typmärkning"),
        ("a: 1\nb: ! x\n", 2, "typmärkning"),
        ("a: 1\n---\nb: 1\n", 2, "flera dokument"),
        ("%YAML 1.1\n---\na: 1\n", 2, "direktiv"),
        ("a: 1\nb: 2\na: 3\n", 3, "två gånger"),
        ("x:\n  a: 1\n  a: 3\n", 3, "första gången på rad 2"),
        ("a: 1\n\tb: 2\n", 2, "tabb"),
        ("a: 1\nb: x\x00y\n", 2, "styrtecken"),
        ("a: 1\nb: x\x07y\n", 2, "styrtecken"),
        ("a: 1\nb: x\u202ey\n", 2, "styrtecken"),
        ('a: 1\nb: "\\0"\n', 2, "styrtecken"),
        ('a: 1\nb: "\\ud800"\n', 2, "styrtecken"),
        ("", 1, "tom"),
        ("  \n\n", 1, "tom"),
        ("a: 1\nb: 2026-02-30\n", 2, "2026-02-30 finns inte"),
        ("a: 1\nb: c: d\n", 2, "kolon"),
        ("a: 1\nb: 'text\nc: 2\n", 2, "citattecken"),
        ("a: 1\nb: @x\n", 2, "tecken"),
        ("a:\n  - x\n b: 1\n", 3, "Indraget"),
        ("a: 1\nb: [1, 2\n", 3, "lista"),
        ("a: 1\n? [x]\n: 2\n", 2, "fältnamn"),
        ("a: 1\n: 2\n", 2, "saknar namn"),
    ],
)
def test_refusals_say_line_and_advice(data: str, line: int, word: str) -> None:
    problem = refused(data)
    assert problem.line == line
    assert word in problem.what


def test_several_duplicates_are_told_at_once() -> None:
    with pytest.raises(ContentInvalid) as caught:
        parse_yaml(b"a: 1\na: 2\nb: 1\nb: 2\n", "f")
    assert [p.line for p in caught.value.problems] == [2, 4]


def test_a_billion_laughs_never_grow() -> None:
    laughs = 'a: &a ["x","x"]\n' + "".join(
        f"{c}: &{c} [*{p},*{p},*{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert refused(laughs).line == 1


def test_deep_nesting_is_refused_where_it_becomes_too_deep() -> None:
    deep = "".join("  " * n + f"n{n}:\n" for n in range(40))
    assert refused(deep).line == 21
    assert "nivåer" in refused("[" * 500_000).what


def test_too_many_nodes_are_refused() -> None:
    assert "delar" in refused("a: [" + "1," * 30_000 + "1]\n").what
    assert refused("a: 1\nb: 2\nc: 3\n", Limits(nodes=5)).line == 3


@pytest.mark.parametrize(
    ("codec", "name"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("cp850", "CP850")]
)
def test_other_encodings_are_named(codec: str, name: str) -> None:
    problem = refused("a: 1\nb: Åsa är på väg\n".encode(codec))
    assert problem.line == 2
    assert name in problem.what
    assert "UTF-8" in problem.advice


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named(codec: str) -> None:
    problem = refused("a: Åsa är på väg\n".encode(codec))
    assert problem.line == 1
    assert "UTF-16" in problem.what


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    huge = tmp_path / "case.yaml"
    with huge.open("wb") as file:
        file.truncate(100_000_000)

    def no_reading(*_: object, **__: object) -> None:
        pytest.fail("the file was opened")

    monkeypatch.setattr(Path, "open", no_reading)
    with pytest.raises(ContentInvalid) as caught:
        read_yaml(huge)
    problem = caught.value.problems[0]
    assert problem.line == 1
    assert "100,0 MB" in problem.what
    assert problem.advice


@pytest.mark.parametrize("name", ["finns-inte.yaml", "nul\x00.yaml", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ContentInvalid) as caught:
        read_yaml(tmp_path / name)
    assert caught.value.problems[0].advice


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    pipe = tmp_path / "case.yaml"
    os.mkfifo(pipe)
    with pytest.raises(ContentInvalid) as caught:
        read_yaml(pipe)
    assert "vanlig fil" in caught.value.problems[0].what


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_but_content_invalid(data: bytes) -> None:
    survive(data)


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=300))
def test_no_text_raises_anything_but_content_invalid(text: str) -> None:
    survive(text.encode("utf-8", errors="surrogatepass"))


@settings(max_examples=600, deadline=None)
@given(st.text(alphabet="ab:-[]{}&*!|>'\"%@`#,?\n \\0x1U~.<=", max_size=120))
def test_no_yaml_like_text_raises_anything_but_content_invalid(text: str) -> None:
    survive(text.encode())


def survive(data: bytes) -> None:
    try:
        document = parse_yaml(data, "f")
    except ContentInvalid as error:
        refused = error.problems
    else:
        assert all(1 <= p.line <= p.last_line for p in document.positions.values())
        return
    assert refused
    assert all(p.line >= 1 and p.what and p.advice for p in refused)
