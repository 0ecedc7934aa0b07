"""A profile's PIN: kept as a salted hash, and slow to guess.

The PIN keeps colleagues at the same machine apart. It does not encrypt: who can read the file can read what is in it.
"""

import hashlib
import hmac
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kompetens_gui.domain.errors import InvalidValue

SHORTEST, LONGEST = 4, 64
SALT_BYTES = 16
FREE_TRIES = 3
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(minutes=15)
# 16 MB and some hundredths of a second for each guess; kept in the hash, so that a later version may ask for more.
COST, BLOCK_SIZE, PARALLEL = 2**14, 8, 1


@dataclass(frozen=True)
class Pin:
    """What is kept of a PIN: scrypt's numbers, the salt and the hash (as hexadecimal digits), never the PIN."""

    salt: str
    digest: str
    cost: int = COST
    block_size: int = BLOCK_SIZE
    parallel: int = PARALLEL


@dataclass(frozen=True)
class PinThrottle:
    """How many times in a row a PIN was wrong, and when the last time was (UTC)."""

    wrong: int = 0
    last: datetime | None = None


def make_pin(text: str, salt: bytes) -> Pin:
    """Return what to keep of a new PIN. `salt` is random and never used twice."""
    if not SHORTEST <= len(text) <= LONGEST:
        raise InvalidValue("pin", "length")
    return Pin(salt.hex(), _digest(text, salt.hex(), COST, BLOCK_SIZE, PARALLEL))


def is_right_pin(text: str, pin: Pin) -> bool:
    """Whether a text is the PIN; takes as long whatever it is."""
    given = _digest(text, pin.salt, pin.cost, pin.block_size, pin.parallel)
    return hmac.compare_digest(given, pin.digest)


def wait_left(throttle: PinThrottle, now: datetime) -> timedelta:
    """Return how long to wait before the next try; nothing for the first three.

    A clock set back does not shorten the wait, and a wait never grows longer than it was from the start.
    """
    if throttle.wrong < FREE_TRIES or throttle.last is None:
        return timedelta()
    times: int = 2 ** min(throttle.wrong - FREE_TRIES, 10)
    wait = min(FIRST_WAIT * times, LONGEST_WAIT)
    return max(timedelta(), wait - max(timedelta(), now - throttle.last))


def after_wrong(throttle: PinThrottle, now: datetime) -> PinThrottle:
    """Count one more wrong try."""
    last = now if throttle.last is None else max(now, throttle.last)
    return replace(throttle, wrong=throttle.wrong + 1, last=last)


def _digest(text: str, salt: str, cost: int, block_size: int, parallel: int) -> str:
    made = hashlib.scrypt(
        text.encode("utf-8", "surrogatepass"),
        salt=bytes.fromhex(salt),
        n=cost,
        r=block_size,
        p=parallel,
        maxmem=256 * cost * block_size,
        dklen=32,
    )
    return made.hex()
