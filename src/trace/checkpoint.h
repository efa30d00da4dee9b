#ifndef COSUB_TRACE_CHECKPOINT_H
#define COSUB_TRACE_CHECKPOINT_H

/*
 * Checkpoints: the worlds at some steps, packed, so that a jump need not fold
 * from the beginning.  They are made by the first fold that passes, and belong
 * to the trace.  One takes what the live frames and objects take, and lies
 * several times its own size of log behind the one before: so all together
 * take a fraction of the log, however long the run and however much lives.
 */

#include <stddef.h>
#include <stdint.h>

struct world;
struct checkpoints;

/* Those of a trace that has none yet; the caller frees them. */
struct checkpoints *checkpoints_new(void);

/* Frees them; NULL is none. */
void checkpoints_free(struct checkpoints *c);

/* Bytes that they take. */
size_t checkpoints_size(const struct checkpoints *c);

/* To be called after each step: makes a checkpoint if one is due. */
void checkpoint_pass(const struct world *w);

/* The step of the last checkpoint at or before step k; 0: only the beginning. */
uint64_t checkpoint_find(const struct checkpoints *c, uint64_t k);
/* What restoring it costs, in steps folded. */
uint64_t checkpoint_cost(const struct checkpoints *c, uint64_t k);
/* The step of the last checkpoint of all. */
uint64_t checkpoint_last(const struct checkpoints *c);

/* Makes w the world at step k, for which there is a checkpoint (or 0). Its
 * journal is empty then. */
void checkpoint_restore(struct world *w, uint64_t k);

#endif
