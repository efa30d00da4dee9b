#ifndef COSUB_LANG_TEXT_TOKEN_CLASS_H
#define COSUB_LANG_TEXT_TOKEN_CLASS_H

/*
 * What kind of word each byte of a text belongs to, as editors colour them.
 */

#include <stddef.h>
#include <stdint.h>

enum token_class {
	CLASS_PLAIN, /* names, operators, blanks */
	CLASS_KEYWORD,
	CLASS_STRING,
	CLASS_COMMENT,
	CLASS_NUMBER,
	CLASS_DEFINED, /* the name that a def or a class gives */
	TOKEN_CLASS_COUNT
};

/* Writes the class of each of n bytes.  Behind a mistake all is plain. */
void token_classes(const char *text, size_t n, uint8_t *classes);

#endif
