"""`python -m kompetens_gui` opens the program."""

import gc

# Thousands of objects are made now that all stay; `ui.shell.garbage` looks for garbage after the first paint.
gc.disable()

from kompetens_gui.app import main  # noqa: E402 - collecting is turned off first

if __name__ == "__main__":
    raise SystemExit(main())
