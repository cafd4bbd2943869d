package io.github.asltestkit.internal.generate;

/**
 * How far a search goes. Nothing in it depends on how fast the machine is, so that the same definition always gives the same.
 *
 * @param runs how many executions it runs at most
 * @param runsOfGoal how many of them for one goal
 * @param calls how many calls one execution may make
 * @param steps how many states one execution may enter while the clock does not move
 */
public record SearchBounds(int runs, int runsOfGoal, int calls, int steps) {
    /** Enough for most definitions. */
    public static final SearchBounds USUAL = new SearchBounds(4_000, 250, 100, 2_000);
}
