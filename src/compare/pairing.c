#include "compare/pairing.h"

#include "base/array.h"
#include "base/map.h"

#include <assert.h>
#include <string.h>

/* A pair at which both sides meet, and the steps that they have reached. */
struct meeting {
	uint64_t pair;
	uint64_t step[SIDE_COUNT];
};

/* The meetings ascend in all three numbers, strictly in pair.  The first is
 * the start, then come the beats, then the end unless it is the last beat. */
struct pairing {
	struct {
		ARRAY(struct meeting);
	} meetings;
	size_t nbeats;
	enum beat_kind kind;
	struct difference difference;
};

/* The two runs while they are being matched. */
struct matching {
	const struct pairing_run *run[SIDE_COUNT];
	uint64_t *hash[SIDE_COUNT]; /* of each line */
	struct pairing *p;
	int budget; /* comparisons of lines left for finding back together */
};

static uint64_t later(uint64_t a, uint64_t b)
{
	return a > b ? a : b;
}

static uint64_t earlier(uint64_t a, uint64_t b)
{
	return a < b ? a : b;
}

/* Lets both sides meet; false if both are there already. */
static bool meet_sides(struct pairing *p, uint64_t left, uint64_t right)
{
	assert(p->meetings.len > 0 && "the start is the first meeting");
	const struct meeting *last = &p->meetings.at[p->meetings.len - 1];
	assert(left >= last->step[SIDE_COROUTINE] && right >= last->step[SIDE_SUBROUTINE]);
	uint64_t way = later(
		left - last->step[SIDE_COROUTINE], right - last->step[SIDE_SUBROUTINE]);
	if (way == 0)
		return false;
	struct meeting next = { last->pair + way, { left, right } };
	array_push(&p->meetings, next);
	return true;
}

static void beat(struct pairing *p, uint64_t left, uint64_t right)
{
	if (meet_sides(p, left, right))
		p->nbeats++;
}

/* Lines. */

/* The step by which line i is out; after the last line, the run's last step. */
static uint64_t step_of_line(const struct pairing_run *r, size_t i)
{
	return i < r->nlines ? earlier(r->lines[i].step, r->steps) : r->steps;
}

static bool same_line(const struct matching *m, size_t left, size_t right)
{
	assert(left < m->run[SIDE_COROUTINE]->nlines && right < m->run[SIDE_SUBROUTINE]->nlines &&
		"both are there");
	const struct pairing_run *a = m->run[SIDE_COROUTINE], *b = m->run[SIDE_SUBROUTINE];
	return m->hash[SIDE_COROUTINE][left] == m->hash[SIDE_SUBROUTINE][right] &&
		a->lines[left].len == b->lines[right].len &&
		memcmp(a->output + a->lines[left].at, b->output + b->lines[right].at,
			a->lines[left].len) == 0;
}

static void beat_at_lines(struct matching *m, size_t left, size_t right)
{
	beat(m->p, step_of_line(m->run[SIDE_COROUTINE], left),
		step_of_line(m->run[SIDE_SUBROUTINE], right));
}

/* Notes the first difference: at these lines, either of which may be the one
 * past a side's last. */
static void differ(struct matching *m, size_t left, size_t right)
{
	assert(left <= m->run[SIDE_COROUTINE]->nlines && right <= m->run[SIDE_SUBROUTINE]->nlines &&
		"at most past the last line");
	struct difference *d = &m->p->difference;
	if (d->found)
		return;
	d->found = true;
	d->line[SIDE_COROUTINE] = left;
	d->line[SIDE_SUBROUTINE] = right;
	for (int s = 0; s < SIDE_COUNT; s++) {
		d->has_line[s] = d->line[s] < m->run[s]->nlines;
		d->step[s] = step_of_line(m->run[s], d->line[s]);
	}
}

/* How far to look for a common line after a difference. */
enum { LOOK_AHEAD = 64, LOOK_BUDGET = 4000000 };

/* Finds the nearest lines from *left and *right on that are the same. */
static bool find_together(struct matching *m, size_t *left, size_t *right)
{
	size_t nl = m->run[SIDE_COROUTINE]->nlines, nr = m->run[SIDE_SUBROUTINE]->nlines;
	for (size_t d = 1; d <= LOOK_AHEAD; d++) {
		for (size_t x = 0; x <= d; x++) {
			if (*left + x >= nl || *right + d - x >= nr)
				continue;
			if (m->budget-- <= 0)
				return false;
			if (same_line(m, *left + x, *right + d - x)) {
				*left += x;
				*right += d - x;
				return true;
			}
		}
	}
	return false;
}

