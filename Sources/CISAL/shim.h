#ifndef ROOST_CISAL_SHIM_H
#define ROOST_CISAL_SHIM_H

#include <stdint.h>
#include <stdlib.h>

#include <isa-l/igzip_lib.h>

/* The state holds arrays that Swift would import as tuples of 65,000 members; here it stays opaque. */
typedef struct roost_inflater roost_inflater;

/* What stands round the compressed data (RFC 1951, 1952, 1950). */
enum roost_wrapper {
  roost_wrapper_none = ISAL_DEFLATE,
  roost_wrapper_gzip = ISAL_GZIP,
  roost_wrapper_zlib = ISAL_ZLIB
};

typedef struct {
  long consumed, produced;
  int status; /* 0: more is to come; 1: the end; negative: an error of ISA-L */
} roost_inflate_step;

static inline roost_inflater *roost_inflater_new(void) {
  return (roost_inflater *)malloc(sizeof(struct inflate_state));
}

static inline void roost_inflater_free(roost_inflater *inflater) { free(inflater); }

static inline void roost_inflater_begin(roost_inflater *inflater, int wrapper) {
  struct inflate_state *state = (struct inflate_state *)inflater;
  isal_inflate_init(state);
  state->crc_flag = (uint32_t)wrapper;
}

/* Counts are limited to what the state's 32 bits hold. */
static inline roost_inflate_step roost_inflate(
    roost_inflater *inflater, const uint8_t *input, long input_count, uint8_t *output,
    long output_count) {
  struct inflate_state *state = (struct inflate_state *)inflater;
  uint32_t in = input_count > (1L << 30) ? 1U << 30 : (uint32_t)input_count;
  uint32_t out = output_count > (1L << 30) ? 1U << 30 : (uint32_t)output_count;
  state->next_in = (uint8_t *)input;
  state->avail_in = in;
  state->next_out = output;
  state->avail_out = out;
  int status = isal_inflate(state);
  roost_inflate_step step;
  step.consumed = (long)(in - state->avail_in);
  step.produced = (long)(out - state->avail_out);
  step.status = status < 0 ? status : state->block_state == ISAL_BLOCK_FINISH;
  return step;
}

#endif
