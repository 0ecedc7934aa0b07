from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from kompetens_gui.documents.course_certificate import render_course_certificate
from kompetens_gui.documents.logotype import read_logotype
from kompetens_gui.domain.errors import FileUnreadable
from kompetens_gui.services.ports import CertificateAppearance
from tests.documents.reading import text_of
from tests.documents.samples import AREAS, COURSE_CERTIFICATE, fonts


def draw(logotype: Path | None) -> bytes:
    return render_course_certificate(COURSE_CERTIFICATE, CertificateAppearance("R", logotype), AREAS, fonts())


def picture_sizes(pdf: bytes) -> list[tuple[float, float]]:
    page = pdfium.PdfDocument(pdf)[0]
    found = []
    for item in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=5):
        left, bottom, right, top = item.get_bounds()
        found.append((right - left, top - bottom))
    return found


@pytest.mark.parametrize(
    ("size", "mode", "suffix"),
    [
        ((800, 200), "RGBA", "png"),
        ((800, 200), "P", "png"),
        ((900, 300), "CMYK", "jpg"),
        ((30, 600), "L", "png"),
        ((4000, 1000), "RGB", "jpg"),
    ],
)
def test_a_logotype_keeps_its_shape_and_stays_in_its_place(
    tmp_path: Path, size: tuple[int, int], mode: str, suffix: str
) -> None:
    path = tmp_path / f"märke.{suffix}"
    Image.new(mode, size, 120 if mode in "LP" else None or (20, 90, 100, 200)[: len(mode)]).save(path)
    pdf = draw(path)
    [(width, height)] = picture_sizes(pdf)
    assert width / height == pytest.approx(size[0] / size[1], rel=0.05)
    assert width <= 200.5
    assert height <= 38.5
    assert "Kompetens\n" not in text_of(pdf)[:12]
    assert draw(path) == pdf


def test_without_a_logotype_the_product_says_its_name() -> None:
    assert picture_sizes(draw(None)) == []
    assert text_of(draw(None)).startswith("Kompetens")


def png_head(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head)) + b"\0\0\0\x09IDAT"


def whole_png() -> bytes:
    target = BytesIO()
    Image.effect_noise((200, 200), 80).save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not_an_image"),
        (b"just words", "not_an_image"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_an_image"),
        (whole_png()[:9000], "not_an_image"),
        (png_head(12_000, 9_000), "too_large"),
        (png_head(60_000, 60_000), "too_large"),
        (b"GIF89a" + b"\0" * 40, "not_an_image"),
    ],
    ids=["empty", "words", "svg", "cut off", "too many pixels", "a bomb", "gif"],
)
def test_an_unreadable_logotype_is_told_with_its_path_and_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "logotyp.png"
    path.write_bytes(content)
    with pytest.raises(FileUnreadable) as told:
        draw(path)
    assert (told.value.path, told.value.reason) == (str(path), reason)


def test_a_missing_file_and_a_folder_are_told_as_missing(tmp_path: Path) -> None:
    for path in (tmp_path / "borta.png", tmp_path):
        with pytest.raises(FileUnreadable) as told:
            read_logotype(path)
        assert told.value.reason == "missing"
