#include "rows.h"

#include "base/array.h"

#include <stddef.h>
#include <string.h>

/* Rows told, and the bytes of one that are told before and behind a difference. */
enum { MOST = 3, WIDEST = 360, BEFORE = 40 };

struct row {
	const char *text;
	size_t len;
};

struct rows {
	ARRAY(struct row);
};

static void split(const char *text, struct rows *rows)
{
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");
		array_push(rows, ((struct row){ text, n }));
		text += n + (text[n] == '\n');
	}
}

static bool is_same(const struct row *a, const struct row *b)
{
	return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

static bool is_continued(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* Where a row begins to be another than its counterpart, if it has one. */
static size_t first_difference(const struct row *r, const struct row *other)
{
	size_t at = 0;
	while (other != NULL && at < r->len && at < other->len && r->text[at] == other->text[at])
		at++;
	return at;
}

static void put_row(
	char sign, size_t number, const struct row *r, const struct row *other, struct sbuf *out)
{
	size_t from = 0, to = r->len;
	if (r->len > WIDEST) {
		size_t at = first_difference(r, other);
		from = at > BEFORE ? at - BEFORE : 0;
		to = from + WIDEST / 3 < r->len ? from + WIDEST / 3 : r->len;
		while (from > 0 && is_continued(r->text[from]))
			from--;
		while (to < r->len && is_continued(r->text[to]))
			to++;
	}
	sbuf_printf(out, "\n%5zu %c %s%.*s%s", number, sign, from > 0 ? "..." : "",
		(int)(to - from), r->text + from, to < r->len ? "..." : "");
}

/* The rows first to end (excluded), as far as they are told. */
static void put_block(
	char sign, const struct rows *rows, size_t first, size_t end, struct sbuf *out)
{
	for (size_t i = first; i < end && i < first + MOST; i++)
		put_row(sign, i + 1, &rows->at[i], NULL, out);
}

static void put_pairs(const struct rows *want, const struct rows *got, struct sbuf *out)
{
	size_t differ = 0;
	struct sbuf pairs = { 0 };
	for (size_t i = 0; i < want->len; i++) {
		const struct row *a = &want->at[i], *b = &got->at[i];
		if (is_same(a, b) || ++differ > MOST)
			continue;
		put_row('-', i + 1, a, b, &pairs);
		put_row('+', i + 1, b, a, &pairs);
	}
	sbuf_printf(out, "%zu of %zu rows %s%s", differ, want->len,
		differ == 1 ? "differs" : "differ", sbuf_cstr(&pairs));
	sbuf_fini(&pairs);
}

/* What stands in one between the rows that both begin and both end with, above
 * what stands there in the other. */
static void put_blocks(const struct rows *want, const struct rows *got, struct sbuf *out)
{
	size_t shorter = want->len < got->len ? want->len : got->len, head = 0, tail = 0;
	while (head < shorter && is_same(&want->at[head], &got->at[head]))
		head++;
	while (tail < shorter - head &&
		is_same(&want->at[want->len - 1 - tail], &got->at[got->len - 1 - tail]))
		tail++;
	sbuf_printf(out, "%zu of %zu rows are now %zu", want->len - tail - head, want->len,
		got->len - tail - head);
	put_block('-', want, head, want->len - tail, out);
	put_block('+', got, head, got->len - tail, out);
}

bool rows_differ(const char *want, const char *got, struct sbuf *report)
{
	struct rows a = { 0 }, b = { 0 };
	if (strcmp(want, got) == 0)
		return false;
	split(want, &a);
	split(got, &b);
	if (a.len == b.len)
		put_pairs(&a, &b, report);
	else
		put_blocks(&a, &b, report);
	array_fini(&a);
	array_fini(&b);
	return true;
}
