#ifndef ROOST_CBROTLI_SHIM_H
#define ROOST_CBROTLI_SHIM_H

#include <brotli/decode.h>

#endif
