_write = __cosub_write


class TextIOWrapper:
    def __init__(self, stream, name):
        self._stream = stream
        self.name = name
        self.encoding = "utf-8"

    def write(self, text):
        return _write(self._stream, text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def __repr__(self):
        return f"<_io.TextIOWrapper name='{self.name}' mode='w' encoding='utf-8'>"


class _StdIn:
    def readline(self):
        try:
            return input() + "\n"
        except EOFError:
            return ""

    def read(self):
        return "".join(list(self))

    def __iter__(self):
        return iter(self.readline, "")


stdout = __stdout__ = TextIOWrapper(1, "<stdout>")
stderr = __stderr__ = TextIOWrapper(2, "<stderr>")
stdin = __stdin__ = _StdIn()
maxsize = 9223372036854775807
byteorder = "little"
platform = "linux"
argv = [""]
version = "3.11.7 (cosub)"


class _VersionInfo(tuple):
    major = 3
    minor = 11
    micro = 7
    releaselevel = "final"
    serial = 0

    def __repr__(self):
        return "sys.version_info(major=3, minor=11, micro=7, releaselevel='final', serial=0)"


class _Implementation:
    name = "cosub"


version_info = _VersionInfo((3, 11, 7, "final", 0))
implementation = _Implementation()


def exit(status=None, /):
    if status is None:
        raise SystemExit
    raise SystemExit(*status) if isinstance(status, tuple) else SystemExit(status)


def getrecursionlimit():
    return __cosub_depth_limit()


def setrecursionlimit(limit, /):
    __cosub_set_depth_limit(limit)


def intern(string, /):
    return string


def exc_info():
    exc = __cosub_handled()
    if exc is None:
        return (None, None, None)
    return (type(exc), exc, exc.__traceback__)


def exception():
    return __cosub_handled()


def _getframe(depth=0, /):
    depth = range(depth).stop
    frame = __cosub_calling_frame()
    while depth > 0 and frame is not None:
        frame = frame.f_back
        depth -= 1
    if frame is None:
        raise ValueError("call stack is not deep enough")
    return frame
