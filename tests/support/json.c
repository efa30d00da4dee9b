#include "json.h"

#include "base/array.h"
#include "base/sbuf.h"

#include <stdint.h>
#include <string.h>

struct reader {
	const char *at, *end;
};

static struct json *read_object(struct reader *r);

/* Every token of our exporter follows the one before it without a space. */
static bool take(struct reader *r, char c)
{
	if (r->at == r->end || *r->at != c)
		return false;
	r->at++;
	return true;
}

static bool read_hex(struct reader *r, uint32_t *c)
{
	*c = 0;
	for (int i = 0; i < 4; i++) {
		static const char digits[] = "0123456789abcdef";
		const char *d = r->at < r->end ? memchr(digits, *r->at, 16) : NULL;
		if (d == NULL)
			return false;
		*c = *c * 16 + (uint32_t)(d - digits);
		r->at++;
	}
	return true;
}

static bool read_escape(struct reader *r, struct sbuf *out)
{
	static const char names[] = "\"\\/nrtbf", meant[] = "\"\\/\n\r\t\b\f";
	if (r->at == r->end)
		return false;
	char c = *r->at++;
	uint32_t code;
	if (c == 'u') {
		if (!read_hex(r, &code))
			return false;
		sbuf_utf8(out, code);
		return true;
	}
	const char *found = memchr(names, c, sizeof names - 1);
	if (found == NULL)
		return false;
	sbuf_char(out, meant[found - names]);
	return true;
}

/* The rest of a text whose opening quote is read; NULL if it does not end. */
static char *read_text(struct reader *r)
{
	struct sbuf out = { 0 };
	bool good = true;
	while (good && r->at < r->end && *r->at != '"') {
		if (take(r, '\\'))
			good = read_escape(r, &out);
		else
			sbuf_char(&out, *r->at++);
	}
	if (good && take(r, '"')) {
		sbuf_cstr(&out);
		return out.text != NULL ? sbuf_take(&out) : mem_strdup("");
	}
	sbuf_fini(&out);
	return NULL;
}

/* A number or a word, as it stands. */
static char *read_word(struct reader *r)
{
	const char *start = r->at;
	while (r->at < r->end && strchr(",}", *r->at) == NULL)
		r->at++;
	return r->at > start ? mem_strndup(start, (size_t)(r->at - start)) : NULL;
}

static bool read_member(struct reader *r, struct json *j)
{
	struct json_member m = { 0 };
	bool named = take(r, '"') && (m.name = read_text(r)) != NULL && take(r, ':');
	if (named && take(r, '{'))
		m.object = read_object(r);
	else if (named && (m.quoted = take(r, '"')))
		m.text = read_text(r);
	else if (named)
		m.text = read_word(r);
	array_push(j, m);
	return m.text != NULL || m.object != NULL;
}

/* The rest of an object whose brace is read. */
static struct json *read_object(struct reader *r)
{
	struct json *j = mem_calloc(1, sizeof *j);
	if (take(r, '}'))
		return j;
	do {
		if (!read_member(r, j))
			goto bad;
	} while (take(r, ','));
	if (take(r, '}'))
		return j;
bad:
	json_free(j);
	return NULL;
}

struct json *json_read(const char *s, size_t n)
{
	struct reader r = { s, s + n };
	struct json *j = take(&r, '{') ? read_object(&r) : NULL;
	if (j != NULL && r.at != r.end) {
		json_free(j);
		return NULL;
	}
	return j;
}

void json_free(struct json *j)
{
	if (j == NULL)
		return;
	for (size_t i = 0; i < j->len; i++) {
		mem_free(j->at[i].name);
		mem_free(j->at[i].text);
		json_free(j->at[i].object);
	}
	array_fini(j);
	mem_free(j);
}

const struct json_member *json_find(const struct json *j, const char *name)
{
	for (size_t i = 0; i < j->len; i++) {
		if (strcmp(j->at[i].name, name) == 0)
			return &j->at[i];
	}
	return NULL;
}

const char *json_text(const struct json *j, const char *name)
{
	const struct json_member *m = json_find(j, name);
	return m != NULL ? m->text : NULL;
}
