/*
 * Sorting of lists whose items can be compared without running code of the
 * program.  It makes the comparisons of CPython 3.11's list.sort, in their
 * order (items like NaN, which have none, end up where they do there): the sort
 * of vm/lib/builtins/, which serves the other lists, in C.
 *
 * A run is a stretch that does not fall, or that falls strictly and is turned
 * around.  Short runs are made longer by insertion.  A run's power is its depth
 * in an ideal tree of merges (J. I. Munro, S. Wild: Nearly-optimal mergesorts,
 * 2018): neighbours are merged once a run of less power comes.  Where one side
 * of a merge wins for long, the place of the other's next item is searched for
 * in growing leaps.
 *
 * All is done on a copy, which is given up at the first pair of items that
 * cannot be compared here.
 */
#include "vm/kind/seq.h"

#include "base/mem.h"
#include "vm/kind/number.h"
#include "vm/kind/str.h"
#include "vm/value/machine.h"
#include "vm/value/notify.h"

#include <assert.h>
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
		return (obj_get(a)->flags | obj_get(b)->flags) & OBJ_TYPED
			? FOREIGN
			: from_int(str_compare(a, b));
	if (is_sequence(a) && is_sequence(b) && obj_kind(a) == obj_kind(b))
		return order_sequences(a, b, nesting);
	return order_numbers(a, b);
}

struct pair {
	value key, item;
};
struct run {
	uint32_t start, len;
	unsigned power;
};

/* Runs on the stack: each doubling of the length asks for one more. */
enum { RUNS_MAX = 40, LONG_WIN = 7 };

struct sorter {
	struct pair *at, *spare;
	uint32_t n;
	uint32_t cancellation; /* wins in a row after which a merge leaps */
	bool foreign;
	struct run runs[RUNS_MAX];
	uint32_t nruns;
};

static bool is_less(struct sorter *s, const struct pair *a, const struct pair *b)
{
	enum order o = order_items(a->key, b->key, 0);
	s->foreign |= o == FOREIGN;
	return o == LESS;
}

static void reverse_pairs(struct pair *at, size_t n)
{
	for (size_t i = 0, k = n; i + 1 < k; i++) {
		struct pair p = at[--k];
		at[k] = at[i];
		at[i] = p;
	}
}

/* The length of the run at the front of the n pairs. */
static uint32_t next_run(struct sorter *s, struct pair *at, uint32_t n)
{
	uint32_t i = 2;
	if (n < 2)
		return n;
	bool falls = is_less(s, &at[1], &at[0]);
	while (i < n && is_less(s, &at[i], &at[i - 1]) == falls)
		i++;
	if (falls)
		reverse_pairs(at, i);
	return i;
}

/* Puts each pair from start on in its place among those before it. */
static void insert_pairs(struct sorter *s, struct pair *at, uint32_t n, uint32_t start)
{
	for (uint32_t i = start; i < n; i++) {
		struct pair p = at[i];
		uint32_t low = 0, high = i;
		while (low < high) {
			uint32_t middle = low + (high - low) / 2;
			if (is_less(s, &p, &at[middle]))
				high = middle;
			else
				low = middle + 1;
		}
		memmove(at + low + 1, at + low, (i - low) * sizeof *at);
		at[low] = p;
	}
}

/* Whether p goes behind q; where they are equal, only if after is set. */
static bool goes_behind(struct sorter *s, const struct pair *p, const struct pair *q, bool after)
{
	return after ? !is_less(s, p, q) : is_less(s, q, p);
}

/* How many of the n sorted pairs p goes behind, searched for from hint on. */
static uint32_t find_place(struct sorter *s, const struct pair *p, const struct pair *at,
	uint32_t n, uint32_t hint, bool after)
{
	uint64_t leap = 1, last = 0;
	uint32_t low, high;
	bool behind = goes_behind(s, p, &at[hint], after);
	uint32_t most = behind ? n - hint : hint + 1;
	while (leap < most &&
		goes_behind(s, p, behind ? &at[hint + leap] : &at[hint - leap], after) == behind) {
		last = leap;
		leap = 2 * leap + 1;
	}
	leap = leap < most ? leap : most;
	low = (uint32_t)(behind ? hint + last : hint - leap) + 1;
	high = (uint32_t)(behind ? hint + leap : hint - last);
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (goes_behind(s, p, &at[middle], after))
			low = middle + 1;
		else
			high = middle;
	}
	return high;
}

/* One of the two sides of a merge.  Merging upwards, its next pair is the first
 * of the n at `at`, downwards the last. */
