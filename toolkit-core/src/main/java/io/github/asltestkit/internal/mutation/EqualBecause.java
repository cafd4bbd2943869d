package io.github.asltestkit.internal.mutation;

/** Why a change makes no difference to any execution, so that no test can notice it. */
enum EqualBecause {
    ONE_RETRY("the interval grows with the second retry, and there is no second one"),
    NO_RETRY("the Retrier never retries, and so never waits"),
    NO_LATER_RETRIER("the Retrier never retries, and there is no later one that it keeps from doing so"),
    DELAY_NOT_REACHED("no interval of the Retrier is longer than MaxDelaySeconds"),
    STILL_MATCHED("another name of the same ErrorEquals matches the same errors"),
    CAUGHT_ALIKE("a later Catcher catches the same errors, leads to the same state and does the same on the way"),
    ALL_OF_IT("it selects all that there is, as does a state without it"),
    NEVER_BOTH("the two rules compare the same variable with different values, and are never both true"),
    SAME_WAY("both rules lead to the same state, and neither does anything else"),
    INLINE_CONCURRENCY("an inline Map never runs more than 40 iterations at once"),
    NO_TIME("twice nothing is nothing"),
    SAME_TARGET("it leads there already");

    private final String text;

    EqualBecause(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
