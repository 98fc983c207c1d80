import PostModel

extension LanguageTag {
  /// Reads a language as corpora write it: `bg`, `bul`, `bul_Cyrl` (FineWeb, HPLT), `bg-BG`.
  init?(corpus text: String) {
    let subtags = text.split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard let first = subtags.first?.lowercased() else { return nil }
    if let short = Self.shortCodes[first] {
      self.init(short)
    } else {
      self.init(text)
    }
  }

  /// ISO 639-3 to ISO 639-1, for the languages that the corpora hold in bulk.
  private static let shortCodes = [
    "afr": "af", "als": "sq", "amh": "am", "ara": "ar", "arb": "ar", "azj": "az", "bel": "be",
    "ben": "bn", "bos": "bs", "bul": "bg", "cat": "ca", "ces": "cs", "cmn": "zh", "cym": "cy",
    "dan": "da", "deu": "de", "ekk": "et", "ell": "el", "eng": "en", "est": "et", "eus": "eu",
    "fas": "fa", "fin": "fi", "fra": "fr", "gle": "ga", "glg": "gl", "heb": "he", "hin": "hi",
    "hrv": "hr", "hun": "hu", "hye": "hy", "ind": "id", "isl": "is", "ita": "it", "jpn": "ja",
    "kat": "ka", "kaz": "kk", "khm": "km", "kor": "ko", "lit": "lt", "lvs": "lv", "mal": "ml",
    "mar": "mr", "mkd": "mk", "mlt": "mt", "nld": "nl", "nno": "nn", "nob": "nb", "nor": "no",
    "npi": "ne", "pes": "fa", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru", "slk": "sk",
    "slv": "sl", "spa": "es", "sqi": "sq", "srp": "sr", "swe": "sv", "swh": "sw", "tam": "ta",
    "tel": "te", "tgl": "tl", "tha": "th", "tur": "tr", "ukr": "uk", "urd": "ur", "uzn": "uz",
    "vie": "vi", "zho": "zh", "zsm": "ms",
  ]
}
