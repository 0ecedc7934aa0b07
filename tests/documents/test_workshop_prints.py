"""All papers of a workshop, read back: nobody's card holds another's secret, and nothing of a key is handed out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from kompetens_gui.documents.workshop_prints.pages import with_breaks
from kompetens_gui.documents.workshop_prints.rendering import render_workshop_prints
from kompetens_gui.domain.errors import Cancelled
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.material.coordination import CoordinationCase
from kompetens_gui.domain.material.discussion_cards import DiscussionCardSet
from kompetens_gui.domain.material.pathway import PathwayBrief, SeatId
from kompetens_gui.domain.material.role_play import RoleCard, RolePlay
from kompetens_gui.domain.material.sorting import Sorting
from kompetens_gui.domain.material.talk_drill import TalkDrill
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.domain.study.employer_plan import EmployerPlan
from kompetens_gui.domain.study.impulses import ImpulseCase
from kompetens_gui.domain.study.leaflet import Leaflet
from kompetens_gui.domain.study.letter import PlainLetter
from kompetens_gui.domain.study.twin import TwinCase
from kompetens_gui.domain.workshop.plan import Participant, ParticipantId, WorkshopSession
from kompetens_gui.domain.workshop.series import Commitment, SeriesMemory
from kompetens_gui.services.casting import cast_for
from kompetens_gui.services.material_papers import role_card_paper
from kompetens_gui.services.print_papers import (
    CutCards,
    ObserverSheet,
    Print,
    PrintPart,
    RoleCardPaper,
    SeatPaper,
    WorkshopPapers,
)
from kompetens_gui.services.workshop_papers import workshop_papers
from tests.documents.reading import outside, overlapping, page_texts, squeezed, text_of
from tests.documents.samples import HOSTILE, fonts
from tests.documents.workshops import all_of, papers, role_plays, source, with_case, workshop

SHORTEST_SECRET = 18
HANDED_OUT = frozenset(PrintPart) - {PrintPart.LEADER}

every_role_play = pytest.mark.parametrize("play", role_plays(), ids=lambda play: play.head.id)


def rendered(found: WorkshopPapers) -> bytes:
    return render_workshop_prints(found, fonts(), "Region Norrälven")


@cache
def whole() -> tuple[WorkshopPapers, bytes]:
    """A whole workshop for eighteen people in three groups; made once."""
    found = papers(with_case(workshop()))
    return found, rendered(found)


def with_material(kind: str, ref: str, *, count: int = 12, groups: int = 0) -> WorkshopSession:
    return workshop(count, groups, ((kind, "Momentet", 30, {"material": ref}),))


def outline(pdf: bytes) -> list[tuple[str, int]]:
    """Return where a reader of the file may jump, page from 0."""
    reader = PdfReader(BytesIO(pdf))
    return [
        (str(o.title), reader.get_destination_page_number(o) or 0) for o in reader.outline if not isinstance(o, list)
    ]


def own_secrets(play: RolePlay, role: RoleCard) -> Iterator[str]:
    """Yield what only this role may know."""
    yield role.you_are
    yield from (*role.wants, *role.worries, *role.softens, *role.hardens, *role.limits, *role.ways_on)
    for told in role.told_if_asked:
        yield from (told.when, told.tell)
    yield from (c.text for level in play.levels for c in level.changes if c.role == role.id)


def hidden_from(play: RolePlay, role: RoleCard) -> set[str]:
    """Return what may not stand on a role's card: others' secrets and papers, and what is the leader's."""
    own = {squeezed(text) for text in own_secrets(play, role)}
    other = {squeezed(text) for r in play.roles if r.id != role.id for text in own_secrets(play, r)}
    other |= {squeezed(p.text) for p in play.papers if p.roles and role.id not in p.roles}
    other |= {squeezed(text) for text in (*play.leader.watch_for, *play.leader.pitfalls, *play.stuck)}
    other |= {squeezed(anchor.text) for item in play.protocol.items for anchor in item.anchors}
    return {text for text in other - own if len(text) >= SHORTEST_SECRET}


