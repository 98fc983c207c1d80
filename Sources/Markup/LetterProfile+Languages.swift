extension LetterProfile {
  /// All encodings to try without a claim, in the order of the profiles.
  ///
  /// Not windows-1258: it reads most Western text as well as its own, and its pages declare it.
  static let encodingNames: [String] = {
    var seen: Set<String> = []
    return all.flatMap(\.encodings).filter { $0 != "windows-1258" && seen.insert($0).inserted }
  }()

  /// One line for each language or group.
  static let all: [LetterProfile] = [
    LetterProfile(western, "de", common: "äöüß", other: "éàè"),
    LetterProfile(western, "fr", common: "éèàêçâîôûùëïœ", other: "ÿæüö"),
    LetterProfile(western, "es ca gl eu", common: "áéíóúñ", other: "üïçàèòªº¿¡"),
    LetterProfile(western, "pt", common: "ãçáéíóúâêõà", other: "ôüªº"),
    LetterProfile(western, "it", common: "àèìòù", other: "éóî"),
    LetterProfile(western, "sv da no nb nn fi et", common: "åäöøæé", other: "üšžà"),
    LetterProfile(western, "is fo", common: "áéíóúýþðæö", other: "ø"),
    LetterProfile(western, "nl en af", common: "ëéïèöüóê", other: "àáíâçñä"),
    LetterProfile("windows-1250 iso-8859-2", "cs sk", common: "áíéýěščřžůúťďňóľôĺŕä", other: "öü"),
    LetterProfile("windows-1250 iso-8859-2", "pl", common: "ąćęłńóśźż", other: "éöü"),
    LetterProfile("windows-1250 iso-8859-2", "hu", common: "áéíóöőúüű", other: "ä"),
    LetterProfile("windows-1250 iso-8859-2", "hr sl sr bs", common: "čćđšž", other: "éöü"),
    LetterProfile("windows-1250 iso-8859-2", "ro", common: "ăâîşţ", other: "éöü"),
    LetterProfile("windows-1254", "tr az", common: "ığüşöç", other: "âîûé"),
    LetterProfile("windows-1257 iso-8859-13", "lt", common: "ąčęėįšųūž", other: "éöü"),
    LetterProfile("windows-1257 iso-8859-13", "lv", common: "āčēģīķļņšūž", other: "éöü"),
    LetterProfile("windows-1257", "et", common: "õäöüšž", other: ""),
    LetterProfile(
      "windows-1258", "vi", common: "ăâđêôơưáàéèíóòúùý\u{300}\u{301}\u{303}\u{309}\u{323}"),
    LetterProfile(
      "windows-1251 koi8-r iso-8859-5 ibm866 x-mac-cyrillic", "ru bg mk sr be",
      common: "оеаинтсрвлк", other: "мдпуяыьгзбйчхжшюцщэфёъђјљњћџѓќѕіў«»№"),
    LetterProfile(
      "windows-1251 koi8-u iso-8859-5 x-mac-cyrillic", "uk",
      common: "оеаинтсрвлкі", other: "мдпуяьгзбйїчхжшюцщфєґ«»№"),
    LetterProfile(
      "windows-1253 iso-8859-7", "el", common: "αεηιοτνσρκλπυάέήίόύώςμω",
      other: "βγδζθξφχψϊϋΐΰ«»"),
    LetterProfile(
      "windows-1255 iso-8859-8", "he yi", common: "יוהלאתרבשנמ", other: "גדזחטךכםןסעףפץצק"),
    LetterProfile(
      "windows-1256 iso-8859-6", "ar fa ur", common: "اليمنورتبهةدسعفقك",
      other: "أإآحجخذزشصضطظغثىئؤءپچژگ،؟"
    ),
    LetterProfile(
      "windows-874", "th", common: "านรอกเงมยลวดทสต่้ีัิะหแคปใไ", other: "บพขชจผศ็ูุโถณธภฟญซฉฐฎฏฑฒฬอฮฤำืึ์ๆๅ"),
    LetterProfile("shift_jis euc-jp", "ja", common: kana + "。、「」ー・日本年月人大国会中上的事者"),
    LetterProfile(
      "gbk", "zh",
      common:
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运。，、“”《》：；？！"
    ),
    LetterProfile(
      "big5", "zh",
      common:
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基。，、「」：；？！"
    ),
    LetterProfile(
      "euc-kr", "ko",
      common:
        "이다는을의에가고하지기도한로사은를자들리인있어대정시그일나해서스장부전것수라보상과년여으제조구면공만주동원오아와성관유위생경무신치비화안회게내없적국계개민방문말때방당명선세소학모러라마트"
    ),
  ]

  private static let western = "windows-1252 iso-8859-15 macintosh"

  private static let kana = String(
    String.UnicodeScalarView(
      (0x3041...0x3096).compactMap(Unicode.Scalar.init)
        + (0x30A1...0x30FA).compactMap(
          Unicode.Scalar.init)))
}
