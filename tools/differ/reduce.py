"""Makes a program that differs smaller while it differs in the same kind."""


def indent(line):
    return len(line) - len(line.lstrip())


def block_end(lines, at):
    """Behind the statement at the line: with all that stands deeper."""
    end = at + 1
    while end < len(lines) and indent(lines[end]) > indent(lines[at]):
        end += 1
    return end


def candidates(lines):
    """Smaller programs: without a statement, or with the body in place of a compound one."""
    at = len(lines) - 1
    while at >= 0:
        end = block_end(lines, at)
        yield lines[:at] + lines[end:]
        if end > at + 1:
            less = indent(lines[at + 1]) - indent(lines[at])
            yield lines[:at] + [line[less:] for line in lines[at + 1:end]] + lines[end:]
            clauses = end
            while clauses < len(lines) and indent(lines[clauses]) == indent(lines[at]) and \
                    lines[clauses].lstrip().startswith(("except", "else", "finally", "elif")):
                clauses = block_end(lines, clauses)
            if clauses > end:
                yield lines[:at] + lines[clauses:]
                yield lines[:at] + [line[less:] for line in lines[at + 1:end]] + lines[clauses:]
        at -= 1


def is_python(text):
    try:
        compile(text, "program.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


def reduce(text, differs, tries):
    """The smallest of the programs tried that differs(text) still holds for."""
    lines = text.splitlines()
    progress = True
    while progress and tries > 0:
        progress = False
        for smaller in candidates(lines):
            shorter = "\n".join(smaller) + "\n"
            if not is_python(shorter):
                continue
            tries -= 1
            if differs(shorter):
                lines = smaller
                progress = True
                break
            if tries <= 0:
                break
    return "\n".join(lines) + "\n"
