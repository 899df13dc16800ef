"""A whole house on a database of its own, without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.access import Grant, cookie_name
from facilitator.app import House, build
from facilitator.domain.stamp import Role
from facilitator.series_memory import SeriesMemory
from facilitator.settings import Settings
from facilitator.theming_desk import Theming
from tests.builders import EVENT, STORY


class Visitor:
    """A browser with the cookies of some roles."""

    def __init__(self, house: House) -> None:
        self.house, self.browser = house, house.web.test_client()

    def may(self, role: Role, event: str = EVENT, person: str = "") -> Visitor:
        """Follows the link of that role, or comes back as that participant."""
        if role == "participant":
            grant = Grant("participant", event, person)
            ticket = self.house.parts.access.ticket(grant)
            self.browser.set_cookie(cookie_name(role, event), ticket, domain="localhost")
        else:
            word = self.house.parts.access.issue(role, "" if role == "organiser" else event)
            assert self.browser.get(f"/l/{word}").status_code == 303
        return self


def _settings(data: Path) -> Settings:
    return Settings(
        data=data, database_url=f"sqlite:///{data}/facilitator.db", port=8000,
        public_url="http://localhost", secret_key="k9f3kd02mfk39dkf93kd92mfk39dkf93",
        async_mode="threading",
    )  # fmt: skip


def _alone(patch: pytest.MonkeyPatch) -> None:
    """The story's commands alone, or its versions do not fit."""
    for part in (Theming, SeriesMemory):
        patch.setattr(part, "notice", lambda *news: None)


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which the story was played once."""
    folder = tmp_path_factory.mktemp("played")
    with pytest.MonkeyPatch.context() as patch:
        _alone(patch)
        built = build(_settings(folder))
        built.parts.add_series("r1", "A series")
        for number, step in enumerate(STORY):
            answer = built.conductor.submit(EVENT, step.command, step.actor, f"command-{number}")
            assert answer["ok"], (step, answer)
        built.stop()
    return folder


@pytest.fixture
def house(played: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    _alone(monkeypatch)
    shutil.copytree(played, tmp_path, dirs_exist_ok=True)
    built = build(_settings(tmp_path))
    yield built
    built.stop()


@pytest.fixture
def visitor(house: House) -> Visitor:
    return Visitor(house)
