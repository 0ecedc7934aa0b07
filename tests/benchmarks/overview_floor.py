"""The floor of the live overview: a bare window after importing SQLAlchemy, mapping twelve tables and one question.

`python overview_floor.py DATABASE_FILE`; the file is made if it is not there, outside what is measured.
"""

from __future__ import annotations

import sys
from pathlib import Path

import start_floor
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QMainWindow
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

TABLES = 12
COLUMNS = 6
ROWS = 50
ASKED = "text_0"


class Base(DeclarativeBase):
    """What the tables have in common."""


def mapped_tables() -> list[type[Base]]:
    """Map tables in a row, each pointing at the one before."""
    tables: list[type[Base]] = []
    for number in range(TABLES):
        fields: dict[str, object] = {f"text_{i}": mapped_column(default="") for i in range(COLUMNS)}
        notes: dict[str, object] = {f"text_{i}": Mapped[str] for i in range(COLUMNS)} | {"id": Mapped[int]}
        fields["id"] = mapped_column(primary_key=True)
        if tables:
            notes["before_id"] = Mapped[int | None]
            fields["before_id"] = mapped_column(ForeignKey(f"table_{number - 1}.id"))
            fields["before"] = relationship(tables[-1])
        tables.append(
            type(f"Table{number}", (Base,), fields | {"__tablename__": f"table_{number}", "__annotations__": notes})
        )
    return tables


def ask(file: Path) -> list[str]:
    """Give one column of the first table, through mapped objects."""
    tables = mapped_tables()
    is_new = not file.exists()
    engine = create_engine(f"sqlite:///{file}")
    if is_new:
        Base.metadata.create_all(engine)
        with Session(engine) as session:
            session.add_all(tables[0](text_0=f"Rad {number}") for number in range(ROWS))
            session.commit()
    with Session(engine) as session:
        return [str(getattr(row, ASKED)) for row in session.scalars(select(tables[0]).limit(ROWS))]


if __name__ == "__main__":
    found = ask(Path(sys.argv[1]))
    app = QApplication(sys.argv)
    window = QMainWindow()
    rows = start_floor.Floor()
    rows.setModel(QStringListModel(found, rows))
    window.setCentralWidget(rows)
    window.resize(1000, 700)
    window.show()
    app.exec()