@every_role_play
def test_a_role_card_holds_its_own_secrets_and_nobody_elses(play: RolePlay) -> None:
    plan = workshop(0, 0)
    for role in play.roles:
        card = role_card_paper(play, role, tuple(r.id for r in play.roles))
        pdf = rendered(WorkshopPapers(plan, (Print(PrintPart.ROLE_CARDS, "Rollkort", card),)))
        text = squeezed(text_of(pdf))
        for secret in own_secrets(play, role):
            assert squeezed(secret) in text
        for paper in play.papers_of(role.id):
            assert squeezed(paper.title) in text
            assert squeezed(paper.text) in text
        assert squeezed(play.background)[:200] in text
        assert not [secret for secret in hidden_from(play, role) if secret in text]
        # The card itself is one page; a role with many papers has these on one more.
        assert len(page_texts(pdf)) <= 2
        assert squeezed(role.told_if_asked[-1].tell if role.told_if_asked else role.you_are) in squeezed(
            page_texts(pdf)[0]
        )


def test_a_leak_on_a_card_would_be_seen() -> None:
    play = role_plays()[0]
    mine = next(r for r in play.roles if not r.told_if_asked)
    other = next(r for r in play.roles if r.told_if_asked)
    swapped = replace(mine, wants=(*mine.wants, other.told_if_asked[0].tell))
    card = role_card_paper(play, swapped, ())
    text = squeezed(text_of(rendered(WorkshopPapers(workshop(0, 0), (Print(PrintPart.ROLE_CARDS, "Kort", card),)))))
    assert [secret for secret in hidden_from(play, mine) if secret in text]


def test_in_the_whole_file_too_each_card_has_its_pages_to_itself() -> None:
    found, pdf = whole()
    texts = [squeezed(text) for text in page_texts(pdf)]
    places = outline(pdf)
    play = next(p for p in role_plays() if p.head.id == "avstamningsmote-fyra-roller")
    checked = 0
    for (title, first), (_, after) in pairwise(places):
        role = next((r for r in play.roles if title.startswith(f"Rollkort: {r.title}")), None)
        if role is None:
            continue
        text = "".join(texts[first:after])
        assert squeezed(role.you_are) in text
        assert not [secret for secret in hidden_from(play, role) if secret in text]
        checked += 1
    assert checked == sum(isinstance(p.content, RoleCardPaper) for p in found.prints) == 12


def test_only_the_levels_own_change_stands_on_the_card_when_the_plan_sets_a_level() -> None:
    play = next(p for p in role_plays() if p.head.id == "avstamningsmote-fyra-roller")
    physician = next(r for r in play.roles if r.id == "physician")
    plan = workshop(6, 0, (("role_play", "Möte", 35, {"material": f"role_play/{play.head.id}", "level": 3}),))
    card = next(
        p.content
        for p in papers(plan).prints
        if isinstance(p.content, RoleCardPaper) and p.content.card.id == physician.id
    )
    assert [c.level for c in card.changes] == [3]
    text = text_of(rendered(WorkshopPapers(plan, (Print(PrintPart.ROLE_CARDS, "Kort", card),))))
    assert "Så spelar du i dag" in text
    assert "Om ledaren säger en nivå" not in text


def key_texts(material: object) -> list[str]:
    """Return what only the leader may see of a material."""
    match material:
        case CoordinationCase():
            return [
                *(i.why for i in material.impulses),
                *(i.question for i in material.impulses),
                *(s.speaks_for for s in material.steps),
                *(c.first_sentence for c in material.calls),
                *material.unknown,
                *(v.talk_about for v in material.variants),
                material.leader_notes,
            ]
        case PathwayBrief():
            arguments = [a for o in material.options for a in (*o.arguments_for, *o.arguments_against, *o.needs)]
            return [*arguments, *material.decidable_today, *material.missing, material.leader_notes]
        case DiscussionCardSet():
            return [c.hint for c in material.cards]
        case Sorting():
            return [*(r.text for i in material.items for r in i.reasons), material.leader_notes]
        case TalkDrill():
            return [*(t for line in material.lines for t in (*line.models, *line.points)), material.leader_notes]
        case EmployerPlan():
            return [
                *(c.why for c in material.checkpoints),
                *(c.feedback for c in material.choices),
                material.first_sentence.model,
            ]
        case PlainLetter():
            return [material.model, *material.points, material.readings.coordinator, material.readings.case_officer]
        case TwinCase():
            return [*(f.text for f in material.facts), *material.reflection]
        case Leaflet():
            return [*(s.model for s in material.sections), *(p for s in material.sections for p in s.points)]
        case ImpulseCase():
            impulses = [i.why for p in material.portions for i in p.impulses]
            return [*impulses, *(q.feedback for p in material.portions for q in p.next_questions)]
    return []


