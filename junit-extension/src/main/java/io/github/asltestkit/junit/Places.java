package io.github.asltestkit.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How messages name the parts of a test class. */
final class Places {
    private Places() {}

    /** {@code CallbackTest.a_test}, or {@code CallbackTest} for a class or a constructor. */
    static String name(AnnotatedElement element) {
        if (element instanceof Method || element instanceof Field) {
            Member member = (Member) element;
            return simpleName(member.getDeclaringClass()) + "." + member.getName();
        }
        if (element instanceof Executable constructor) {
            return simpleName(constructor.getDeclaringClass());
        }
        return element instanceof Class<?> type ? simpleName(type) : element.toString();
    }

    /** {@code CallbackTest.a_test(CallbackTest.java)}, the form that development environments turn into a link. */
    static <M extends AnnotatedElement & Member> String place(M member) {
        Class<?> outermost = member.getDeclaringClass();
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return name(member) + "(" + outermost.getSimpleName() + ".java)";
    }

    static String simpleName(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        return enclosing == null ? type.getSimpleName() : simpleName(enclosing) + "." + type.getSimpleName();
    }

    static String signature(Executable executable) {
        String name = executable instanceof Method
                ? executable.getName()
                : executable.getDeclaringClass().getSimpleName();
        return Arrays.stream(executable.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", name + "(", ")"));
    }
}
