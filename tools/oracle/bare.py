"""What sys.settrace tells of a program, as it comes, to hold the finer steps against."""
import json


class Recorder:
    """Writes a JSON list of [event, function, line] to the file out."""

    def __init__(self, program, out):
        self.program = program
        self.out = out
        self.events = []

    def enters(self, frame, event, arg):
        if frame.f_code.co_filename != self.program:
            return None
        self.events.append((event, frame.f_code.co_qualname, frame.f_lineno))
        return self.enters

    def use_greenlet(self, greenlet):
        """A switch is no event of sys.settrace."""

    def finish(self, exception):
        with open(self.out, "w", encoding="utf-8") as file:
            json.dump(self.events, file)
