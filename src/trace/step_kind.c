#include "trace/step_kind.h"

#define X(kind, word, record_name, mark, cost, message, traits) \
	[EVENT_##kind] = { word, record_name, traits },
const struct step_kind step_kinds[EVENT_KIND_COUNT + 1] = { STEP_KINDS(X) };
#undef X
