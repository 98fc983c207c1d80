#ifndef ROOST_CLIBXML2_SHIM_H
#define ROOST_CLIBXML2_SHIM_H

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/* xmlFree is a mutable global function pointer, which Swift 6 refuses to read. */
static inline void roost_xml_free(void *pointer) { xmlFree(pointer); }

#endif
