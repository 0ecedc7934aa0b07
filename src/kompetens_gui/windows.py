"""Joins the pages to the program: which page needs what, and where a person is led next.

The window is up before the program is open, so every page but the overview waits in a `DeferredPage`.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from kompetens_gui.domain.wording import install as install_translator
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import WorkshopSessionId
from kompetens_gui.domain.workshop.state import RoomPicture
from kompetens_gui.environment.atomic_file import write_whole
from kompetens_gui.environment.snapshot import write_snapshot
from kompetens_gui.joining import Program, new_id
from kompetens_gui.page_parts import cases_parts, closing_parts, planning_parts, settings_parts
from kompetens_gui.progress_windows import ANSWERING, CERTIFICATES, CHECKING, COMPLETION, PROGRESS, ProgressWindows
from kompetens_gui.services.news import (
    CaseBankChanged,
    CourseCertificatesChanged,
    GroupQuestionsChanged,
    LogGrew,
    SessionsChanged,
)
from kompetens_gui.services.ports import SessionRow
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.services.running import RunningSession
from kompetens_gui.study_windows import STUDY, StudyWindows
from kompetens_gui.ui.audience.controller import AudienceController
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.cases.page import CasesPage
from kompetens_gui.ui.closing.controller import ClosingController
from kompetens_gui.ui.closing.page import ClosingPage
from kompetens_gui.ui.home.controller import HomeController, HomeControllerParts
from kompetens_gui.ui.home.page import HomePage
from kompetens_gui.ui.planning.plan_page import PlanPage
from kompetens_gui.ui.planning.sessions_page import SessionsPage
from kompetens_gui.ui.presenter.controller import PresenterController, PresenterParts
from kompetens_gui.ui.presenter.page import PresenterPage
from kompetens_gui.ui.presenter.panel_files import PanelFiles
from kompetens_gui.ui.settings.page import SettingsPage
from kompetens_gui.ui.shell.bridge import Bridge
from kompetens_gui.ui.shell.deferred import DeferredPage
from kompetens_gui.ui.shell.window import MainWindow
from kompetens_gui.ui.style.theme import theme

CONTINUE_AT_ONCE = timedelta(hours=12)
PLANNING, PLAN, PRESENTER, CASES, CLOSING = "planning", "plan", "presenter", "cases", "closing"
SAME_SCALE = 0.001
SETTINGS = "settings"


class Windows(QObject):
    """Everything the person sees, joined to one program.

    Signals: `room_changed()` after the room's window got a new picture (the demo takes its pictures then).
    """

    room_changed = Signal()

    def __init__(self, program: Program, window: MainWindow, home: HomePage, tasks: Tasks) -> None:
        super().__init__(window)
        self.program = program
        self.window = window
        self.tasks = tasks
        self._quitting = False
        install_translator(QCoreApplication.translate)
        self.bridge = Bridge(self)
        self._end_news = program.bus.subscribe(self.bridge.pass_on)
        self.bridge.arrived.connect(self._heard)
        chosen = program.preferences.current
        self.room = AudienceController(window, chosen.room_screen, chosen.room_windowed, self._remember_screen)
        self.room.set_dark(chosen.room_dark)
        self.study = StudyWindows(program, window, tasks, self)
        self.progress = ProgressWindows(program, window, tasks, self.study, self)
        self.presenter_page = PresenterPage()
        self.presenter = PresenterController(
            self.presenter_page,
            PresenterParts(
                self.room,
                window.notices,
                program.clock,
                new_id,
                self.end_session,
                PanelFiles(window, tasks, write_whole, window.notices.fail),
            ),
        )
        self.presenter_page.plan_wanted.connect(partial(self._go, PLANNING))
        self.presenter_page.top.prints_wanted.connect(self.open_prints)
        self._join_home(home)
        self._planning_parts = planning_parts(program, tasks, window.notices)
        theme.changed.connect(self._look_changed)
        self._use_preferences(program.preferences.current)

    # -- pages, made when first visited
    def make(self, page_id: str) -> QWidget:
        """Make a page of the navigation by its id."""
        makers: dict[str, Callable[[], QWidget]] = {
            PLANNING: self._make_planning,
            PLAN: self._make_plan,
            PRESENTER: lambda: self.presenter_page,
            CASES: self._make_cases,
            CLOSING: self._make_closing,
            STUDY: self.study.make_page,
            PROGRESS: self.progress.make_progress,
            CERTIFICATES: self.progress.make_certificates,
            COMPLETION: self.progress.make_completion,
            CHECKING: self.progress.make_checking,
            ANSWERING: self.progress.make_answering,
            SETTINGS: self._make_settings,
        }
        return makers[page_id]()

    def _make_planning(self) -> QWidget:
        page = SessionsPage(self._planning_parts)
        page.open_wanted.connect(self.open_plan)
        page.new_wanted.connect(self.new_plan)
        page.start_wanted.connect(self.start_session)
        page.closing_wanted.connect(self.open_closing)
        return page

    def _make_plan(self) -> QWidget:
        page = PlanPage(self._planning_parts)
        page.start_wanted.connect(self.start_session)
        page.list_wanted.connect(partial(self._go, PLANNING))
        page.closing_wanted.connect(self.open_closing)
        return page

    def _make_cases(self) -> QWidget:
        page = CasesPage(cases_parts(self.program, self.tasks, self.window.notices))
        page.use_wanted.connect(self.use_case)
        return page

    def _make_closing(self) -> QWidget:
        page = ClosingPage(self.program.role_titles())
        self.closing = ClosingController(page, closing_parts(self.program, self.tasks, self.window.notices))
        page.back_wanted.connect(partial(self._go, PLANNING))
        self.closing.reopened.connect(self.resume_session)
        return page

    def _make_settings(self) -> QWidget:
        page = SettingsPage(settings_parts(self.program, self.tasks, self.window.notices, self.room, self.progress))
        page.preferences_changed.connect(self._use_preferences)
        page.try_screen_wanted.connect(self._try_screen)
        page.restored.connect(self._start_again)
        page.personal_data.erased.connect(self._forget_open_plan)
        return page

    def _forget_open_plan(self) -> None:
        """Read the open plan anew: what it showed before an erasure must not be saved again."""
        plan = self._built(PLAN)
        if isinstance(plan, PlanPage) and plan.controller.plan is not None:
            plan.controller.open(plan.controller.plan.id)

    def _try_screen(self) -> None:
        """Show the room's window where it would stand, with the name of the program; again takes it away."""
        if not self.room.is_open:
            self.room.show_picture(RoomPicture(None, "", self.tr("Så här syns bilden i rummet"), None))
        self.room.toggle()

    def _start_again(self) -> None:
        """Start anew after a restore: what is on screen is of the old data."""
        self._quitting = True
        QProcess.startDetached(sys.executable, ["-m", "kompetens_gui", *sys.argv[1:]])
        self.window.close()

    def refresh_bank(self) -> None:
        """Bring the index of cases up to date in the background; pages that show cases read it anew."""
        self.tasks.run(self.program.refresh_bank, owner=self)

    def _show_new_bank(self) -> None:
        cases, plan = self._built(CASES), self._built(PLAN)
        if isinstance(cases, CasesPage):
            cases.controller.ask()
        if isinstance(plan, PlanPage):
            plan.banks.refresh()

    def _built(self, page_id: str) -> QWidget | None:
        """Return a page that has been visited, None when it has not."""
        if not self.window.is_built(page_id):
            return None
        page = self.window.page(page_id)
        return page.page if isinstance(page, DeferredPage) else page

    # -- the overview
    def _join_home(self, home: HomePage) -> None:
        self.home = HomeController(
            home,
            HomeControllerParts(
                tasks=self.tasks,
                read=self.program.overview.overview,
                preferences=lambda: self.program.preferences.current,
                keep=self._keep_snapshot,
            ),
        )
        home.new_wanted.connect(self.ask_for_template)
        home.start_wanted.connect(self.start_session)
        home.resume_wanted.connect(self.resume_session)
        home.open_plan_wanted.connect(self.open_plan)
        home.mend_wanted.connect(self._mend)
        home.closing_wanted.connect(self.open_closing)
        home.search_wanted.connect(self._search_cases)
        home.demo_wanted.connect(self.open_demo)
        home.begin_wanted.connect(self.begin)
        self.study.join_overview(home)
        home.study_wanted.connect(self.begin_studying)

    def _keep_snapshot(self, overview: Mapping[str, object]) -> None:
        chosen = self.program.preferences.current
        look = {"theme": chosen.theme.value, "text_scale": chosen.text_scale}
        write_snapshot(self.program.paths.snapshot_file, {"home": overview, "look": look})

    def begin(self) -> None:
        """Begin with one's own: the welcome is over, the templates are shown."""
        self.change_preferences(replace(self.program.preferences.current, first_start_done=True))
        self.ask_for_template()

    def begin_studying(self) -> None:
        """Begin with self-study: the welcome is over, who studies is asked."""
        self.change_preferences(replace(self.program.preferences.current, first_start_done=True))
        self._go(STUDY)

    def open_demo(self) -> None:
        """Open the demo region in a window of its own, on data that is thrown away."""
        QProcess.startDetached(sys.executable, ["-m", "kompetens_gui", "--demo"])
        self.window.notices.inform(
            self.tr("Demoregionen öppnas"),
            self.tr("Den får ett eget fönster och påverkar inte dina uppgifter. Stäng det när du är klar."),
        )

    # -- where to go
    def _go(self, page_id: str) -> None:
        self.window.navigate(page_id)

    def ask_for_template(self) -> None:
        self.window.navigate(PLANNING, new=True)

    def open_plan(self, session_id: str) -> None:
        self.window.navigate(PLAN, session_id=session_id)

    def new_plan(self, template_id: str) -> None:
        self.window.navigate(PLAN, new_from=template_id)

    def open_closing(self, session_id: str) -> None:
        self.window.navigate(CLOSING)
        self.closing.open(WorkshopSessionId(session_id))

    def use_case(self, case_id: str) -> None:
        """Put a case into the plan that is open; with none open, choose a template first."""
        plan = self._built(PLAN)
        if isinstance(plan, PlanPage) and plan.controller.plan is not None:
            self.window.navigate(PLAN)
            plan.banks.add_case(case_id)
            return
        self.ask_for_template()
        self.window.notices.inform(
            self.tr("Välj en mall först"), self.tr("Öppna sedan fallet igen, eller lägg till det ur planens bank.")
        )

    def _mend(self, session_id: str, check: str) -> None:
        self.window.navigate(PLAN, session_id=session_id, mend=check)

    def _search_cases(self) -> None:
        page = self.window.navigate(CASES)
        if isinstance(page, DeferredPage) and isinstance(page.page, CasesPage):
            page.page.focus_search()

    # -- running
    def start_session(self, session_id: str) -> None:
        """Start a session, or go on with the one that runs, in both windows."""
        self.window.navigate(PRESENTER)
        self._open_session(lambda: self.program.running.start(WorkshopSessionId(session_id)))

    def resume_session(self, session_id: str) -> None:
        self.window.navigate(PRESENTER)
        self._open_session(lambda: self.program.running.resume(WorkshopSessionId(session_id)))

    def _open_session(self, open_it: Callable[[], RunningSession]) -> None:
        self.tasks.write(open_it, then=self._show_session, owner=self, failed=self._not_opened)

    def _show_session(self, session: RunningSession) -> None:
        self.presenter.open(session)

    def _not_opened(self, error: Exception) -> None:
        self.window.navigate(PLANNING)
        self.window.notices.fail(error)

    def open_prints(self) -> None:
        """Show what can be printed of the session that runs."""
        session = self.program.running.open_session
        if session is None:
            return
        from kompetens_gui.ui.planning.prints_dialog import of_running, open_prints  # read when it is asked for

        open_prints(self._planning_parts, of_running(session.log), self.window)

    def end_session(self) -> None:
        """Close the running session and go on to attendance, protocol and course certificates."""
        self.tasks.write(self.program.running.close, then=self._ended, owner=self, failed=self.window.notices.fail)

    def _ended(self, log: SessionLog) -> None:
        self.presenter.release()
        self.program.running.release()
        self.open_closing(log.session.id)

    def continue_after_crash(self) -> None:
        """Continue a session that ran when the program last ended, when that was not long ago."""
        self.tasks.run(self._unfinished, then=self._found_unfinished, owner=self)

    def _unfinished(self) -> tuple[SessionRow, datetime] | None:
        row = self.program.running.unfinished()
        return (row, self.program.running.read(row.id).events[-1].at) if row else None

    def _found_unfinished(self, found: tuple[SessionRow, datetime] | None) -> None:
        if found is None:
            return
        row, last = found
        title = self.tr("”{title}” pågick när programmet avslutades").format(title=row.title)
        if self.program.clock.now() - last > CONTINUE_AT_ONCE:
            self.window.notices.offer(
                title,
                self.tr("Allt som var sparat finns kvar."),
                self.tr("Fortsätt"),
                partial(self.resume_session, row.id),
            )
            return
        self.window.notices.inform(title, self.tr("Du fortsätter precis där du var."))
        self.resume_session(row.id)

    # -- news and preferences
    def _heard(self, news: object) -> None:
        if isinstance(news, LogGrew):
            self.presenter.heard(news)
            self.room_changed.emit()
        elif isinstance(news, (SessionsChanged, CourseCertificatesChanged)):
            self.home.refresh()
            sessions = self._built(PLANNING)
            if isinstance(sessions, SessionsPage):
                sessions.refresh()
        elif isinstance(news, CaseBankChanged):
            self._show_new_bank()
        elif isinstance(news, GroupQuestionsChanged):
            plan = self._built(PLAN)
            if isinstance(plan, PlanPage):
                plan.group_questions.refresh()
        self.study.heard(news)
        self.progress.heard(news)

    def change_preferences(self, preferences: Preferences) -> None:
        """Use new preferences at once and write them in the background."""
        self.tasks.write(
            lambda: self.program.preferences.change(preferences),
            then=lambda _: self._use_preferences(self.program.preferences.current),
            owner=self,
            failed=self.window.notices.fail,
        )

    def _use_preferences(self, chosen: Preferences) -> None:
        """Let the windows look as chosen; what the settings page sends is on its way to the disk."""
        self.window.navigation.set_user(chosen.user_name, "")
        # The size first: while it differs from the chosen one, any other change is taken for a size chosen by keys.
        if abs(theme.text_scale - chosen.text_scale) > SAME_SCALE:
            theme.set_text_scale(chosen.text_scale)
        if theme.mode != chosen.theme.value:
            theme.set_mode(chosen.theme.value)
        self.room.set_dark(chosen.room_dark)
        self.home.refresh()

    def _look_changed(self) -> None:
        """Keep a text size that was changed by keys."""
        chosen = self.program.preferences.current
        if abs(theme.text_scale - chosen.text_scale) > SAME_SCALE:
            self.change_preferences(replace(chosen, text_scale=theme.text_scale))

    def _remember_screen(self, key: str, windowed: bool) -> None:
        self.change_preferences(replace(self.program.preferences.current, room_screen=key, room_windowed=windowed))

    # -- the end
    def may_close(self) -> bool:
        """Ask once before the window is closed while a session runs; Enter keeps it open."""
        if self._quitting or self.program.running.open_session is None:
            return True
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Stäng Kompetens"),
            self.tr("En träff pågår. Stäng ändå?"),
            parent=self.window,
        )
        box.setInformativeText(self.tr("Den finns kvar och fortsätter där den var nästa gång du startar Kompetens."))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        close = box.addButton(self.tr("Stäng ändå"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Fortsätt träffen"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        close.clicked.connect(self._close_anyway)
        box.open()
        return False

    def _close_anyway(self) -> None:
        self._quitting = True
        self.window.close()

    def shut_down(self) -> None:
        """Save what is on its way and let go of everything."""
        plan = self._built(PLAN)
        if isinstance(plan, PlanPage):
            plan.leave()
        self.presenter.commit()
        self.study.shut_down()
        self.tasks.shut_down()
        self._end_news()
        self.room.dispose()
        self.program.close()
