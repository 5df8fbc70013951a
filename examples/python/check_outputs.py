"""Reads what gangmu writes with the tools its users have: pandas, pyarrow, jsonschema, LangChain,
LlamaIndex. Says what each saw; stops at the first thing that is wrong.

    python3 -m venv /tmp/venv
    /tmp/venv/bin/pip install pandas pyarrow jsonschema langchain-core llama-index-core
    cargo build --release --features cli
    /tmp/venv/bin/python examples/python/check_outputs.py target/release/gangmu [sarif-schema-2.1.0.json]

The second argument is the schema of OASIS, which the crate serde-sarif has as `src/schema.json`.
"""

import io
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "target/release/gangmu")
FIXTURES = sorted(str(path) for path in (ROOT / "fixtures").rglob("*.txt"))


def gangmu(*arguments: str) -> bytes:
    return subprocess.run([PROGRAM, *arguments, "-q"], check=True, capture_output=True).stdout


def lines(*arguments: str) -> list[dict]:
    return [json.loads(line) for line in gangmu(*arguments).decode().splitlines()]


def tables() -> None:
    import pandas
    import pyarrow.csv
    import pyarrow.json

    rows = lines("rows", "--format", "jsonl", *FIXTURES)
    jsonl = gangmu("rows", "--format", "jsonl", *FIXTURES)
    csv = gangmu("rows", *FIXTURES)

    frame = pandas.read_json(io.BytesIO(jsonl), lines=True, dtype={"number": str})
    assert len(frame) == len(rows)
    text = {"number": str, "heading": str, "body": str, "tail": str, "marker": str}
    # keep_default_na=False: a heading "NA" or "null" is a heading.
    table = pandas.read_csv(io.BytesIO(csv), dtype=text, keep_default_na=False)
    for column in ["source", "number", "marker", "body", "tail"]:
        assert list(table[column]) == [row[column] for row in rows], column
    assert list(table["heading"]) == [row["heading"] or "" for row in rows]
    bom = pandas.read_csv(io.BytesIO(gangmu("rows", "--bom", *FIXTURES)), dtype=text, keep_default_na=False)
    assert list(bom.columns) == list(table.columns)
    for path, part in frame.groupby("source"):
        whole = Path(path).read_bytes().decode()  # line breaks as they are
        for row in part.itertuples():
            piece = whole[row.start_char : row.end_char]
            assert piece.startswith(row.marker), (path, row)
            assert whole.encode()[row.start : row.end].decode() == piece
    print(f"pandas {pandas.__version__}: {len(frame)} rows of {frame['source'].nunique()} texts, CSV and JSON Lines agree")

    arrow = pyarrow.json.read_json(io.BytesIO(jsonl))
    assert arrow.num_rows == len(rows)
    assert arrow.schema.field("path").type == pyarrow.list_(pyarrow.string())
    assert arrow.schema.field("parent").type == pyarrow.int64()
    options = pyarrow.csv.ParseOptions(newlines_in_values=True)
    assert pyarrow.csv.read_csv(io.BytesIO(csv), parse_options=options).num_rows == len(rows)
    print(f"pyarrow {pyarrow.__version__}: {arrow.num_rows} rows, {arrow.num_columns} columns, one type each")


def schemas() -> None:
    import jsonschema

    def check(name: str, values: list[dict]) -> None:
        schema = json.loads((ROOT / "schema" / name).read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for value in values:
            validator.validate(value)
        print(f"jsonschema: {len(values)} values obey schema/{name}")

    parsed = lines("parse", "--format", "jsonl", *FIXTURES)
    check("document.v1.json", [line["gangmu"] for line in parsed])
    check("row.v1.json", lines("rows", "--format", "jsonl", *FIXTURES))
    check("chunk.v1.json", lines("chunks", *FIXTURES))
    records = "".join(json.dumps({"id": i, "text": Path(path).read_bytes().decode()}) + "\n" for i, path in enumerate(FIXTURES))
    for option in ([], ["--outline"]):
        done = subprocess.run([PROGRAM, "jsonl", *option], input=(records + "bad\n").encode(), capture_output=True, check=True)
        check("jsonl.v1.json", [json.loads(line) for line in done.stdout.splitlines()])


def sarif(schema: str) -> None:
    import jsonschema

    validator = jsonschema.Draft7Validator(json.loads(Path(schema).read_text()))
    for language in ["zh", "en"]:
        log = json.loads(gangmu("lint", "--fail-on", "never", "--format", "sarif", "--lang", language, *FIXTURES))
        validator.validate(log)
        print(f"jsonschema: {len(log['runs'][0]['results'])} results obey the SARIF schema")


def retrieval() -> None:
    from langchain_core.documents import Document
    from langchain_core.indexing.in_memory import InMemoryDocumentIndex
    from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode

    chunks = lines("chunks", "--size", "120", "--path-in-text", *FIXTURES)
    documents = [Document(id=c["id"], page_content=c["text"], metadata=c["metadata"]) for c in chunks]
    assert len({document.id for document in documents}) == len(documents)
    store = InMemoryDocumentIndex()
    store.upsert(documents)
    assert len(store.get([document.id for document in documents])) == len(documents)
    print(f"LangChain: {len(documents)} documents with ids of their own, longest {max(len(d.page_content) for d in documents)} characters")

    nodes = []
    for chunk in chunks:
        meta = chunk["metadata"]
        node = TextNode(id_=chunk["id"], text=chunk["text"], metadata=meta, start_char_idx=meta["start_char"], end_char_idx=meta["end_char"])
        if meta["previous"]:
            node.relationships[NodeRelationship.PREVIOUS] = RelatedNodeInfo(node_id=meta["previous"])
        if meta["next"]:
            node.relationships[NodeRelationship.NEXT] = RelatedNodeInfo(node_id=meta["next"])
        nodes.append(node)
    by_id = {node.node_id: node for node in nodes}
    for path in FIXTURES:
        whole = Path(path).read_bytes().decode()
        own = [node for node in nodes if node.metadata["source"] == path]
        assert "".join(whole[n.start_char_idx : n.end_char_idx] for n in own) == whole, path
        for node in own:
            assert node.text[node.metadata["context_chars"] :] == whole[node.start_char_idx : node.end_char_idx]
            if node.next_node:
                assert by_id[node.next_node.node_id].prev_node.node_id == node.node_id
    print(f"LlamaIndex: {len(nodes)} nodes, their spans are the {len(FIXTURES)} texts, neighbours agree")


tables()
schemas()
if len(sys.argv) > 2:
    sarif(sys.argv[2])
retrieval()