KINDS = {
    MaterialKind.COORDINATION: "group_work",
    MaterialKind.PATHWAY: "pathway_choice",
    MaterialKind.DISCUSSION_CARDS: "discussion",
    MaterialKind.SORTING: "sorting",
    MaterialKind.TALK_DRILL: "talk_drill",
    MaterialKind.EMPLOYER_PLAN: "review_plan",
    MaterialKind.LETTER: "plain_language",
    MaterialKind.TWIN: "gender_hand",
    MaterialKind.LEAFLET: "leaflet_together",
    MaterialKind.IMPULSES: "spot_impulses",
    MaterialKind.MEASURE_LIMITS: "measure_limits",
}


@pytest.mark.parametrize("kind", list(KINDS), ids=str)
def test_nothing_of_a_key_is_handed_out_and_the_leader_has_it(kind: MaterialKind) -> None:
    for material in all_of(kind):
        ref = f"{kind}/{material.head.id}"  # type: ignore[attr-defined]  # all of them have a head
        found = papers(with_material(KINDS[kind], ref))
        assert found.lost == ()
        handed = squeezed(text_of(rendered(found.only(HANDED_OUT))))
        secrets = {squeezed(text.replace("**", "")) for text in key_texts(material)}
        long = {text for text in secrets if len(text) >= SHORTEST_SECRET}
        assert not [text for text in long if text in handed], ref
        leader = squeezed(text_of(rendered(found.only(frozenset({PrintPart.LEADER})))))
        # Page heads fall in the middle of long texts, so their beginnings are looked for.
        missing = [text for text in long if text[:14] not in leader]
        assert not missing, ref


@pytest.mark.parametrize("kind", [*KINDS, MaterialKind.BRANCHING], ids=str)
def test_every_paper_keeps_inside_the_page_and_off_itself(kind: MaterialKind) -> None:
    name = KINDS.get(kind, "branching_together")
    material = all_of(kind)[0]
    found = papers(with_material(name, f"{kind}/{material.head.id}", count=2))  # type: ignore[attr-defined]
    of_the_block = tuple(p for p in found.prints if p.item)
    pdf = rendered(WorkshopPapers(found.plan, of_the_block))
    assert outside(pdf, 17) == []
    assert overlapping(pdf) == []
    assert all("Utbildning, inte ärende" in text for text in page_texts(pdf))


@every_role_play
def test_the_sheets_of_every_role_play_keep_off_themselves(play: RolePlay) -> None:
    sheet = ObserverSheet(play.head.title, {r.id: r.title for r in play.roles}, play.protocol)
    main = role_card_paper(play, play.main_roles[0], ())
    pdf = rendered(
        WorkshopPapers(
            workshop(0, 0),
            (Print(PrintPart.OBSERVERS, "Blad", sheet), Print(PrintPart.ROLE_CARDS, "Kort", main)),
        )
    )
    assert overlapping(pdf) == []


@every_role_play
def test_an_observer_sheet_is_one_page_in_the_order_it_is_typed_in(play: RolePlay) -> None:
    sheet = ObserverSheet(play.head.title, {r.id: r.title for r in play.roles}, play.protocol)
    for paper in (sheet, replace(sheet, is_self=True)):
        [page] = page_texts(rendered(WorkshopPapers(workshop(0, 0), (Print(PrintPart.OBSERVERS, "Blad", paper),))))
        text = squeezed(page)
        protocol = play.protocol
        asked = [i.text for i in protocol.items] + [c.text for c in protocol.counts] + [s.text for s in protocol.scales]
        places = [text.find(f"{number}{squeezed(words)[:12]}") for number, words in enumerate(asked, 1)]
        assert min(places) > 0
        assert places == sorted(places)
        for item in play.protocol.items:
            for anchor in item.anchors:
                assert squeezed(anchor.text) in text
        for scale in play.protocol.scales:
            assert squeezed(scale.low) in text
            assert squeezed(scale.high) in text


@every_role_play
def test_the_leaders_sheet_is_enough_to_lead_from(play: RolePlay) -> None:
    found = papers(with_material("role_play", f"role_play/{play.head.id}"))
    [sheet] = [p for p in found.prints if p.part == PrintPart.LEADER and p.item]
    pages = page_texts(rendered(WorkshopPapers(found.plan, (sheet,))))
    text = squeezed("".join(pages))
    wanted = [
        *play.leader.before,
        *play.leader.watch_for,
        *play.leader.pitfalls,
        *play.leader.facts,
        *play.stuck,
        *(p.leader for p in play.phases),
        *(q for step in play.debrief for q in step.questions),
        *(t.tell for r in play.roles for t in r.told_if_asked),
        *(level.text for level in play.levels),
        *(way.text for way in play.fewer),
        play.safety.text,
    ]
    assert not [t for t in wanted if squeezed(t)[:24] not in text]
    assert all("Bara för ledaren" in page for page in pages)


