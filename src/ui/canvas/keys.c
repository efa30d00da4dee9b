#include "ui/canvas/keys.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

static void name_text(uint32_t code, char name[KEYS_NAME_MAX])
{
	if (code == ' ')
		snprintf(name, KEYS_NAME_MAX, "Space");
	else if (code > 0 && code < ' ')
		snprintf(name, KEYS_NAME_MAX, "Ctrl-%c", (char)(code + '@'));
	else
		name[utf8_encode(name, code)] = '\0';
}

void keys_name(const struct input *in, char name[KEYS_NAME_MAX])
{
	char plain[KEYS_NAME_MAX - 4] = "";
	*name = '\0';
	if (in->kind == INPUT_TEXT && in->code != 0)
		name_text(in->code, name);
	else if (in->kind == INPUT_KEY)
		snprintf(name, KEYS_NAME_MAX, "%s", input_key_name(in->key));
	if (in->alt && *name != '\0') {
		memcpy(plain, name, sizeof plain - 1);
		snprintf(name, KEYS_NAME_MAX, "Alt-%s", plain);
	}
}

/* The input whose name is the n bytes at s; false if there is none. */
static bool find_name(const char *s, size_t n, struct input *in)
{
	for (int key = 0; key < INPUT_KEY_COUNT; key++) {
		const char *name = input_key_name((enum input_key)key);
		if (strlen(name) == n && memcmp(name, s, n) == 0) {
			*in = (struct input){ .kind = INPUT_KEY, .key = (enum input_key)key };
			return true;
		}
	}
	for (uint32_t code = 1; code <= ' '; code++) {
		char name[KEYS_NAME_MAX];
		name_text(code, name);
		if (strlen(name) == n && memcmp(name, s, n) == 0) {
			*in = (struct input){ .kind = INPUT_TEXT, .code = code };
			return true;
		}
	}
	return false;
}

bool keys_is_name(const char *name)
{
	struct input in;
	if (strncmp(name, "Alt-", 4) == 0)
		name += 4;
	uint32_t code;
	size_t n = utf8_decode(name, strlen(name), &code);
	return (n > 0 && name[n] == '\0' && utf8_width(code) > 0 && code != ' ') ||
		find_name(name, strlen(name), &in);
}

size_t keys_read(const char *text, struct input *in)
{
	const char *end = *text == '<' ? strchr(text, '>') : NULL;
	if (*text == '\0')
		return 0;
	if (end != NULL && find_name(text + 1, (size_t)(end - text) - 1, in))
		return (size_t)(end - text) + 1;
	uint32_t code;
	size_t n = utf8_decode(text, strlen(text), &code);
	*in = (struct input){ .kind = INPUT_TEXT, .code = code };
	return n > 0 ? n : 1;
}
