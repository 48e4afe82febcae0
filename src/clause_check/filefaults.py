"""Read a TOML file in a shape, or say in Chinese everything that keeps it from having that shape.

Only loaded when files are checked: pydantic is slow to import.
"""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from clause_check.model import Fault

NAMES = {"article": "第{}条", "paragraph": "第{}款"}  # how a numbered table is called, by the key it stands under


class Strict(BaseModel):
    """A table that refuses unknown keys and does not turn one type into another."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


Shape = TypeVar("Shape", bound=Strict)


def read_shape(file: Path, shape: type[Shape]) -> tuple[Shape | None, list[Fault]]:
    """Return the file in its shape, or None and every fault of it; ``Fault.file`` is folder/name."""
    name = f"{file.parent.name}/{file.name}"
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        return None, [Fault("not-utf8", name, "", "文件不是 UTF-8 编码，请另存为 UTF-8")]
    except tomllib.TOMLDecodeError as error:
        return None, [Fault("not-toml", name, "", f"TOML 写法有误：{error}")]
    try:
        return shape.model_validate(table), []
    except ValidationError as error:
        known = _keys(shape)
        return None, [
            Fault("bad-shape", name, _place(one["loc"], table), _say(dict(one), known)) for one in error.errors()
        ]


def _place(loc: tuple[int | str, ...], table: Any) -> str:
    words: list[str] = []
    for part, above in zip(loc, ("", *loc), strict=False):
        table = table[part] if isinstance(part, int) or part in table else {}
        if isinstance(part, int):
            numbered = isinstance(table, dict) and "number" in table and above in NAMES
            words[-1:] = [NAMES[str(above)].format(table["number"]) if numbered else f"第{part + 1}个 {above}"]
        else:
            words.append(part)
    return " ".join(words)


def _say(error: dict[str, Any], known: set[str]) -> str:
    kind = error["type"]
    if kind == "extra_forbidden":
        near = get_close_matches(str(error["loc"][-1]), known, n=1)
        return f"不认识这个键，是不是 {near[0]}?" if near else "不认识这个键，请核对拼写"
    if kind == "literal_error":
        return f"只能是 {error['ctx']['expected'].replace(' or ', ' 或 ')},现为 {error['input']!r}"
    if kind == "value_error":
        return str(error["ctx"]["error"])
    return SAYINGS.get(kind, f"内容不对：{error['msg']}")


SAYINGS = {
    "missing": "缺少这一项",
    "string_type": "应是文字，要放在引号里",
    "int_type": "应是数字，不加引号",
    "list_type": "应是列表，放在 [ ] 里",
    "model_type": "应是一张表，用 [[ ]] 开头",
    "string_too_short": "内容太短或为空",
    "too_short": "至少要有一个",
    "greater_than_equal": "应是 1 以上的数字",
}


def _keys(shape: type[BaseModel]) -> set[str]:
    keys = set(shape.model_json_schema()["properties"])
    return keys.union(*(part["properties"] for part in shape.model_json_schema().get("$defs", {}).values()))
