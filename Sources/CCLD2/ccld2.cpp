#include "ccld2.h"

#include <cstdio>

#include <cld2/public/compact_lang_det.h>

roost_language_guess roost_guess_language(const char *utf8, int length) {
  CLD2::Language languages[3];
  int percents[3];
  int text_bytes = 0;
  bool reliable = false;
  CLD2::DetectLanguageSummary(utf8, length, true, languages, percents, &text_bytes, &reliable);
  return {CLD2::LanguageCode(languages[0]), percents[0], reliable};
}
