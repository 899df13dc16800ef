"""The languages the house speaks: English, and one gettext catalogue (`fr.po`, `pt-BR.po`) each beside this file.

English sentences are the keys everywhere. Pages and refusals are translated on the server; a page's
scripts get the words of their own audience with the page. It stands alone because pages, sockets and
scripts must not disagree about who hears which language. How to add one: CONTRIBUTING.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from facilitator.domain.stamp import Said

HERE = Path(__file__).parent
ENGLISH = "en"
SCRIPTS = "static/js/"
COUNTED = (*range(1_000), 1_000_000)  # numbers that between them have every plural form of a language

Words = dict[str, str | dict[str, str]]


class Catalogues:
    """All catalogues of a folder, read once."""

    def __init__(self, folder: Path = HERE) -> None:
        self._read = {path.stem: _catalog(path) for path in sorted(folder.glob("*.po"))}
        self._books = {language: _book(catalog) for language, catalog in self._read.items()}
        self._words: dict[tuple[str, str], Words] = {}

    def wanted(self, header: str | None) -> str:
        """The language to speak to somebody whose browser says `Accept-Language: header`."""
        spoken = {language.lower(): language for language in (ENGLISH, *self._books)}
        near = {language.partition("-")[0]: language for language in spoken}
        for tag, quality in parse_accept_header(header, LanguageAccept):
            known = spoken.get(tag.lower()) or spoken.get(near.get(tag.lower().partition("-")[0], ""))
            if known and quality > 0:
                return known
        return ENGLISH

    def book(self, language: str) -> NullTranslations:
        """The translations as gettext wants them; English says everything as it is written."""
        return self._books.get(language) or NullTranslations()

    def said(self, what: str, language: str) -> str:
        """A refusal's sentences in that language, with their values."""
        return what.by(self.book(language).gettext) if isinstance(what, Said) else what

    def words(self, language: str, audience: str) -> Words:
        """What the scripts of that audience say, as `shared/words.js` wants it."""
        known = self._words.get((language, audience))
        if known is None and language in self._read:
            known = self._words[language, audience] = dict(self._spoken(language, audience))
        return known or {}

    def _spoken(self, language: str, audience: str) -> Iterator[tuple[str, str | dict[str, str]]]:
        places = (f"{SCRIPTS}shared/", f"{SCRIPTS}{audience}/")
        forms = _forms(language, self._books[language])
        for message in self._read[language]:
            if message.fuzzy or not any(path.startswith(places) for path, _line in message.locations):
                continue
            said = message.string
            if isinstance(said, tuple):
                yield message.id[1], {form: said[index] for form, index in forms.items()}
            else:
                yield str(message.id), str(said)


def _catalog(path: Path) -> Catalog:
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem.replace("-", "_"))
    for message in list(catalog):
        if message.id and not _complete(message):
            catalog.delete(message.id)  # what nobody has translated yet is said in English
    return catalog


def _complete(message: Message) -> bool:
    said = message.string
    return all(said) if isinstance(said, tuple) else bool(said)


def _book(catalog: Catalog) -> Translations:
    file = BytesIO()
    write_mo(file, catalog)
    file.seek(0)
    return Translations(file)


def _forms(language: str, book: Translations) -> dict[str, int]:
    """A browser's name of each plural form → its place in the catalogue."""
    form = Locale.parse(language, sep="-").plural_form
    return {form(n): book.plural(n) for n in reversed(COUNTED)}
