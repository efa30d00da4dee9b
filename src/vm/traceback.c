/* How an uncaught exception is shown. */

#include "vm/exception.h"

#include "base/sbuf.h"
#include "vm/frame.h"
#include "vm/machine.h"

void exception_print(struct vm *vm, value exc, struct sbuf *out)
{
	exception_summary(vm, exc, out);
	sbuf_char(out, '\n');
}

void exception_warn_never_awaited(struct vm *vm, const struct frame *coroutine, struct sbuf *out)
{
	(void)vm;
	(void)coroutine;
	(void)out;
}
