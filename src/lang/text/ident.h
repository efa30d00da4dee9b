#ifndef COSUB_LANG_TEXT_IDENT_H
#define COSUB_LANG_TEXT_IDENT_H

/*
 * Which characters a name may hold: XID_Start and XID_Continue of Unicode 14,
 * as in Python 3.11 (Language Reference 2.3, PEP 3131).
 */

#include <stdbool.h>
#include <stdint.h>

enum ident_class {
	IDENT_NONE = 0,
	IDENT_START = 1,    /* may begin a name, and go on in it */
	IDENT_CONTINUE = 2, /* may go on in a name */
	/* Normalisation (NFKC) may change a name that holds it, so two names that
	 * look different would be one. */
	IDENT_UNSTABLE = 4,
};

/* The flags of c < 0x80. */
static inline unsigned ident_ascii_class(uint32_t c)
{
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_')
		return IDENT_START;
	return c >= '0' && c <= '9' ? IDENT_CONTINUE : IDENT_NONE;
}

/* The flags of c. */
unsigned ident_class(uint32_t c);

#endif
