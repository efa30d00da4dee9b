#include "export/claims_jsonl.h"

#include "export/json.h"
#include "trace/step_kind.h"

#include <inttypes.h>
#include <string.h>

struct writer {
	const struct export_claims *c;
	struct sbuf line;
};

static void put_key(struct sbuf *b, const char *key)
{
	char last = b->len > 0 ? b->text[b->len - 1] : '{';
	sbuf_printf(b, "%s\"%s\":", last == '{' ? "" : ",", key);
}

static void put_string(struct sbuf *b, const char *key, const char *s)
{
	put_key(b, key);
	json_put_text(b, s, strlen(s));
}

static void put_count(struct sbuf *b, const char *key, uint64_t n)
{
	put_key(b, key);
	sbuf_printf(b, "%" PRIu64, n);
}

static void put_true(struct sbuf *b, const char *key)
{
	put_key(b, key);
	sbuf_str(b, "true");
}

static const char *side_word(enum side side)
{
	return side == SIDE_COUNT ? "both" : side_name(side);
}

static void put_steps(struct sbuf *b, const struct step_list *l)
{
	put_key(b, "steps");
	sbuf_char(b, '[');
	for (uint64_t i = 0; i < l->n && i < STEP_LIST_KEPT; i++)
		sbuf_printf(b, "%s%" PRIu64, i > 0 ? "," : "", l->at[i]);
	sbuf_char(b, ']');
	put_count(b, "count", l->n);
}

/* The line of the first of the steps, if it has one. */
static void put_line_number(struct writer *w, const struct claim_evidence *e)
{
	const struct trace *t = e->side < SIDE_COUNT ? w->c->trace[e->side] : NULL;
	struct step s;
	if (t == NULL || e->steps.n == 0 || e->steps.at[0] == 0 || e->steps.at[0] > trace_steps(t))
		return;
	trace_step(t, e->steps.at[0], &s);
	if (s.line > 0 && !s.placeless && !step_is(s.kind, STEP_PEERS))
		put_count(&w->line, "line", s.line);
}

static void put_evidence(struct writer *w, const struct claim_evidence *e)
{
	sbuf_char(&w->line, '{');
	put_string(&w->line, "text", e->text);
	if (e->steps.n > 0)
		put_string(&w->line, "side", side_word(e->side));
	put_line_number(w, e);
	put_steps(&w->line, &e->steps);
	if (e->fault)
		put_true(&w->line, "fault");
	sbuf_char(&w->line, '}');
}

static bool is_side_cut(const struct claims *c, enum side side)
{
	if (side == SIDE_COUNT)
		return is_side_cut(c, SIDE_COROUTINE) || is_side_cut(c, SIDE_SUBROUTINE);
	return c->side[side].there && trace_end_is_cut(c->side[side].end);
}

static void put_finding(struct writer *w, const struct claim_finding *f)
{
	static const char *const verdicts[] = {
		[VERDICT_HOLDS] = "holds",
		[VERDICT_FAILS] = "fails",
		[VERDICT_DOES_NOT_APPLY] = "does not apply",
	};
	struct claim_info info = claim_info(f->claim);
	put_string(&w->line, "file", w->c->file);
	put_string(&w->line, "side", side_word(f->side));
	put_string(&w->line, "claim", info.name);
	put_string(&w->line, "about", info.about);
	put_string(&w->line, "sentence", info.sentence);
	put_string(&w->line, "verdict", verdicts[f->verdict]);
	if (f->verdict == VERDICT_DOES_NOT_APPLY)
		put_string(&w->line, "why", f->why.text);
	if (f->verdict == VERDICT_FAILS)
		put_count(&w->line, "faults", f->faults);
	if (is_side_cut(w->c->claims, f->side))
		put_true(&w->line, "cut");
	put_key(&w->line, "evidence");
	sbuf_char(&w->line, '[');
	for (size_t i = 0; i < f->evidence.len; i++) {
		if (i > 0)
			sbuf_char(&w->line, ',');
		put_evidence(w, &f->evidence.at[i]);
	}
	sbuf_char(&w->line, ']');
}

static bool write_finding(
	struct writer *w, const struct claim_finding *f, const struct export_sink *sink)
{
	sbuf_truncate(&w->line, 0);
	sbuf_char(&w->line, '{');
	put_finding(w, f);
	sbuf_str(&w->line, "}\n");
	return sink->write(sink->self, w->line.text, w->line.len);
}

bool claims_jsonl_write(const struct export_claims *c, const struct export_sink *sink)
{
	struct writer w = { .c = c };
	bool going = true;
	for (int side = 0; side <= SIDE_COUNT; side++) {
		for (size_t i = 0; going && i < c->claims->findings.len; i++) {
			const struct claim_finding *f = &c->claims->findings.at[i];
			if ((int)f->side == side &&
				(!c->failing_only || f->verdict == VERDICT_FAILS))
				going = write_finding(&w, f, sink);
		}
	}
	sbuf_fini(&w.line);
	return going;
}
