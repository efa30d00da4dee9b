/* Classes: creation, attributes, the order of bases. */

#include "program.h"

#include <check.h>

Suite *type_suite(void);

START_TEST(a_subclass_may_reflect_first)
{
	check_output(
		"class A:\n"
		"    def __add__(self, o): return \"A.add\"\n"
		"class B(A):\n"
		"    def __radd__(self, o): return \"B.radd\"\n"
		"print(A() + B(), B() + A(), A() + 1)\n",
		"B.radd A.add A.add\n");
}
END_TEST

START_TEST(what_does_not_fit_is_refused_with_both_types)
{
	check_output(
		"class A: pass\n"
		"for f in (lambda: A() + 1, lambda: 1 - A(), lambda: A() < A(), lambda: [] + (), "
		"lambda: \"a\" * \"b\", lambda: -A()):\n"
		"    try:\n"
		"        f()\n"
		"    except TypeError as e:\n"
		"        print(e)\n",
		"unsupported operand type(s) for +: 'A' and 'int'\n"
		"unsupported operand type(s) for -: 'int' and 'A'\n"
		"'<' not supported between instances of 'A' and 'A'\n"
		"can only concatenate list (not \"tuple\") to list\n"
		"can't multiply sequence by non-int of type 'str'\n"
		"bad operand type for unary -: 'A'\n");
}
END_TEST

START_TEST(equality_falls_back_to_identity)
{
	check_output(
		"class A:\n"
		"    def __eq__(self, o): return NotImplemented\n"
		"a = A()\n"
		"print(a == a, a == A(), a != a, a != 1)\n",
		"True False False True\n");
}
END_TEST

START_TEST(a_class_with_eq_has_no_hash)
{
	check_output(
		"class A:\n"
		"    def __eq__(self, o): return True\n"
		"try:\n"
		"    hash(A())\n"
		"except TypeError as e:\n"
		"    print(e)\n",
		"unhashable type: 'A'\n");
}
END_TEST

START_TEST(properties_go_before_instance_attributes)
{
	check_output(
		"class A:\n"
		"    @property\n"
		"    def x(self): return self.__dict__.get(\"x\", 0) + 1\n"
		"    @x.setter\n"
		"    def x(self, v): self.__dict__[\"x\"] = v\n"
		"a = A()\n"
		"a.x = 4\n"
		"print(a.x, vars(a))\n"
		"class B:\n"
		"    @property\n"
		"    def y(self): return 1\n"
		"try:\n"
		"    B().y = 2\n"
		"except AttributeError as e:\n"
		"    print(e)\n",
		"5 {'x': 4}\n"
		"property 'y' of 'B' object has no setter\n");
}
END_TEST

START_TEST(getattr_is_asked_last)
{
	check_output(
		"class A:\n"
		"    x = 1\n"
		"    def __getattr__(self, n): return n.upper()\n"
		"print(A().x, A().y, getattr(A(), \"z\"), hasattr(A(), \"q\"))\n",
		"1 Y Z True\n");
}
END_TEST

START_TEST(super_goes_on_from_the_class_of_the_method)
{
	check_output(
		"class A:\n"
		"    def f(self): return \"A\"\n"
		"class B(A):\n"
		"    def f(self): return \"B\" + super().f()\n"
		"class C(B):\n"
		"    def f(self): return \"C\" + super().f()\n"
		"print(C().f(), super(B, C()).f())\n",
		"CBA A\n");
}
END_TEST

START_TEST(init_must_return_none)
{
	check_output(
		"class A:\n"
		"    def __init__(self): return 1\n"
		"try:\n"
		"    A()\n"
		"except TypeError as e:\n"
		"    print(e)\n",
		"__init__() should return None, not 'int'\n");
}
END_TEST

START_TEST(classes_may_derive_from_containers)
{
	check_output(
		"class L(list):\n"
		"    def __init__(self, *a):\n"
		"        super().__init__(a)\n"
		"        self.tag = \"t\"\n"
		"    def __len__(self): return 100 + super().__len__()\n"
		"l = L(1, 2)\n"
		"l.append(3)\n"
		"print(l, len(l), l.tag, isinstance(l, list), l == [1, 2, 3])\n",
		"[1, 2, 3] 103 t True True\n");
}
END_TEST

START_TEST(truth_and_length_are_checked)
{
	check_output(
		"class A:\n"
		"    def __bool__(self): return 1\n"
		"class B:\n"
		"    def __len__(self): return -1\n"
		"for x in A(), B():\n"
		"    try:\n"
		"        print(bool(x))\n"
		"    except (TypeError, ValueError) as e:\n"
		"        print(type(e).__name__, e)\n",
		"TypeError __bool__ should return bool, returned int\n"
		"ValueError __len__() should return >= 0\n");
}
END_TEST

START_TEST(attributes_that_are_missing_are_named)
{
	check_output(
		"import math\n"
		"for f in (lambda: (1).x, lambda: int.x, lambda: math.x, lambda: setattr(1, \"x\", "
		"2), lambda: delattr(math, \"x\")):\n"
		"    try:\n"
		"        f()\n"
		"    except AttributeError as e:\n"
		"        print(e)\n",
		"'int' object has no attribute 'x'\n"
		"type object 'int' has no attribute 'x'\n"
		"module 'math' has no attribute 'x'\n"
		"'int' object has no attribute 'x'\n"
		"'module' object has no attribute 'x'\n");
}
END_TEST

Suite *type_suite(void)
{
	Suite *s = suite_create("type");
	TCase *t = tcase_create("type");
	tcase_add_test(t, a_subclass_may_reflect_first);
	tcase_add_test(t, what_does_not_fit_is_refused_with_both_types);
	tcase_add_test(t, equality_falls_back_to_identity);
	tcase_add_test(t, a_class_with_eq_has_no_hash);
	tcase_add_test(t, properties_go_before_instance_attributes);
	tcase_add_test(t, getattr_is_asked_last);
	tcase_add_test(t, super_goes_on_from_the_class_of_the_method);
	tcase_add_test(t, init_must_return_none);
	tcase_add_test(t, classes_may_derive_from_containers);
	tcase_add_test(t, truth_and_length_are_checked);
	tcase_add_test(t, attributes_that_are_missing_are_named);
	suite_add_tcase(s, t);
	return s;
}
