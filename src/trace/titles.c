#include "trace/titles.h"

#include "base/sbuf.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* So much is told of a name. */
enum { TITLE_COLUMNS = 18 };

/* How much of a code is told.  What is no name ("<lambda>") has no class. */
enum telling { TELL_NAME, TELL_CLASS, TELL_LINE, TELL_COLUMN, TELL_NUMBER };

/* A text, and the code whose it is. */
struct titled {
	char *text;
	enum telling telling;
	uint32_t owner;
};

/* "<asyncio>": of the file without folder and ending. */
static void put_library(const struct code *c, struct sbuf *out)
{
	const char *path = c->program->source->path, *slash = strrchr(path, '/');
	const char *file = slash ? slash + 1 : path;
	sbuf_printf(out, "<%.*s>", (int)strcspn(file, "."), file);
}

/* "Left.gen" of "make.<locals>.Left.gen", "make.gen" of "make.<locals>.gen";
 * the name alone where nothing is around it, or where both are too long. */
static void put_class(const struct code *c, const char *name, struct sbuf *out)
{
	static const char locals[] = ".<locals>";
	size_t n = strlen(c->qualname), own = strlen(c->name) + 1, start = out->len;
	if (n > own) {
		size_t end = n - own, from = end;
		if (end > sizeof locals - 1 &&
			memcmp(c->qualname + end - (sizeof locals - 1), locals,
				sizeof locals - 1) == 0)
			from = end -= sizeof locals - 1;
		while (from > 0 && c->qualname[from - 1] != '.')
			from--;
		sbuf_bytes(out, c->qualname + from, end - from);
		sbuf_char(out, '.');
	}
	sbuf_str(out, name);
	if (utf8_columns(out->text + start, out->len - start) <= TITLE_COLUMNS)
		return;
	sbuf_truncate(out, start);
	sbuf_str(out, name);
}

/* As much of what stands behind start as leaves room for the tail. */
static void put_tail(struct sbuf *out, size_t start, const struct sbuf *tail)
{
	assert(tail->len < TITLE_COLUMNS && "a title keeps room for a name");
	utf8_cut(out, start, TITLE_COLUMNS - tail->len);
	sbuf_bytes(out, tail->text, tail->len);
}

static void put_title(
	const struct code *c, const char *name, enum telling telling, struct sbuf *out)
{
	size_t start = out->len;
	struct sbuf tail = { 0 };
	if (c->flags & CODE_LIBRARY && c->flags & CODE_MODULE)
		put_library(c, out);
	else if (c->flags & CODE_CLASS_BODY)
		sbuf_str(out, "class ");
	if (out->len == start || c->flags & CODE_CLASS_BODY) {
		if (telling == TELL_CLASS)
			put_class(c, name, out);
		else
			utf8_printable(out, name, strlen(name));
	}
	if (telling >= TELL_LINE)
		sbuf_printf(&tail, ":%u", c->first_line);
	if (telling >= TELL_COLUMN)
		sbuf_printf(&tail, ":%u", c->span.col + 1);
	if (telling >= TELL_NUMBER)
		sbuf_printf(&tail, ".%u", c->number);
	put_tail(out, start, &tail);
	sbuf_fini(&tail);
}

static int compare_titled(const void *a, const void *b)
{
	const struct titled *x = a, *y = b;
	int order = strcmp(x->text, y->text);
	return order != 0 ? order : (x->owner > y->owner) - (x->owner < y->owner);
}

static enum telling more(const struct code *c, enum telling telling)
{
	return telling == TELL_NAME && c->name[0] == '<' ? TELL_LINE : telling + 1;
}

static void retell(const struct frame_table *t, struct titled *title)
{
	assert(title->telling < TELL_NUMBER && "by number all are told apart");
	const struct code *c = t->codes.at[title->owner].code;
	struct sbuf text = { 0 };
	title->telling = more(c, title->telling);
	put_title(c, c->name, title->telling, &text);
	mem_free(title->text);
	title->text = sbuf_take(&text);
}

/* More is told of all that have a text in common; false when there are none. */
static bool tell_apart(const struct frame_table *t, struct titled *all, size_t n)
{
	bool any = false;
	qsort(all, n, sizeof *all, compare_titled);
	for (size_t i = 0, next; i < n; i = next) {
		for (next = i + 1; next < n && strcmp(all[next].text, all[i].text) == 0;)
			next++;
		for (size_t k = i; next > i + 1 && k < next; k++) {
			if (all[k].telling == TELL_NUMBER)
				continue;
			retell(t, &all[k]);
			any = true;
		}
	}
	return any;
}

