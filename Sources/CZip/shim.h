#ifndef ROOST_CZIP_SHIM_H
#define ROOST_CZIP_SHIM_H

#include <stdio.h>
#include <zip.h>

#endif
