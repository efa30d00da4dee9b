#include "ui/pane/syntax.h"

#include "base/mem.h"
#include "lang/text/token_class.h"
#include "ui/canvas/look.h"

#include <assert.h>

static const uint8_t roles[] = {
	[CLASS_PLAIN] = ROLE_NORMAL,
	[CLASS_KEYWORD] = ROLE_KEYWORD,
	[CLASS_STRING] = ROLE_STRING,
	[CLASS_COMMENT] = ROLE_COMMENT,
	[CLASS_NUMBER] = ROLE_NUMERAL,
	[CLASS_DEFINED] = ROLE_DEFINED,
};
static_assert(sizeof roles / sizeof *roles == TOKEN_CLASS_COUNT, "a role for each class");

uint8_t *syntax_roles(const struct source *s)
{
	uint8_t *all = mem_calloc(s->len + 1, sizeof *all);
	token_classes(s->text, s->len, all);
	for (size_t i = 0; i < s->len; i++)
		all[i] = roles[all[i]];
	return all;
}
