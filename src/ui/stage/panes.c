#include "ui/stage/panes.h"

#include <assert.h>

#define X(name, row) extern const struct pane_row pane_row_##row;
PANES(X)
#undef X

#define X(name, row) [PANE_##name] = &pane_row_##row,
static const struct pane_row *const rows[PANE_COUNT] = { PANES(X) };
#undef X

const struct pane_row *pane_row(enum pane p)
{
	assert((unsigned)p < PANE_COUNT && "there is a row for each pane");
	return rows[p];
}

bool pane_is_titled(enum pane p)
{
	return *pane_row(p)->title != '\0';
}
