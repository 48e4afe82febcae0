"""What two platforms' clauses have in common once names, numbers and punctuation are taken away."""

from __future__ import annotations

import re

from clause_check.folding.characters import flatten
from clause_check.folding.sides import hits
from clause_check.model import Document
from clause_check.stages.normalise import resolve_names

SIDES = {"platform": "甲", "user": "乙"}
OURS = re.compile("本平台|平台方?|(?:本|我|贵|该)(?:公司|网站|站|店|商城|软件|方)|公司|网站|商城|我们")
THEIRS = re.compile("您|用户|会员|买家|买方|客户|顾客|消费者|你")
NOISE = re.compile(r"[\W\d_]+|[〇零一二两三四五六七八九十百千万]+(?=[年月日天时个元次倍%人件折周])|人民币")


class Bare:
    """Strips sentences of one document, whose own names for the two sides it knows."""

    def __init__(self, document: Document) -> None:
        self._names = hits(resolve_names(document), flatten(document.text))

    def __call__(self, sentence: str) -> str:
        """Return the sentence without noise, 甲 for the platform and 乙 for the user."""
        flat = self._names.sub(lambda match: SIDES.get(match.lastgroup or "", ""), flatten(sentence))
        return NOISE.sub("", THEIRS.sub("乙", OURS.sub("甲", flat)))
