#include "chyperscan.h"

#include <hs/hs.h>
#include <stdlib.h>

/* Longer than any sequence that is sought: pieces of a scan overlap by so much. */
enum { overlap = 1024 };

/* The length of a scan is an `unsigned int`. */
static const size_t longest_piece = (size_t)1 << 30;

void *roost_patterns_compile(
    const unsigned char *bytes, const size_t *lengths, const unsigned char *caseless,
    unsigned int count) {
  const char **starts = calloc(count, sizeof *starts);
  unsigned int *flags = calloc(count, sizeof *flags);
  unsigned int *ids = calloc(count, sizeof *ids);
  hs_database_t *database = NULL;
  hs_compile_error_t *error = NULL;
  if (starts != NULL && flags != NULL && ids != NULL) {
    for (unsigned int i = 0; i < count; i++) {
      starts[i] = (const char *)bytes;
      flags[i] = caseless[i] ? HS_FLAG_CASELESS : 0;
      ids[i] = i;
      bytes += lengths[i];
    }
    if (hs_compile_lit_multi(
            starts, flags, ids, lengths, count, HS_MODE_BLOCK, NULL, &database, &error) !=
        HS_SUCCESS) {
      hs_free_compile_error(error);
      database = NULL;
    }
  }
  free(starts);
  free(flags);
  free(ids);
  return database;
}

void roost_patterns_free(void *patterns) { hs_free_database(patterns); }

void *roost_scratch_make(const void *patterns) {
  hs_scratch_t *scratch = NULL;
  return hs_alloc_scratch(patterns, &scratch) == HS_SUCCESS ? scratch : NULL;
}

void *roost_scratch_clone(const void *scratch) {
  hs_scratch_t *clone = NULL;
  return hs_clone_scratch(scratch, &clone) == HS_SUCCESS ? clone : NULL;
}

void roost_scratch_free(void *scratch) { hs_free_scratch(scratch); }

typedef struct {
  roost_on_match on_match;
  void *context;
  size_t start;
} roost_scan;

static int on_event(
    unsigned int id, unsigned long long from, unsigned long long to, unsigned int flags,
    void *context) {
  const roost_scan *scan = context;
  (void)from;
  (void)flags;
  return scan->on_match(scan->context, id, scan->start + (size_t)to);
}

int roost_patterns_scan(
    const void *patterns, void *scratch, const void *bytes, size_t length, roost_on_match on_match,
    void *context) {
  roost_scan scan = {on_match, context, 0};
  while (1) {
    size_t left = length - scan.start;
    size_t piece = left < longest_piece ? left : longest_piece;
    hs_error_t status = hs_scan(
        patterns, (const char *)bytes + scan.start, (unsigned int)piece, 0, scratch, on_event,
        &scan);
    if (status == HS_SCAN_TERMINATED) return 0;
    if (status != HS_SUCCESS) return 1;
    if (piece == left) return 0;
    scan.start += piece - overlap;
  }
}
