#include "session/commands/point.h"

#include <string.h>

static bool is_here(const struct session *s, const struct lesson_point *p)
{
	return s->in_view == p->side && session_step(s, p->side) == p->step;
}

/* The one behind that at which the session stands, else the first. */
static uint32_t next_point(const struct session *s)
{
	const struct scenario *sc = &s->scenario;
	for (uint32_t i = 0; i < sc->npoints; i++)
		if (is_here(s, &sc->points[i]))
			return (i + 1) % sc->npoints;
	return 0;
}

static enum session_status refuse(struct session *s, const struct lesson_point *p)
{
	if (!session_has(s, p->side))
		return session_say(s, SESSION_REFUSED,
			"the lesson's point is on the %s side, and "
			"there is none",
			side_name(p->side));
	return session_say(s, SESSION_REFUSED,
		"the lesson's point is step %llu of the %s side, which has %llu",
		(unsigned long long)p->step, side_name(p->side),
		(unsigned long long)session_steps(s, p->side));
}

enum session_status move_point(
	struct session *s, const struct command *c, const struct arguments *a)
{
	const struct scenario *sc = &s->scenario;
	(void)c;
	(void)a;
	if (sc->npoints == 0)
		return session_say(s, SESSION_REFUSED, "this file names no step as its point");
	uint32_t i = next_point(s);
	const struct lesson_point *p = &sc->points[i];
	if (!session_has(s, p->side) || p->step > session_steps(s, p->side))
		return refuse(s, p);
	s->in_view = p->side;
	if (!session_goto_step(s, p->side, p->step) && sc->npoints == 1)
		return session_say(s, SESSION_REFUSED, "this is the point of the lesson");
	session_say(s, SESSION_MOVED, "the point of the lesson");
	if (sc->npoints > 1)
		sbuf_printf(&s->message, " (%u of %u)", i + 1, sc->npoints);
	if (*p->shows != '\0')
		sbuf_printf(&s->message, ": see %s", p->shows);
	return SESSION_MOVED;
}

/* "step 12" or "steps 12 and 18", those of one side. */
static void list_steps(const struct scenario *sc, enum side side, struct sbuf *out)
{
	uint32_t of_side = 0, said = 0;
	for (uint32_t i = 0; i < sc->npoints; i++)
		of_side += sc->points[i].side == side;
	sbuf_str(out, of_side > 1 ? "steps " : "step ");
	for (uint32_t i = 0; i < sc->npoints; i++) {
		if (sc->points[i].side != side)
			continue;
		said++;
		sbuf_printf(out, "%s%llu",
			said == 1                 ? ""
				: said == of_side ? " and "
						  : ", ",
			(unsigned long long)sc->points[i].step);
	}
	sbuf_printf(out, " of the %s side", side_name(side));
}

void point_say(const struct session *s, bool by_key, struct sbuf *out)
{
	const struct scenario *sc = &s->scenario;
	const char *name = "point";
	bool any = false;
	if (sc->npoints == 0)
		return;
	for (size_t i = 0; by_key && command_at(s, i) != NULL; i++)
		if (command_at(s, i)->run == move_point)
			name = command_at(s, i)->keys;
	sbuf_str(out, "See it at ");
	for (int side = 0; side < SIDE_COUNT; side++) {
		bool has = false;
		for (uint32_t i = 0; i < sc->npoints; i++)
			has |= sc->points[i].side == (enum side)side;
		if (!has)
			continue;
		sbuf_str(out, any ? " and " : "");
		list_steps(sc, (enum side)side, out);
		any = true;
	}
	sbuf_printf(out, ": %s goes there.", name);
}
