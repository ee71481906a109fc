"""Templates of one language → whole phrases.

The wording of every form stands in `templates/<language>/phrases.jinja`, one macro a form, and its word lists in `words.toml`. A drafter's own folder
of templates is laid over the built-in ones: macro by macro, list by list, layout by layout. Templates run in Jinja's sandbox, and a name they
misspell is an error, never an empty place in a treaty.
"""

from __future__ import annotations

import copy
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from clausekit import resources
from clausekit.drafting.inflection import Inflection

# What a phrase may have behind its name, for treaties of one register or style only: `agreed_political`, `witness_eu`.
MANNERS = ("political", "un", "eu", "bilateral", "mou", "paragraph_first", "article_first", "in_short")
# Parts that a phrase may leave out of its list, because only some languages have a use for them.
OFFERED = frozenset({"bearer", "bears", "called", "called_together", "case"})
_BROKEN_LINE = re.compile(r"\s*\n\s*")

# What a phrase is kept for: plain words, and whether something is so. So many phrases are kept; a long treaty has some thousand.
_WORDS = frozenset({str, bool, type(None)})
_MOST_KEPT = 20_000

_Form = Any  # a macro: called with its parts, it gives words; `arguments` are the parts it takes


class WordingError(Exception):
    """A language or template that cannot be used; its message is for the drafter."""


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox. The fields of our own records are data, and need no search for what could be done with them."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A part of what a template sees."""
        if isinstance(obj, tuple) and attribute in getattr(type(obj), "_fields", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


class Phrasebook:
    """The phrases of one language."""

    def __init__(self, language: str = "en", templates: Path | None = None) -> None:
        """Load the language. Raises WordingError when it is not installed or a template is faulty."""
        self._places = [resources.folder("templates")] if templates is None else [_own(templates, language), resources.folder("templates")]
        if not language.isalpha() or not any((place / language / "phrases.jinja").is_file() for place in self._places):
            known = sorted({path.parent.name for place in self._places for path in place.glob("*/phrases.jinja")})
            message = f"there are no templates for the language `{language}`; there are for: {', '.join(known)}"
            raise WordingError(message)
        self.language = language
        self.environment: Environment = _Sandbox(
            loader=ChoiceLoader([FileSystemLoader(place) for place in self._places]),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._said: dict[tuple[object, ...], str] = {}
        self._layouts: dict[tuple[str, ...], Environment] = {}
        self.words: dict[str, Any] = {}
        self._written: dict[str, _Form] = {}
        for place in reversed(self._places):
            self._lay_over(self.words, self._word_lists(place))
        self.inflection = self._inflected()
        self.cases = self.inflection.cases
        self.environment.filters |= self.inflection.filters() if self.cases else {}
        for place in reversed(self._places):
            self._written |= self._phrases(place)
        self._forms = self._written

    def in_manner(self, *manners: str) -> Self:
        """The same phrases, those of the given registers and styles before the general ones; the first named weighs most."""
        forms = dict(self._written)
        for manner in reversed(manners):
            ending = f"_{manner}"
            forms |= {name.removesuffix(ending): form for name, form in self._written.items() if name.endswith(ending)}
        other = copy.copy(self)
        other._forms = forms  # noqa: SLF001  its own kind
        return other

    def say(self, form: str, /, **parts: Any) -> str:
        """The phrase of `form` with its parts filled in. Raises WordingError for a form the templates lack or cannot fill."""
        macro = self._forms.get(form)
        if macro is None:
            message = f"the templates for the language `{self.language}` lack the phrase `{form}`"
            raise WordingError(message)
        if OFFERED & parts.keys():
            parts = {name: part for name, part in parts.items() if name not in OFFERED or name in macro.arguments}
        if not self.cases:
            return self._known(form, macro, parts)
        declines = "case" in macro.arguments
        said = (lambda case: self._filled(form, macro, {**parts, "case": case})) if declines else (lambda _: self._filled(form, macro, parts))
        return self.inflection.phrase(form, said, parts, declines=declines)

    def _known(self, form: str, macro: _Form, parts: dict[str, Any]) -> str:
        """The phrase, kept for the next time: three in four of a treaty's are said before. Only words are compared: 1 and 1.0 are equal and differ in print."""
        if not _WORDS.issuperset(map(type, parts.values())):
            return self._filled(form, macro, parts)
        wanted = (macro, *parts, *parts.values())
        known = self._said.get(wanted)
        if known is None:
            if len(self._said) >= _MOST_KEPT:
                self._said.clear()
            known = self._said[wanted] = self._filled(form, macro, parts)
        return known

    def _filled(self, form: str, macro: _Form, parts: dict[str, Any]) -> str:
        try:
            said = str(macro(**parts)).strip(" \n")
        except Exception as problem:  # a template may fail in any way; which, is said
            raise WordingError(_fault(problem, f"{self.language}/phrases.jinja", f"the phrase `{form}`")) from problem
        return _BROKEN_LINE.sub(" ", said) if "\n" in said else said

    @property
    def forms(self) -> tuple[str, ...]:
        """The names of its phrases."""
        return tuple(self._written)

    def word_list(self, name: str) -> Any:
        """A list of `words.toml`. Raises WordingError when it is missing, as a table does for an entry of it that is."""
        if name not in self.words:
            message = f"the word lists for the language `{self.language}` (words.toml) lack `{name}`"
            raise WordingError(message)
        found = self.words[name]
        return _Table(found, name, self.language) if isinstance(found, dict) else found

    def environment_for(self, *, autoescape: bool = False, **filters: Callable[..., str]) -> Environment:
        """The environment of a format, with filters of its own. It is kept, and with it the templates that it has read."""
        known = self._layouts.get(tuple(filters))
        if known is None:
            known = self._layouts[tuple(filters)] = self.environment.overlay(autoescape=autoescape)
            known.filters = {**known.filters, **filters}
        return known

    def render(self, template: str, environment: Environment | None = None, **view: Any) -> str:
        """A whole document from a layout template. Raises WordingError when it is missing or faulty."""
        try:
            return (environment or self.environment).get_template(template).render(**view)
        except Exception as problem:  # as above
            raise WordingError(_fault(problem, template, "")) from problem

    # ------------------------------------------------------------ loading

    def _inflected(self) -> Inflection:
        try:
            return Inflection(self.words)
        except (ValueError, AttributeError, TypeError) as problem:
            message = f"the word lists {self.language}/words.toml cannot be used: {problem}"
            raise WordingError(message) from problem

    def _phrases(self, place: Path) -> dict[str, _Form]:
        name = f"{self.language}/phrases.jinja"
        try:
            module = FileSystemLoader(place).load(self.environment, name, self.environment.make_globals(None)).module
        except TemplateNotFound as problem:
            if problem.name == name:
                return {}
            raise WordingError(_fault(problem, name, "")) from problem
        except Exception as problem:  # as above
            raise WordingError(_fault(problem, name, "")) from problem
        phrases = {form: macro for form, macro in vars(module).items() if not form.startswith("_") and callable(macro)}
        self._refuse_misspelt(phrases, name)
        return phrases

    def _refuse_misspelt(self, phrases: dict[str, _Form], name: str) -> None:
        """A phrase that no draft uses is a misspelt one, and the treaty would keep the words it was to replace. Helpers begin with `_`."""
        known = self._written.keys()
        for form in phrases if known else ():
            if form not in known and not any(form == f"{each}_{manner}" for manner in MANNERS for each in known if form.startswith(each)):
                from difflib import get_close_matches

                near = get_close_matches(form, known, 1)
                meant = f"; did you mean `{near[0]}`?" if near else "; a macro of your own, for use in others, begins with `_`"
                message = f"the template {name} has a phrase `{form}`, which no draft uses{meant}"
                raise WordingError(message)

    def _word_lists(self, place: Path) -> dict[str, Any]:
        path = place / self.language / "words.toml"
        try:
            lists = tomllib.loads(path.read_text(encoding="utf-8"))
            for name, entry in lists.items():
                if type(entry) is not type(self.words.get(name, entry)) or not _all_words(entry):
                    message = f"`{name}` is no list of words like the built-in one"
                    raise ValueError(message)  # noqa: TRY301  said below, with the rest
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as problem:
            message = f"the word lists {self.language}/words.toml cannot be used: {problem}"
            raise WordingError(message) from problem
        return lists

    @staticmethod
    def _lay_over(words: dict[str, Any], more: dict[str, Any]) -> None:
        for name, entry in more.items():
            words[name] = {**words[name], **entry} if isinstance(entry, dict) and isinstance(words.get(name), dict) else entry


class _Table(dict[str, Any]):
    """A table of words; an entry that a language lacks is named."""

    def __init__(self, entries: dict[str, Any], name: str, language: str) -> None:
        super().__init__({key: _Table(entry, f"{name}.{key}", language) if isinstance(entry, dict) else entry for key, entry in entries.items()})
        self._name = name
        self._language = language

    def __missing__(self, key: str) -> Any:
        message = f"the list `{self._name}` in the words.toml of the language `{self._language}` lacks `{key}`"
        raise WordingError(message)


def _all_words(entry: object) -> bool:
    if isinstance(entry, list):
        return all(map(_all_words, entry))
    return isinstance(entry, str) or (isinstance(entry, dict) and all(map(_all_words, entry.values())))


def _own(templates: Path, language: str) -> Path:
    if not templates.is_dir():
        message = f"{templates}: there is no such folder of templates"
        raise WordingError(message)
    if not any((templates / inner).is_dir() for inner in (language, "layout")):
        message = f"{templates}: this folder of templates holds neither `{language}/` (phrases) nor `layout/` (formats)"
        raise WordingError(message)
    return templates


def _fault(problem: BaseException, template: str, form: str) -> str:
    """What is wrong with a template, and where."""
    if isinstance(problem, TemplateNotFound):
        return f"there is no template `{problem.name}`" + (f", which {template} asks for" if problem.name != template else "")
    where = f"the template {template}"
    if isinstance(problem, TemplateSyntaxError):
        where = f"the template {problem.name or template}, line {problem.lineno}"
        reason = problem.message or "it cannot be read"
    else:
        found = _place(problem)
        where = f"the template {found[0]}, line {found[1]}" if found else where
        reason = "it calls itself without end" if isinstance(problem, RecursionError) else str(problem) or type(problem).__name__
    return f"{where}{',' if ', line' in where else ''} cannot be used{f' for {form}' if form else ''}: {reason}"


def _place(problem: BaseException) -> tuple[str, int] | None:
    """The template and line that failed. Jinja has rewritten the traceback of a whole document, but not that of a single macro."""
    found = None
    trace = problem.__traceback__
    while trace is not None:
        variables = trace.tb_frame.f_globals
        template = variables.get("__jinja_template__")
        if template is not None:
            found = (str(template.name), template.get_corresponding_lineno(trace.tb_lineno))
        elif "__jinja_exception__" in variables:
            found = ("/".join(Path(trace.tb_frame.f_code.co_filename).parts[-2:]), trace.tb_lineno)
        trace = trace.tb_next
    return found
