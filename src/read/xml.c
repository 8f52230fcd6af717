/* xml: the parts of DOCX and XLSX files as a stream (see xml.h). */
#include "read/xml.h"

#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>

#define WHY 120 /* bytes kept of the parser's own words */

struct xml {
  xmlTextReader *reader;
  const char *space;
  bool is_empty; /* the element begun has no content: its stop comes next */
  bool has_dtd;
  enum xml_event event;
  char why[WHY];
  int line;
};

static void keep_fault(void *context, xmlError *error) {
  struct xml *xml = context;
  if (error != NULL && error->code == XML_ERR_ENTITY_LOOP)
    xml->has_dtd = true; /* they grow in an attribute, which comes before the element */
  if (xml->why[0] != '\0' || error == NULL || error->message == NULL)
    return;
  size_t n = strcspn(error->message, "\n");
  n = n < WHY - 1 ? n : WHY - 1;
  memcpy(xml->why, error->message, n);
  xml->why[n] = '\0';
  xml->line = error->line;
}

struct xml *xml_open(struct str bytes, const char *space) {
  struct xml *xml = calloc(1, sizeof *xml);
  if (xml == NULL)
    out_of_memory();
  xml->space = space;
  xml->event = XML_START;
  xml->reader = xmlReaderForMemory(bytes.p, (int)bytes.n, NULL, NULL,
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                       XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
  if (xml->reader == NULL)
    xml->event = XML_BROKEN;
  else
    xmlTextReaderSetStructuredErrorHandler(xml->reader, (xmlStructuredErrorFunc)keep_fault, xml);
  return xml;
}

void xml_close(struct xml *xml) {
  if (xml->reader != NULL)
    xmlFreeTextReader(xml->reader);
  free(xml);
}

static enum xml_event advance(struct xml *xml) {
  for (;;) {
    int result = xmlTextReaderRead(xml->reader);
    if (result != 1)
      return result == 0 ? XML_END : XML_BROKEN;
    switch (xmlTextReaderNodeType(xml->reader)) {
    case XML_READER_TYPE_ELEMENT:
      xml->is_empty = xmlTextReaderIsEmptyElement(xml->reader) == 1;
      return XML_START;
    case XML_READER_TYPE_END_ELEMENT:
      return XML_STOP;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
    case XML_READER_TYPE_WHITESPACE:
      return XML_TEXT;
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
      xml->has_dtd = true;
      return XML_BROKEN;
    default:
      break; /* comments, instructions */
    }
  }
}

enum xml_event xml_next(struct xml *xml) {
  if (xml->event == XML_END || xml->event == XML_BROKEN)
    return xml->event;
  if (xml->is_empty) {
    xml->is_empty = false;
    xml->event = XML_STOP;
  } else {
    xml->event = advance(xml);
  }
  return xml->event;
}

bool xml_is_called(const struct xml *xml, const char *name) {
  const xmlChar *local = xmlTextReaderConstLocalName(xml->reader);
  return local != NULL && strcmp((const char *)local, name) == 0;
}

bool xml_is(const struct xml *xml, const char *name) {
  if (!xml_is_called(xml, name))
    return false;
  const xmlChar *space = xmlTextReaderConstNamespaceUri(xml->reader);
  return space != NULL && strstr((const char *)space, xml->space) != NULL;
}

static bool go_to_attribute(struct xml *xml, const char *name) {
  for (int more = xmlTextReaderMoveToFirstAttribute(xml->reader); more == 1;
       more = xmlTextReaderMoveToNextAttribute(xml->reader))
    if (xml_is_called(xml, name))
      return true;
  xmlTextReaderMoveToElement(xml->reader);
  return false;
}

struct str xml_attribute(struct arena *arena, struct xml *xml, const char *name) {
  struct str value = {"", 0};
  if (!go_to_attribute(xml, name))
    return value;
  value = str_copy(arena, str_from_z((const char *)xmlTextReaderConstValue(xml->reader)));
  xmlTextReaderMoveToElement(xml->reader);
  return value;
}

bool xml_has_attribute(struct xml *xml, const char *name) {
  bool has = go_to_attribute(xml, name);
  xmlTextReaderMoveToElement(xml->reader);
  return has;
}

struct str xml_text(const struct xml *xml) {
  return str_from_z((const char *)xmlTextReaderConstValue(xml->reader));
}

void xml_skip(struct xml *xml) {
  for (int depth = 1; depth > 0;) {
    enum xml_event event = xml_next(xml);
    if (event >= XML_END)
      return;
    depth += event == XML_START ? 1 : event == XML_STOP ? -1 : 0;
  }
}

bool xml_report(struct xml *xml, struct str name, struct diags *diags) {
  struct span nowhere = {0, 0};
  if (xml->has_dtd)
    return diag_add(diags, DIAG_FILE, nowhere,
                    "\"%.*s\" in it declares entities, which no document of this kind may do",
                    STR_ARG(name));
  return diag_add(diags, DIAG_FILE, nowhere, "\"%.*s\" in it is damaged in line %d: %s",
                  STR_ARG(name), xml->line, xml->why[0] != '\0' ? xml->why : "it ends too early");
}
