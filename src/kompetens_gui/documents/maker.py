"""All papers behind one door. The libraries are heavy, so each paper's module is loaded when it is first asked for."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kompetens_gui.domain.case import Case
from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.workshop.plan import WorkshopSession
from kompetens_gui.services.ports import CertificateAppearance
from kompetens_gui.services.protocol_data import ProtocolData

if TYPE_CHECKING:
    from kompetens_gui.documents.fonts import Fonts
    from kompetens_gui.services.hand_over import HandOver
    from kompetens_gui.services.own_data import OwnData
    from kompetens_gui.services.print_papers import WorkshopPapers


class Documents:
    """Fits the port `DocumentMaker`. May be used from several threads; nothing of a paper is kept."""

    def __init__(self, fonts_dir: Path, area_titles: Mapping[str, str]) -> None:
        self._fonts_dir = fonts_dir
        self._area_titles = dict(area_titles)

    @cached_property
    def _fonts(self) -> "Fonts":
        from kompetens_gui.documents.fonts import load_fonts

        return load_fonts(self._fonts_dir)

    def course_certificates(
        self,
        course_certificates: Sequence[CourseCertificate],
        appearance: CertificateAppearance,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bytes:
        """Return one PDF with a page for each."""
        from kompetens_gui.documents.course_certificate import render_course_certificates

        return render_course_certificates(
            course_certificates, appearance, self._area_titles, self._fonts, progress, cancelled
        )

    def specialty_sheet(self, course_certificates: Sequence[CourseCertificate], organisation: str = "") -> bytes:
        """Return hours and content by competence area, for the certificates of one person, as a PDF."""
        from kompetens_gui.documents.specialty_sheet import render_specialty_sheet

        return render_specialty_sheet(course_certificates, self._area_titles, self._fonts, organisation)

    def protocol_pdf(self, data: ProtocolData) -> bytes:
        """Return the protocol to keep."""
        from kompetens_gui.documents.protocol import render_protocol

        return render_protocol(data, self._fonts)

    def protocol_docx(self, data: ProtocolData) -> bytes:
        """Return the protocol to go on editing."""
        from kompetens_gui.documents.protocol_docx import render_protocol_docx

        return render_protocol_docx(data)

    def case_handout(self, case: Case, organisation: str = "") -> bytes:
        """Return a case as the group may have it from the start, as a PDF."""
        from kompetens_gui.documents.case_handout import render_case_handout

        return render_case_handout(case, self._fonts, organisation)

    def marking_sheet(self, case: Case, organisation: str = "", medical_certificate_id: str = "") -> bytes:
        """Return the paper way of marking D-F-A as a PDF."""
        from kompetens_gui.documents.marking_sheet import render_marking_sheet

        return render_marking_sheet(case, self._fonts, organisation, medical_certificate_id)

    def own_data(self, data: "OwnData", organisation: str = "") -> bytes:
        """Return everything held about a person as a PDF, to be given to that person."""
        from kompetens_gui.documents.own_data import render_own_data

        return render_own_data(data, self._fonts, organisation)

    def attendance_list(self, session: WorkshopSession, organisation: str = "") -> bytes:
        """Return the list to sign as a PDF."""
        from kompetens_gui.documents.attendance_list import render_attendance_list

        return render_attendance_list(session, self._fonts, organisation)

    def workshop_prints(
        self,
        papers: "WorkshopPapers",
        organisation: str = "",
        *,
        duplex: bool = False,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bytes:
        """Return the papers of a workshop in one PDF, with a list of contents when there are several."""
        from kompetens_gui.documents.workshop_prints.rendering import render_workshop_prints

        return render_workshop_prints(
            papers, self._fonts, organisation, duplex=duplex, progress=progress, cancelled=cancelled
        )

    def hand_over(self, sheet: "HandOver", organisation: str = "") -> bytes:
        """Return the sheet for a new leader of a series as a PDF."""
        from kompetens_gui.documents.workshop_prints.hand_over_sheet import render_hand_over

        return render_hand_over(sheet, self._fonts, organisation)

    def invitation(
        self, session: WorkshopSession, stamped: datetime, organisation: str = "", revision: int = 0
    ) -> bytes:
        """Return the invitation as a calendar file."""
        from kompetens_gui.documents.invitation import render_invitation

        return render_invitation(session, stamped, organisation, revision)
