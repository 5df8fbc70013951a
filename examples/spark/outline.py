"""The outline of many texts with Spark: each partition is piped through `gangmu jsonl`.

    pip install pyspark                      # needs Java 17
    spark-submit examples/spark/outline.py target/release/gangmu in.jsonl out
    python examples/spark/outline.py --check target/release/gangmu [records]

One line in, one line out: ids stay, bad records come back as records, and what is written for a line depends
on that line alone, so that any number of partitions gives the bytes of one process. `checkCode=True` makes a
task fail, and be tried again, when the filter does. On clusters the program must be on every node
(`--files gangmu`, then `./gangmu`). The input must be UTF-8: Spark itself puts U+FFFD for what is not, where
`gangmu jsonl` alone would report the line.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pyspark.sql import SparkSession

ROOT = Path(__file__).resolve().parents[2]


def outline(spark: SparkSession, program: str, source: str):
    lines = spark.sparkContext.textFile(source)  # one JSON object a line: no text breaks it
    return lines.pipe(f"{program} jsonl", checkCode=True)


# What stands in the place of every 250th record: no end, no text, no string, no object.
BAD = [
    ('{"id": %d, "text": ', "invalid-json"),
    ('{"id": %d}', "missing-text"),
    ('{"id": %d, "text": null}', "text-not-a-string"),
    ("[%d]", "invalid-json"),
]
EVERY = 250


def made(count: int, target: Path) -> dict[int, str]:
    """Writes records of 1 to 2 KB of text, and gives the codes of the bad ones by their number."""
    texts = [path.read_text() for path in sorted((ROOT / "fixtures").rglob("*.txt"))]
    bad = {}
    with target.open("w", encoding="utf-8") as out:
        for number in range(count):
            if number % EVERY == EVERY - 1:
                line, bad[number] = BAD[number // EVERY % len(BAD)]
                out.write(line % number + "\n")
                continue
            text, part = "", number
            while len(text.encode()) < 1000:
                piece = texts[part % len(texts)].encode()[:1000]
                text, part = text + piece.decode(errors="ignore"), part + 1
            assert len(text.encode()) < 2000
            out.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
    return bad


def check(program: str, count: int) -> None:
    """Every record back once, ids kept, bad ones as records, the bytes as one process gives them."""
    folder = Path(tempfile.mkdtemp())
    source = folder / "in.jsonl"
    bad = made(count, source)
    spark = SparkSession.builder.master("local[2]").appName("gangmu").config("spark.ui.enabled", "false").getOrCreate()
    started = time.time()
    lines = outline(spark, program, source.as_uri())
    partitions = lines.getNumPartitions()
    lines.saveAsTextFile((folder / "out").as_uri())
    spark_seconds = time.time() - started
    piped = b"".join(part.read_bytes() for part in sorted((folder / "out").glob("part-*")))
    started = time.time()
    with source.open("rb") as one:
        alone = subprocess.run([program, "jsonl"], stdin=one, check=True, capture_output=True).stdout
    alone_seconds = time.time() - started
    assert piped.count(b"\n") == count, piped.count(b"\n")
    for number, line in enumerate(piped.splitlines()):
        record = json.loads(line)
        code = record["error"]["code"] if "error" in record else None
        assert code == bad.get(number), record
        if "input" in record:
            assert str(number) in record["input"], record
        else:
            assert record["id"] == number, record
    assert piped == alone, "not the bytes of one process"
    print(f"{count} records, {source.stat().st_size / 1e6:.0f} MB in, {len(piped) / 1e6:.0f} MB out, {partitions} partitions: "
          f"Spark {spark_seconds:.1f} s, one process {alone_seconds:.1f} s; "
          f"{count - len(bad)} outlines, {len(bad)} bad records, the same bytes")


if sys.argv[1] == "--check":
    check(sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 100_000)
else:
    outline(SparkSession.builder.getOrCreate(), sys.argv[1], sys.argv[2]).saveAsTextFile(sys.argv[3])
