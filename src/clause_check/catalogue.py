"""Write the catalogue of rules from the rule files, so that it can never disagree with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from clause_check.lawlibrary import LawLibrary
from clause_check.model import GRADE_WORDS
from clause_check.rulefile import Folder, RuleFile

HEAD = """# 规则目录

由 `clause-check rules catalogue > patterns/CATALOGUE.md` 生成，请勿手改；测试会核对它与规则文件一致。
定性：void = {void}；unfair = {unfair}；conditional = {conditional}。只有法院、仲裁机构能认定条款效力。
"""


def catalogue(root: Path) -> str:
    """Return the catalogue of a pattern folder as Markdown."""
    folder, laws = Folder(root), LawLibrary.load(root / "laws")
    lines = [HEAD.format(**GRADE_WORDS)]
    for category in folder.categories:
        rules = [rule for _, rule in folder.rules if rule.category == category.id and rule.status != "retired"]
        lines.append(f"\n## {category.name} `{category.id}`\n\n算：{category.counts}\n\n不算：{category.excludes}\n")
        for rule in rules:
            lines += _rule(rule, folder, laws)
    return "\n".join(lines).rstrip() + "\n"


def _rule(rule: RuleFile, folder: Folder, laws: LawLibrary) -> Iterator[str]:
    yield f"### {rule.title} `{rule.id}`（{rule.grade}）\n"
    for label, words in (
        ("做什么", rule.explain.what),
        ("为什么", rule.explain.why),
        ("平台会说", rule.explain.defence),
    ):
        yield f"- {label}：{words}"
    yield f"- 可要求：{rule.explain.ask}"
    yield f"- 依据：{'；'.join(_bases(rule, folder, laws))}"
    for word, expected in (("会标出", True), ("不标出", False)):
        examples = [e.text for e in rule.example if (e.expect != "none") == expected][:2]
        yield f"- {word}：{' '.join(f'「{one}」' for one in examples)}".replace("\n", " ⏎ ")
    yield ""


def _bases(rule: RuleFile, folder: Folder, laws: LawLibrary) -> Iterator[str]:
    for basis in folder.bases_of(rule.basis):
        found = laws.resolve(basis.cite)
        yield f"{found.name}{found.label}" + ("（举报依据）" if basis.role == "penalty" else "")
