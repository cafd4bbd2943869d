package io.github.asltestkit.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.List;
import org.junit.jupiter.api.extension.ParameterContext;

/**
 * A parameter or a field that is to be supplied.
 *
 * @param element what carries its annotations
 * @param kind {@code parameter} or {@code field}
 * @param which which one, as messages name it
 * @param place where it stands, as a link
 */
record InjectionPoint(
        AnnotatedElement element,
        Class<?> type,
        Type genericType,
        String kind,
        String which,
        String place,
        boolean isOfConstructor) {

    static InjectionPoint of(ParameterContext parameter) {
        return of(parameter.getAnnotatedElement(), parameter.getParameter());
    }

    static InjectionPoint of(AnnotatedElement annotated, Parameter parameter) {
        Executable executable = parameter.getDeclaringExecutable();
        int index = List.of(executable.getParameters()).indexOf(parameter);
        return new InjectionPoint(
                annotated,
                parameter.getType(),
                parameter.getParameterizedType(),
                "parameter",
                index + 1 + " of " + Places.signature(executable),
                Places.place(executable),
                executable instanceof Constructor);
    }

    static InjectionPoint of(Field field) {
        return new InjectionPoint(
                field,
                field.getType(),
                field.getGenericType(),
                "field",
                field.getName() + " of " + Places.simpleName(field.getDeclaringClass()),
                Places.place(field),
                false);
    }
}
