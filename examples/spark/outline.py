"""The outline of many texts with Spark: each partition is piped through `gangmu jsonl`.

    pip install pyspark                      # needs Java 17
    spark-submit examples/spark/outline.py target/release/gangmu in.jsonl out
    python examples/spark/outline.py --check target/release/gangmu [records]

One line in, one line out: ids stay, bad records come back as records. `checkCode=True` makes a task
fail, and be tried again, when the filter does. On clusters the program must be on every node
(`--files gangmu`, then `./gangmu`).
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pyspark.sql import SparkSession


def outline(spark: SparkSession, program: str, source: str):
    lines = spark.sparkContext.textFile(source)  # one JSON object a line: no text breaks it
    return lines.pipe(f"{program} jsonl", checkCode=True)


def check(program: str, count: int) -> None:
    """Every record back once, ids kept, bad ones as records, the bytes as one process gives them."""
    texts = [path.read_text() for path in sorted((Path(__file__).parents[2] / "fixtures").rglob("*.txt"))]
    folder = Path(tempfile.mkdtemp())
    source = folder / "in.jsonl"
    bad = 0
    with source.open("w", encoding="utf-8") as out:
        for number in range(count):
            if number % 1000 == 999:
                bad += 1
                out.write('{"id": %d, "text": \n' % number)
                continue
            text = ""
            while len(text.encode()) < 1000:
                text += texts[(number + len(text)) % len(texts)][:600]
            out.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
    size = source.stat().st_size
    spark = SparkSession.builder.master("local[2]").appName("gangmu").config("spark.ui.enabled", "false").getOrCreate()
    started = time.time()
    outline(spark, program, source.as_uri()).saveAsTextFile((folder / "out").as_uri())
    spark_seconds = time.time() - started
    piped = b"".join(part.read_bytes() for part in sorted((folder / "out").glob("part-*")))
    started = time.time()
    with source.open("rb") as lines:
        alone = subprocess.run([program, "jsonl"], stdin=lines, check=True, capture_output=True).stdout
    records = [json.loads(line) for line in piped.splitlines()]
    ids = [record["id"] for record in records if "id" in record]
    errors = [record["error"]["code"] for record in records if "error" in record]
    assert ids == [n for n in range(count) if n % 1000 != 999], "ids"
    assert len(errors) == bad and set(errors) == {"invalid-json"}, errors[:3]
    # A bad record says its line, which Spark counts from the partition's first.
    good = lambda text: [line for line in text.splitlines() if b'"error"' not in line[:40]]
    assert good(piped) == good(alone), "not the bytes of one process"
    print(f"{count} records, {size / 1e6:.0f} MB: Spark {spark_seconds:.1f} s, one process {time.time() - started:.1f} s; "
          f"{len(ids)} outlines, {bad} bad records, the same bytes")


if sys.argv[1] == "--check":
    check(sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 100_000)
else:
    outline(SparkSession.builder.getOrCreate(), sys.argv[1], sys.argv[2]).saveAsTextFile(sys.argv[3])
