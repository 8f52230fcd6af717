/* xml: the parts of DOCX and XLSX files as a stream of elements and text, by libxml2's reader. No
 * network, no DTD (the standard forbids one in them), no entities but XML's own five.
 *
 *   struct xml *xml = xml_open(bytes, "wordprocessingml");
 *   for (enum xml_event e; (e = xml_next(xml)) < XML_END;) …
 *   xml_close(xml);
 */
#ifndef OGI_READ_XML_H
#define OGI_READ_XML_H

#include "base/diag.h"

struct xml; /* a foreign handle: who opens it closes it */

enum xml_event {
  XML_START, /* of an element; an empty one is followed by its stop too */
  XML_STOP,
  XML_TEXT,
  XML_END,   /* of the document */
  XML_BROKEN /* xml_report says how */
};

/* The bytes must outlive it. `space` is part of the address of the name space whose elements xml_is
 * and xml_enters know. */
struct xml *xml_open(struct str bytes, const char *space);
void xml_close(struct xml *xml);

enum xml_event xml_next(struct xml *xml);

/* Is the element at hand, begun or ended, one of the name space with this name? */
bool xml_is(const struct xml *xml, const char *name);
/* The same in whatever name space. */
bool xml_is_called(const struct xml *xml, const char *name);

/* An attribute of the element that was begun, in whatever name space; in the arena; empty when it
 * is not there. */
struct str xml_attribute(struct arena *arena, struct xml *xml, const char *name);
bool xml_has_attribute(struct xml *xml, const char *name);

/* The text at hand, until the next event. */
struct str xml_text(const struct xml *xml);

/* Goes to the stop of the element that was begun. */
void xml_skip(struct xml *xml);

/* Adds what is wrong with the document `name` after XML_BROKEN; returns false. */
bool xml_report(struct xml *xml, struct str name, struct diags *diags);

#endif