struct side {
	struct pair *at;
	uint32_t n;
};

/* Moves n pairs of a side to where the merge has come. */
static void move_up(struct pair **to, struct side *side, uint32_t n)
{
	memmove(*to, side->at, n * sizeof *side->at);
	*to += n;
	side->at += n;
	side->n -= n;
}

static void move_down(struct pair **to, struct side *side, uint32_t n)
{
	side->n -= n;
	*to -= n;
	memmove(*to, side->at + side->n, n * sizeof *side->at);
}

/* The steps of a merge, one pair at a time until a side wins for long, then by
 * leaps as long as that pays.  Each gives false when the merge is decided: the
 * side in place has no more, or the one set aside just its last. */

static bool step_up(struct sorter *s, struct pair **to, struct side *left, struct side *right)
{
	for (uint32_t lefts = 0, rights = 0;
		lefts < s->cancellation && rights < s->cancellation && !s->foreign;) {
		if (is_less(s, right->at, left->at)) {
			move_up(to, right, 1);
			rights++;
			lefts = 0;
			if (right->n == 0)
				return false;
		} else {
			move_up(to, left, 1);
			lefts++;
			rights = 0;
			if (left->n == 1)
				return false;
		}
	}
	return !s->foreign;
}

static bool leap_up(struct sorter *s, struct pair **to, struct side *left, struct side *right)
{
	uint32_t lefts, rights;
	s->cancellation++;
	do {
		s->cancellation -= s->cancellation > 1;
		lefts = find_place(s, right->at, left->at, left->n, 0, true);
		move_up(to, left, lefts);
		if (left->n <= 1)
			return false;
		move_up(to, right, 1);
		if (right->n == 0)
			return false;
		rights = find_place(s, left->at, right->at, right->n, 0, false);
		move_up(to, right, rights);
		if (right->n == 0)
			return false;
		move_up(to, left, 1);
		if (left->n == 1)
			return false;
	} while ((lefts >= LONG_WIN || rights >= LONG_WIN) && !s->foreign);
	s->cancellation++;
	return !s->foreign;
}

static bool step_down(struct sorter *s, struct pair **to, struct side *left, struct side *right)
{
	for (uint32_t lefts = 0, rights = 0;
		lefts < s->cancellation && rights < s->cancellation && !s->foreign;) {
		if (is_less(s, right->at + right->n - 1, left->at + left->n - 1)) {
			move_down(to, left, 1);
			lefts++;
			rights = 0;
			if (left->n == 0)
				return false;
		} else {
			move_down(to, right, 1);
			rights++;
			lefts = 0;
			if (right->n == 1)
				return false;
		}
	}
	return !s->foreign;
}

static bool leap_down(struct sorter *s, struct pair **to, struct side *left, struct side *right)
{
	uint32_t lefts, rights;
	s->cancellation++;
	do {
		s->cancellation -= s->cancellation > 1;
		lefts = left->n -
			find_place(
				s, right->at + right->n - 1, left->at, left->n, left->n - 1, true);
		move_down(to, left, lefts);
		if (left->n == 0)
			return false;
		move_down(to, right, 1);
		if (right->n == 1)
			return false;
		rights = right->n -
			find_place(s, left->at + left->n - 1, right->at, right->n, right->n - 1,
				false);
		move_down(to, right, rights);
		if (right->n <= 1)
			return false;
		move_down(to, left, 1);
		if (left->n == 0)
			return false;
	} while ((lefts >= LONG_WIN || rights >= LONG_WIN) && !s->foreign);
	s->cancellation++;
	return !s->foreign;
}

/* The smaller side, here the left, is set aside; the right's first pair is known
 * to come first of all, the left's last one to come last. */
static void merge_up(struct sorter *s, struct pair *at, uint32_t nleft, uint32_t nright)
{
	struct side left = { s->spare, nleft }, right = { at + nleft, nright };
	memcpy(s->spare, at, nleft * sizeof *at);
	move_up(&at, &right, 1);
	if (right.n > 0 && left.n > 1)
		while (step_up(s, &at, &left, &right) && leap_up(s, &at, &left, &right))
			;
	if (left.n == 1)
		move_up(&at, &right, right.n);
	move_up(&at, &left, left.n);
}

static void merge_down(struct sorter *s, struct pair *at, uint32_t nleft, uint32_t nright)
{
	struct side left = { at, nleft }, right = { s->spare, nright };
	struct pair *to = at + nleft + nright;
	memcpy(s->spare, at + nleft, nright * sizeof *at);
	move_down(&to, &left, 1);
	if (left.n > 0 && right.n > 1)
		while (step_down(s, &to, &left, &right) && leap_down(s, &to, &left, &right))
			;
	if (right.n == 1)
		move_down(&to, &left, left.n);
	move_down(&to, &right, right.n);
}

