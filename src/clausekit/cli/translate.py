"""Write the lines of a translation that are to be filled in.

usage: clausekit translate FILE --language LANGUAGE [options]

  FILE               a clause file; `-` is standard input

  --language LANG    the language to translate into, by its English name or its
                     code: French, fr
  -o, --output OUT   the file to write; without it, standard output. A file that
                     exists is never overwritten
  --library DIR      a folder of files that FILE may use; may be given several
                     times
  --anyway           read a file that has errors

There is a line for each name, heading, recital, definition and text of the
treaty that its translation into this language does not give yet, with empty
quotation marks to be filled in, and behind it what it translates. Sentences
need none: clausekit drafts them in each language itself.

Fill the lines in, and have the treaty take the file in with `use`; then
`clausekit check FILE` says what is missing, and `clausekit draft FILE
--language LANG` drafts it.

Exit status: 0 written, or nothing is missing; 2 the command could not run.

  clausekit translate framework.clause --language French -o framework.fr.clause
  clausekit translate framework.clause --language uk
"""

from __future__ import annotations

import os
from argparse import Namespace

from clausekit.cli.console import OK, CannotRunError, Console
from clausekit.cli.line import Line
from clausekit.cli.told import file_options, sound_reading
from clausekit.source.files import SUFFIX, write_file


def options(line: Line) -> None:
    """What may stand behind `translate`."""
    file_options(line)
    line.add_argument("--language", required=True, metavar="LANG")
    line.add_argument("-o", "--output", metavar="OUT")


def run(asked: Namespace, console: Console) -> int:
    """Write what is missing."""
    from clausekit.pipeline.translating import UnknownLanguageError, language_named, skeleton

    try:
        language = language_named(asked.language)
    except UnknownLanguageError as problem:
        message = f"translate: {problem}"
        raise CannotRunError(message) from problem
    reading = sound_reading(asked, console, "translated")
    assert reading.record is not None
    text = skeleton(reading.record, reading.volume or reading.source, language)
    if not text:
        console.say(f"{reading.source.name}: nothing is missing in its translation into {language.name}")
        return OK
    if asked.output is None or asked.output == "-":
        console.write(text)
        return OK
    if os.path.lexists(asked.output):
        message = f"{asked.output}: there is such a file already, and it is not overwritten"
        raise CannotRunError(message)
    write_file(asked.output, text.encode())
    used = os.path.basename(asked.output).removesuffix(SUFFIX)
    console.say(f'wrote {asked.output}; fill it in, and write `use "{used}".` into {reading.source.name}')
    return OK
