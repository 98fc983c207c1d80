"""Makes an archive of hostile posts, exports it in every format, and reads each export with an independent reader."""

import csv
import hashlib
import json
import random
import re
import subprocess
import sys
import warnings
from pathlib import Path

warnings.simplefilter("ignore")

roost, folder, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
archive = folder / "a.archive"

PIECES = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n", "\r\n", '"', "'", ",", ";", "\\", "\0", "\x1b[31m", "\x1b]0;owned\x07",
    "\x7f", "\x9b2J", "\u202e", "\u2066", "\u2028", "\u2029", "<b>", "</data>", "]]>", "&amp;", "<!--", "<script>alert(1)</script>",
    "`", "*", "# ", "[x](javascript:alert(1))", "|", "---", "\ufffe", "\uffff", "\ufeff", "e\u0301", "👩‍👩‍👧", "Ж", "東京", "{}", "null", "%s", "${x}",
    "=cmd|' /C calc'!A0", "words", " ", "0", "1901234567890123456",
]  # fmt: skip


def identifier(*parts):
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode()
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()[:32]


def words(chance):
    return "".join(chance.choice(PIECES) for _ in range(chance.randrange(0, 9)))


def citation(number, chance):
    """A line as the documentation of the archive's format has it; also who wrote the identifiers' rules anew."""
    url = f"https://site{number % 50}.example/a/{number % 4000}"
    digest = "sha256:" + hashlib.sha256(url.encode()).hexdigest()
    key = f"x:{1901234567890000000 + number}"
    article = identifier("document", url.removeprefix("https://"), digest)
    start, exact = number, words(chance)
    post = {"key": key, "platform": "x", "id": key[2:], "permalink": f"https://x.com/user{number % 300}/status/{key[2:]}"}
    post["author"] = {"handle": f"user{number % 300}", "name": words(chance) + "n"}
    text = "long " * 200_000 if number == 7 else words(chance)
    if text:
        post["text"] = text
    post["lang"] = "en"
    post["published"] = {"value": "2025-03-16T08:01:02.123Z", "precision": "millisecond", "source": "post-id"}
    return {
        "v": 1,
        "id": identifier("citation", article, str(start), str(start + 1), "", exact, key),
        "form": "embed",
        "confidence": 0.9,
        "post": post,
        "article": {
            "id": article, "url": url, "title": words(chance) + "t", "site": f"site{number % 50}.example",
            "published": {"value": "2025-03-18", "precision": "day", "source": "json-ld"},
            "source": {"path": "a.html", "format": "html"}, "digest": digest,
        },
        "selector": {"exact": exact, "prefix": words(chance), "suffix": words(chance), "start": start, "end": start + 1},
    }  # fmt: skip


def run(*arguments, status=0):
    done = subprocess.run([roost, *map(str, arguments)], capture_output=True)
    assert done.returncode == status, (arguments, done.returncode, done.stderr.decode()[-2000:])
    return done.stdout


def export(name, *arguments):
    path = folder / f"export.{name}"
    path.write_bytes(run("export", "--format", name, "--archive", archive, *arguments))
    return path


def say(name, reader, result):
    print(f"  {name:18} {reader:12} {result}", flush=True)


chance = random.Random(11)
lines = [citation(number, chance) for number in range(count)]
posts = {line["post"]["id"]: line for line in lines}
(folder / "lines.jsonl").write_text(
    "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines), "utf-8"
)
run("import", folder / "lines.jsonl", "--archive", archive)
run("verify", archive)


def text_of(line):
    return line["post"].get("text", "")


