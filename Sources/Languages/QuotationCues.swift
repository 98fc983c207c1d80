/// The words by which a language's prose shows that it quotes a post.
///
/// A phrase is compared without case; one that ends in `*` stands for all words that begin so. Phrases
/// of several words are written with single spaces.
public struct QuotationCues: Codable, Hashable, Sendable {
  /// Quotation marks, opening and closing mark in one string, wrong pairs that occur among them.
  public var marks: [String]
  /// Whether a dash at the start of a paragraph opens speech.
  public var dash: Bool?
  /// Whether words after a colon may be a quotation without marks.
  public var bareColon: Bool?
  /// Whether words are written without spaces, so that a phrase may stand anywhere.
  public var unspaced: Bool?
  /// Whether the reporter's words may stand inside of the marks (`« Non, a écrit la maire. Jamais. »`).
  public var incise: Bool?
  /// What follows a quotation where the language marks it so (`と`).
  public var quotatives: [String]?
  /// Letters that may be glued before a word (Hebrew and Arabic conjunctions and prepositions).
  public var prefixes: [String]?
  /// Other languages whose phrases hold as well, since the two are often taken for each other.
  public var with: [String]?
  /// Verbs of writing and publishing.
  public var writes: [String]
  /// Verbs of saying, which tie only to a platform close by.
  public var says: [String]
  /// Verbs that name the platform by themselves, by platform (`tweeted`).
  public var posts: [String: [String]]
  /// Nouns for a post of any platform.
  public var nouns: [String]
  /// Nouns that name the platform by themselves, by platform (`tweet`).
  public var postNouns: [String: [String]]
  /// Words that lead to a platform's name (`on`).
  public var at: [String]
  /// Words that may stand between such a word and the name (`his`, `official`, `platform`).
  public var between: [String]
  /// Nouns for somebody's place on a platform (`account`, `channel`).
  public var accounts: [String]
  /// Nouns for somebody's place on one platform, by platform (`subreddit`).
  public var homes: [String: [String]]?
  /// What may follow a platform's name and shows the same as `at` (`पर`, `hesabından`).
  public var after: [String]
  /// Endings that a platform's name may take.
  public var endings: [String]
  /// Phrases for a post that leave the platform open (`on social media`).
  public var social: [String]
  /// How a sentence begins that speaks of the quotation before it (`This is what … wrote`).
  public var refers: [String]
  /// Words that say the next piece belongs to the same post (`and added`).
  public var joins: [String]
  /// Phrases that show the words were said or written elsewhere (`in a letter`).
  public var denies: [String]
  /// Words that turn what follows away from the speaker (`whose`, `who`).
  public var relatives: [String]
  /// Phrases for the platform spoken of before (`on the same network`).
  public var samePlatform: [String]
  /// Phrases that say that a quotation goes on with the post before it (`later in the post`).
  public var samePost: [String]?
  /// Words for the place spoken of just before, or for who reads there (`there`, `followers`).
  public var there: [String]?
  /// Verbs of speech that more often report an interview than a post (`said`, `told`).
  public var speaks: [String]?
  /// Phrases that show the words were an answer, so that a network named before is not their place
  /// (`answered a question`).
  public var answers: [String]?
  /// Verbs that report nothing but what was written (`wrote`).
  public var pens: [String]?
  /// Phrases for the day spoken of before (`the same day`).
  public var sameDay: [String]
  /// Phrases for the day after the one spoken of before (`a day later`).
  public var nextDay: [String]?
  /// What shows that a single letter is no platform but a numeral or a letter (`century`).
  public var notPlatform: [String]
  /// Words with a capital letter wherever they stand in a sentence (`I`).
  public var capitals: [String]?
  /// How people are named.
  public var people: People

  /// How a language's prose names a person.
  public struct People: Codable, Hashable, Sendable {
    /// Whether names begin with a capital letter.
    public var cased: Bool
    /// Whether a verb needs no pronoun, so that one alone speaks of who was named before (`escribió`).
    public var dropsPronouns: Bool?
    /// Words in lower case inside of a name (`von`, `de`).
    public var particles: [String]
    /// Words before a name that are none of it (`Mr`); `*er` stands for words that end so.
    public var roles: [String]
    /// Words after a name that are none of it (`さん`, `의원`).
    public var honorifics: [String]
    /// What closes a subject (`は`, `ने`, `가`).
    public var subjects: [String]
    /// Articles and other small words that are no name though a sentence begins with them.
    public var articles: [String]
    /// Pronouns that stand for the author beside a verb (`he`).
    public var pronouns: [String]
    /// A prefix of attributes before a name (`ال`, `ה`).
    public var definite: String?
    /// How an attribute before a name ends (`인`, `る`).
    public var attributes: [String]?
    /// How many words a name has where nothing else shows its bounds.
    public var words: Int?
    /// Trades behind which the place of the office stands, before the name (`Bupati`).
    public var offices: [String]?
    /// Nouns that open an institution's name, which goes on to the next phrase (`Công ty`).
    public var institutions: [String]?
    /// Nouns in small letters that close an institution's name (`kommune`); `*kunta` stands for words
    /// that end so.
    public var bodies: [String]?
    /// Finite verbs and adverbs in small letters that no name holds, so that one ends before them (`je`).
    public var auxiliaries: [String]?
    /// Prepositions of belonging, some of them one with an article (`de`, `della`).
    public var genitives: [String]?
    /// Those of them that are one with an article (`du`).
    public var contractions: [String]?
    /// How family names end that may stand before a second one (`ić`).
    public var surnameEndings: [String]?
    /// What stands behind a name and tells father and son apart (`Jr.`, `st.`).
    public var generations: [String]?
    /// Second words of a name of three (`सिंह`, `कुमार`).
    public var middleNames: [String]?
    /// Whether the family name opens a name that has its words apart (`Bodor Ágoston`).
    public var familyNameFirst: Bool?
    /// Definite articles, which stand before institutions and not before people (`the`, `el`).
    public var definites: [String]?
    /// First names that end as trades do (`Kirsten`, `Walter`).
    public var firstNames: [String]?
    /// Nouns for somebody whom nobody names (`user`, `internaute`).
    public var strangers: [String]?
    /// Nouns that stand for an institution that was named before (`Verein`, `kulüp`); `bakanlı*` stands
    /// for words that begin so.
    public var collectives: [String]?
    /// Family names that open a name and are few enough to tell one (`김`, `林`).
    public var surnames: [String]?
  }
}
