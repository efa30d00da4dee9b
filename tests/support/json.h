#ifndef COSUB_TESTS_JSON_H
#define COSUB_TESTS_JSON_H

/*
 * Reads one line of JSON as our own exporter writes it: an object whose values
 * are texts, numbers, words (true, false, null) or objects of the same kind.
 */

#include <stdbool.h>
#include <stddef.h>

struct json_member {
	char *name;
	char *text; /* a text's characters, or the number or word as written; NULL for an object */
	struct json *object;
	bool quoted;
};

struct json {
	struct json_member *at;
	size_t len, cap;
};

/* The object of the n bytes at s, to be freed with json_free; NULL if they are
 * no such object or something follows it. */
struct json *json_read(const char *s, size_t n);
void json_free(struct json *j);

/* The member of a name, or NULL. */
const struct json_member *json_find(const struct json *j, const char *name);
/* Its text, or NULL if there is none or it is an object. */
const char *json_text(const struct json *j, const char *name);

#endif
