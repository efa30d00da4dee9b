"""Makes a program that differs smaller while it differs in the same kind."""


def indent(line):
    return len(line) - len(line.lstrip())


def block_end(lines, at):
    """Behind the statement at the line: with all that stands deeper."""
    end = at + 1
    while end < len(lines) and indent(lines[end]) > indent(lines[at]):
        end += 1
    return end


def shorter(lines, at):
    """Programs without the statement at the line, or with its body in its place."""
    end = block_end(lines, at)
    yield lines[:at] + lines[end:]
    if end == at + 1:
        return
    less = indent(lines[at + 1]) - indent(lines[at])
    body = [line[less:] for line in lines[at + 1:end]]
    clauses = end
    while clauses < len(lines) and indent(lines[clauses]) == indent(lines[at]) and \
            lines[clauses].lstrip().startswith(("except", "else", "finally", "elif")):
        clauses = block_end(lines, clauses)
    if clauses > end:
        yield lines[:at] + lines[clauses:]
        yield lines[:at] + body + lines[clauses:]
    yield lines[:at] + body + lines[end:]


def is_python(text):
    try:
        compile(text, "program.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


def once(lines, deepest, differs, tries):
    """(the lines without what could be left out, statements no deeper than that, the tries left)."""
    at = len(lines) - 1
    while at >= 0:
        for smaller in shorter(lines, at) if indent(lines[at]) <= deepest else ():
            program = "\n".join(smaller) + "\n"
            if not is_python(program):
                continue
            if tries == 0:
                return lines, 0
            tries -= 1
            if differs(program):
                lines = smaller
                break
        at = min(at, len(lines)) - 1
    return lines, tries


def reduce(text, differs, tries):
    """The smallest of the programs tried that differs(text) still holds for: whole functions are
    left out first, then statements, from the end, until nothing more can be."""
    lines, tries = once(text.splitlines(), 0, differs, tries)
    before = None
    while lines != before and tries > 0:
        before = lines
        lines, tries = once(lines, len(text), differs, tries)
    return "\n".join(lines) + "\n"