def check_archive():
    """The archive's own lines: DuckDB reads the folder, jsonschema holds each to the schema."""
    import duckdb
    import jsonschema

    schema = json.loads(Path("Sources/Archive/Schema/citation-v1.schema.json").read_text())
    validator = jsonschema.Draft202012Validator(schema)
    seen = 0
    for path in sorted((archive / "citations").glob("*.jsonl")):
        with path.open(encoding="utf-8", newline="\n") as file:
            for line in file:
                value = json.loads(line)
                assert value == posts[value["post"]["id"]]
                if seen % 10 == 0:
                    validator.validate(value)
                seen += 1
    assert seen == count
    query = f"select count(*), count(distinct post.id) from read_json('{archive}/citations/*.jsonl', maximum_object_size=33554432)"
    assert duckdb.sql(query).fetchall() == [(count, count)]
    say("archive", "DuckDB", f"{count} lines; jsonschema: {seen // 10 + 1} lines fit")


def check_jsonl():
    import duckdb
    import pandas

    path = export("jsonl")
    frame = pandas.read_json(path, lines=True)
    assert len(frame) == count
    for post in frame["post"]:
        assert post.get("text", "") == text_of(posts[post["id"]])
    assert duckdb.sql(f"select count(*) from read_json('{path}', maximum_object_size=33554432)").fetchall() == [(count,)]
    parquet = folder / "posts.parquet"
    duckdb.execute(
        f"copy (select post.key as key, post.text as text from read_json('{path}', maximum_object_size=33554432)) to '{parquet}' (format parquet)"
    )
    assert duckdb.sql(f"select count(*) from '{parquet}'").fetchall() == [(count,)]
    whole = json.loads(export("json").read_bytes())
    assert len(whole) == count
    say("jsonl, json", "pandas", f"{count} posts; DuckDB: the same, and as Parquet")


def check_csv():
    import duckdb
    import pandas

    path = export("csv")
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
    assert len(frame) == count, len(frame)
    csv.field_size_limit(1 << 26)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert len(rows) == count
    for row in rows:
        ident = row["id"].removeprefix("'")
        text = text_of(posts[ident]).replace("\0", "\ufffd")
        assert row["text"] in (text, "'" + text), (row["text"], text)
        for cell in row.values():
            assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", cell), cell
    query = f"select count(*) from read_csv('{path}', all_varchar=true, header=true, delim=',', quote='\"', escape='\"', max_line_size=8388608)"
    assert duckdb.sql(query).fetchall() == [(count,)]
    say("csv", "pandas", f"{count} rows, no cell is a formula; csv, DuckDB: the same")


def local_loader(url, options=None):
    """PyLD asks for contexts of the web; these are as much of them as counts here."""
    contexts = {
        "https://schema.org": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}},
        "https://www.w3.org/ns/activitystreams": {
            "@vocab": "_:", "as": "https://www.w3.org/ns/activitystreams#", "id": "@id", "type": "@type",
            **{name: {"@id": f"as:{name}"} for name in ["Note", "Article", "Person", "OrderedCollection", "Mention", "Image", "Video",
               "Document", "content", "source", "mediaType", "name", "preferredUsername", "published", "tag", "attachment", "attributedTo"]},
            "contentMap": {"@id": "as:content", "@container": "@language"},
            "orderedItems": {"@id": "as:items", "@container": "@list", "@type": "@id"}, "url": {"@id": "as:url", "@type": "@id"},
        },
        "http://www.w3.org/ns/anno.jsonld": {
            "oa": "http://www.w3.org/ns/oa#", "id": {"@type": "@id", "@id": "@id"}, "type": {"@type": "@id", "@id": "@type"},
            "as": "https://www.w3.org/ns/activitystreams#", "AnnotationPage": "as:OrderedCollectionPage",
            **{name: {"@id": f"oa:{name}"} for name in ["Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector", "XPathSelector",
               "exact", "prefix", "suffix", "start", "end"]},
            "items": {"@id": "as:items", "@type": "@id", "@container": "@list"}, "body": {"@id": "oa:hasBody", "@type": "@id"},
            "target": {"@id": "oa:hasTarget", "@type": "@id"}, "source": {"@id": "oa:hasSource", "@type": "@id"},
            "selector": {"@id": "oa:hasSelector", "@type": "@id"}, "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
            "linking": "oa:linking", "describing": "oa:describing", "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
            "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value", "format": "http://purl.org/dc/elements/1.1/format",
            "language": "http://purl.org/dc/elements/1.1/language",
        },
    }  # fmt: skip
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": contexts[url.rstrip("/")]}}


