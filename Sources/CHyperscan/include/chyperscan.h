#ifndef ROOST_CHYPERSCAN_H
#define ROOST_CHYPERSCAN_H

#include <stddef.h>

/* Many byte sequences sought in one pass, by Vectorscan or Hyperscan (C API 5.x). */

/* Is told of each match: which sequence, and the offset behind it. What is not zero ends the scan. */
typedef int (*roost_on_match)(void *context, unsigned int pattern, size_t end);

/* Compiles sequences that lie one behind the other; a sequence may ask to be sought without regard to
   the case of ASCII letters. NULL where this processor is not supported. The result is never written
   to again: any number of threads may scan with it. */
void *roost_patterns_compile(
    const unsigned char *bytes, const size_t *lengths, const unsigned char *caseless,
    unsigned int count);

void roost_patterns_free(void *patterns);

/* The working memory of one scan at a time. */
void *roost_scratch_make(const void *patterns);

/* The same once more, for less: what is copied may be copied by any number of threads at once. */
void *roost_scratch_clone(const void *scratch);

void roost_scratch_free(void *scratch);

/* Scans bytes; gives 0, or what is not zero where the scan failed. */
int roost_patterns_scan(
    const void *patterns, void *scratch, const void *bytes, size_t length, roost_on_match on_match,
    void *context);

#endif
