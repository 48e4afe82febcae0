"""Every error a user can meet: a code that never changes, the place, the next step.

The words live in ``MESSAGES``; the library raises, only the command line prints.
"""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "file-missing": "找不到文件：{place}。请检查路径和文件名。",
    "file-is-folder": "{place} 是一个文件夹。请给出其中的文件，或用 clause-check batch 检查整个文件夹。",
    "file-unreadable": "读不了 {place}：{reason}。请检查权限，或另存一份再试。",
    "file-empty": "{place} 是空的，没有可检查的文字。请重新保存网页或复制协议全文。",
    "file-too-large": "{place} 有 {size} 字节，超过上限 {limit} 字节。请只保存协议页面，或把协议正文存成 .txt。",
    "file-binary": "{place} 不是文字、网页或文档（看起来是二进制文件）。"
    "请提供 .txt、.md、.html、.mhtml、.docx 或 .pdf。",
    "file-encoding": "{place} 的文字编码认不出来。请用 UTF-8 或 GB18030 另存后再试。",
    "file-old-word": "{place} 是旧版 Word 文件（.doc），读不了。请在 Word 或 WPS 里另存为 .docx 再试。",
    "file-rtf": "{place} 是 RTF 文件，读不了。请另存为 .docx 或 .txt 再试。",
    "file-broken": "{place} 已损坏或格式不规范，打不开。请用原来的程序另存一份，或把协议全文存成 .txt。",
    "archive-locked": "{place} 里有加密的文件，读不了。请解压后再检查。",
    "archive-bomb": "{place} 解压后大得不正常（上限 {limit} 字节），没有读。请只保留协议页面再试。",
    "archive-too-many": "{place} 里有 {count} 个文件，超过上限 {limit} 个。请解压后用 clause-check batch 检查。",
    "archive-too-nested": "{place} 里压缩包套压缩包超过 {limit} 层，没有读。请解压后再检查。",
    "archive-empty": "{place} 里没有能读的网页、文档或文字。请确认压缩包里有协议页面。",
    "pdf-locked": "{place} 有密码，打不开。请去掉密码另存后再试。",
    "pdf-too-long": "{place} 有 {count} 页，超过上限 {limit} 页。请只保留协议部分再试。",
    "pdf-only-pictures": "{place} 里只有图片（扫描件），没有文字。请加 --ocr 识别图片里的文字，或换一份有文字的 PDF。",
    "picture-needs-ocr": "{place} 是图片。请加 --ocr 识别其中的文字，或把协议全文复制成 .txt。",
    "ocr-missing": "识别图片要用 tesseract 和中文字库。请运行 sudo apt install tesseract-ocr tesseract-ocr-chi-sim。",
    "ocr-failed": "{place} 的图片识别不了：{reason}。请换一张更清晰的图片。",
    "warc-missing": "读 {place} 需要 warcio。请运行 pip install 'clause-check[warc]'。",
    "page-too-deep": "{place} 的标签层层嵌套超过 {limit} 层，像是损坏的网页。请在浏览器里全选复制协议，粘贴成 .txt。",
    "page-no-text": "{place} 里没有正文文字（可能要登录，或内容由脚本加载）。请在浏览器里打开后全选复制，粘贴成 .txt。",
    "rules-missing": "找不到规则目录：{place}。请检查路径，或重新安装 clause-check。",
    "rules-broken": "规则目录 {place} 有 {count} 处错误，不能使用。请运行 clause-check rules check {place} 查看全部。",
    "rule-unknown": "没有编号为 {place} 的规则。{near}可用 clause-check rules list 查看全部编号。",
    "category-unknown": "没有编号为 {place} 的类别。{near}全部编号见 patterns/CATALOGUE.md。",
    "law-unknown": "法条库里没有 {place}。{near}可用 clause-check laws list 查看收录范围。",
    "law-moved": "{place} 不能再引用：{reason}请改引 {successor}。",
    "laws-missing": "{place} 里没有法条文件（.toml）。请检查路径，或重新安装 clause-check。",
    "laws-broken": "法条文件 {place} 读不了：{reason}。请运行 clause-check rules check 查看全部错误。",
    "cite-malformed": "引用写法不对：{place}。应写成 消保法/26/2（法/条/款），有项的写 令116/30/1/4。",
    "clipboard-missing": "读不到剪贴板。请装 wl-clipboard 或 xclip 后再试，或把文字直接粘贴到 clause-check scan。",
    "results-missing": "{place} 里没有批量检查的结果。请先运行 clause-check batch 文件夹 --out {place}。",
    "results-broken": "结果文件 {place} 打不开：{reason}。请换一个 --out 目录重新检查。",
    "results-version": "{place} 是第 {found} 版格式的结果，本程序用第 {wanted} 版。请换一个 --out 目录重新检查。",
    "results-there": "{place} 里已经有结果。要接着做请加 --resume，要重做请换一个 --out 目录。",
    "page-slow": "检查 {place} 超过 {limit} 秒，已跳过。可单独检查这一页，或用 --limit 放宽时间。",
    "page-crashed": "检查 {place} 时工作进程意外退出，已跳过。请把这一页发给开发者。",
    "page-failed": "检查 {place} 时程序出错（{reason}），已跳过。请把这一页发给开发者。",
    "folder-unreadable": "打不开文件夹 {place}。请检查权限。",
    "folder-link": "{place} 是指向另一个文件夹的链接，没有进去。要检查请直接写出那个文件夹。",
    "workers-broken": "工作进程一启动就退出。请用 --workers 1 再试，仍不行请把系统和版本告诉开发者。",
    "extra-missing": "处理 {place} 需要 {module}。请运行 pip install 'clause-check[{extra}]'。",
    "output-needed": "{place} 格式要用 -o 指定文件名。",
    "engine-needed": "{place} 是网络地址，要加 --engine dask 才能写。不用集群就请写本机的目录。",
    "engine-unknown": "没有 {place} 这种引擎。可以写 --engine dask（本机）或 --engine dask=tcp://主机:8786。",
    "engine-differs": "集群上装的是 {place}，这里是 {wanted}。请在每台机器上装同样的版本。",
    "engine-gone": "连不上集群 {place}：{reason}。请检查地址，确认调度进程在运行。",
    "diff-unlike": "要比较的两个应当都是文件，或都是批量检查的结果目录：{place} 与 {other} 不是同一种。",
    "compare-too-few": "并排比较至少要两份协议。请再给一个文件。",
    "date-malformed": "日期 {place} 不对。请写成 2026-01-31 这样的形式。",
    "file-unwritable": "写不了 {place}：{reason}。请检查文件夹是否存在、有没有写的权限。",
    "case-missing": "找不到案卷 {place}。请先运行 clause-check complaint new --file {place},或检查路径。",
    "case-syntax": "案卷 {place} 的 TOML 写法不对：{reason}。多半是引号不是英文的、少了半边，或同一项写了两遍。",
    "case-broken": "案卷 {place} 有写得不对的地方，请改后再试:\n{faults}",
    "case-faults": "案卷 {place} 里有说不通的地方，请核对后再试:\n{faults}",
    "complaint-data": "投诉数据 {place} 读不了：{reason}。请重新安装 clause-check。",
    "report-not-json": "{place} 不是体检报告。请用 clause-check scan 文件 --format json > report.json 生成。",
    "report-schema": "{place} 不是本版本认得的体检报告（schema 应以 /report/1 结尾）。"
    "请用现在的 clause-check 重新 scan。",
    "report-incomplete": "体检报告 {place} 缺少 {entry}。请重新 scan，不要手改报告。",
    "report-page-changed": "{place} 在体检之后变了（SHA-256 对不上）。"
    "请找回当时保存的那一份，或对现在的页面重新 scan。",
    "report-role": "报告 {place} 是按另一种身份体检的，与案卷不符。请加 --as {wanted} 重新 scan。",
    "report-law-differs": "报告 {place} 引的 {cite} 与法条库的原文不一致。请用现在的 clause-check 重新 scan。",
    "report-without-clue": "没有可以举报的具体线索：报告里没有写得进去的条款，案卷里也没有其他线索。{law}",
    "clause-unknown": "报告里没有指纹为 {place} 的条款。请核对案卷 [[clauses]] 的 fingerprint。",
    "clause-draft": "规则 {place} 还是草稿，它指出的条款不能写进信里。请从案卷 [[clauses]] 里删去。",
    "clause-needs-fact": "条款 {place}（{title}）需核实：要写进信里，请在案卷 [[clauses]] 的 fact 写明使它成立的事实。",
    "exhibit-missing": "证据{number}（{title}）的文件 {place} 不见了。请放回原处，或用 evidence add 重新加入。",
    "exhibit-changed": "证据{number}（{title}）的文件 {place} 在登记之后变了（SHA-256 对不上）。"
    "请找回原件，或作为新证据加入。",
    "exhibit-outside": "证据文件 {place} 不在案卷所在的文件夹里。请先复制到 {folder} 下面，免得以后找不到。",
    "exhibit-known": "{place} 已经登记为证据{number},不用再加。",
    "letter-refused": "不写：{place} 里有「{words}」。{reason}。{advice}。{law}",
    "letters-in-bulk": "不写：{reason}。{advice}。{law}",
    "channel-closed": "{place} 走不通：{why}{law}",
    "channel-unknown": "没有 {place} 这个渠道。可选：{near}。",
    "short-too-small": "短文本限 {place} 字太少，至少要 {least} 字。请加大 --max-chars，或把 story.gist 写短。",
    "docx-needs-file": "写 .docx 要用 -o 指定文件名，如 -o 投诉书.docx。",
    "port-taken": "端口 {place} 用不了：{reason}。请换一个 --port，或不写让系统挑一个。",
    "sitting-gone": "这份内容已经不在内存里（清除过、服务重启过，或之后又看了很多份）。请重新粘贴或选择文件。",
    "nothing-given": "没有收到文字或文件。请粘贴协议全文，或选择一个文件。",
    "form-broken": "提交的内容不完整，没有处理。请回到体检页面再提交一次。",
    "date-future": "日期 {place} 在今天之后。请写进展实际发生的日期。",
    "docx-missing": "写 .docx 需要 python-docx。请运行 pip install python-docx 后再试，或改用 --format txt。",
    "follow-unknown": "没有「{place}」这种进展。可选：{near}。",
    "join-too-few": "联名附表至少要两份同意并入的案卷，现在只有 {count} 份。",
    "join-consent": "案卷 {place} 没有写明本人同意并入（[consent] join = true 和同意日期）。请先征得同意。",
    "join-platforms": "案卷 {place} 的对方是「{name}」，与第一份的「{first}」不是同一家，不能放进一张附表。",
    "join-shared": "案卷 {place} 与另一份的{what}相同。多人共用联系方式会被认为不是真实消费，请各写各的。{law}",
    "answers-ended": "先停在这里，已答的都存进了 {place}。再运行一次同样的命令就从下一题接着问。",
}


class ClauseCheckError(Exception):
    """An error that is the caller's to solve; ``str()`` gives one Chinese sentence."""

    def __init__(self, code: str, place: str = "", **words: object) -> None:
        self.code = code
        self.place = place
        super().__init__(MESSAGES[code].format(place=place, **words))
