package io.github.asltestkit.internal.mutation;

/** What a test would have to ask to notice a change: a sentence, and the call that asks. */
final class Advice {
    private Advice() {}

    static String call(Site site) {
        return "No test asserts what " + site.name() + " is called with: assertThat(execution).call(\"" + site.name()
                + "\").parameters()...";
    }

    static String output(Site site) {
        return "No test asserts the output of " + site.name() + ": " + state(site) + ".output()...";
    }

    static String variable(Site site, String variable) {
        return "No test asserts what " + site.name() + " assigns: " + state(site) + ".assigned(\"" + variable
                + "\")...";
    }

    static String path(Site site) {
        return "No test asserts where " + site.name() + " leads to: " + state(site) + ".leadsTo(\"...\")";
    }

    static String boundary(Site site) {
        return "No test gives " + site.name() + " the value on the boundary and asserts where it leads to: "
                + state(site) + ".leadsTo(\"...\")";
    }

    static String attempts(Site site) {
        return "No test lets " + site.name() + " fail until its retries are exhausted: mock the failures, then "
                + state(site) + ".wasAttempted(...)";
    }

    static String retried(Site site, String error) {
        return "No test lets " + site.name() + " fail with " + error + " and asserts that it is retried: "
                + "harness.mock(\"" + site.name() + "\").fails(\"" + error + "\"), then " + state(site)
                + ".wasAttempted(...)";
    }

    static String waits(Site site) {
        return "No test asserts how long " + site.name() + " waits before each retry: " + state(site)
                + ".waitedBetweenAttempts(...)";
    }

    static String caught(Site site, String error, String next) {
        return "No test lets " + site.name() + " fail with " + error + " and asserts where that leads to: "
                + "harness.mock(\"" + site.name() + "\").fails(\"" + error + "\"), then " + state(site)
                + ".wasCaughtBy(\"" + next + "\")";
    }

    static String timeout(Site site, String field) {
        return "No test lets " + site.name() + " take just longer than " + field + ": harness.mock(\"" + site.name()
                + "\").accepts(), then assertThat(execution).hasSpentIn(\"" + site.name() + "\", ...)";
    }

    static String waiting(Site site) {
        return "No test asserts how long " + site.name() + " waits: assertThat(execution).hasSpentIn(\"" + site.name()
                + "\", ...)";
    }

    static String concurrency(Site site) {
        return "No test asserts how long the items of " + site.name()
                + " take together: let their mocks take time, then assertThat(execution).hasRunFor(...)";
    }

    static String tolerance(Site site) {
        return "No test lets as many items of " + site.name() + " fail as it tolerates: assertThat(execution).mapRun(\""
                + site.name() + "\").hasSucceeded()";
    }

    static String pattern(Site site) {
        return "No test asserts that " + site.name() + " waits for its result: let the mock answer later, then "
                + "assertThat(execution).hasSpentIn(\"" + site.name() + "\", ...)";
    }

    private static String state(Site site) {
        return "assertThat(execution).state(\"" + site.name() + "\")";
    }
}