def test_the_list_of_contents_tells_the_page_of_every_paper() -> None:
    found, pdf = whole()
    texts = page_texts(pdf)
    total = len(texts)
    assert 100 < total < 150
    assert [f"Sida {n} av {total}" in squeezed_page(text) for n, text in enumerate(texts, 1)] == [True] * total
    contents = "\n".join(PdfReader(BytesIO(pdf)).pages[n].extract_text(extraction_mode="layout") for n in range(2))
    for title, page in outline(pdf)[1:]:
        if title.startswith(("Ledarblad", "Svarsblad", "Gruppkort", "Närvarolista")):
            name = title.split(", Grupp")[0]
            rows = [line for line in contents.splitlines() if line.strip().startswith(name[:30])]
            assert any(str(page + 1) in line.replace("–", " ").split() for line in rows), (title, page, rows)
    parts = {p.part for p in found.prints}
    assert parts == set(PrintPart)


def squeezed_page(text: str) -> str:
    return " ".join(text.split())


def test_groups_get_their_own_case_in_turn_with_cards_and_sheets_to_answer_on() -> None:
    found, _ = whole()
    files = [p for p in found.prints if p.part == PrintPart.HANDOUTS and p.item == "Nästa steg i samordningen"]
    assert [(p.group, p.title) for p in files] == [
        ("Grupp 1", "Handleden läker som den ska"),
        ("Grupp 2", "Morgnarna som ingen frågat om"),
        ("Grupp 3", "Handleden läker som den ska"),
    ]
    text = text_of(rendered(found.only(frozenset({PrintPart.GROUP_CARDS, PrintPart.ANSWERS, PrintPart.SIGNS}))))
    assert text.count("20 minuter") == 3
    for person in found.plan.participants:
        assert person.name in squeezed_page(text)
    assert text.count("Vem ringer vem?") == 6


def test_the_papers_of_a_file_each_have_a_page_with_the_fields_of_the_certificate() -> None:
    found = papers(with_material("group_work", "coordination/samordning-malare")).only(frozenset({PrintPart.HANDOUTS}))
    pages = page_texts(rendered(found))
    assert len(pages) == 5
    case = all_of(MaterialKind.COORDINATION)
    wanted = next(c for c in case if isinstance(c, CoordinationCase) and c.head.id == "samordning-malare")
    for page, paper in zip(pages[1:], wanted.papers, strict=True):
        assert paper.title in page
    for field in ("Diagnos", "Funktionsnedsättning", "Aktivitetsbegränsning", "Grad och tid", "Prognos"):
        assert field in pages[1]


def test_the_seats_are_two_to_a_page_and_the_own_voice_is_read_from_one_of_them() -> None:
    found = papers(with_material("pathway_choice", "pathway/vagval-kock-dag-443"))
    seats = found.only(frozenset({PrintPart.ROLE_CARDS}))
    voices = [p.content.seat.id for p in seats.prints if isinstance(p.content, SeatPaper) and p.content.voice]
    assert voices == [SeatId.OWN_VOICE]
    assert len(seats.prints) == 6
    assert sum("Din gräns" in text for text in page_texts(rendered(seats))) == 3
    brief = [p for p in found.prints if p.title == "Underlag"]
    assert len(page_texts(rendered(WorkshopPapers(found.plan, tuple(brief))))) == 1


