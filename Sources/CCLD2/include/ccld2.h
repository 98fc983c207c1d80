#ifndef ROOST_CCLD2_H
#define ROOST_CCLD2_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What CLD2 says of the language of a UTF-8 text. */
typedef struct {
  const char *code;   /* ISO 639 or BCP 47 code of the first language; static storage */
  int percent;        /* its share of the text, 0 to 100 */
  bool reliable;      /* whether CLD2 trusts its own answer */
} roost_language_guess;

roost_language_guess roost_guess_language(const char *utf8, int length);

#ifdef __cplusplus
}
#endif

#endif