static void title_codes(struct frame_table *t)
{
	size_t n = t->codes.len;
	struct titled *all = mem_calloc(n + 1, sizeof *all);
	for (uint32_t i = 0; i < n; i++) {
		struct sbuf text = { 0 };
		put_title(t->codes.at[i].code, t->codes.at[i].code->name, TELL_NAME, &text);
		all[i] = (struct titled){ .text = sbuf_take(&text), .owner = i };
	}
	while (tell_apart(t, all, n))
		;
	for (size_t i = 0; i < n; i++)
		t->codes.at[all[i].owner].title = all[i].text;
	mem_free(all);
}

static bool is_taken(const struct frame_table *t, const char *text)
{
	for (size_t i = 0; i < t->codes.len; i++) {
		if (strcmp(t->codes.at[i].title, text) == 0)
			return true;
	}
	return false;
}

/* The new name, unless functions have it: then with the line. */
static void title_rename(struct frame_table *t, struct rename *r)
{
	const struct code *c = frames_get(t, r->frame).code;
	if (r->name[0] == '\0' || strcmp(r->name, c->name) == 0)
		return;
	for (enum telling telling = TELL_NAME; telling <= TELL_NUMBER; telling++) {
		struct sbuf text = { 0 };
		if (telling == TELL_CLASS)
			continue;
		put_title(c, r->name, telling, &text);
		mem_free(r->title);
		r->title = sbuf_take(&text);
		if (!is_taken(t, r->title))
			break;
	}
}

static int compare_times(const struct rename *a, const struct rename *b)
{
	int frames = (a->frame > b->frame) - (a->frame < b->frame);
	return frames != 0 ? frames : (a->order > b->order) - (a->order < b->order);
}

static int by_frame(const void *a, const void *b)
{
	return compare_times(a, b);
}

static int by_title(const void *a, const void *b)
{
	const struct rename *x = *(const struct rename *const *)a,
			    *y = *(const struct rename *const *)b;
	int order = strcmp(x->title ? x->title : "", y->title ? y->title : "");
	return order != 0 ? order : compare_times(x, y);
}

/* Frames of one title are numbered in the order in which they were born. */
static void number_renames(struct rename_table *renames)
{
	size_t n = renames->len;
	struct rename **all = mem_calloc(n + 1, sizeof *all);
	for (size_t i = 0; i < n; i++)
		all[i] = &renames->at[i];
	qsort(all, n, sizeof *all, by_title);
	for (size_t i = 0; i < n; i++) {
		const struct rename *before = i > 0 ? all[i - 1] : NULL;
		bool same = before && before->title && all[i]->title &&
			strcmp(before->title, all[i]->title) == 0;
		all[i]->number = !same                   ? 1
			: before->frame == all[i]->frame ? before->number
							 : before->number + 1;
	}
	mem_free(all);
}

void titles_make(struct frame_table *t, struct rename_table *renames)
{
	title_codes(t);
	for (size_t i = 0; i < renames->len; i++) {
		renames->at[i].order = i;
		title_rename(t, &renames->at[i]);
	}
	if (renames->len > 0)
		qsort(renames->at, renames->len, sizeof *renames->at, by_frame);
	number_renames(renames);
}

void titles_rename(
	const struct rename_table *renames, uint32_t id, uint64_t k, struct frame_info *info)
{
	size_t low = 0, high = renames->len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct rename *r = &renames->at[middle];
		if (r->frame < id || (r->frame == id && r->step <= k))
			low = middle + 1;
		else
			high = middle;
	}
	const struct rename *last = low > 0 ? &renames->at[low - 1] : NULL;
	if (!last || last->frame != id || !last->title)
		return;
	info->title = last->title;
	info->number = last->number;
}

void titles_fini(struct frame_table *t, struct rename_table *renames)
{
	for (size_t i = 0; i < t->codes.len; i++)
		mem_free(t->codes.at[i].title);
	for (size_t i = 0; i < renames->len; i++) {
		mem_free(renames->at[i].name);
		mem_free(renames->at[i].title);
	}
	array_fini(renames);
}
