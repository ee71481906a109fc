"""Templates of one language → whole phrases.

The wording of every form stands in `templates/<language>/phrases.jinja`, one macro a form, and its word lists in `words.toml`. A drafter's own folder
of templates comes first. Templates run in Jinja's sandbox, and a name they misspell is an error, never an empty place in a treaty.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from clausekit import resources


class WordingError(Exception):
    """A language or template that cannot be used; its message is for the drafter."""


class Phrasebook:
    """The phrases of one language."""

    def __init__(self, language: str = "en", templates: Path | None = None) -> None:
        """Load the language. Raises WordingError when it is not installed or a template is faulty."""
        places = [folder for folder in (templates, resources.folder("templates")) if folder is not None]
        if not language.isalpha() or not any((place / language).is_dir() for place in places):
            known = sorted({path.parent.name for place in places for path in place.glob("*/phrases.jinja")})
            message = f"there are no templates for the language `{language}`; there are for: {', '.join(known)}"
            raise WordingError(message)
        self.language = language
        self.environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([FileSystemLoader(place) for place in places]),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        words = next(place / language / "words.toml" for place in places if (place / language / "words.toml").is_file())
        self.words: dict[str, Any] = tomllib.loads(words.read_text(encoding="utf-8"))
        try:
            module = self.environment.get_template(f"{language}/phrases.jinja").module
        except TemplateError as problem:
            message = f"the template {language}/phrases.jinja cannot be used: {problem}"
            raise WordingError(message) from problem
        self._forms = {name: getattr(module, name) for name in dir(module) if not name.startswith("_")}

    def say(self, form: str, **parts: Any) -> str:
        """The phrase of `form` with its parts filled in. Raises WordingError for a form the templates lack or cannot fill."""
        try:
            return str(self._forms[form](**parts)).strip()
        except (TemplateError, KeyError, TypeError) as problem:
            message = f"the phrase `{form}` of the {self.language} templates cannot be used: {problem}"
            raise WordingError(message) from problem

    def render(self, template: str, environment: Environment | None = None, **view: Any) -> str:
        """A whole document from a layout template. Raises WordingError when it is missing or faulty."""
        try:
            return (environment or self.environment).get_template(template).render(**view)
        except TemplateNotFound as problem:
            message = f"there is no template `{problem.name}`"
            raise WordingError(message) from problem
        except TemplateError as problem:
            message = f"the template {template} cannot be used: {problem}"
            raise WordingError(message) from problem
