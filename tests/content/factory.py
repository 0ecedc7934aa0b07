"""Makes valid, made-up cases, as many as are wanted: the same number always gives the same case."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kompetens_gui.content.bank_reader import indexed
from kompetens_gui.content.case_model import CaseModel
from kompetens_gui.content.cases import to_case
from kompetens_gui.domain.case import Case
from kompetens_gui.services.case_source import CaseFile, IndexedCase

_NAMES = (
    ("Sigrid", "woman"),
    ("Amir", "man"),
    ("Leyla", "woman"),
    ("Torsten", "man"),
    ("Ewa", "woman"),
    ("Kofi", "man"),
)
_WORKS = (
    ("Lagerarbetare", "plockar varor efter lista", "bära lådor"),
    ("Undersköterska", "hjälper boende med morgonen", "lyfta vid säng"),
    ("Bussförare", "kör linjetrafik i pass om fyra timmar", "sitta länge"),
    ("Förskollärare", "leder barngrupp ute och inne", "hålla uppsikt"),
    ("Systemutvecklare", "skriver och granskar kod", "hålla tråden"),
    ("Målare", "slipar och målar tak", "arbeta över axelhöjd"),
    ("Butikssäljare", "sitter i kassa och fyller på", "stå hela pass"),
)
_DIAGNOSES = (
    ("F32.1", "Medelsvår depressiv episod", "mental", "Uppmärksamheten är måttligt nedsatt"),
    ("M54.5", "Lumbago", "musculoskeletal", "Rörligheten i ländryggen är nedsatt"),
    ("F43.8A", "Utmattningssyndrom", "mental", "Den mentala uthålligheten är svårt nedsatt"),
    ("I21.4", "Akut hjärtinfarkt", "circulatory", "Konditionen är måttligt nedsatt"),
    ("C50.9", "Bröstcancer", "cancer", "Energin är svårt nedsatt under behandlingen"),
    ("G35.9", "Multipel skleros", "neurology", "Gången är ostadig efter femton minuter"),
    ("S82.5", "Fotledsfraktur", "other", "Foten får inte belastas"),
)
_SITUATIONS = ("employed", "employed", "unemployed", "self_employed", "on_call", "student", "childcare")
_PLACES = ("lagret", "avdelningen", "depån", "gården", "kontoret", "bygget", "butiken", "verkstaden", "köket", "skolan")
_FIRST_DAY = date(2026, 1, 12)


def case_id(number: int) -> str:
    return f"fall-{number:05d}"


def case_data(number: int) -> dict[str, Any]:
    """Return a whole case as the data of its file. Every third has a whole chain, the others lack F or A."""
    name, sex = _NAMES[number % len(_NAMES)]
    title, task, hard = _WORKS[number % len(_WORKS)]
    code, diagnosis, group, finding = _DIAGNOSES[(number // 3) % len(_DIAGNOSES)]
    place = _PLACES[(number // 7) % len(_PLACES)]
    start = _FIRST_DAY + timedelta(days=number % 200)
    return {
        "schema": 1,
        "id": case_id(number),
        "title": f"{title} på {place}, fall {number}",
        "status": "ready",
        "difficulty": number % 4 + 1,
        "diagnosis_group": group,
        "competence_areas": ["K02", "K04"],
        "audience": ["Läkare", "Handläggare"],
        "rule_version": "RV4",
        "rule_date": "2026-11-22",
        "learning_goals": ["Markerar var kedjan brister och formulerar en fråga."],
        "person": {"name": name, "age": 22 + number % 44, "sex": sex, "voice": "Jag vill tillbaka till mina kollegor."},
        "work": {"title": title, "extent": "heltid, dagtid", "description": f"{name} {task} på {place} varje dag."},
        "sick_leave": {"start": start.isoformat(), "situation": _SITUATIONS[number % len(_SITUATIONS)]},
        "story": f"{name} blev sjuk i vintras.\n\nNu läser gruppen intyget. Arbetet på {place} väntar.",
        "medical_certificates": [_certificate(number, start, code, diagnosis, finding, hard)],
        "documents": [_document(start, place)],
        "keys": [_key(number, view, diagnosis, finding, hard) for view in ("insurance_medicine_adviser", "physician")],
        "supplements": [_supplement()],
        "rewrites": [_rewrite(hard)],
        "discussion": [{"id": "q1", "text": "Vad behöver gruppen veta mer?", "hint": "Låt en läkare börja."}],
        "leader_notes": "Ge gruppen tid att läsa.",
        "sources": [{"title": "27 kap. socialförsäkringsbalken", "certainty": "certain"}],
        "review": {"author_role": "Prov"},
    }


def _certificate(number: int, start: date, code: str, diagnosis: str, finding: str, hard: str) -> dict[str, Any]:
    issued = start + timedelta(days=14)
    return {
        "id": "intyg-1",
        "title": "Första intyget",
        "issued_on": issued.isoformat(),
        "basis": [{"kind": "physical_meeting", "on": issued.isoformat()}],
        "occupations": ["current_work"],
        "diagnoses": [{"code": code, "text": diagnosis}],
        "periods": [{"degree": 50, "start": start.isoformat(), "end": (issued + timedelta(days=30)).isoformat()}],
        "prognosis": {"kind": "full_return_within", "months": 3, "ground": "Förbättring har börjat."},
        "texts": {
            "35.1": f"{finding} vid undersökningen. Bedömningen stämmer med förloppet, besök nummer {number}.",
            "17.1": f"Har svårt att {hard} mer än tjugo minuter. Behöver sedan en halvtimmes vila.",
            "19.1": "Fysioterapi en gång i veckan och ett nytt besök om en månad.",
        },
    }


def _document(start: date, place: str) -> dict[str, Any]:
    return {
        "id": "samtal",
        "kind": "phone_note",
        "title": "Samtal med chefen",
        "dated": (start + timedelta(days=20)).isoformat(),
        "text": f"Chefen på {place} kan ordna andra uppgifter halva dagen.",
    }


def _key(number: int, perspective: str, diagnosis: str, finding: str, hard: str) -> dict[str, Any]:
    spans = [
        {"id": "d1", "kind": "D", "field": "6.1", "quote": diagnosis},
        {"id": "f1", "kind": "F", "field": "35.1", "quote": finding, "why": "Här står vad som avviker."},
        {"id": "a1", "kind": "A", "field": "17.1", "quote": f"Har svårt att {hard} mer än tjugo minuter"},
    ]
    links, missing = [["d1", "f1"], ["f1", "a1"]], []
    if number % 3 == 1:
        spans, links = [spans[0], spans[2]], [["f0", "a1"], ["d1", "f0"]]
        missing = [{"id": "f0", "kind": "F", "question": "Vilken funktion är påverkad?"}]
    elif number % 3 == 2:
        spans, links = spans[:2], [["d1", "f1"], ["f1", "a0"]]
        missing = [{"id": "a0", "kind": "A", "question": "Vad blir svårt i arbetet?"}]
    return {
        "medical_certificate": "intyg-1",
        "perspective": perspective,
        "spans": spans,
        "missing": missing,
        "links": links,
        "sufficiency": "insufficient" if missing else "sufficient",
        "reason": "Kedjan visar vad som finns och vad som saknas.",
    }


def _supplement() -> dict[str, Any]:
    return {"medical_certificate": "intyg-1", "field": "35.1", "question": "Vad såg du vid undersökningen?"}


def _rewrite(hard: str) -> dict[str, Any]:
    return {
        "medical_certificate": "intyg-1",
        "field": "17.1",
        "quote": "Behöver sedan en halvtimmes vila",
        "weakness": "Säger inte hur ofta.",
        "model": f"Behöver en halvtimmes vila varje gång efter att {hard}.",
        "points": ["Säger hur ofta.", "Säger hur länge."],
    }


def yaml_text(data: Mapping[str, Any]) -> str:
    """Write plain data as block YAML, every text quoted."""
    return "\n".join(_lines(data, "")) + "\n"


def _lines(value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 (plain data)
    items = [(f'"{k}":', v) for k, v in value.items()] if isinstance(value, Mapping) else [("-", v) for v in value]
    for mark, item in items:
        if isinstance(item, Mapping | list) and item:
            yield f"{indent}{mark}"
            yield from _lines(item, indent + "  ")
        else:
            yield f"{indent}{mark} {json.dumps(item, ensure_ascii=False)}"


def case_text(number: int) -> str:
    """Return the file of a case."""
    return yaml_text(case_data(number))


def write_case(folder: Path, data: Mapping[str, Any]) -> Path:
    """Write a case into its own folder under `folder` and return the file."""
    case_folder = folder / str(data["id"])
    case_folder.mkdir(parents=True, exist_ok=True)
    file = case_folder / "case.yaml"
    file.write_text(yaml_text(data), encoding="utf-8")
    (case_folder / "design.md").write_text("# Provfall\n", encoding="utf-8")
    return file


def write_bank(folder: Path, count: int) -> None:
    """Write `count` cases, each in its own folder."""
    for number in range(count):
        write_case(folder, case_data(number))


def make_case(number: int) -> Case:
    """Return a case without passing a file: some hundred times faster than reading YAML."""
    return to_case(CaseModel.model_validate(case_data(number)))


def make_indexed(number: int, folder: Path = Path("bank")) -> IndexedCase:
    """Return what reading the case's file would have given an index."""
    file = CaseFile(folder / case_id(number) / "case.yaml", number, 5000)
    return indexed(file, f"{number:064x}", make_case(number))
