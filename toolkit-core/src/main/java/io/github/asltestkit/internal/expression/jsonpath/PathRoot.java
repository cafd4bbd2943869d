package io.github.asltestkit.internal.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What a path applies to.
 *
 * @param isContext the Context object
 * @param variable the name of a variable, or null
 */
record PathRoot(boolean isContext, @Nullable String variable) {

    /** The root of a path, or null if it does not begin as a path does. */
    static @Nullable PathRoot of(String path) {
        if (!path.startsWith("$")) {
            return null;
        }
        if (path.startsWith("$$")) {
            return new PathRoot(true, null);
        }
        int end = 1;
        while (end < path.length()) {
            int c = path.codePointAt(end);
            if (end == 1 ? !Character.isUnicodeIdentifierStart(c) && c != '_' : !Character.isUnicodeIdentifierPart(c)) {
                break;
            }
            end += Character.charCount(c);
        }
        return new PathRoot(false, end == 1 ? null : path.substring(1, end));
    }

    /** How many characters of the path name the root. */
    int length() {
        if (variable != null) {
            return 1 + variable.length();
        }
        return isContext ? 2 : 1;
    }

    @Nullable
    JsonNode of(Scope scope) {
        if (variable != null) {
            return scope.variable(variable);
        }
        return isContext ? scope.context() : scope.input();
    }
}
