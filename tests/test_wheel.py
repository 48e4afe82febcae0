"""The wheel holds all it needs: installed bare, away from the tree, it scans a file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TREE = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    subprocess.run(build, cwd=TREE, check=True, capture_output=True)
    [wheel] = place.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(place / "bare")]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    return place / "bare"


def test_it_scans_a_file(installed: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("本活动的最终解释权归本站所有。", encoding="utf-8")
    program = (
        f"import sys; sys.path.insert(0, {str(installed)!r})\n"
        "import clause_check; assert clause_check.__file__.startswith(sys.path[0]), clause_check.__file__\n"
        f"from clause_check.cli import main; main(['scan', {str(file)!r}, '--format', 'json'])"
    )
    environment = {**os.environ, "CLAUSE_CHECK_CACHE": str(tmp_path / "cache")}
    run = subprocess.run(
        [sys.executable, "-I", "-c", program], cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    assert [f["category"] for f in json.loads(run.stdout)["findings"]] == ["final-interpretation"]


def test_it_carries_rules_laws_and_clauses(installed: Path) -> None:
    inside = installed / "clause_check"
    assert (inside / "patterns/laws/消保法.toml").is_file()
    assert (inside / "patterns/complaint").is_dir()
    assert (inside / "corpus/liability-exclusion.toml").is_file()
    assert (inside / "py.typed").is_file()
