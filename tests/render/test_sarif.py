"""The SARIF log holds together: rules, results and artifacts point at each other and at the text."""

import json
from dataclasses import replace
from typing import Any

import pytest

from clause_check.model import Block, Report
from clause_check.render import sarif


def run(*reports: Report) -> dict[str, Any]:
    log = json.loads(sarif.render(reports))
    assert log["version"] == "2.1.0"
    assert len(log["runs"]) == 1
    only: dict[str, Any] = log["runs"][0]
    return only


def test_results_name_their_rule_and_file(report: Report, silent: Report) -> None:
    one = run(silent, report)
    rules = one["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["final-interpretation.any", "refund-exclusion.blanket"]
    for result in one["results"]:
        location = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert one["artifacts"][location["index"]]["location"]["uri"] == location["uri"]
        assert location["index"] == 1


def test_regions_are_code_points_of_the_text(report: Report) -> None:
    one = run(report)
    assert one["columnKind"] == "unicodeCodePoints"
    lines = report.document.text.split("\n")
    for result in one["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        end = region["charOffset"] + region["charLength"]
        assert report.document.text[region["charOffset"] : end] == region["snippet"]["text"]
        assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(region["snippet"]["text"])


def test_a_laid_out_document_has_no_region_in_its_file(report: Report) -> None:
    page = replace(report, document=replace(report.document, media="text/html", blocks=(Block(0, 10),)))
    result = run(page)["results"][0]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert page.document.text[result["properties"]["start"] : result["properties"]["end"]] == "余额用完即止"


def test_level_and_fingerprint(report: Report) -> None:
    results = run(report)["results"]
    assert [one["level"] for one in results] == ["note", "error", "warning"]
    assert [one["partialFingerprints"]["clauseCheck/v1"] for one in results] == ["0718aa", "d4e5f6", "a1b2c3"]


def test_what_could_not_be_checked_is_notified(report: Report) -> None:
    notices = run(report)["invocations"][0]["toolExecutionNotifications"]
    assert [one["descriptor"]["id"] for one in notices] == ["too-short", "timeout"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("协议/a b.txt", "%E5%8D%8F%E8%AE%AE/a%20b.txt"),
        ("/tmp/x#1.html", "file:///tmp/x%231.html"),
        ("（粘贴的文字）", "%EF%BC%88%E7%B2%98%E8%B4%B4%E7%9A%84%E6%96%87%E5%AD%97%EF%BC%89"),
    ],
)
def test_paths_become_uris(path: str, uri: str) -> None:
    assert sarif.uri(path) == uri