/* Merges run i of the stack with the next. */
static void merge_runs(struct sorter *s, uint32_t i)
{
	struct pair *at = s->at + s->runs[i].start;
	uint32_t nleft = s->runs[i].len, nright = s->runs[i + 1].len;
	s->runs[i].len += nright;
	s->nruns--;
	if (i + 1 < s->nruns)
		s->runs[i + 1] = s->runs[i + 2];
	uint32_t skip = find_place(s, at + nleft, at, nleft, 0, true);
	if (skip == nleft)
		return;
	at += skip;
	nleft -= skip;
	nright = find_place(s, at + nleft - 1, at + nleft, nright, nright - 1, false);
	if (nright > 0 && nleft <= nright)
		merge_up(s, at, nleft, nright);
	else if (nright > 0)
		merge_down(s, at, nleft, nright);
}

/* The depth of the boundary between a run and the one of length len behind it:
 * the first binary digit in which their middles, as parts of the whole, differ. */
static unsigned power_of(const struct run *r, uint32_t len, uint32_t n)
{
	uint64_t a = 2 * (uint64_t)r->start + r->len, b = a + r->len + len;
	unsigned power = 1;
	for (; a >= n || b < n; power++) {
		if (a >= n) {
			a -= n;
			b -= n;
		}
		a *= 2;
		b *= 2;
	}
	return power;
}

static void push_run(struct sorter *s, uint32_t start, uint32_t len)
{
	if (s->nruns > 0) {
		unsigned power = power_of(&s->runs[s->nruns - 1], len, s->n);
		while (s->nruns > 1 && s->runs[s->nruns - 2].power > power)
			merge_runs(s, s->nruns - 2);
		s->runs[s->nruns - 1].power = power;
	}
	assert(s->nruns < RUNS_MAX && "powers fall towards the bottom of the stack");
	s->runs[s->nruns++] = (struct run){ start, len, 0 };
}

static void merge_all(struct sorter *s)
{
	while (s->nruns > 1 && !s->foreign) {
		uint32_t i = s->nruns - 2;
		merge_runs(s, i > 0 && s->runs[i - 1].len < s->runs[i + 1].len ? i - 1 : i);
	}
}

/* Runs are made at least this long: n divided by a power of two, 32 to 64. */
static uint32_t shortest_run(uint32_t n)
{
	uint32_t odd = 0;
	for (; n >= 64; n /= 2)
		odd |= n & 1;
	return n + odd;
}

static void sort_pairs(struct vm *vm, struct sorter *s)
{
	uint32_t shortest = shortest_run(s->n);
	for (uint32_t start = 0; start < s->n && !s->foreign;) {
		uint32_t left = s->n - start, len = next_run(s, s->at + start, left);
		if (len < shortest) {
			uint32_t most = left < shortest ? left : shortest;
			insert_pairs(s, s->at + start, most, len);
			len = most;
		}
		push_run(s, start, len);
		start += len;
		vm_work(vm, len);
	}
	merge_all(s);
}

/* Equal items keep their order also in reverse: turned around before and after. */
int list_sort_plain(struct vm *vm, value list, value items, bool reverse)
{
	struct list *keys = list_get(list), *values = items == V_UNSET ? keys : list_get(items);
	uint32_t n = keys->len;
	assert(values->len == n && "each key has its item");
	if (n < 2)
		return 1;
	if (!memory_suffices(vm, n, 2 * sizeof(struct pair)))
		return -1;
	struct pair *at = mem_alloc(2 * (size_t)n * sizeof *at);
	struct sorter s = { .at = at, .spare = at + n, .n = n, .cancellation = LONG_WIN };
	for (uint32_t i = 0; i < n; i++)
		at[i] = (struct pair){ keys->at[i], values->at[i] };
	if (reverse)
		reverse_pairs(at, n);
	sort_pairs(vm, &s);
	if (reverse)
		reverse_pairs(at, n);
	for (uint32_t i = 0; i < n && !s.foreign; i++) {
		keys->at[i] = at[i].key;
		values->at[i] = at[i].item;
	}
	if (!s.foreign)
		notify_rebuilt(vm, keys);
	if (!s.foreign && values != keys)
		notify_rebuilt(vm, values);
	mem_free(at);
	return !s.foreign;
}
