#include "golden.h"

#include "rows.h"

#include "base/sbuf.h"

#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void place_of(const char *name, struct sbuf *path)
{
	sbuf_printf(path, "tests/screens/%s.txt", name);
}

char *golden_read(const char *name)
{
	struct sbuf out = { 0 }, path = { 0 };
	place_of(name, &path);
	char bytes[4096];
	size_t n;
	FILE *f = fopen(sbuf_cstr(&path), "r");
	while (f != NULL && (n = fread(bytes, 1, sizeof bytes, f)) > 0)
		sbuf_bytes(&out, bytes, n);
	if (f != NULL)
		fclose(f);
	sbuf_fini(&path);
	return sbuf_take(&out);
}

static void write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");
	ck_assert_msg(f != NULL, "cannot write %s", path);
	ck_assert_int_ge(fputs(text, f), 0);
	ck_assert_int_eq(fclose(f), 0);
}

void golden_check(const char *name, const char *got)
{
	struct sbuf path = { 0 };
	place_of(name, &path);
	if (getenv("UPDATE_GOLDEN") != NULL) {
		write_file(sbuf_cstr(&path), got);
	} else {
		char *want = golden_read(name);
		struct sbuf how = { 0 };
		ck_assert_msg(!rows_differ(want, got, &how), "%s: `make golden' writes it anew: %s",
			sbuf_cstr(&path), sbuf_cstr(&how));
		sbuf_fini(&how);
		free(want);
	}
	sbuf_fini(&path);
}
