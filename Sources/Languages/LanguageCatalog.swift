public import PostModel

extension LanguagePack {
  /// All packs of this build, in the order of their tags.
  public static let all: [LanguagePack] = embedded.compactMap { LanguagePack(trusted: $0.json) }

  /// The packs of this build and some more; one of the same tag takes the place of this build's.
  public static func all(with packs: [LanguagePack]) -> [LanguagePack] {
    var byTag = Dictionary(all.map { ($0.language.rawValue, $0) }) { $1 }
    for pack in packs { byTag[pack.language.rawValue] = pack }
    return byTag.values.sorted { $0.language.rawValue < $1.language.rawValue }
  }

  /// The pack of a language: that of the very tag, else one of the same language.
  public static func pack(for tag: LanguageTag) -> LanguagePack? {
    let name = likelyScript[tag.rawValue] ?? tag.rawValue
    return all.first { $0.language.rawValue == name }
      ?? all.first { $0.language.primary == (aliases[tag.primary] ?? tag.primary) }
  }

  /// The packs' file names, without ending, and their bytes; a new pack is one new line here.
  package static let embedded: [(name: String, json: [UInt8])] = [
    ("ar", PackageResources.ar_json),
    ("bg", PackageResources.bg_json),
    ("bn", PackageResources.bn_json),
    ("cs", PackageResources.cs_json),
    ("da", PackageResources.da_json),
    ("de", PackageResources.de_json),
    ("el", PackageResources.el_json),
    ("en", PackageResources.en_json),
    ("es", PackageResources.es_json),
    ("fa", PackageResources.fa_json),
    ("fi", PackageResources.fi_json),
    ("fr", PackageResources.fr_json),
    ("he", PackageResources.he_json),
    ("hi", PackageResources.hi_json),
    ("hr", PackageResources.hr_json),
    ("hu", PackageResources.hu_json),
    ("id", PackageResources.id_json),
    ("it", PackageResources.it_json),
    ("ja", PackageResources.ja_json),
    ("ko", PackageResources.ko_json),
    ("nl", PackageResources.nl_json),
    ("no", PackageResources.no_json),
    ("pl", PackageResources.pl_json),
    ("pt", PackageResources.pt_json),
    ("ro", PackageResources.ro_json),
    ("ru", PackageResources.ru_json),
    ("sk", PackageResources.sk_json),
    ("sl", PackageResources.sl_json),
    ("sr", PackageResources.sr_json),
    ("sv", PackageResources.sv_json),
    ("th", PackageResources.th_json),
    ("tr", PackageResources.tr_json),
    ("uk", PackageResources.uk_json),
    ("vi", PackageResources.vi_json),
    ("zh-Hans", PackageResources.zh_Hans_json),
    ("zh-Hant", PackageResources.zh_Hant_json),
  ]

  /// Tags from which the script follows (CLDR's likely subtags).
  private static let likelyScript = [
    "zh-TW": "zh-Hant", "zh-HK": "zh-Hant", "zh-MO": "zh-Hant", "zh-CN": "zh-Hans",
    "zh-SG": "zh-Hans", "zh-Hant-TW": "zh-Hant", "zh-Hant-HK": "zh-Hant",
  ]

  /// Languages whose dates and residues are those of another one.
  private static let aliases = ["nb": "no", "nn": "no", "bs": "hr", "sh": "sr", "ms": "id"]
}
