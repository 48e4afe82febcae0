"""The JSON keeps to its schema and to the text it speaks about."""

import json
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from clause_check.model import Report
from clause_check.render import jsonout

SCHEMA = json.loads(files("clause_check.render").joinpath("report.schema.json").read_text("utf-8"))


def test_schema_is_itself_valid_and_names_the_version_that_is_written() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == SCHEMA["properties"]["schema"]["const"] == jsonout.SCHEMA


def test_report_keeps_to_the_schema(report: Report, silent: Report) -> None:
    for one in (report, silent):
        Draft202012Validator(SCHEMA).validate(json.loads(jsonout.render([one])))


@pytest.mark.parametrize(
    ("place", "value"),
    [("document", {}), ("findings", [{"rule": "a.b"}]), ("law_as_of", "22.11.2026"), ("surprise", 1)],
)
def test_schema_refuses_what_is_not_a_report(report: Report, place: str, value: object) -> None:
    data = json.loads(jsonout.render([report])) | {place: value}
    assert not Draft202012Validator(SCHEMA).is_valid(data)


def test_quotes_are_the_text_at_their_offsets(report: Report) -> None:
    text = report.document.text
    for found in json.loads(jsonout.render([report]))["findings"]:
        assert text[found["start"] : found["end"]] == found["quote"]


def test_findings_stand_in_document_order_with_the_grade_in_words(report: Report) -> None:
    found = json.loads(jsonout.render([report]))["findings"]
    assert [one["quote"] for one in found] == ["概不退换", "最终解释权归商城所有", "余额用完即止"]
    assert [one["grade_word"] for one in found] == ["涉嫌不公平", "与法律明文列举的情形一致", "需核实"]


def test_assumptions_use_the_words_of_the_command_line(report: Report) -> None:
    assert json.loads(jsonout.render([report]))["assumptions"] == {
        "as": "consumer",
        "operator": "unknown",
        "date": "2021-06-01",
        "assumed": ["as", "operator"],
    }


def test_document_carries_the_digest_of_the_extracted_text(report: Report) -> None:
    document = json.loads(jsonout.render([report]))["document"]
    assert document["text_sha256"] == sha256(report.document.text.encode()).hexdigest()
    assert document["chars"] == len(report.document.text)


def test_one_report_is_an_object_and_several_an_array(report: Report, silent: Report) -> None:
    assert isinstance(json.loads(jsonout.render([report])), dict)
    assert [len(one["findings"]) for one in json.loads(jsonout.render([report, silent]))] == [3, 0]


def test_a_line_is_one_line_and_the_same_object(report: Report) -> None:
    line = jsonout.line(report)
    assert line.count("\n") == 1
    assert line.endswith("\n")
    assert json.loads(line) == json.loads(jsonout.render([report]))


def test_an_undecodable_file_name_can_be_written(report: Report) -> None:
    path = b"\xff.txt".decode("utf-8", "surrogateescape")
    odd = replace(report, document=replace(report.document, path=path))
    assert json.loads(jsonout.line(odd).encode())["document"]["path"] == "\N{REPLACEMENT CHARACTER}.txt"
