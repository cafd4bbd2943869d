package io.github.asltestkit.junit;

import io.github.asltestkit.report.TestedBy;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells JUnit Jupiter tests of this module that are gone: a file that an earlier build left may still have them. */
final class StaleTestFilter {
    private static final Pattern METHOD = Pattern.compile("\\[(?:method|test-template|test-factory):([^(\\]]+)\\(");

    private StaleTestFilter() {}

    static boolean stillExists(TestedBy test) {
        if (!test.id().startsWith(RepositoryNames.module() + "|[engine:junit-jupiter]")) {
            return true;
        }
        try {
            Class<?> type = Class.forName(test.group(), false, StaleTestFilter.class.getClassLoader());
            Matcher method = METHOD.matcher(test.id());
            return !method.find() || hasMethod(type, method.group(1));
        } catch (ClassNotFoundException gone) {
            return false;
        } catch (LinkageError untold) {
            return true;
        }
    }

    private static boolean hasMethod(Class<?> type, String name) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (Arrays.stream(at.getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals(name))) {
                return true;
            }
        }
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals(name));
    }
}
