"""Check content from a terminal: `python -m kompetens_gui.content [PATH…]`."""

import sys
from pathlib import Path

from kompetens_gui.content.validate import run


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # an old terminal may lack ”, – or å
    sys.exit(run([Path(argument) for argument in sys.argv[1:]], _tell))
