"""The interpreter that the judge runs in, and what a program's process gets from it."""
import importlib.util
import os
import pathlib
import sys

# Where Debian keeps its packages for every python3 3.11, its own or another.
DEBIAN = "/usr/lib/python3/dist-packages"

HERE = pathlib.Path(__file__).resolve().parent


def find_greenlet():
    """Makes greenlet importable if it is there; whether it is."""
    if importlib.util.find_spec("greenlet") is None:
        sys.path.append(DEBIAN)
        importlib.invalidate_caches()
    return importlib.util.find_spec("greenlet") is not None


def another_version():
    """A sentence if this is not the Python that the judge knows; else None."""
    if sys.version_info[:2] != (3, 11) or sys.implementation.name != "cpython":
        return (f"the oracle needs CPython 3.11 and {sys.executable} is "
                f"{sys.implementation.name} {sys.version.split()[0]} (PYTHON=... names another)")
    return None


def missing():
    """A sentence about what the judge lacks; None if it can work."""
    sentence = another_version()
    if sentence:
        return sentence
    if not find_greenlet():
        return "the oracle needs greenlet for Python 3.11 (Debian: python3-greenlet)"
    return None


def environment():
    """The environment in which two runs of a program are the same."""
    env = dict(os.environ, PYTHONHASHSEED="0", PYTHONUTF8="1", TZ="UTC")
    for name in ("PYTHONBREAKPOINT", "PYTHONASYNCIODEBUG", "PYTHONWARNINGS", "PYTHONDEVMODE",
                 "PYTHONSTARTUP", "PYTHONINSPECT", "PYTHONOPTIMIZE", "PYTHONTRACEMALLOC"):
        env.pop(name, None)
    find_greenlet()
    env["PYTHONPATH"] = DEBIAN if DEBIAN in sys.path else ""
    return env
