"""Check the whole project, and set up what is missing first: `python3 check.py`.

Runs format, lint, types, import contracts, content and tests, all of them even when one fails. `--help` tells the rest.
"""

import sys

if sys.version_info < (3, 7):  # noqa: UP036 - read by whatever Python the machine has
    sys.stderr.write(
        "Kompetens fungerar med Python 3.11, 3.12 och 3.13. Detta Python har version %d.%d.\n"  # noqa: UP031
        "Installera en av dem och skriv till exempel: python3.12 check.py\n" % sys.version_info[:2]
    )
    sys.exit(3)

from tools.checking import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
