#ifndef DAF_CCMARK_H
#define DAF_CCMARK_H

#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>

/* Exported by the extensions library without a header. Swift 6 refuses a
   mutable C global, so it is read through a function. */
extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;

static inline cmark_node_type daf_node_table(void) { return CMARK_NODE_TABLE; }
static inline cmark_node_type daf_node_table_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline cmark_node_type daf_node_table_cell(void) { return CMARK_NODE_TABLE_CELL; }
static inline cmark_node_type daf_node_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }

#endif
