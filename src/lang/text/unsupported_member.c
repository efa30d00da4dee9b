/* Members of CPython's modules and of its event loop that ours leave out. */

#include "lang/text/unsupported.h"

#include <string.h>

/* dir() of CPython's modules, but for what ours have, what begins with _, and
 * the policies of asyncio: programs name these where another system runs them. */
static const struct {
	const char *module;
	const char *members; /* with a space between two */
} rows[] = {
	{ "abc",
		"ABCMeta abstractclassmethod abstractproperty abstractstaticmethod get_cache_token "
		"update_abstractmethods" },
	{ "asyncio",
		"AbstractChildWatcher AbstractServer BaseProtocol BaseTransport BufferedProtocol "
		"DatagramProtocol DatagramTransport FastChildWatcher IncompleteReadError "
		"LimitOverrunError MultiLoopChildWatcher PidfdChildWatcher Protocol ReadTransport "
		"SafeChildWatcher SelectorEventLoop SendfileNotAvailableError Server StreamReader "
		"StreamReaderProtocol StreamWriter SubprocessProtocol SubprocessTransport "
		"ThreadedChildWatcher Transport WriteTransport base_events base_futures "
		"base_subprocess base_tasks constants coroutines create_subprocess_exec "
		"create_subprocess_shell events exceptions format_helpers futures "
		"get_child_watcher locks log mixins open_connection open_unix_connection protocols "
		"queues run_coroutine_threadsafe runners selector_events set_child_watcher "
		"sslproto staggered start_server start_unix_server streams subprocess taskgroups "
		"tasks threads timeouts to_thread transports trsock unix_events wrap_future" },
	{ "collections", "ChainMap UserDict UserList UserString" },
	{ "contextlib", "AsyncExitStack chdir redirect_stderr redirect_stdout" },
	{ "functools", "cached_property partialmethod singledispatchmethod" },
	{ "greenlet", "gettrace settrace" },
	{ "inspect",
		"ArgInfo Arguments Attribute BlockFinder BoundArguments ClassFoundException "
		"ClosureVars EndOfBlock FrameInfo FullArgSpec Parameter Signature Traceback "
		"classify_class_attrs findsource formatannotation formatannotationrelativeto "
		"formatargvalues get_annotations getabsfile getargs getargvalues getattr_static "
		"getblock getcallargs getclasstree getclosurevars getcomments getfile getframeinfo "
		"getfullargspec getinnerframes getlineno getmembers getmembers_static getmodule "
		"getmodulename getmro getouterframes getsource getsourcefile getsourcelines "
		"indentsize isabstract iscode isdatadescriptor isgetsetdescriptor "
		"ismemberdescriptor ismethoddescriptor ismethodwrapper signature stack trace "
		"walktree" },
	{ "operator", "length_hint" },
	{ "random",
		"SystemRandom betavariate gammavariate getstate lognormvariate paretovariate "
		"randbytes setstate vonmisesvariate weibullvariate" },
	{ "sys",
		"abiflags addaudithook api_version audit base_exec_prefix base_prefix "
		"breakpointhook builtin_module_names call_tracing copyright displayhook "
		"dont_write_bytecode excepthook exec_prefix executable flags float_info "
		"float_repr_style get_asyncgen_hooks get_coroutine_origin_tracking_depth "
		"get_int_max_str_digits getallocatedblocks getdefaultencoding getdlopenflags "
		"getfilesystemencodeerrors getfilesystemencoding getprofile getrefcount getsizeof "
		"getswitchinterval gettrace hash_info hexversion int_info is_finalizing maxunicode "
		"meta_path modules orig_argv path path_hooks path_importer_cache platlibdir prefix "
		"pycache_prefix set_asyncgen_hooks set_coroutine_origin_tracking_depth "
		"set_int_max_str_digits setdlopenflags setprofile settrace setswitchinterval "
		"stdlib_module_names thread_info unraisablehook warnoptions" },
	{ "time",
		"CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID "
		"CLOCK_REALTIME CLOCK_TAI CLOCK_THREAD_CPUTIME_ID altzone asctime clock_getres "
		"clock_gettime clock_gettime_ns clock_settime clock_settime_ns ctime daylight "
		"get_clock_info gmtime localtime mktime pthread_getcpuclockid strftime strptime "
		"struct_time thread_time thread_time_ns timezone tzname tzset" },
	{ "types",
		"CellType ClassMethodDescriptorType CodeType DynamicClassAttribute GenericAlias "
		"GetSetDescriptorType MemberDescriptorType MethodWrapperType UnionType "
		"WrapperDescriptorType new_class prepare_class resolve_bases" },
	{ "typing",
		"AbstractSet BinaryIO ByteString ChainMap Concatenate ForwardRef IO ItemsView "
		"KeysView MappingView Match MutableSet NotRequired ParamSpecArgs ParamSpecKwargs "
		"Pattern Required SupportsAbs SupportsBytes SupportsComplex SupportsFloat "
		"SupportsIndex SupportsInt SupportsRound TextIO TypeGuard TypeVarTuple TypedDict "
		"Unpack ValuesView clear_overloads dataclass_transform get_args get_origin "
		"get_type_hints get_overloads is_typeddict no_type_check_decorator" },
};

static const char loop_methods[] =
	"add_reader add_signal_handler add_writer call_soon_threadsafe connect_accepted_socket "
	"connect_read_pipe connect_write_pipe create_connection create_datagram_endpoint "
	"create_server create_unix_connection create_unix_server getaddrinfo getnameinfo "
	"remove_reader remove_signal_handler remove_writer run_in_executor sendfile "
	"set_default_executor sock_accept sock_connect sock_recv sock_recv_into sock_recvfrom "
	"sock_recvfrom_into sock_sendall sock_sendfile sock_sendto start_tls subprocess_exec "
	"subprocess_shell";

bool unsupported_among(const char *words, const char *name, size_t len)
{
	for (size_t n; *words; words += n + (words[n] == ' ')) {
		n = strcspn(words, " ");
		if (n == len && memcmp(words, name, n) == 0)
			return true;
	}
	return false;
}

const char *unsupported_member(const char *module, size_t module_len, const char *name, size_t len)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strlen(rows[i].module) == module_len &&
			memcmp(rows[i].module, module, module_len) == 0)
			return unsupported_among(rows[i].members, name, len) ? rows[i].module
									     : NULL;
	return NULL;
}

bool unsupported_loop_method(const char *name)
{
	return unsupported_among(loop_methods, name, strlen(name));
}
