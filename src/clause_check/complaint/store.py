"""Read and write case files: comments and order survive, and a crash never loses what was there."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from clause_check import wholefile
from clause_check.complaint.casefile import SCHEMA, Case
from clause_check.errors import ClauseCheckError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails
    from tomlkit import TOMLDocument

HEAD = (
    "# 投诉案卷：clause-check complaint 读写的就是这个文件，您也可以直接用记事本改。",
    '# 引号请用英文的 "；不知道的留空 ""，程序不会替您编。里面有个人信息，请勿公开。',
)


def load(path: Path) -> Case:
    """Read a case file; raises ``case-missing``, ``case-syntax`` or ``case-broken`` (all faults at once)."""
    return parse(_read(path), str(path))


def parse(text: str, place: str) -> Case:
    """Check the text of a case file; ``place`` names it in messages."""
    try:
        return Case.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ClauseCheckError("case-syntax", place, reason=str(error)) from None
    except ValidationError as error:
        faults = "\n".join(_fault(one) for one in error.errors())
        raise ClauseCheckError("case-broken", place, faults=faults) from None


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise ClauseCheckError("case-missing", str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ClauseCheckError("file-unreadable", str(path), reason=type(error).__name__) from None


def _fault(error: ErrorDetails) -> str:
    """Return one fault as a Chinese line: which entry, what is wrong, what to write."""
    where = ".".join(str(part + 1) if isinstance(part, int) else part for part in error["loc"])
    name = title(error["loc"])
    return f"  {where}{f'（{name}）' if name else ''}：{_reason(error)}"


def _reason(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    match error["type"]:
        case "value_error":
            return str(context["error"])
        case "extra_forbidden":
            return "没有这一项，请核对拼写或删去"
        case "missing":
            return "缺少这一项"
        case "literal_error":
            return f"只能写 {context['expected'].replace(' or ', '、').replace(', ', '、')}"
        case "bool_type" | "bool_parsing":
            return "只能写 true 或 false"
        case "int_type" | "int_parsing" | "int_from_float" | "greater_than_equal" | "less_than_equal":
            return "应是合理的整数"
        case "string_type":
            return "应是文字，请加英文双引号"
    return "写法不对，请对照 complaint new 生成的样子"


def title(loc: tuple[int | str, ...]) -> str:
    """Return the Chinese name of an entry, such as of ("order", "paid"); empty when there is none."""
    shape: Any = Case
    for part in loc:
        if isinstance(part, int):
            continue
        fields = shape.model_fields if isinstance(shape, type) and issubclass(shape, BaseModel) else {}
        if part not in fields:
            return ""
        found = fields[part]
        inner = getattr(found.annotation, "__args__", (found.annotation,))
        shape = next((one for one in inner if isinstance(one, type) and issubclass(one, BaseModel)), None)
    return found.title or ""


@contextmanager
def editing(path: Path) -> Iterator[TOMLDocument]:
    """Yield the file as an editable document and write it back whole when the block ends well."""
    import tomlkit

    if path.exists():
        load(path)
        document = tomlkit.parse(_read(path))
    else:
        document = tomlkit.document()
        for line in HEAD:
            document.add(tomlkit.comment(line.removeprefix("# ")))
        document.add("schema", tomlkit.item(SCHEMA))
    yield document
    text = tomlkit.dumps(document)
    parse(text, str(path))
    write_whole(path, text)


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that at every moment either the old or the new whole is there; only its owner may read it."""
    try:
        wholefile.write_whole(path, content.encode() if isinstance(content, str) else content)
    except OSError as error:
        raise ClauseCheckError("file-unwritable", str(path), reason=error.strerror or type(error).__name__) from None


def put(document: TOMLDocument, key: str, value: object) -> None:
    """Set a dotted key with its Chinese name as a comment; a list of tables grows by ``append`` instead."""
    import tomlkit

    *tables, last = key.split(".")
    table: Any = document
    for name in tables:
        if name not in table:
            table[name] = tomlkit.table()
        table = table[name]
    item = tomlkit.item(value)
    item.comment(title(tuple(key.split("."))))
    table[last] = item


def append(document: TOMLDocument, key: str, row: Mapping[str, object]) -> None:
    """Add a table to a list of tables, leaving out empty values."""
    import tomlkit

    *tables, last = key.split(".")
    table: Any = document
    for name in tables:
        if name not in table:
            table[name] = tomlkit.table()
        table = table[name]
    if last not in table or not len(table[last]):
        table[last] = tomlkit.aot()
    item = tomlkit.table()
    item.trivia.indent = "\n"  # an empty line before the row
    for name, value in row.items():
        if value not in ("", None):
            item[name] = value
    table[last].append(item)