def test_cards_are_cut_eight_to_a_page_and_letters_four() -> None:
    cards = papers(with_material("discussion", "discussion_cards/dialogen")).only(frozenset({PrintPart.CARDS}))
    [sheet] = [p.content for p in cards.prints]
    assert isinstance(sheet, CutCards)
    pages = page_texts(rendered(cards))
    assert len(pages) == -(-len(sheet.cards) // 8)
    assert all(squeezed(text) in squeezed("".join(pages)) for text in sheet.cards)
    branching = next(c for c in all_of(MaterialKind.BRANCHING) if isinstance(c, BranchingCase))
    plan = with_material("branching_together", f"branching/{branching.head.id}", groups=3)
    votes = papers(plan).only(frozenset({PrintPart.CARDS}))
    text = text_of(rendered(votes))
    assert [text.count(f"Jag röstar på {letter}") for letter in "ABCD"] == [3] * 4


def test_twin_versions_go_to_every_other_group_and_do_not_tell_of_each_other() -> None:
    twin = next(c for c in all_of(MaterialKind.TWIN) if isinstance(c, TwinCase))
    found = papers(with_material("gender_hand", f"twin/{twin.head.id}", groups=4))
    sheets = [p for p in found.prints if p.part == PrintPart.HANDOUTS]
    texts = [text_of(rendered(WorkshopPapers(found.plan, (sheet,)))) for sheet in sheets]
    names = [v.name for v in twin.versions]
    for place, text in enumerate(texts):
        assert names[place % 2] in text
        assert names[1 - place % 2] not in text
    leader = text_of(rendered(found.only(frozenset({PrintPart.LEADER}))))
    assert "Grupp 2: b" in leader


def test_the_follow_up_is_a_fortnight_later_with_what_was_promised() -> None:
    plan = workshop()
    promised = (Commitment("c1", "Ring chefen före dag 14", "Grupp 2", "fredag"),)
    found = workshop_papers(plan, source(), held=SeriesMemory("", None, promised, (), ("Vem ringer vem?",)))
    text = squeezed_page(text_of(rendered(found.only(frozenset({PrintPart.FOLLOW_UP})))))
    assert "26 november 2026" in text
    assert "Ring chefen före dag 14 – Grupp 2 – fredag" in text
    assert "Vem ringer vem?" in text
    for word in ("Prövat", "Delvis", "Inte än", "Släppt"):
        assert word in text
    undated = workshop_papers(replace(plan, starts_at=None), source())
    assert "Fjorton dagar efter träffen" in text_of(rendered(undated.only(frozenset({PrintPart.FOLLOW_UP}))))
    sheets = text_of(rendered(found.only(frozenset({PrintPart.COMMITMENTS}))))
    assert sheets.count("Jag prövar") == len(plan.participants)
    assert date(2026, 11, 26).isoformat() not in sheets


def test_who_plays_follows_the_size_of_the_group() -> None:
    play = next(p for p in role_plays() if p.head.id == "avstamningsmote-fyra-roller")
    assert cast_for(play, 3).roles == ("case_officer", "insured_person", "employer")
    assert (len(cast_for(play, 6).roles), cast_for(play, 6).observers) == (4, 2)
    assert cast_for(play, 2).roles == ("case_officer", "insured_person", "employer", "physician")
    spare = replace(play.roles[1], id="support", title="Stödpersonen", optional=True)
    more = replace(play, roles=(*play.roles, spare), fewer=())
    assert (cast_for(more, 6).roles[-1], cast_for(more, 6).observers) == ("physician", 2)
    assert (cast_for(more, 7).roles[-1], cast_for(more, 7).observers) == ("support", 2)
    assert cast_for(more, 0).roles[-1] == "support"


def test_an_uneven_group_gets_a_card_for_each_role_and_a_sheet_for_each_who_watches() -> None:
    plan = workshop(11, 2, (("role_play", "Möte", 35, {"material": "role_play/avstamningsmote-fyra-roller"}),))
    counted = {
        group.name: (
            sum(p.part == PrintPart.ROLE_CARDS and p.group == group.name for p in papers(plan).prints),
            sum(p.copies for p in papers(plan).prints if p.title == "Observatörsblad" and p.group == group.name),
            len(group.members),
        )
        for group in plan.groups
    }
    assert counted == {"Grupp 1": (4, 2, 6), "Grupp 2": (4, 1, 5)}


def test_what_several_groups_are_given_is_drawn_alike_under_each_groups_name() -> None:
    found, pdf = whole()
    texts = page_texts(pdf)
    places = dict(outline(pdf))
    first, third = (texts[places[f"Handleden läker som den ska, Grupp {n}"]] for n in (1, 3))
    assert "Grupp 1" in first
    assert "Grupp 3" in third
    alike = [text.replace("Grupp 1", "").replace("Grupp 3", "").split("Sida")[0] for text in (first, third)]
    assert alike[0] == alike[1]
    assert found.prints


def test_thirty_people_with_long_names_stay_on_their_papers() -> None:
    long = "Maria-Elisabeth Oxenstierna-Rostamzadeh af Vasterlångsele " * 2
    crowd = tuple(Participant(ParticipantId(f"p{n}"), f"{long}{n}", unit="Enhetens långa namn " * 4) for n in range(30))
    plan = replace(workshop(30, 6), participants=crowd, title="En mycket lång rubrik på en träff " * 6)
    chosen = frozenset({PrintPart.SIGNS, PrintPart.GROUP_CARDS, PrintPart.LEADER, PrintPart.COMMITMENTS})
    pdf = rendered(papers(plan).only(chosen))
    assert outside(pdf, 17) == []
    assert text_of(pdf).count("vik här") == 6


def test_on_both_sides_every_paper_has_its_own_sheet() -> None:
    found, _ = whole()
    pdf = render_workshop_prints(found, fonts(), duplex=True)
    places = [page for _, page in outline(pdf)]
    assert all(page % 2 == 0 for page in places)
    assert len(places) > len(found.prints) / 2
    texts = page_texts(pdf)
    numbers = [n for n, text in enumerate(texts, 1) if text.strip() and f"Sida {n} av" not in squeezed_page(text)]
    assert numbers == []


def test_a_block_whose_material_is_gone_is_named_and_the_rest_is_printed() -> None:
    plan = workshop(
        4, 0, (("role_play", "Borta", 30, {"material": "role_play/finns-inte"}), ("commitments", "Ut", 5, {}))
    )
    found = papers(plan)
    assert found.lost == ("Borta",)
    pages = page_texts(rendered(found))
    assert "Borta" in pages[0]
    assert any("Jag prövar" in page for page in pages)


def test_progress_is_told_and_a_stop_is_heard() -> None:
    found, pdf = whole()
    told: list[tuple[int, int]] = []
    again = render_workshop_prints(found, fonts(), "Region Norrälven", progress=lambda *p: told.append(p))
    assert again == pdf
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] == len(found.prints) + 1
    with pytest.raises(Cancelled):
        render_workshop_prints(found, fonts(), cancelled=lambda: len(told) > 0)


