"""Runs peers and Roost in turn over the same files and prints the ratios; called by Scripts/bench.

A ratio is the peer's median time over Roost's: 2 is twice as fast. A spread is (slowest - fastest) / median. Peak memory is
that of the largest process. What each side extracts stands beside its figures, since a ratio means nothing without it."""
import argparse, json, os, resource, statistics, subprocess, sys, time

arguments = argparse.ArgumentParser()
for name in ("roost", "peers", "out", "json"):
    arguments.add_argument("--" + name, required=True)
arguments.add_argument("--runs", type=int, default=5)
arguments.add_argument("cases", nargs="*")
given = arguments.parse_args()

EMBEDS = "embeds of seven classes"
PLAIN = "attribution lines of X in English, pic links"
ALL = "every form, platform and language"


def peer(script, *words, extracts):
    return dict(command=[sys.executable, os.path.join(given.peers, script), *words], extracts=extracts)


def roost(*words, extracts=ALL):
    return dict(command=[given.roost, "detect", *words], extracts=extracts)


def case(path, **sides):
    return dict(path=os.path.join(given.out, path), sides=sides)


CASES = {
    "crawl3": case("crawl3.warc.gz", **{
        "warc_fast prefilter": peer("warc_fast.py", "FILE", "selectolax", "prefilter", extracts=EMBEDS),
        "warc_fast prefilter-hs": peer("warc_fast.py", "FILE", "selectolax", "prefilter-hs", extracts=EMBEDS),
        "warc_bs4 lxml, 300 pages": peer("warc_bs4.py", "FILE", "lxml", "300", extracts=EMBEDS),
        "roost": roost("FILE", "--jobs", "1"),
        "roost --forms embed,link": roost("FILE", "--jobs", "1", "--forms", "embed,link", extracts="embeds and links"),
        "roost --jobs 2": roost("FILE", "--jobs", "2")}),
    "crawl": case("crawl.warc.gz", **{
        "warc_fast prefilter": peer("warc_fast.py", "FILE", "selectolax", "prefilter", extracts=EMBEDS),
        "roost": roost("FILE", "--jobs", "1"),
        "roost --jobs 2": roost("FILE", "--jobs", "2")}),
    "wet": case("tweets3.wet.gz", **{
        "wet_best": peer("wet_best.py", "FILE", extracts=PLAIN),
        "roost": roost("FILE", "--jobs", "1"),
        "roost --jobs 2": roost("FILE", "--jobs", "2")}),
    "jsonl": case("tweets3.jsonl", **{
        "jsonl_best": peer("jsonl_best.py", "FILE", extracts=PLAIN),
        "jsonl_rg_jq": dict(command=["sh", os.path.join(given.peers, "jsonl_rg_jq.sh"), "FILE"], extracts=PLAIN),
        "roost": roost("FILE", "--jobs", "1"),
        "roost --jobs 2": roost("FILE", "--jobs", "2")}),
    "jsonl.gz": case("tweets3.jsonl.gz", **{
        "jsonl_best hs": peer("jsonl_best.py", "FILE", "hs", extracts=PLAIN),
        "roost": roost("FILE", "--jobs", "1"),
        "roost --jobs 2": roost("FILE", "--jobs", "2")}),
}


def run(command, path):
    """Seconds, peak memory in MB, lines written, what was said at the end."""
    # A child's own peak: that of all children only grows.
    program = "import resource,subprocess,sys;r=subprocess.run(sys.argv[1:]).returncode;" \
              "sys.stderr.write('\\npeak %d\\n' % resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss);sys.exit(r)"
    command = [word if word != "FILE" else path for word in command]
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", program, *command], stdin=subprocess.DEVNULL, capture_output=True)
    seconds = time.perf_counter() - start
    said = done.stderr.decode(errors="replace").strip().splitlines()
    if done.returncode not in (0, 2):
        sys.exit("%s exited %d: %s" % (" ".join(command), done.returncode, "\n".join(said[-3:])))
    return seconds, int(said[-1].split()[1]) / 1024, done.stdout.count(b"\n"), said[-2] if len(said) > 1 else ""


def measure(name, case):
    path, sides = case["path"], case["sides"]
    with open(path, "rb") as file:
        while file.read(1 << 24):
            pass
    runs = {side: [] for side in sides}
    for _ in range(given.runs):
        for side, what in sides.items():
            runs[side].append(run(what["command"], path))
    base = statistics.median(run[0] for run in runs["roost"])
    rows = []
    for side, what in sides.items():
        times = [run[0] for run in runs[side]]
        median = statistics.median(times)
        # A peer that reads a part is compared by the rate that it prints.
        rows.append(dict(side=side, seconds=median, spread=(max(times) - min(times)) / median,
                         peak_mb=max(run[1] for run in runs[side]), lines=runs[side][0][2],
                         ratio=median / base, said=runs[side][0][3], extracts=what["extracts"]))
    print("\n%s  (%d bytes, %d runs)" % (name, os.path.getsize(path), given.runs))
    print("%-26s %9s %7s %8s %8s %10s  %s" % ("", "seconds", "spread", "peak MB", "lines", "time/roost", "extracts"))
    for row in rows:
        print("%-26s %9.2f %6.0f%% %8.0f %8d %10.2f  %s" % (row["side"], row["seconds"], 100 * row["spread"], row["peak_mb"],
                                                            row["lines"], row["ratio"], row["extracts"]))
        if "docs/s" in row["said"]:
            print("%26s %s" % ("", row["said"]))
    return dict(case=name, path=os.path.basename(path), bytes=os.path.getsize(path), runs=given.runs, rows=rows)


found = [measure(name, CASES[name]) for name in given.cases or CASES]
with open(given.json, "w") as file:
    json.dump(found, file, indent=1)
print("\nwritten to", given.json)
