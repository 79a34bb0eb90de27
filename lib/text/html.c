#include "text/source.h"
enum ent_status ent_html_fill(struct ent_document *document, struct ent_str html, struct ent_error *error)
{ (void)document;(void)html; return ent_fail(error, ENT_EFORMAT, 0, "html not read"); }
struct ent_str ent_declared_charset(struct ent_str head) { (void)head; return (struct ent_str){NULL,0}; }