def test_breaks_of_fields_are_kept_and_those_inside_sentences_are_not() -> None:
    text = "Grad och tid: Hela arbetstiden\ntill den 13 december.\nPrognos: Svår att bedöma.\n2. Nästa punkt"
    assert with_breaks(text).splitlines() == [
        "Grad och tid: Hela arbetstiden till den 13 december.",
        "Prognos: Svår att bedöma.",
        "2. Nästa punkt",
    ]


def hostile_play(text: str) -> RolePlay:
    play = next(p for p in role_plays() if p.head.id == "avstamningsmote-fyra-roller")
    role = replace(
        play.roles[1],
        title=text,
        name=text,
        subtitle=text,
        you_are=text,
        wants=(text,) * 3,
        first_words=text,
        told_if_asked=tuple(replace(t, when=text, tell=text) for t in play.roles[1].told_if_asked),
    )
    item = replace(
        play.protocol.items[0], text=text, anchors=tuple(replace(a, text=text) for a in play.protocol.items[0].anchors)
    )
    return replace(
        play,
        background=text,
        place=text,
        roles=(play.roles[0], role),
        papers=tuple(replace(p, title=text, text=text, roles=()) for p in play.papers),
        protocol=replace(play.protocol, items=(item, *play.protocol.items[1:])),
    )


def hostile_prints(text: str) -> WorkshopPapers:
    play = hostile_play(text)
    titles = {r.id: r.title for r in play.roles}
    plan = replace(workshop(2, 0), title=text, place=text, purpose=text)
    found = papers(plan).prints[0]
    return WorkshopPapers(
        plan,
        (
            found,
            Print(PrintPart.ROLE_CARDS, text, role_card_paper(play, play.roles[1], tuple(titles)), text, text),
            Print(PrintPart.OBSERVERS, text, ObserverSheet(text, titles, play.protocol), text, text),
            Print(PrintPart.CARDS, text, CutCards(text, text, (text,) * 9, (text,)), text, text),
        ),
    )


def test_hostile_letters_never_become_markup() -> None:
    pdf = rendered(hostile_prints(HOSTILE))
    assert squeezed("<b>&amp;") in squeezed(text_of(pdf))
    assert outside(pdf, 17) == []


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=1500))
def test_any_text_gives_papers_that_keep_inside_the_page(text: str) -> None:
    assert outside(rendered(hostile_prints(text)), 17) == []
