"""Who hears which language: catalogues beside the house, refusals with their values, words for scripts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from facilitator.app import House, build
from facilitator.catalogues import Catalogues
from facilitator.catalogues.scripts import extract
from facilitator.domain.stamp import Refused, Said
from facilitator.settings import Settings
from tests.builders import EVENT, STORY
from tests.test_house import MODULES

FRENCH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: fr\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

#: facilitator/domain/running.py:22
msgid "Somebody was quicker: “{title}” is on now."
msgstr "Quelqu’un a été plus rapide : « {title} » est en cours."

#: facilitator/domain/scanning.py:30
msgid "Table {table} is full."
msgstr "La table {table} est complète."

#: facilitator/domain/scanning.py:25
msgid "Your seat stays at table {old}."
msgstr "Votre place reste à la table {old}."

#: facilitator/protocol.py:78
msgid "{field} must not be empty."
msgstr "{field} : à remplir."

#: facilitator/typed.py:20
msgid "The link to {name}"
msgstr "Le lien vers {name}"

#: facilitator/web/doors.py:45
msgid "This link does not work any more. Ask the organiser for a new one."
msgstr "Ce lien ne fonctionne plus. Demandez-en un autre."

#: static/js/shared/spine.js:1
msgid "{n} note"
msgid_plural "{n} notes"
msgstr[0] "{n} idée"
msgstr[1] "{n} idées"

#: static/js/participant/lobby.js:1
msgid "You are in"
msgstr "Vous y êtes"

#: static/js/plenary/desk.js:1
msgid "Approve"
msgstr "Valider"

#: static/js/participant/lobby.js:9
msgid "Nobody has translated this"
msgstr ""
"""


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Catalogues:
    folder = tmp_path_factory.mktemp("catalogues")
    (folder / "fr.po").write_text(FRENCH, "utf-8")
    return Catalogues(folder)


@pytest.fixture
def house(tmp_path: Path, catalogues: Catalogues) -> Iterator[House]:
    built = build(Settings(
        data=tmp_path, database_url=f"sqlite:///{tmp_path}/facilitator.db", port=8000, public_url="http://localhost",
        secret_key="k9f3kd02mfk39dkf93kd92mfk39dkf93", async_mode="threading"), catalogues)  # fmt: skip
    for number, step in enumerate(STORY[:12]):
        assert built.conductor.submit(EVENT, step.command, step.actor, f"command-{number}")["ok"]
    yield built
    built.stop()


def test_a_browser_gets_the_nearest_language_that_is_spoken_here(catalogues: Catalogues) -> None:
    assert catalogues.wanted("fr-CH,de;q=0.8,en;q=0.5") == "fr"
    assert catalogues.wanted("en-GB,fr;q=0.4") == "en"
    assert catalogues.wanted("fr;q=0,en") == "en"
    assert [catalogues.wanted(header) for header in ("sw", "", None, "\x00,;q=x")] == ["en"] * 4


def test_a_refusal_keeps_its_english_and_says_its_values_in_every_language(catalogues: Catalogues) -> None:
    why = Refused("full", Said("Table {table} is full."), Said("Your seat stays at table {old}.", old=2), table=7).why
    assert why == "Table 7 is full. Your seat stays at table 2."
    assert catalogues.said(why, "fr") == "La table 7 est complète. Votre place reste à la table 2."
    assert catalogues.said(why, "en") == why


def test_values_are_translated_too_and_never_read_as_patterns(catalogues: Catalogues) -> None:
    why = Refused("field", "{field} must not be empty.", field=Said("The link to {name}", name="{field}")).why
    assert why == "The link to {field} must not be empty."
    assert catalogues.said(why, "fr") == "Le lien vers {field} : à remplir."
    assert Refused("stale", "{title} {other}", title="{other}").why == "{other} {other}"


def test_scripts_get_the_words_of_their_audience_with_the_plurals_of_the_language(catalogues: Catalogues) -> None:
    words = catalogues.words("fr", "participant")
    assert words == {"{n} notes": {"one": "{n} idée", "many": "{n} idées", "other": "{n} idées"}, "You are in": "Vous y êtes"}
    assert catalogues.words("en", "participant") == {}


def asked(house: House, **headers: str) -> Any:
    word = house.parts.access.issue("moderator", EVENT)
    return house.web.test_client().post(
        f"/api/events/{EVENT}/commands/slot.advance", json={"from_slot": "nowhere"},
        headers={"Authorization": f"Bearer {word}", **headers}).get_json()["why"]  # fmt: skip


def test_the_wire_over_http_and_pages_refuse_in_the_language_of_whoever_asks(house: House) -> None:
    assert asked(house).startswith("Somebody was quicker: “")
    french = asked(house, **{"Accept-Language": "fr"})
    assert re.fullmatch("Quelqu’un a été plus rapide : « .+ » est en cours.", french)
    page = house.web.test_client().get("/l/nothing", headers={"Accept-Language": "fr"}).get_data(as_text=True)
    assert '<html lang="fr"' in page
    assert "Ce lien ne fonctionne plus." in page


def test_a_page_carries_the_words_of_its_scripts(house: House) -> None:
    event = house.conductor.event(EVENT)
    assert event is not None
    browser = house.web.test_client()
    joined = browser.post("/api/join", json={"code": event.code, "name": "Wanjiku"})
    page = browser.get(f"/e/{joined.get_json()['event']}", headers={"Accept-Language": "fr"}).get_data(as_text=True)
    assert '"locale": "fr"' in page
    assert "Vous y \\u00eates" in page
    assert "Valider" not in page


def test_what_scripts_say_is_found_inside_nested_templates_too() -> None:
    script = b"""html`<p>${on && html`${t("Step {n}", { n })} ${tn("{n} note", "{n} notes", 2)}`}</p>`;\nconst a = t(\n"Say \\"so\\"");"""
    assert [(line, said) for line, _, said, _ in extract(BytesIO(script), None, None, None)] == [
        (1, "Step {n}"), (1, ("{n} note", "{n} notes")), (2, 'Say "so"')]  # fmt: skip


def sentences(path: Path) -> Iterator[tuple[ast.Call, ast.expr]]:
    """Every sentence given to `Refused` or `Said` in that module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Refused", "Said"):
            yield from ((node, arg) for arg in node.args[node.func.id == "Refused" :])


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_every_refusal_is_a_sentence_with_named_values(path: Path) -> None:
    for call, said in sentences(path):
        assert not isinstance(said, ast.JoinedStr | ast.BinOp), f"{path.name}:{said.lineno} cannot be translated"
        if isinstance(said, ast.Constant) and any(word.arg for word in call.keywords) and len(call.args) < 3:
            wanted = set(re.findall(r"\{(\w+)\}", str(said.value)))
            assert wanted == {word.arg for word in call.keywords} - {"retry_after", "where"}, f"{path.name}:{said.lineno}"
