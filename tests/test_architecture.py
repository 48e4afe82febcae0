"""The rooms do not open onto each other, and a plain scan loads nothing heavy."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "clause_check"
HEAVY = {"pydantic", "jieba", "rich", "lxml", "selectolax", "pypdfium2", "docx", "jinja2", "tomllib", "multiprocessing"}


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("path", sorted((SOURCE / "stages").glob("[a-z]*.py")), ids=lambda p: p.stem)
def test_no_stage_imports_another(path: Path) -> None:
    others = {f"clause_check.stages.{p.stem}" for p in path.parent.glob("[a-z]*.py") if p != path}
    assert not imports(path) & others
    assert "clause_check.pipeline" not in imports(path)


@pytest.mark.parametrize("path", sorted((SOURCE / "render").glob("[a-z]*.py")), ids=lambda p: p.stem)
def test_renderers_know_no_stage(path: Path) -> None:
    assert not {name for name in imports(path) if name.startswith("clause_check.stages")}


def test_a_plain_scan_loads_nothing_heavy(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("虚拟商品一经售出,概不退换。", encoding="utf-8")
    program = (
        "import sys\nfrom clause_check.cli import main\n"
        "try: main(['scan', sys.argv[1]])\nexcept SystemExit: pass\n"
        "print('LOADED', *sorted({n.split('.')[0] for n in sys.modules}))"
    )
    for _ in range(2):  # the first run may have to build the cache
        run = subprocess.run([sys.executable, "-c", program, str(file)], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.rsplit("LOADED", 1)[1].split())
    assert "clause_check" in loaded
    assert not loaded & HEAVY
