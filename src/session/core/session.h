#ifndef COSUB_SESSION_CORE_SESSION_H
#define COSUB_SESSION_CORE_SESSION_H

/*
 * A session: one scenario, both its runs recorded, and a person's place in
 * them.  Whoever asks (a key, the prompt, a script, a test) asks by a command
 * line (command.h).  Nothing here draws: a session answers with a status and a
 * sentence, and what a screen shows is computed as plain data by view.h and
 * sentence.h.
 *
 * While the sides are linked, the place is a pair of the schedule
 * (compare/pairing.h); unlinked, each side has a step of its own.
 */

#include "base/array.h"
#include "base/diag.h"
#include "base/sbuf.h"
#include "compare/pairing.h"
#include "lang/text/scenario.h"
#include "session/user/settings.h"
#include "trace/moment.h"
#include "trace/trace.h"

#include <stdbool.h>
#include <stdint.h>

struct command_table;
struct cancellation;
struct sandbox;

/* How variables are shown. */
enum variable_view {
	VALUES_SHORT,  /* n=0 */
	VALUES_TYPES,  /* n: int=0 */
	VALUES_SHARED, /* q=A:[1, 2], and elsewhere q=A: each object that several refer to once */
	VALUES_COUNT
};

/* One of the two runs. */
struct session_side {
	struct program *program; /* NULL: the scenario has no such program; then all here is NULL */
	struct trace *trace;
	struct moment *moment; /* at this side's current step */
	struct sandbox *bench; /* for expressions at a moment */
	struct moment *scan;   /* for looking around; where it stands means nothing */
	bool waits;            /* at the next beat, for the other side */
	bool moved;            /* by the last command that moved anything */
};

/* Where "continue" stops: before a line or at the entry of a function runs, at
 * steps of one kind, or where the value of a variable changes (stop_list.h). */
struct stop {
	uint32_t number; /* by which a person calls it, from 1 */
	enum side side;
	uint32_t line;    /* 0: not at a line */
	char *function;   /* entered, or in which the variable is; NULL: any */
	char *variable;   /* of a watch on a variable; else NULL */
	char *expression; /* of a watch on an expression, in the frames of function; else NULL */
	uint32_t event;   /* enum event_kind + 1 of the steps; 0: not for a kind */
	char *condition;  /* an expression that must be true there; NULL: none */
};

/* What became of a command. */
enum session_status {
	SESSION_MOVED,   /* the place changed */
	SESSION_SAID,    /* something else was done; the message says what */
	SESSION_PAGE,    /* the message is a text of several lines, to be read */
	SESSION_REFUSED, /* it cannot be done here; the message says why */
	SESSION_WRONG,   /* not a command; the message says what was expected */
	SESSION_QUIT
};

struct session {
	struct scenario scenario;
	struct session_side side[SIDE_COUNT];
	struct pairing *pairing;
	uint64_t pair; /* the place while linked */
	bool linked;
	enum side in_view; /* the side that one-sided commands mean; it is there */
	struct {
		ARRAY(struct stop);
	} stops;
	uint32_t stops_made;
	struct sbuf typed;                 /* lines for input() behind those of the file */
	struct sbuf sought;                /* what was searched for last */
	bool found;                        /* the last command found it here */
	enum variable_view values;         /* how values are shown */
	struct limits limits;              /* of the runs */
	uint32_t sources;                  /* scripts that source one another right now */
	bool library;                      /* the runs have the steps of library code too */
	bool installed;                    /* the file is for everybody: no one's to change */
	uint32_t loads;                    /* how often the programs were run anew */
	uint64_t reached[SIDE_COUNT];      /* up to which step the person came without a jump, */
	bool reached_end;                  /* and whether that was the end once (reach.h) */
	struct cancellation *cancellation; /* with long commands (cancellation.h), never NULL */
	struct sbuf message; /* of the last command, without a newline at the end; may be empty */
	struct settings
		*settings; /* the person's; own_settings unless config_session gave others */
	struct settings own_settings;
	/* Commands of whoever shows the session (scrolling, zooming), or NULL;
	 * set by them, with the pointer that their functions find in extra_self. */
	const struct command_table *extra;
	void *extra_self;
	/* What they show, as text; NULL: nothing but sentences. */
	void (*picture)(void *self, struct sbuf *out);
	/* The name of the i-th command that matters where the session stands, by the
	 * picture; NULL past the last.  May itself be NULL. */
	const char *(*matters)(void *self, size_t i);
	/* Commands that there are with another way to show a session, and not here;
	 * keys can be bound to them.  May be NULL. */
	const struct command_table *elsewhere;
};

