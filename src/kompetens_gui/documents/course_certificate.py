"""Course certificates as one PDF, a page for each: what is shared is drawn once as a form, then only what differs.

The signed codes stand in the file's keywords too, so that a certificate can be checked from its file.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from kompetens_gui.documents.certificate_parts import QR_SIZE, QR_X, QR_Y
from kompetens_gui.documents.completion_page import CompletedPath, CompletionPage
from kompetens_gui.documents.course_certificate_page import Body, CourseCertificatePage, Shared
from kompetens_gui.documents.fonts import Fonts
from kompetens_gui.documents.logotype import Logotype, read_logotype
from kompetens_gui.documents.pages import HEIGHT, WIDTH, PaperFacts, new_canvas
from kompetens_gui.documents.qr_code import draw_qr_code
from kompetens_gui.documents.words import long_date
from kompetens_gui.documents.writing import mark_invalid
from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateKind
from kompetens_gui.domain.errors import Cancelled
from kompetens_gui.domain.swedish_time import local
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.ports import CertificateAppearance

QR_TITLE = 60
Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


def render_course_certificate(
    course_certificate: CourseCertificate,
    appearance: CertificateAppearance,
    area_titles: Mapping[str, str],
    fonts: Fonts,
) -> bytes:
    """Return a PDF with one course certificate."""
    return render_course_certificates((course_certificate,), appearance, area_titles, fonts)


def render_course_certificates(
    course_certificates: Sequence[CourseCertificate],
    appearance: CertificateAppearance,
    area_titles: Mapping[str, str],
    fonts: Fonts,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return one PDF with a page for each, in the order given. Raises Cancelled, FileUnreadable for the logotype."""
    logotype = read_logotype(appearance.logotype)
    target = BytesIO()
    canvas = new_canvas(target, _facts(course_certificates, appearance))
    drawings = (CourseCertificatePage(canvas, fonts, area_titles), CompletionPage(canvas, fonts, area_titles))
    press = _Press(canvas, *drawings, fonts, logotype)
    total = len(course_certificates)
    for done, course_certificate in enumerate(course_certificates, 1):
        if cancelled is not None and cancelled():
            raise Cancelled
        press.page(course_certificate)
        if progress is not None:
            progress(done, total)
    if cancelled is not None and cancelled():
        raise Cancelled
    canvas.save()
    return target.getvalue()


@dataclass
class _Press:
    """Keeps the forms of one file: the frame once for each kind, the body once for each session or completed path."""

    canvas: Canvas
    drawing: CourseCertificatePage
    completion: CompletionPage
    fonts: Fonts
    logotype: Logotype | None
    bodies: dict[Shared, tuple[str, Body]] = field(default_factory=dict)
    paths: dict[CompletedPath, str] = field(default_factory=dict)
    frames: dict[CourseCertificateKind, str] = field(default_factory=dict)

    def page(self, course_certificate: CourseCertificate) -> None:
        self._draw_frame(course_certificate.kind)
        if course_certificate.kind == CourseCertificateKind.COMPLETION:
            self._completion(course_certificate)
        else:
            self._attendance(course_certificate)
        self.canvas.setFillGray(0)
        draw_qr_code(self.canvas, course_certificate.code or qr_text(course_certificate), QR_X, QR_Y, QR_SIZE)
        self._mark(course_certificate)
        self.canvas.showPage()

    def _attendance(self, c: CourseCertificate) -> None:
        shared = Shared.of(c)
        if shared not in self.bodies:
            self.bodies[shared] = self._body_form(shared)
        name, body = self.bodies[shared]
        self.drawing.holder(c, body)
        self.canvas.doForm(name)

    def _completion(self, c: CourseCertificate) -> None:
        path = CompletedPath.of(c)
        if path not in self.paths:
            self.paths[path] = f"path{len(self.paths) + 1}"
            self.canvas.beginForm(self.paths[path], 0, 0, WIDTH, HEIGHT)
            self.completion.body(path)
            self.canvas.endForm()
        self.completion.holder(c)
        self.canvas.doForm(self.paths[path])

    def _draw_frame(self, kind: CourseCertificateKind) -> None:
        if kind not in self.frames:
            self.frames[kind] = f"frame-{kind.value}"
            self.canvas.beginForm(self.frames[kind], 0, 0, WIDTH, HEIGHT)
            drawing = self.completion if kind == CourseCertificateKind.COMPLETION else self.drawing
            drawing.frame(self.logotype)
            self.canvas.endForm()
        self.canvas.doForm(self.frames[kind])

    def _body_form(self, shared: Shared) -> tuple[str, Body]:
        name = f"body{len(self.bodies) + 1}"
        self.canvas.beginForm(name, 0, 0, WIDTH, HEIGHT)
        body = self.drawing.body(shared)
        self.canvas.endForm()
        return name, body

    def _mark(self, c: CourseCertificate) -> None:
        if c.revoked_at is not None:
            word = translate("CourseCertificate", "Återkallat")
            mark_invalid(self.canvas, self.fonts, word, long_date(local(c.revoked_at).date()))
        elif c.replaced_by is not None:
            word = translate("CourseCertificate", "Ersatt")
            detail = translate("CourseCertificate", "av intyg {number}").format(number=c.replaced_by)
            mark_invalid(self.canvas, self.fonts, word, detail)


def qr_text(c: CourseCertificate) -> str:
    """Return what the code of an unsigned one holds: number, date and title, nothing of the holder."""
    title = " ".join(c.title.split())
    title = title if len(title) <= QR_TITLE else title[: QR_TITLE - 1].rstrip() + "…"
    clean = title.encode("utf-8", "replace").decode("utf-8")
    return f"Kursintyg {c.number}, {c.held_on.isoformat()}, {clean}"


def _facts(course_certificates: Sequence[CourseCertificate], appearance: CertificateAppearance) -> PaperFacts:
    issuers = {c.issuer for c in course_certificates if c.issuer}
    author = appearance.organisation or (next(iter(issuers)) if len(issuers) == 1 else "")
    title = translate("CourseCertificate", "Kursintyg")
    if len(course_certificates) == 1:
        title = f"{title} {course_certificates[0].number}"
    latest = max((c.issued_at for c in course_certificates), key=lambda at: at.timestamp(), default=None)
    subject = translate("CourseCertificate", "Kompetensutveckling i försäkringsmedicin")
    codes = " ".join(c.code for c in course_certificates if c.code)
    return PaperFacts(title, author, subject, latest, keywords=codes)
