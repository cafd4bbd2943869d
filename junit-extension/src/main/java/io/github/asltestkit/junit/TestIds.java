package io.github.asltestkit.junit;

/** The unique ids of JUnit Jupiter's tests. */
final class TestIds {
    private static final String JUPITER = "[engine:junit-jupiter]";

    private TestIds() {}

    /** Whether the id that a test has in the files of runs is that of a test that can be run again. */
    static boolean isJupiter(String recorded) {
        return unique(recorded).startsWith(JUPITER);
    }

    /** The unique id, without the module that the id of a test in the files of runs begins with. */
    static String unique(String recorded) {
        return recorded.substring(recorded.indexOf('|') + 1);
    }

    /** What can be run alone: of a dynamic test, the method that makes it with all that it makes. */
    static String selectable(String unique) {
        int dynamic = unique.indexOf("/[dynamic-");
        return dynamic < 0 ? unique : unique.substring(0, dynamic);
    }

    /** The part of an id that is that of the outermost class. */
    static String outermostClass(String unique) {
        int engine = unique.indexOf('/');
        int end = engine < 0 ? -1 : unique.indexOf("]/[", engine);
        return end < 0 ? unique : unique.substring(0, end + 1);
    }

    static boolean isWithin(String test, String container) {
        return test.equals(container) || test.startsWith(container + "/");
    }
}
