"""Whose each document is: the company it names, else that of its folder, else the folder or file itself."""

from __future__ import annotations

from typing import Literal

from clause_check.batch.store import Store

By = Literal["party", "folder"]

# A folder whose agreements name one company is that company's; one whose agreements name several is nobody's.
_FOLDERS = """
create temp table folder as
select owner, count(distinct nullif(party, '')) as parties, max(party) as party
from holds join document on document.id = holds.document group by owner
"""
_PARTY = """
case when document.party <> '' then document.party
     when parties = 1 then folder.party
     when parties = 0 then owner
     else source.name || holds.part end
"""
_HELD = """
create temp table held(platform text, document text, file text, primary key(platform, document)) without rowid
"""
_FILL = """
insert into held select {platform} as platform, document.id, min(source.name || holds.part) from holds
join document on document.id = holds.document join source using (path) join folder using (owner)
group by 1, 2
"""


def hold(store: Store, by: By = "party") -> None:
    """Make the temporary table ``held``: one row a platform and document, by company name or by folder.

    ``file`` names the first file in which the platform has the document.
    """
    for table in ("folder", "held"):
        store.base.execute(f"drop table if exists temp.{table}")
    store.base.execute(_FOLDERS)
    store.base.execute(_HELD)
    store.base.execute(_FILL.format(platform=_PARTY if by == "party" else "owner"))
