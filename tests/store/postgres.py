"""A PostgreSQL server of our own for the tests that ask for one, on a socket in a folder."""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import missing

DEBIAN = Path("/usr/lib/postgresql")
ACCOUNT = "postgres"  # root may not run the server; Debian's package makes this account
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def programs() -> Path:
    """The folder with initdb and pg_ctl; skips the test where there is none."""
    found = shutil.which("initdb") or next(map(str, sorted(DEBIAN.glob("*/bin/initdb"))[-1:]), None)
    if found is None:
        missing("No PostgreSQL found. Install it: apt-get install postgresql")
    if importlib.util.find_spec("psycopg2") is None:
        missing("psycopg2 is not installed. Install it: pip install -e '.[test]'")
    return Path(found).parent


@contextmanager
def served() -> Iterator[str]:
    """A server with an empty database; yields its address and ends the server."""
    bin = programs()
    folder = Path(tempfile.mkdtemp(prefix="facilitator-pg-"))  # short: a socket's path is limited
    folder.chmod(0o755)
    as_root = os.geteuid() == 0
    if as_root:
        account = pwd.getpwnam(ACCOUNT)
        os.chown(folder, account.pw_uid, account.pw_gid)
    user = ACCOUNT if as_root else pwd.getpwuid(os.geteuid()).pw_name

    def run(*command: str) -> None:
        prefix = ["runuser", "-u", ACCOUNT, "--"] if as_root else []
        subprocess.run([*prefix, *command], check=True, cwd="/", timeout=60,
                       stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)  # fmt: skip

    data, where = str(folder / "data"), f"-c listen_addresses= -k {folder} {QUICK}"
    control = (str(bin / "pg_ctl"), "-D", data, "-w")
    try:
        run(str(bin / "initdb"), "-D", data, "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C")
        run(*control, "-l", str(folder / "log"), "-o", where, "start")
        yield f"postgresql+psycopg2://{user}@/postgres?host={folder}"
    finally:
        run(*control, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
