"""What a leader does in every journey: begins with a template, pastes people, adds moments, follows both windows."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QListWidget

from kompetens_gui.domain.workshop.plan import WorkshopSession
from kompetens_gui.domain.workshop.state import RoomPicture
from kompetens_gui.ui.planning.agenda_block import AgendaBlock
from tests.journeys.driver import Leader


def plan_of(leader: Leader) -> WorkshopSession:
    """Read the only plan from the database."""
    leader.settled()
    (row,) = leader.program.planning.sessions()
    return leader.program.planning.get(row.id)


def plan_is(leader: Leader, what: str, **fields: object) -> None:
    """Wait until the plan on disk holds these."""
    leader.wait(lambda: all(getattr(plan_of(leader), name) == value for name, value in fields.items()), what)


def use_template(leader: Leader, title: str) -> None:
    """Choose a template in the dialog for a new session, by searching for it."""
    leader.dialog("Nytt tillfälle")
    leader.settled()
    leader.tab_to("Sök bland mallar")
    leader.type(title)
    leader.press("Return")
    stand_on(leader, title)
    leader.press("Return")
    leader.on_page("plan")


def stand_on(leader: Leader, text: str) -> None:
    """Walk with the arrows of the list that has the keyboard to a row that begins so."""
    found = QApplication.focusWidget()
    if not isinstance(found, QListWidget):
        raise leader.unreachable("the keyboard is not in a list")
    leader.press("Home")
    for _ in range(found.count()):
        item = found.currentItem()
        if item is not None and item.text().startswith(text):
            return
        leader.press("Down")
    raise leader.unreachable(f"the list has no {text!r}", [found.item(n).text() for n in range(found.count())])


def paste_people(leader: Leader, pasted: str, count: int) -> None:
    leader.activate("Lägg till deltagare")
    leader.dialog("Deltagare")
    leader.activate("Klistra in lista")
    leader.dialog("Lägg till från en lista")
    leader.tab_to("Klistra in listan här")
    QApplication.clipboard().setText(pasted)
    leader.press("Ctrl+V")
    leader.sees(f"{count} deltagare förstods")
    leader.activate(f"Lägg till {count} deltagare")
    leader.wait(lambda: len(plan_of(leader).participants) == count, f"{count} participants")
    leader.dialog("Deltagare")
    leader.activate("Klar")
    leader.dialog_gone()


def add_moment(leader: Leader, words: str, kind: str) -> None:
    """Put a moment of the bank in the agenda: after the block at hand, else last."""
    before = {item.id for item in plan_of(leader).agenda}
    leader.press("Ctrl+K")
    leader.replace(words)
    leader.press("Return")
    leader.settled()
    leader.press("Return")
    leader.wait(lambda: len(plan_of(leader).agenda) == len(before) + 1, f"the moment {words}")
    assert [item.kind for item in plan_of(leader).agenda if item.id not in before] == [kind]


def stand_on_block(leader: Leader, title: str) -> AgendaBlock:
    """Go to the agenda, and with the arrows to the block of this name."""
    for _ in range(8):
        if isinstance(QApplication.focusWidget(), AgendaBlock):
            break
        leader.press("F6")
        for _ in range(6):
            if not isinstance(QApplication.focusWidget(), AgendaBlock):
                leader.press("Tab")
    leader.press(*["Up"] * len(plan_of(leader).agenda))
    for _ in plan_of(leader).agenda:
        block = QApplication.focusWidget()
        if isinstance(block, AgendaBlock) and title in block.accessibleName():
            return block
        leader.press("Down")
    raise leader.unreachable(f"no block is called {title!r}")


def on_item(leader: Leader, kind: str) -> None:
    """Wait until both windows show an agenda item of this kind."""

    def there() -> bool:
        item = leader.state.item
        return item is not None and item.kind == kind and room(leader).item == item.id

    leader.wait(there, f"the item {kind}")


def go_on_to(leader: Leader, kind: str) -> None:
    """Press Page Down until the next item of this kind; what stands between is passed over."""
    for _ in leader.state.session.agenda:
        at = leader.state.position
        leader.press("PgDown")
        leader.wait(lambda at=at: leader.state.position == at + 1, "the next item")  # type: ignore[misc]
        item = leader.state.item
        if item is not None and item.kind == kind:
            break
    on_item(leader, kind)


def room(leader: Leader) -> RoomPicture:
    """What the room sees."""
    picture = leader.windows.room.window.view.picture
    assert picture is not None
    return picture


def text_of_pdf(file: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def text_of_word(file: Path) -> str:
    """All text of a Word file in the order it is read, tables too."""
    nodes = Document(str(file)).element.body.iter()
    return " ".join(" ".join(node.text or "" for node in nodes if node.tag.endswith("}t")).split())