def check_json_ld():
    from pyld import jsonld

    jsonld.set_document_loader(local_loader)
    # Expansion is slow; it is asked of the first posts only, the rest is counted.
    some = ["--limit", "300"]

    whole = json.loads(export("activitystreams").read_bytes())
    assert len(whole["orderedItems"]) == count
    for note in whole["orderedItems"]:
        line = posts[note["id"].rsplit("/", 1)[1]]
        assert note.get("source", {}).get("content", "") == text_of(line)
        assert "<script" not in note.get("content", "")
        assert note["published"] == "2025-03-16T08:01:02.123Z"
        assert [article["id"] for article in note["citedBy"]] == [line["article"]["url"]]
    expanded = jsonld.expand(json.loads(export("activitystreams", *some).read_bytes()))
    items = expanded[0]["https://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(items) == 300 and items[0]["http://purl.org/spar/cito/isCitedBy"]
    assert items[0]["http://purl.org/dc/terms/created"][0]["@type"].endswith("EDTF")
    say("activitystreams", "PyLD", f"{count} notes, 300 expanded")

    graph = json.loads(export("schema-org").read_bytes())["@graph"]
    postings = [node for node in graph if node["@type"] == "SocialMediaPosting"]
    articles = {node["@id"] for node in graph if node["@type"] == "NewsArticle"}
    assert len(postings) == count and len(articles) == len({line["article"]["url"] for line in lines})
    for node in postings:
        assert node.get("articleBody", "") == text_of(posts[node["@id"].rsplit("/", 1)[1]])
    flat = jsonld.flatten(json.loads(export("schema-org", *some).read_bytes()))
    cited = {value["@id"] for node in flat for value in node.get("https://schema.org/citation", [])}
    assert len(cited) == 300, len(cited)
    say("schema-org", "PyLD", f"{count} postings in {len(articles)} articles, 300 flattened")

    items = json.loads(export("web-annotation").read_bytes())["items"]
    assert len(items) == len({item["id"] for item in items}) == count
    by_id = {line["id"]: line for line in lines}
    for item in items:
        line = by_id[item["id"].removeprefix("urn:uuid:").replace("-", "")]
        assert item["target"]["source"] == line["article"]["url"]
        for selector in item["target"]["selector"]:
            if selector["type"] == "TextQuoteSelector":
                assert selector["exact"] == line["selector"]["exact"]
            if selector["type"] == "TextPositionSelector":
                assert selector["start"] == line["selector"]["start"]
    expanded = jsonld.expand(json.loads(export("web-annotation", *some).read_bytes()))
    page = expanded[0]["https://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(page) == 300 and page[0]["http://www.w3.org/ns/oa#hasTarget"]
    say("web-annotation", "PyLD", f"{count} annotations, 300 expanded")


def check_twarc():
    from twarc.expansions import ensure_flattened
    from twarc_csv import CSVConverter

    path, table = export("twarc"), folder / "twarc.csv"
    with path.open(encoding="utf-8", newline="\n") as file:
        tweets = [tweet for line in file for tweet in ensure_flattened(json.loads(line))]
    assert len(tweets) == count
    with path.open(encoding="utf-8", newline="\n") as infile, table.open("w", encoding="utf-8", newline="") as outfile:
        CSVConverter(infile=infile, outfile=outfile, hide_progress=True).process()
    import pandas

    frame = pandas.read_csv(table, dtype=str, keep_default_na=False, lineterminator="\n")
    assert set(frame["id"]) >= set(posts), len(frame)
    assert set(frame["created_at"]) == {"2025-03-16T08:01:02.123Z"}
    handles = dict(zip(frame["id"], frame["author.username"]))
    assert all(handles[ident] == line["post"]["author"]["handle"] for ident, line in posts.items())
    say("twarc", "twarc-csv", f"{count} tweets")


def check_graph():
    import networkx

    graph = networkx.read_graphml(export("graphml"))
    edges = {(line["article"]["site"], line["post"]["author"]["handle"]) for line in lines}
    assert graph.is_directed() and graph.number_of_edges() == len(edges)
    assert sum(weight for _, _, weight in graph.edges(data="posts")) == count
    assert {data["kind"] for _, data in graph.nodes(data=True)} == {"site", "account"}
    say("graphml", "NetworkX", f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")


def check_lists():
    import pandas

    table = pandas.read_csv(export("gdelt-sociallinks"), sep="\t", header=None, dtype=str, quoting=csv.QUOTE_NONE)
    assert len(table) == count and set(table[0]) == {"20250318000000"}
    pairs = {(line["article"]["url"], line["post"]["permalink"]) for line in lines}
    assert set(zip(table[1], table[2])) == pairs
    say("gdelt-sociallinks", "pandas", f"{count} pairs")
    assert set(export("ids").read_text().split("\n")[:-1]) == set(posts)
    assert len(export("urls").read_text().split("\n")[:-1]) == count
    say("ids, urls", "Python", f"{count} lines each")


def check_pages():
    import html5lib
    import lxml.html

    page = export("html").read_bytes()
    tree = lxml.html.document_fromstring(page)
    assert len(tree.xpath("//article")) == count
    assert not tree.xpath("//script | //img | //iframe | //@onerror | //a[not(starts-with(@href, 'http'))]")
    quotes = tree.xpath("//article/blockquote")
    assert len(quotes) == sum(1 for line in lines if text_of(line))
    small = html5lib.parse(export("html", "--limit", "300").read_bytes(), namespaceHTMLElements=False)
    assert len(small.findall(".//article")) == 300 and not small.findall(".//script")
    say("html", "lxml", f"{count} articles, no script; html5lib: 300 the same")
    text = export("markdown").read_text("utf-8")
    assert text.count("\n## ") + 1 == count, text.count("\n## ")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\x9b\u202e]", text) and not re.search(r"(?<!\\)<script", text)
    say("markdown", "Python", f"{count} sections")


def check_privacy():
    path = export("jsonl", "--privacy", "drop-text,hash-handles")
    again = export("jsonl", "--privacy", "drop-text,hash-handles")
    content = path.read_bytes()
    assert content == again.read_bytes() and len(content.splitlines()) == count
    names = set()
    for line in content.splitlines():
        post = json.loads(line)["post"]
        names.add(post["author"]["handle"])
        assert "text" not in post and "permalink" not in post and post["author"].keys() == {"handle"}
    assert not re.search(rb"user\d", content) and len(names) == min(count, 300)
    say("privacy", "Python", f"{len(names)} pseudonyms, no handle, no words")


def check_terminal():
    """What is printed on a terminal obeys no post: `script` gives the command one."""
    for arguments in (["query", "--limit", "0"], ["query", "--format", "csv", "--limit", "0"], ["query", "--format", "jsonl", "--limit", "2000"],
                      ["show", "x:1901234567890000011"]):  # fmt: skip
        command = " ".join([roost, *arguments, "--archive", str(archive)])
        shown = subprocess.run(["script", "-qec", command, "/dev/null"], capture_output=True, env={"TERM": "xterm", "NO_COLOR": "1", "PATH": "/usr/bin:/bin", "COLUMNS": "100"}).stdout  # fmt: skip
        text = shown.decode("utf-8")
        found = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
        assert len(text) > 100 and not found, (arguments, found)
    say("terminal", "script", "no control character in table, csv, jsonl, show")


print(f"{count} hostile posts, read by")
check_archive()
check_jsonl()
check_csv()
check_json_ld()
check_twarc()
check_graph()
check_lists()
check_pages()
check_privacy()
check_terminal()
