"""Templates of one's own: kept, sent, received, and never written over."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.content.own_templates import OwnTemplates
from kompetens_gui.content.template_writing import clean_text, template_text
from kompetens_gui.content.templates import load_templates, template_from
from kompetens_gui.content.yaml_reader import parse_yaml
from kompetens_gui.domain.errors import ContentInvalid, KompetensError, NotFound, TemplateRefused
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, WorkshopSession, WorkshopSessionId
from kompetens_gui.domain.workshop.template import SessionTemplate, TemplateItem
from kompetens_gui.environment.atomic_file import write_whole
from kompetens_gui.services.templates import TemplateService

ROOT = Path(__file__).parents[2]
SHIPPED = load_templates(ROOT / "resources" / "session_templates")


def a_plan(**changes: object) -> WorkshopSession:
    items = (
        AgendaItem(
            AgendaItemId("1"), "information", "Välkommen", 10, None, {"text": "# Hej\n\n- nej\n- 1:30"}, "Lugnt"
        ),
        AgendaItem(AgendaItemId("2"), "read_certificate", "Läs", 20, 3),
        AgendaItem(AgendaItemId("3"), "discussion", "", 15, None, {"cards": ["2026-02-30", "null", ""]}),
    )
    plan = WorkshopSession(
        WorkshopSessionId("s"),
        "group_dialogue",
        "Vår träff",
        90,
        unit="Tallbacken",
        cases=(None, None, "axel-frisor"),  # type: ignore[arg-type]
        case_slots=3,
        agenda=items,
    )
    return replace(plan, **changes)  # type: ignore[arg-type]


@pytest.fixture
def service(tmp_path: Path) -> TemplateService:
    return TemplateService(lambda: SHIPPED, OwnTemplates(tmp_path / "templates", write_whole))


def again(tmp_path: Path) -> TemplateService:
    """The service as it is after a new start of the program."""
    return TemplateService(lambda: SHIPPED, OwnTemplates(tmp_path / "templates", write_whole))


def test_a_plan_is_kept_as_a_template_without_what_belongs_to_the_occasion(
    service: TemplateService, tmp_path: Path
) -> None:
    kept = service.save_plan(a_plan(), "  Vår   egen ", "", lambda kind: f"<{kind}>")
    found = again(tmp_path).all()[-1]
    assert found == kept
    assert (found.id, found.title, found.description, found.own) == ("var-egen", "Vår egen", "Vår egen", True)
    assert found.minutes == 45, "the minutes are those of the items"
    assert (found.cases, found.suggested_cases) == (1, ("axel-frisor",))
    assert [i.case_slot for i in found.agenda] == [None, 1, None]
    assert found.agenda[2].title == "<discussion>"
    assert dict(found.agenda[2].settings) == {"cards": ("2026-02-30", "null", "")}


def test_a_name_that_is_taken_is_refused_and_the_old_template_stands(service: TemplateService) -> None:
    first = service.save_plan(a_plan(), "Vår egen", "Den första")
    with pytest.raises(TemplateRefused) as caught:
        service.save_plan(a_plan(), "vår EGEN", "Den andra")
    assert caught.value.reason == "name_taken"
    assert service.all()[-1] == first


def test_titles_that_give_the_same_file_name_do_not_meet(service: TemplateService) -> None:
    names = ["Träff!", "träff?", "Gruppdialog 60 min"]
    kept = [service.save_plan(a_plan(), name, "x").id for name in names]
    assert kept == ["traff", "traff-2", "gruppdialog-60-min"]
    assert [t.title for t in service.all()[len(SHIPPED) :]] == ["Gruppdialog 60 min", "Träff!", "träff?"]


def test_a_file_that_cannot_be_read_is_told_of_and_never_written_over(service: TemplateService, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "var-egen.yaml").write_text("schema: 1\nagenda: [\n", encoding="utf-8")
    assert [b.file for b in service.broken()] == ["var-egen.yaml"]
    kept = service.save_plan(a_plan(), "Vår egen", "x")
    assert kept.id == "var-egen-2"
    assert (folder / "var-egen.yaml").read_text("utf-8") == "schema: 1\nagenda: [\n"
    assert len(service.all()) == len(SHIPPED) + 1


def test_rename_remove_and_put_back(service: TemplateService) -> None:
    kept = service.save_plan(a_plan(), "Vår egen", "x")
    renamed = service.rename(kept.id, "Höstens träff")
    assert (renamed.id, renamed.title) == (kept.id, "Höstens träff")
    gone = service.remove(kept.id)
    assert len(service.all()) == len(SHIPPED)
    service.put_back(gone)
    assert service.all()[-1] == renamed
    with pytest.raises(TemplateRefused, match="not_own"):
        service.remove("apt-10")
    with pytest.raises(NotFound):
        service.rename("finns-inte", "X")


def test_a_template_is_sent_and_received_without_paths_of_this_machine(
    service: TemplateService, tmp_path: Path
) -> None:
    plan = a_plan()
    film = replace(plan.agenda[0], settings={"pdf": "C:\\hemligt\\bild.pdf", "pdf_pages": 3, "text": "Hej"})
    kept = service.save_plan(replace(plan, agenda=(film, *plan.agenda[1:])), "Vår egen", "x")
    assert kept.agenda[0].settings["pdf_pages"] == 3
    file = tmp_path / "mall.yaml"
    service.export(kept.id, file)
    assert b"hemligt" not in file.read_bytes()
    elsewhere = TemplateService(lambda: SHIPPED, OwnTemplates(tmp_path / "elsewhere", write_whole))
    received = elsewhere.take_in(file)
    assert received.title == "Vår egen"
    assert elsewhere.take_in(file) == received, "the same file twice gives one template"
    assert len(elsewhere.all()) == len(SHIPPED) + 1
    changed = file.read_text("utf-8").replace("minutes: 45", "minutes: 46").replace("minutes: 15", "minutes: 16")
    file.write_text(changed, encoding="utf-8")
    assert elsewhere.take_in(file).title == "Vår egen (2)"
    assert next(t for t in elsewhere.all() if t.id == received.id) == received


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("namn;roll\nAnna;läkare\n", "not_a_template"),
        ("- 1\n- 2\n", "not_a_template"),
        ("schema: 1\nid: x\ntitle: Ett fall\n", "not_a_template"),
        ("schema: 2\nagenda: []\nnytt: ja\n", "too_new"),
        ("schema: 1\nagenda:\n- {kind: sing_along, title: Sjung, minutes: 5}\n", "unknown_kind"),
    ],
)
def test_foreign_and_newer_files_are_refused_with_a_reason(
    service: TemplateService, tmp_path: Path, text: str, reason: str
) -> None:
    file = tmp_path / "fil.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TemplateRefused) as caught:
        service.take_in(file)
    assert caught.value.reason == reason
    assert len(service.all()) == len(SHIPPED)


def test_a_fault_in_a_received_file_is_told_with_its_line(service: TemplateService, tmp_path: Path) -> None:
    kept = service.save_plan(a_plan(), "Vår egen", "x")
    file = tmp_path / "mall.yaml"
    service.export(kept.id, file)
    text = file.read_text("utf-8").replace("minutes: 20", "minutes: tjugo")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentInvalid) as caught:
        service.take_in(file)
    line = caught.value.problems[0].line
    assert "tjugo" in text.splitlines()[line - 1]


@pytest.mark.parametrize(
    ("plan", "reason"),
    [
        (a_plan(agenda=()), "no_items"),
        (a_plan(agenda=(AgendaItem(AgendaItemId("1"), "information", "Kort", 2),)), "too_short"),
        (
            a_plan(agenda=tuple(AgendaItem(AgendaItemId(str(n)), "information", "Lång", 480) for n in range(3))),
            "too_long",
        ),
    ],
)
def test_what_is_no_template_is_not_kept(service: TemplateService, plan: WorkshopSession, reason: str) -> None:
    with pytest.raises(TemplateRefused) as caught:
        service.save_plan(plan, "Vår egen", "x")
    assert caught.value.reason == reason
    assert len(service.all()) == len(SHIPPED)


WORDS = st.text(max_size=60) | st.text(alphabet=" a\\\"'#:-\nå?[]{}", min_size=100, max_size=280)
ITEMS = st.builds(
    TemplateItem,
    st.just("information"),
    WORDS.filter(lambda t: bool(clean_text(t))),
    st.integers(1, 400),
    st.none(),
    st.dictionaries(st.sampled_from(["text", "pdf"]), WORDS.map(clean_text)),
    WORDS,
)


@given(
    st.lists(ITEMS, min_size=2, max_size=4).filter(lambda items: sum(i.minutes for i in items) in range(5, 961)), WORDS
)
def test_whatever_is_typed_into_a_plan_reads_back_from_its_file(items: list[TemplateItem], typed: str) -> None:
    template = SessionTemplate(
        "mall",
        "group_dialogue",
        "x" + typed,
        sum(i.minutes for i in items),
        "y" + typed,
        typed,
        typed,
        (),
        0,
        tuple(items),
    )
    back = template_from(parse_yaml(template_text(template).encode(), "mall.yaml"), "mall")
    assert back.title == clean_text("x" + typed)
    assert [(i.title, i.notes) for i in back.agenda] == [(clean_text(i.title), clean_text(i.notes)) for i in items]
    assert [dict(i.settings) for i in back.agenda] == [dict(i.settings) for i in items]


@given(st.binary(max_size=300))
def test_no_file_brings_the_program_down(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.mktemp("mall") / "fil.yaml"
    file.write_bytes(data)
    with pytest.raises(KompetensError):
        OwnTemplates(file.parent / "egna", write_whole).read(file)
