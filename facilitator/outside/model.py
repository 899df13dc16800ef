"""Which model may be asked, and under which name people are told of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

from facilitator.settings import Settings


@dataclass(frozen=True, slots=True)
class Model:
    """`url` is what stands before `/chat/completions`; the key is shown nowhere. `vectors` is the
    model behind `/embeddings` there, if one is to be asked too."""

    url: str
    name: str
    key: str = field(default="", repr=False)
    vectors: str = ""

    @classmethod
    def of(cls, settings: Settings) -> Self | None:
        """The model the operator has set up; None when there is none."""
        if not settings.model_url:
            return None
        return cls(settings.model_url, settings.model_name, settings.model_key, settings.model_vectors)

    @property
    def reader(self) -> str:
        """Its name and where it is: what participants and hosts read."""
        names = ", ".join(filter(None, (self.name, self.vectors)))
        return f"{names} ({urlsplit(self.url).hostname})"[:200]
