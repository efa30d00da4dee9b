#include "ui/canvas/input.h"

#include <assert.h>

static const char *const names[] = {
	[INPUT_ENTER] = "Enter",
	[INPUT_TAB] = "Tab",
	[INPUT_BACK_TAB] = "Shift-Tab",
	[INPUT_BACKSPACE] = "Backspace",
	[INPUT_DELETE] = "Delete",
	[INPUT_INSERT] = "Insert",
	[INPUT_ESCAPE] = "Esc",
	[INPUT_UP] = "Up",
	[INPUT_DOWN] = "Down",
	[INPUT_LEFT] = "Left",
	[INPUT_RIGHT] = "Right",
	[INPUT_WORD_LEFT] = "Ctrl-Left",
	[INPUT_WORD_RIGHT] = "Ctrl-Right",
	[INPUT_HOME] = "Home",
	[INPUT_LINE_END] = "End",
	[INPUT_PAGE_UP] = "PageUp",
	[INPUT_PAGE_DOWN] = "PageDown",
	[INPUT_F1] = "F1",
	[INPUT_F2] = "F2",
	[INPUT_F3] = "F3",
	[INPUT_F4] = "F4",
	[INPUT_F5] = "F5",
	[INPUT_F6] = "F6",
	[INPUT_F7] = "F7",
	[INPUT_F8] = "F8",
	[INPUT_F9] = "F9",
	[INPUT_F10] = "F10",
	[INPUT_F11] = "F11",
	[INPUT_F12] = "F12",
};
static_assert(sizeof names / sizeof *names == INPUT_KEY_COUNT, "a name for each key");

const char *input_key_name(enum input_key key)
{
	assert((unsigned)key < INPUT_KEY_COUNT);
	return names[key];
}