/* Beats at the lines that both print in the same order. */
static void match_in_order(struct matching *m)
{
	size_t i = 0, j = 0;
	size_t nl = m->run[SIDE_COROUTINE]->nlines, nr = m->run[SIDE_SUBROUTINE]->nlines;
	while (i < nl && j < nr) {
		if (!same_line(m, i, j)) {
			differ(m, i, j);
			if (!find_together(m, &i, &j))
				return;
		}
		beat_at_lines(m, i++, j++);
	}
	if (i < nl || j < nr)
		differ(m, i, j);
}

/* Counts a line in (by = 1) or out (by = -1) of the balance; gives the change
 * in the number of lines whose balance is not zero. */
static int count_line(struct map *balance, uint64_t hash, int by)
{
	uint64_t *at = map_find(balance, hash);
	int64_t before = at != NULL ? (int64_t)*at : 0;
	int64_t after = before + by;
	map_put(balance, hash, (uint64_t)after);
	return (after != 0) - (before != 0);
}

/* The balance of all lines: how often the left side printed each more often. */
static void balance_lines(const struct matching *m, struct map *balance)
{
	for (int s = 0; s < SIDE_COUNT; s++) {
		for (size_t i = 0; i < m->run[s]->nlines; i++)
			count_line(balance, m->hash[s][i], s == SIDE_COROUTINE ? 1 : -1);
	}
}

/* The first line of a side that the other has not printed as often; the number
 * of its lines if there is none. */
static size_t surplus_line(const struct matching *m, enum side side, const struct map *balance)
{
	int64_t sign = side == SIDE_COROUTINE ? 1 : -1;
	size_t i = 0;
	for (; i < m->run[side]->nlines; i++) {
		const uint64_t *at = map_find(balance, m->hash[side][i]);
		if (at != NULL && (int64_t)*at * sign > 0)
			break;
	}
	return i;
}

static void compare_as_sets(struct matching *m)
{
	struct map balance = { 0 };
	balance_lines(m, &balance);
	size_t left = surplus_line(m, SIDE_COROUTINE, &balance);
	size_t right = surplus_line(m, SIDE_SUBROUTINE, &balance);
	if (left < m->run[SIDE_COROUTINE]->nlines || right < m->run[SIDE_SUBROUTINE]->nlines)
		differ(m, left, right);
	map_fini(&balance);
}

/* Beats where both have printed the same lines so far, in whatever order. */
static void match_as_sets(struct matching *m)
{
	const struct pairing_run *a = m->run[SIDE_COROUTINE], *b = m->run[SIDE_SUBROUTINE];
	struct map balance = { 0 };
	int unequal = 0;
	m->p->kind = BEAT_LINES;
	for (size_t i = 0; i < a->nlines && i < b->nlines; i++) {
		unequal += count_line(&balance, m->hash[SIDE_COROUTINE][i], 1);
		unequal += count_line(&balance, m->hash[SIDE_SUBROUTINE][i], -1);
		if (unequal == 0)
			beat_at_lines(m, i, i);
	}
	map_fini(&balance);
}

static void compare_results(struct matching *m)
{
	size_t nl = m->run[SIDE_COROUTINE]->nlines, nr = m->run[SIDE_SUBROUTINE]->nlines;
	if (nl == 0 && nr == 0)
		return;
	if (nl == 0 || nr == 0 || !same_line(m, nl - 1, nr - 1))
		differ(m, nl > 0 ? nl - 1 : 0, nr > 0 ? nr - 1 : 0);
}

/* Virtual time. */

/* Beats at the instants that both clocks reach. */
static void match_instants(struct matching *m)
{
	const struct pairing_run *a = m->run[SIDE_COROUTINE], *b = m->run[SIDE_SUBROUTINE];
	size_t i = 0, j = 0;
	m->p->kind = BEAT_INSTANT;
	while (i < a->ninstants && j < b->ninstants) {
		int64_t left = a->instants[i].time, right = b->instants[j].time;
		beat(m->p, earlier(a->instants[i].step, a->steps),
			earlier(b->instants[j].step, b->steps));
		i += left <= right;
		j += right <= left;
	}
}

static void match_by_time_or_set(struct matching *m)
{
	if (m->run[SIDE_COROUTINE]->ninstants > 0 || m->run[SIDE_SUBROUTINE]->ninstants > 0)
		match_instants(m);
	else
		match_as_sets(m);
	compare_as_sets(m);
}

static void match_for_result(struct matching *m)
{
	match_in_order(m);
	m->p->difference = (struct difference){ .found = false };
	compare_results(m);
}

