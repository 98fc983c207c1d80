import GRDB

/// The tables of an index.
///
/// A place in the archive is one number, `segment << 40 | offset`; so rows stand in the archive's
/// order, and equal archives give equal rows. A post is named by the place of its first citation.
///
/// The words of posts are kept by a full-text table without content, one row per distinct wording;
/// it is only ever added to.
enum IndexSchema {
  /// Raised with every change of the tables or of what they hold; an index of another version is
  /// made anew.
  static let version = 2

  static let statements = """
    CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE segment(
      number INTEGER PRIMARY KEY, bytes INTEGER NOT NULL, lastLine INTEGER NOT NULL,
      digest TEXT NOT NULL);
    CREATE TABLE trouble(position INTEGER PRIMARY KEY, message TEXT NOT NULL);
    CREATE TABLE article(
      position INTEGER PRIMARY KEY, id TEXT NOT NULL, url TEXT, path TEXT NOT NULL, host TEXT,
      language TEXT);
    CREATE TABLE citation(
      position INTEGER PRIMARY KEY, length INTEGER NOT NULL, id BLOB NOT NULL,
      article INTEGER NOT NULL, post INTEGER, joinedBy INTEGER NOT NULL, certainty REAL NOT NULL,
      form INTEGER NOT NULL, confidence REAL NOT NULL, platform TEXT, native TEXT, permalink INTEGER,
      handle TEXT, codes BLOB, fingerprint INTEGER, folded INTEGER NOT NULL, language TEXT,
      dateRank INTEGER NOT NULL, first INTEGER, last INTEGER, wording INTEGER, key INTEGER NOT NULL);
    CREATE TABLE link(key INTEGER PRIMARY KEY, component INTEGER NOT NULL);
    CREATE TABLE post(
      position INTEGER PRIMARY KEY, component INTEGER NOT NULL, platform TEXT, first INTEGER,
      last INTEGER, citations INTEGER NOT NULL);
    CREATE TABLE wording(number INTEGER PRIMARY KEY, digest INTEGER NOT NULL UNIQUE);
    CREATE VIRTUAL TABLE words USING fts5(
      text, content='', tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'");
    CREATE UNIQUE INDEX articleID ON article(id);
    CREATE INDEX articleURL ON article(url);
    CREATE INDEX articlePath ON article(path);
    CREATE INDEX articleHost ON article(host);
    CREATE UNIQUE INDEX citationID ON citation(id);
    CREATE INDEX citationPost ON citation(post);
    CREATE INDEX citationArticle ON citation(article);
    CREATE INDEX citationHandle ON citation(handle) WHERE handle IS NOT NULL;
    CREATE INDEX citationKey ON citation(key);
    CREATE INDEX citationPermalink ON citation(permalink) WHERE permalink IS NOT NULL;
    CREATE INDEX citationNative ON citation(native) WHERE native IS NOT NULL;
    CREATE INDEX citationWording ON citation(wording) WHERE wording IS NOT NULL;
    CREATE INDEX postComponent ON post(component);
    CREATE INDEX postFirst ON post(first);
    CREATE INDEX postCitations ON post(citations);
    """

  static func create(_ database: Database) throws {
    try database.execute(sql: statements)
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }
}
