/*
 * Sorting of lists whose items can be compared without running code of the
 * program: a merge sort of natural runs, on copies.  The first pair that cannot
 * be compared so ends the attempt with the list as it was.
 */
#include "vm/seq.h"

#include "base/mem.h"
#include "vm/machine.h"
#include "vm/number.h"
#include "vm/str.h"
#include "vm/tell.h"

#include <string.h>

/* How an item stands to another; UNORDERED are NaNs, FOREIGN is not for us. */
enum order { LESS, EQUAL, GREATER, UNORDERED, FOREIGN };

enum { NESTING_MAX = 20 };

static enum order from_int(int c)
{
	return c < 0 ? LESS : c > 0 ? GREATER : EQUAL;
}

static enum order order_numbers(value a, value b)
{
	int less = number_compare(CMP_LT, a, b);
	if (less < 0)
		return FOREIGN;
	if (less)
		return LESS;
	if (number_compare(CMP_EQ, a, b))
		return EQUAL;
	return number_compare(CMP_GT, a, b) ? GREATER : UNORDERED;
}

static enum order order_items(value a, value b, int nesting);

static bool is_sequence(value v)
{
	return (is_kind(v, OBJ_TUPLE) || is_kind(v, OBJ_LIST)) && !(obj_get(v)->flags & OBJ_TYPED);
}

static enum order order_sequences(value a, value b, int nesting)
{
	uint32_t n, m;
	const value *x = seq_items(a, &n), *y = seq_items(b, &m);
	if (nesting >= NESTING_MAX)
		return FOREIGN;
	for (uint32_t i = 0; i < n && i < m; i++) {
		enum order o = x[i] == y[i] ? EQUAL : order_items(x[i], y[i], nesting + 1);
		if (o != EQUAL)
			return o;
	}
	return n < m ? LESS : n > m ? GREATER : EQUAL;
}

static enum order order_items(value a, value b, int nesting)
{
	if (both_small(a, b))
		return (int64_t)a < (int64_t)b ? LESS : (int64_t)a > (int64_t)b ? GREATER : EQUAL;
	if (is_str(a) && is_str(b))
		return (obj_get(a)->flags | obj_get(b)->flags) & OBJ_TYPED ? FOREIGN : from_int(str_compare(a, b));
	if (is_sequence(a) && is_sequence(b) && obj_kind(a) == obj_kind(b))
		return order_sequences(a, b, nesting);
	return order_numbers(a, b);
}

/* 1 if b must come before a, 0 if not, -1 for FOREIGN. */
static int must_swap(value a, value b)
{
	enum order o = order_items(b, a, 0);
	return o == FOREIGN ? -1 : o == LESS;
}

/* The end of the run that begins at start; a strictly falling one is turned
 * around.  0 for FOREIGN. */
static uint32_t find_run(value *at, uint32_t start, uint32_t n)
{
	uint32_t end = start + 1;
	if (end == n)
		return end;
	int falling = must_swap(at[start], at[end]);
	for (int swap = falling; swap == falling && end < n; ) {
		end++;
		if (end < n)
			swap = must_swap(at[end - 1], at[end]);
		if (swap < 0)
			return 0;
	}
	for (uint32_t i = start, k = end; falling && i + 1 < k; i++) {
		value v = at[--k];
		at[k] = at[i];
		at[i] = v;
	}
	return falling < 0 ? 0 : end;
}

/* Merges [a, b) and [b, c) of from into to; false for FOREIGN. */
static bool merge(const value *from, value *to, uint32_t a, uint32_t b, uint32_t c)
{
	uint32_t i = a, k = b, out = a;
	while (i < b && k < c) {
		int swap = must_swap(from[i], from[k]);
		if (swap < 0)
			return false;
		to[out++] = swap ? from[k++] : from[i++];
	}
	memcpy(to + out, from + i, (b - i) * sizeof *to);
	memcpy(to + out + (b - i), from + k, (c - k) * sizeof *to);
	return true;
}

/* Where each run ends; their number in *nruns. NULL for FOREIGN. */
static uint32_t *find_runs(value *at, uint32_t n, uint32_t *nruns)
{
	uint32_t *ends = mem_alloc(n * sizeof *ends);
	*nruns = 0;
	for (uint32_t start = 0; start < n; start = ends[(*nruns)++]) {
		ends[*nruns] = find_run(at, start, n);
		if (ends[*nruns] == 0) {
			mem_free(ends);
			return NULL;
		}
	}
	return ends;
}

/* Merges neighbours until one run is left; it is in *at or *spare, swapped. */
static bool merge_runs(struct vm *vm, value **at, value **spare, uint32_t *ends, uint32_t nruns)
{
	while (nruns > 1) {
		uint32_t left = 0, start = 0;
		for (uint32_t r = 0; r < nruns; r += 2) {
			bool pair = r + 1 < nruns;
			uint32_t end = ends[pair ? r + 1 : r];
			if (!merge(*at, *spare, start, ends[r], end))
				return false;
			ends[left++] = start = end;
		}
		nruns = left;
		vm_work(vm, ends[left - 1]);
		value *swap = *at;
		*at = *spare;
		*spare = swap;
	}
	return true;
}

static void reverse_items(value *at, uint32_t n)
{
	for (uint32_t i = 0, k = n; i + 1 < k; i++) {
		value v = at[--k];
		at[k] = at[i];
		at[i] = v;
	}
}

/* Equal items keep their order also in reverse: turned around before and after. */
int list_sort_plain(struct vm *vm, value list, bool reverse)
{
	struct list *l = list_get(list);
	if (l->len < 2)
		return 1;
	uint32_t n = l->len, nruns = 0;
	vm_work(vm, n);
	value *at = mem_alloc(2 * (size_t)n * sizeof *at), *block = at, *spare = at + n;
	memcpy(at, l->at, n * sizeof *at);
	if (reverse)
		reverse_items(at, n);
	uint32_t *ends = find_runs(at, n, &nruns);
	bool sorted = ends && merge_runs(vm, &at, &spare, ends, nruns);
	if (sorted && reverse)
		reverse_items(at, n);
	if (sorted)
		memcpy(l->at, at, n * sizeof *at);
	if (sorted)
		tell_rebuilt(vm, l);
	mem_free(ends);
	mem_free(block);
	return sorted;
}
