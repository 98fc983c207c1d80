"""Times the index of an archive, beside rg | jq and DuckDB over the same lines; called by Scripts/bench-archive.

Each question is asked by a new process, once to warm the caches, then RUNS times in turn with its rivals; times are medians. A
ratio is the rival's time over Roost's: 30 is thirty times as fast. All fetch whole records, and must find the same posts: Roost
gives a post once with all that cite it, the others each line; what is compared is how many posts these lines are of."""
import argparse, glob, json, os, shlex, statistics, subprocess, sys, time

arguments = argparse.ArgumentParser()
for name in ("roost", "benchmarks", "archive", "json"):
    arguments.add_argument("--" + name, required=True)
arguments.add_argument("--runs", type=int, default=20)
arguments.add_argument("--rival-runs", type=int, default=3)
arguments.add_argument("--no-build", action="store_true", help="take the index that is there")
given = arguments.parse_args()
segments = sorted(glob.glob(given.archive + "/citations/*.jsonl"))
size = sum(map(os.path.getsize, segments))
index = given.archive + "/index.sqlite"
figures = dict(archive_bytes=size, processors=os.cpu_count(), runs=given.runs)


def spent(command):
    """Seconds of the clock and of processors, peak memory in MB, and what was written."""
    program = "import resource,subprocess,sys;r=subprocess.run(['sh','-c',sys.argv[1]]).returncode;u=resource.getrusage(resource." \
              "RUSAGE_CHILDREN);sys.stderr.write('\\nspent %f %d\\n' % (u.ru_utime+u.ru_stime,u.ru_maxrss));sys.exit(r)"
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", program, command], capture_output=True, stdin=subprocess.DEVNULL)
    seconds = time.perf_counter() - begun
    said = done.stderr.decode(errors="replace").strip().splitlines()
    if done.returncode not in (0, 1):
        sys.exit("%s exited %d: %s" % (command, done.returncode, "\n".join(said[-4:])))
    return seconds, float(said[-1].split()[1]), int(said[-1].split()[2]) / 1024, done.stdout


def seconds(command):
    """Seconds of the clock alone, with nothing between that would take time."""
    begun = time.perf_counter()
    subprocess.run(["sh", "-c", "exec " + command if "|" not in command else command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return time.perf_counter() - begun


def build():
    clock, processor, memory, _ = spent("exec %s index --archive %s" % (given.roost, given.archive))
    lines = sum(1 for path in segments for _ in open(path, "rb"))
    figures["build"] = dict(citations=lines, seconds=clock, processor_seconds=processor, per_second=lines / clock,
                            peak_mb=memory, index_bytes=os.path.getsize(index), of_archive=os.path.getsize(index) / size)
    print("index made: %(citations)d citations in %(seconds).1f s (%(processor_seconds).1f s of processors): %(per_second).0f a second, "
          "%(of_archive).3f of the archive's size, peak %(peak_mb).0f MB" % figures["build"], flush=True)


def chosen():
    """A handle with some hundred posts, a day, a word of one post, a post: from the middle of the archive."""
    with open(segments[len(segments) // 2], "rb") as file:
        posts = [json.loads(next(file))["post"] for _ in range(2000)]
    named = [post for post in posts if post.get("id") and post.get("text", "").isascii() and "T" in post["published"]["value"]]
    handle = min((post["author"]["handle"] for post in named), key=lambda handle: abs(int(handle[5:]) - 1001887))
    return handle, named[0]["published"]["value"][:10], named[0]["text"].split()[-1], named[0]["key"]


def duckdb(where):
    fields = "{id: 'VARCHAR', post: 'STRUCT(\"key\" VARCHAR, author STRUCT(handle VARCHAR), \"text\" VARCHAR, published STRUCT(\"value\" VARCHAR))', article: 'JSON'}"
    program = "import duckdb,sys;c=duckdb.connect();r=c.execute(\"\"\"select * from read_json('%s/citations/*.jsonl'," \
              "format='newline_delimited',columns=%s) where %s\"\"\").fetchall();[print(x) for x in r]" % (given.archive, fields, where)
    return "%s -c %s" % (sys.executable, shlex.quote(program))


def rg(pattern, select):
    return "rg -j1 -N -I -F %s %s/citations | jq -c %s" % (shlex.quote(pattern), given.archive, shlex.quote(select))


def median(command, runs):
    seconds(command)
    return statistics.median(seconds(command) for _ in range(runs))


def ask(name, roost, bar, rivals, count=None):
    command = "%s %s --archive %s" % (given.roost, roost, given.archive)
    _, _, memory, written = spent("exec " + command)
    row = dict(seconds=median(command, given.runs), peak_mb=memory, lines=written.count(b"\n"), bars=bar)
    for rival, line in rivals.items():
        row[rival] = median(line, given.rival_runs)
        row[rival + " ratio"] = row[rival] / row["seconds"]
    figures[name] = row
    found = ""
    if count:
        keys = {line for line in spent(count)[3].splitlines()}
        row["posts_of_rival"] = len(keys)
        found = "posts %d, by rg | jq %d" % (row["lines"], len(keys))
    print("%-12s %8.1f ms  peak %3.0f MB  %s  %s  bars %s" % (
        name, 1000 * row["seconds"], memory, "  ".join(
            "%s %.0f ms = %.0f x" % (rival, 1000 * row[rival], row[rival + " ratio"]) for rival in rivals), found, bar), flush=True)


def catch_up():
    subprocess.run([given.benchmarks, "archive", given.archive, "1000", "77", "append"], check=True)
    clock, processor, memory, _ = spent("exec %s query --count --archive %s handle:nobody" % (given.roost, given.archive))
    figures["catch_up"] = dict(citations=1000, seconds=clock, processor_seconds=processor, peak_mb=memory)
    text = "caught up with 1000 citations in %.2f s (%.2f s of processors), peak %.0f MB" % (clock, processor, memory)
    if "build" in figures:
        text += ": 1/%.0f of making it anew, bar 1/100" % (figures["build"]["seconds"] / clock)
    print(text, flush=True)


if not given.no_build:
    build()
handle, day, word, post = chosen()
print("handle %s, day %s, word %s, post %s" % (handle, day, word, post))
all_of = "--limit 1000000 --format jsonl"
ask("handle", "query --handle %s %s" % (handle, all_of), "rg | jq 30, DuckDB 200",
    {"rg | jq": rg('"handle":"%s"' % handle, "{id,post}"), "DuckDB": duckdb("post.author.handle='%s'" % handle)},
    rg('"handle":"%s"' % handle, ".post.key"))
ask("day", "query --since %s --until %s %s" % (day, day, all_of), "rg | jq 10", {"rg | jq": rg('"published":{"value":"' + day + "T", "{id,post}")},
    rg('"published":{"value":"' + day + "T", ".post.key"))
ask("rare word", "query %s %s" % (word, all_of), "rg | jq 20", {"rg | jq": rg(" %s\"" % word, "{id,post}")}, rg(" %s\"" % word, ".post.key"))
ask("top handles", "top handles --format jsonl", "1 s", {})
ask("articles", "articles %s" % post, "rg | jq 30", {"rg | jq": rg('"key":"%s"' % post, "{id,article}")})
catch_up()
with open(given.json, "w") as file:
    json.dump(figures, file, indent=1)
print("written to", given.json)
