package io.github.asltestkit.junit;

/**
 * Tells whether PIT runs the tests. It runs each test many times, on code that is wrong on purpose, so what these runs
 * execute is neither reported nor judged.
 */
final class MutationTest {
    /** PIT's agent, which PIT puts on the boot class path of the JVMs in which it runs tests. */
    private static final String AGENT = "org.pitest.boot.HotSwapAgent";

    private MutationTest() {}

    static boolean isRunning() {
        try {
            Class.forName(AGENT, false, null);
            return true;
        } catch (ClassNotFoundException noPit) {
            return false;
        }
    }
}
