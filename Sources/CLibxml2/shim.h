#include <libxml/xmlversion.h>
/* Its headers would pull in ICU's, which do not compile beside Foundation's own; nothing of them is used. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
