"""Start Kompetens, and set up what is missing first: `python3 start.py`.

This file and `check.py` hold nothing that an old Python cannot read, so that it can say which Python is needed.
"""

import sys

if sys.version_info < (3, 7):  # noqa: UP036 - read by whatever Python the machine has
    sys.stderr.write(
        "Kompetens fungerar med Python 3.11, 3.12 och 3.13. Detta Python har version %d.%d.\n"  # noqa: UP031
        "Installera en av dem och skriv till exempel: python3.12 start.py\n" % sys.version_info[:2]
    )
    sys.exit(3)

from tools.starting import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
