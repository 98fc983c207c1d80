"""Runs roost under Spark and compares: the shards together must be what one run gives.

usage: check_cluster.py ROOST FOLDER      FOLDER has shards/*.jsonl and whole.jsonl, which is their sum"""
import glob, json, os, subprocess, sys

from pyspark.sql import SparkSession


# example: documents
def cite_documents(spark, corpus, out, roost="roost"):
    """Reads a JSON Lines corpus wherever Spark can; writes the citations as lines."""
    documents = spark.sparkContext.textFile(corpus, minPartitions=8)
    command = f"sh -c '{roost} detect - --input jsonl --jobs 1 || [ $? -eq 2 ]'"
    documents.pipe(command, checkCode=True).saveAsTextFile(out)
# end


# example: paths
def cite_files(spark, paths, out, roost="roost"):
    """Reads files that every worker sees under the same path; writes the citations as lines."""
    names = spark.sparkContext.parallelize(paths, numSlices=min(len(paths), 1000))
    command = f"sh -c '{roost} detect --files-from - --jobs 1 || [ $? -eq 2 ]'"
    names.pipe(command, checkCode=True).saveAsTextFile(out)
# end


def lines_of(folder):
    """The lines that Spark wrote, in the order of the partitions."""
    assert os.path.exists(folder + "/_SUCCESS"), folder
    lines = []
    for part in sorted(glob.glob(folder + "/part-*")):
        with open(part, "rb") as file:
            lines += file.read().splitlines()
    return lines


def run(*command):
    """What a command prints; 2 is its status where a document could not be read."""
    result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True)
    assert result.returncode in (0, 2), result
    return result.stdout


def without_place(lines):
    """Lines without the place of the document in its input, which is another where lines are dealt out."""
    result = []
    for line in lines:
        citation = json.loads(line)
        del citation["article"]["source"]
        result.append(json.dumps(citation, sort_keys=True))
    return sorted(result)


def archive_lines(folder):
    lines = []
    for segment in sorted(glob.glob(folder + "/citations/*.jsonl")):
        with open(segment, "rb") as file:
            lines += file.read().splitlines()
    return lines


def main(roost, folder):
    os.chdir(folder)
    shards = sorted(glob.glob("shards/*.jsonl"))
    spark = (SparkSession.builder.master("local[2]").appName("roost")
             .config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
             .config("spark.driver.memory", "1g").getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    # Workers begin in a folder of their own: what they read is named from the root.
    cite_documents(spark, "file://" + os.path.abspath("whole.jsonl"), "file://" + os.path.abspath("documents"), roost)
    cite_files(spark, [os.path.abspath(shard) for shard in shards], "file://" + os.path.abspath("paths"), roost)
    spark.stop()

    single = run(roost, "detect", "whole.jsonl").splitlines()
    assert len(single) > 100, len(single)
    documents = lines_of("documents")
    assert without_place(documents) == without_place(single)
    print(f"documents by pipe: {len(documents)} citations, as from one run")

    single = run(roost, "detect", *[os.path.abspath(shard) for shard in shards]).splitlines()
    paths = lines_of("paths")
    assert paths == single
    print(f"files by pipe: {len(paths)} citations, byte for byte and in the order of one run")

    half = len(shards) // 2
    for name, some in [("one", shards), ("left", shards[:half]), ("right", shards[half:])]:
        run(roost, "import", *some, "--archive", name + ".archive")
    run(roost, "merge", "left.archive", "right.archive", "--into", "joined.archive")
    assert archive_lines("joined.archive") == archive_lines("one.archive")
    print(f"merge: two archives, {len(archive_lines('joined.archive'))} citations, byte for byte those of one import")

    run(roost, "import", *sorted(glob.glob("documents/part-*")), "--archive", "spark.archive")
    run(roost, "import", "whole.jsonl", "--archive", "whole.archive")
    assert without_place(archive_lines("spark.archive")) == without_place(archive_lines("whole.archive"))
    for name in ["joined.archive", "spark.archive"]:
        run(roost, "verify", "--archive", name)
    print("import of what Spark wrote: the citations of one import")


main(*sys.argv[1:])
