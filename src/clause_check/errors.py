"""Every error a user can meet: a code that never changes, the place, the next step.

The words live in ``MESSAGES``; the library raises, only the command line prints.
"""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "file-missing": "找不到文件:{place}。请检查路径和文件名。",
    "file-is-folder": "{place} 是一个文件夹。请给出其中的文件,或用 clause-check batch 检查整个文件夹。",
    "file-unreadable": "读不了 {place}:{reason}。请检查权限,或另存一份再试。",
    "file-empty": "{place} 是空的,没有可检查的文字。请重新保存网页或复制协议全文。",
    "file-too-large": "{place} 有 {size} 字节,超过上限 {limit} 字节。请只保存协议页面,或把协议正文存成 .txt。",
    "file-binary": "{place} 不是文字、网页或文档(看起来是二进制文件)。请提供 .txt、.md、.html、.mhtml、.docx 或 .pdf。",
    "file-encoding": "{place} 的文字编码认不出来。请用 UTF-8 或 GB18030 另存后再试。",
    "file-old-word": "{place} 是旧版 Word 文件(.doc),读不了。请在 Word 或 WPS 里另存为 .docx 再试。",
    "file-rtf": "{place} 是 RTF 文件,读不了。请另存为 .docx 或 .txt 再试。",
    "page-too-deep": "{place} 的标签层层嵌套超过 {limit} 层,像是损坏的网页。请在浏览器里全选复制协议,粘贴成 .txt。",
    "page-no-text": "{place} 里没有正文文字(可能要登录,或内容由脚本加载)。请在浏览器里打开后全选复制,粘贴成 .txt。",
    "rules-missing": "找不到规则目录:{place}。请检查路径,或重新安装 clause-check。",
    "rules-broken": "规则目录 {place} 有 {count} 处错误,不能使用。请运行 clause-check rules check {place} 查看全部。",
    "rule-unknown": "没有编号为 {place} 的规则。{near}可用 clause-check rules list 查看全部编号。",
    "law-unknown": "法条库里没有 {place}。{near}可用 clause-check laws list 查看收录范围。",
    "law-moved": "{place} 不能再引用:{reason}请改引 {successor}。",
    "laws-missing": "{place} 里没有法条文件(.toml)。请检查路径,或重新安装 clause-check。",
    "laws-broken": "法条文件 {place} 读不了:{reason}。请运行 clause-check rules check 查看全部错误。",
    "cite-malformed": "引用写法不对:{place}。应写成 消保法/26/2(法/条/款),有项的写 令116/30/1/4。",
    "date-malformed": "日期 {place} 不对。请写成 2026-01-31 这样的形式。",
}


class ClauseCheckError(Exception):
    """An error that is the caller's to solve; ``str()`` gives one Chinese sentence."""

    def __init__(self, code: str, place: str = "", **words: object) -> None:
        self.code = code
        self.place = place
        super().__init__(MESSAGES[code].format(place=place, **words))
