"""What tests may ask of the machine that they run on, and what they do where it lacks something."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time
from typing import NoReturn

import psutil
import pytest

# Seconds that `yardstick` took where the limits of time in these tests were set.
REFERENCE = 0.0137
# Bytes that a worker needs at once: its own, and those of a browser or of notebooks' kernels.
WORKER = 700_000_000


def lacking(why: str) -> NoReturn:
    """Leave a test out, in one line; in CI, where nothing may be lacking, it fails."""
    if os.environ.get("CI") == "true":
        pytest.fail(why, pytrace=False)
    pytest.skip(why)


def processors() -> int:
    """How many processors may this process use? A container may have fewer than its machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def workers() -> int:
    """One more than processors, and no more than there is memory for.

    A test of a page waits for its browser half of the time.
    """
    room = psutil.virtual_memory().available // WORKER
    return max(1, min(processors() + 1, room))


def yardstick() -> float:
    """Seconds that a piece of plain work takes this process now."""
    start = process_time()
    found: dict[int, int] = {}
    for n in range(60_000):
        key = (n * 7919) % 1009
        found[key] = found.get(key, 0) + len(str(n))
    sorted(found.items(), key=lambda pair: -pair[1])
    return process_time() - start


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail if what stands within takes longer than this, on a machine like the one it was set on.

    Our own work counts, not how long others keep the processor; where plain work takes longer as
    well, the limit is as much higher.
    """
    start = process_time()
    yield
    taken = process_time() - start
    if taken >= seconds:
        slower = max(1.0, min(yardstick() for _time in range(5)) / REFERENCE)
        assert taken < seconds * slower, f"{taken:.2f} s, {slower:.1f} times as slow a machine"
