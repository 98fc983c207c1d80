import GRDB

/// The tables of an index.
///
/// Citations are numbered from 1 in the order of the archive; a post and an article are named by the
/// number of their first citation. An article that the archive has in several places has a row for
/// each stretch, all with the `same` article, and the same `identity`. A place in the archive is one
/// number, `segment << 40 | offset`. Days are counted, moments in milliseconds, since 1970-01-01.
///
/// What has a name is found through `keys` (see `KeyTable`); words through `words` (see `WordWriter` and
/// `Postings`).
enum IndexSchema {
  /// Raised with every change of the tables or of what they hold; an index of another version is
  /// made anew.
  static let version = 4

  static let tables = """
    CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE segment(
      number INTEGER PRIMARY KEY, bytes INTEGER NOT NULL, lastLine INTEGER NOT NULL,
      digest TEXT NOT NULL);
    CREATE TABLE trouble(position INTEGER PRIMARY KEY, message TEXT NOT NULL);
    CREATE TABLE platform(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE language(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE site(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE hashtag(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE handle(
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, posts INTEGER NOT NULL DEFAULT 0,
      articles INTEGER NOT NULL DEFAULT 0, copies INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE article(
      number INTEGER PRIMARY KEY, count INTEGER NOT NULL, same INTEGER NOT NULL,
      identity INTEGER NOT NULL, site INTEGER, language INTEGER, day INTEGER);
    CREATE TABLE citation(
      number INTEGER PRIMARY KEY, position INTEGER NOT NULL, length INTEGER NOT NULL,
      article INTEGER NOT NULL, post INTEGER NOT NULL, joinedBy INTEGER NOT NULL,
      certainty INTEGER NOT NULL, form INTEGER NOT NULL, confidence INTEGER NOT NULL,
      language INTEGER, isCopy INTEGER NOT NULL);
    CREATE TABLE post(
      number INTEGER PRIMARY KEY, platform INTEGER, handle INTEGER, first INTEGER, last INTEGER,
      citations INTEGER NOT NULL, articles INTEGER NOT NULL, copies INTEGER NOT NULL,
      has INTEGER NOT NULL, isMixed INTEGER NOT NULL);
    CREATE TABLE alias(
      handle INTEGER NOT NULL, post INTEGER NOT NULL, PRIMARY KEY(handle, post)) WITHOUT ROWID;
    CREATE TABLE tagged(
      hashtag INTEGER NOT NULL, citation INTEGER NOT NULL, PRIMARY KEY(hashtag, citation))
      WITHOUT ROWID;
    CREATE TABLE duplicate(number INTEGER PRIMARY KEY);
    CREATE TABLE keys(bucket INTEGER PRIMARY KEY, entries BLOB NOT NULL);
    CREATE TABLE words(
      part INTEGER NOT NULL, word TEXT NOT NULL, entries BLOB NOT NULL, PRIMARY KEY(part, word))
      WITHOUT ROWID;
    """

  /// What is made of the full tables of names and articles faster than with each row.
  static let articleIndexes = """
    CREATE UNIQUE INDEX platformName ON platform(name);
    CREATE UNIQUE INDEX languageName ON language(name);
    CREATE UNIQUE INDEX siteName ON site(name);
    CREATE UNIQUE INDEX hashtagName ON hashtag(name);
    CREATE UNIQUE INDEX handleName ON handle(name);
    CREATE INDEX articleSite ON article(site);
    """

  /// The same of citations and posts.
  static let postIndexes = """
    CREATE INDEX citationPost ON citation(post);
    CREATE INDEX postFirst ON post(first, last);
    CREATE INDEX postHandle ON post(handle, first, last) WHERE handle IS NOT NULL;
    CREATE INDEX postArticles ON post(copies - articles);
    CREATE INDEX postCoarse ON post(first, last) WHERE last - first > 90000000;
    CREATE INDEX aliasPost ON alias(post);
    """

  /// How an index is used once it is made.
  static let finish = """
    PRAGMA user_version = \(version);
    """
}