/* Reads the scenario at path, compiles and runs both programs, and stands at
 * step 0.  NULL with a diagnostic if the file cannot be used; then, if text is
 * not NULL, *text is the file's text (the caller frees it) to show it with, or
 * NULL.  A program that fails while it runs is no error here.  limits may be
 * NULL.  The caller frees the session with session_free. */
struct session *session_open(
	const char *path, const struct limits *limits, struct diag *d, char **text);

/* As session_open, from memory. */
struct session *session_from_text(const char *path, const char *source, size_t len,
	const struct limits *limits, struct diag *d);

/* Reads the file anew and runs it anew; the place is the step that the side in
 * view had, or the last one if there are not so many, and the stops stay.
 * False with a diagnostic, and *text as for session_open, if the file cannot
 * be used: then nothing changed. */
bool session_reload(struct session *s, struct diag *d, char **text);

/* The session goes on with another file, a copy that is the person's own; what it shows
 * changes with the next reload. */
void session_move_to(struct session *s, const char *path);

/* Runs both programs anew with one more line for input(), behind those that there are; the
 * place is the same step of the program itself.  A reload keeps the line. */
void session_give_line(struct session *s, const char *line);

/* Runs both programs anew, with the steps of library code (the event loop of
 * asyncio, builtins that are written in the scenario language) or without; the
 * place is the same step of the program itself. */
void session_show_library(struct session *s, bool shown);

/* Whether a step is one of library code, whose lines are not the scenario's. */
bool session_is_library(const struct trace *t, const struct step *step);

void session_free(struct session *s);

/* Does one command line, such as "next 3"; command.h has the commands.  An
 * empty line does nothing (SESSION_SAID). */
enum session_status session_do(struct session *s, const char *line);

/* The same for the command that a key is bound to.  The key is named as in the
 * table ("n", "Tab", "Ctrl-L"); SESSION_WRONG if it is bound to nothing. */
enum session_status session_key(struct session *s, const char *key);

/* Whether the scenario has this side. */
bool session_has(const struct session *s, enum side side);

/* Step and number of steps of a side that is there. */
uint64_t session_step(const struct session *s, enum side side);
uint64_t session_steps(const struct session *s, enum side side);

/* Moves to pair i, links if need be; false (and nothing moved) if it is there. */
bool session_goto_pair(struct session *s, uint64_t i);

/* Moves one side to a step (clamped); while linked the other comes along to
 * the pair.  False if it was there. */
bool session_goto_step(struct session *s, enum side side, uint64_t step);

/* Whether the last step is reached: of both sides, unlinked of the one in view. */
bool session_is_at_end(const struct session *s);

/* The sentence of a side's current step (sentence.h) and the author's note on
 * its line, or else the compiler's warning of it, or how input() gets a line that
 * it lacks; the note is NULL if there is none.  A side that waits at a beat says so.
 * For the step 0 it says what is about to begin. */
void session_narrate(
	const struct session *s, enum side side, struct sbuf *sentence, const char **note);

/* The worse of the two runs' exit statuses: 0, 1 (failed), 3 (limit). */
int session_exit_status(const struct session *s);

#endif
