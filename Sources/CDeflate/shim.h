#ifndef ROOST_CDEFLATE_SHIM_H
#define ROOST_CDEFLATE_SHIM_H

#include <libdeflate.h>

#endif
