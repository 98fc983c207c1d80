#ifndef ROOST_CLIBXML2_SHIM_H
#define ROOST_CLIBXML2_SHIM_H

/* With ICU, libxml2's headers bring in the system's ICU, whose declarations clash with those of
   Foundation in one compilation. Only the private part of a struct that is not used here needs it. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <string.h>

/* xmlFree is a mutable global function pointer, which Swift 6 refuses to read. */
static inline void roost_xml_free(void *pointer) { xmlFree(pointer); }

/* The value of an attribute that was written without one. */
static inline const xmlChar *roost_empty(void) { return BAD_CAST ""; }

/* What a parse may use, and whether it asked for more. */
typedef struct {
  long max_depth, max_names, max_nodes, max_attribute;
  long depth, nodes;
  /* Byte offsets of the first place over each limit, -1 where the limit was kept. */
  long deep_at, many_at, long_at;
} roost_html_limits;

static inline roost_html_limits *roost_limits_of(void *context) {
  return (roost_html_limits *)((htmlParserCtxtPtr)context)->_private;
}

static inline long roost_offset(void *context) {
  return xmlByteConsumed((htmlParserCtxtPtr)context);
}

/* Cuts a value of `limit` bytes or more at the start of a UTF-8 character. */
static inline int roost_cut(xmlChar *value, long limit) {
  long length = (long)strnlen((const char *)value, (size_t)limit + 1);
  if (length <= limit) return 0;
  long end = limit;
  while (end > 0 && (value[end] & 0xC0) == 0x80) end -= 1;
  value[end] = 0;
  return 1;
}

static inline int roost_admit(void *context) {
  roost_html_limits *limits = roost_limits_of(context);
  if (limits->nodes < limits->max_nodes) {
    limits->nodes += 1;
    return 1;
  }
  if (limits->many_at < 0) {
    limits->many_at = roost_offset(context);
    xmlStopParser((htmlParserCtxtPtr)context);
  }
  return 0;
}

/* The parser compares every end tag with all open names; so that tags which are never closed do
   not make that quadratic, elements far too deep are closed at once, save those whose content is
   no markup. */
static inline void roost_bound_names(htmlParserCtxtPtr context, const xmlChar *name) {
  roost_html_limits *limits = roost_limits_of(context);
  if (context->nameNr <= limits->max_names || context->nameNr < 2) return;
  if (xmlStrEqual(name, BAD_CAST "script") || xmlStrEqual(name, BAD_CAST "style")) return;
  context->nameNr -= 1;
  context->nameTab[context->nameNr] = NULL;
  context->name = context->nameTab[context->nameNr - 1];
  limits->depth -= 1;
}

/* Elements below the deepest level allowed are made children of that level, as browsers do. */
static inline void roost_start_element(
    void *context, const xmlChar *name, const xmlChar **attributes) {
  roost_html_limits *limits = roost_limits_of(context);
  limits->depth += 1;
  for (long i = 0; attributes != NULL && attributes[i] != NULL; i += 2) {
    if (attributes[i + 1] == NULL) continue;
    if (roost_cut((xmlChar *)attributes[i + 1], limits->max_attribute) && limits->long_at < 0)
      limits->long_at = roost_offset(context);
  }
  /* Past the node limit the level is entered all the same, so that ends keep matching starts. */
  xmlSAX2StartElement(context, name, roost_admit(context) ? attributes : NULL);
  /* libxml2 drops the prefix of `fb:post`; HTML knows no namespaces. */
  xmlNodePtr node = ((htmlParserCtxtPtr)context)->node;
  if (node != NULL && strchr((const char *)name, ':') != NULL) xmlNodeSetName(node, name);
  if (limits->depth <= limits->max_depth) return;
  nodePop((htmlParserCtxtPtr)context);
  if (limits->deep_at < 0) limits->deep_at = roost_offset(context);
  roost_bound_names((htmlParserCtxtPtr)context, name);
}

static inline void roost_end_element(void *context, const xmlChar *name) {
  roost_html_limits *limits = roost_limits_of(context);
  if (limits->depth <= limits->max_depth) xmlSAX2EndElement(context, name);
  limits->depth -= 1;
}

static inline void roost_comment(void *context, const xmlChar *value) {
  if (roost_admit(context)) xmlSAX2Comment(context, value);
}

/* Parses UTF-8 that is known to be valid and free of NUL; whatever a `meta` says is ignored.
   The encoding is not given by name, which would send all bytes through a converter. */
static inline htmlDocPtr roost_html_parse(
    const char *bytes, int size, roost_html_limits *limits) {
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(bytes, size);
  if (context == NULL) return NULL;
  htmlCtxtUseOptions(
      context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                   HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
  context->_private = limits;
  context->charset = XML_CHAR_ENCODING_UTF8;
  context->sax->startElement = roost_start_element;
  context->sax->endElement = roost_end_element;
  context->sax->comment = roost_comment;
  htmlParseDocument(context);
  htmlDocPtr document = context->myDoc;
  context->myDoc = NULL;
  htmlFreeParserCtxt(context);
  return document;
}

#endif
