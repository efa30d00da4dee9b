"""CPython 3.11 as the judge of what a program does: see README.md beside this file."""
