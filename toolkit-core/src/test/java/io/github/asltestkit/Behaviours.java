package io.github.asltestkit;

/** Says whether definitions differ without the search for all differences, for tests that compare thousands of them. */
public final class Behaviours {
    private Behaviours() {}

    /** Whether two definitions behave differently; runs scenarios up to the first difference. */
    public static boolean differ(StateMachine before, StateMachine after) {
        return BehaviourDiff.between(before, after).differs();
    }
}