static void match_nothing(struct matching *m)
{
	(void)m;
}

static void (*const matchers[])(struct matching *) = {
	[COMPARE_OUTPUT] = match_in_order,
	[COMPARE_LINES] = match_by_time_or_set,
	[COMPARE_RESULT] = match_for_result,
	[COMPARE_NONE] = match_nothing,
};

static uint64_t *hash_lines(const struct pairing_run *r)
{
	uint64_t *hash = mem_calloc(r->nlines, sizeof *hash);
	for (size_t i = 0; i < r->nlines; i++)
		hash[i] = hash_bytes(r->output + r->lines[i].at, r->lines[i].len) >>
			1; /* never the map's forbidden key */
	return hash;
}

static void match_runs(struct pairing *p, const struct pairing_run *left,
	const struct pairing_run *right, enum compare_mode mode)
{
	struct matching m = { .run = { left, right }, .p = p, .budget = LOOK_BUDGET };
	for (int s = 0; s < SIDE_COUNT; s++)
		m.hash[s] = hash_lines(m.run[s]);
	matchers[mode](&m);
	for (int s = 0; s < SIDE_COUNT; s++)
		mem_free(m.hash[s]);
}

struct pairing *pairing_new(const struct pairing_run *coroutine,
	const struct pairing_run *subroutine, enum compare_mode mode)
{
	struct pairing *p = mem_calloc(1, sizeof *p);
	struct meeting start = { 0 };
	array_push(&p->meetings, start);
	if (coroutine != NULL && subroutine != NULL)
		match_runs(p, coroutine, subroutine, mode);
	meet_sides(p, coroutine != NULL ? coroutine->steps : 0,
		subroutine != NULL ? subroutine->steps : 0);
	return p;
}

void pairing_free(struct pairing *p)
{
	if (p == NULL)
		return;
	array_fini(&p->meetings);
	mem_free(p);
}

/* Looking up. */

uint64_t pairing_last(const struct pairing *p)
{
	assert(p->meetings.len > 0 && "the start is the first meeting");
	return p->meetings.at[p->meetings.len - 1].pair;
}

/* The number of meetings at pairs up to i; at least 1. */
static size_t meetings_up_to(const struct pairing *p, uint64_t i)
{
	assert(p->meetings.len > 0 && "the start is before every pair");
	size_t low = 1, high = p->meetings.len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (p->meetings.at[middle].pair <= i)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct pair pairing_at(const struct pairing *p, uint64_t i)
{
	assert(i <= pairing_last(p));
	size_t m = meetings_up_to(p, i);
	const struct meeting *from = &p->meetings.at[m - 1];
	assert(from->pair <= i && "a pair lies behind the meeting before it");
	struct pair pair = { .beat = i == from->pair && m - 1 >= 1 && m - 1 <= p->nbeats };
	const struct meeting *to = m < p->meetings.len ? from + 1 : from;
	for (int s = 0; s < SIDE_COUNT; s++) {
		uint64_t way = i - from->pair, length = to->step[s] - from->step[s];
		pair.step[s] = from->step[s] + earlier(way, length);
		pair.waits[s] = way > length && m <= p->nbeats;
	}
	return pair;
}

uint64_t pairing_find(const struct pairing *p, enum side side, uint64_t step)
{
	assert((unsigned)side < SIDE_COUNT && "a side");
	size_t low = 0, high = p->meetings.len - 1;
	step = earlier(step, p->meetings.at[high].step[side]);
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (p->meetings.at[middle].step[side] < step)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return 0;
	const struct meeting *from = &p->meetings.at[low - 1];
	return from->pair + (step - from->step[side]);
}

enum beat_kind pairing_beat_kind(const struct pairing *p)
{
	return p->kind;
}

size_t pairing_beats(const struct pairing *p)
{
	return p->nbeats;
}

bool pairing_beat_after(const struct pairing *p, uint64_t i, uint64_t *at)
{
	assert(p->nbeats < p->meetings.len && "the start is no beat");
	size_t m = meetings_up_to(p, i);
	if (m > p->nbeats)
		return false;
	*at = p->meetings.at[m].pair;
	return true;
}

bool pairing_beat_before(const struct pairing *p, uint64_t i, uint64_t *at)
{
	if (i == 0)
		return false;
	size_t m = meetings_up_to(p, i - 1);
	if (m < 2)
		return false;
	*at = p->meetings.at[m - 1].pair;
	return true;
}

struct difference pairing_difference(const struct pairing *p)
{
	return p->difference;
}
