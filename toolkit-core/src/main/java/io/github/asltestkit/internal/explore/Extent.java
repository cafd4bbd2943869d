package io.github.asltestkit.internal.explore;

import java.util.Locale;

/**
 * How much of an exploration was run.
 *
 * @param known how many plans there are, as far as anybody counted, each in the engine's own order
 * @param otherOrders how many further runs are those of a plan in other orders, of the plans that were run
 * @param ran how many runs there were
 * @param isSampled whether the plans with the most faults were sampled
 * @param isOpen whether there are runs that nobody counted
 * @param isCut whether the limit ended the search
 * @param seed the seed of the sample
 */
record Extent(long known, long otherOrders, long ran, boolean isSampled, boolean isOpen, boolean isCut, long seed) {

    long total() {
        return known + otherOrders;
    }

    boolean isComplete() {
        return !isSampled && !isCut;
    }

    /**
     * As a text.
     *
     * @param runs how many runs there were, of all parts together
     * @param first whether a search that the limit ended ran the first of all
     */
    String text(long runs, boolean first) {
        String of = " of " + (isOpen || isCut ? "at least " : "") + number(total());
        if (isCut) {
            return "ran " + (first ? "the first " : "") + number(runs) + of + " runs"
                    + (isSampled ? ", faults sampled by seed " + seed : "");
        }
        return isSampled
                ? "sampled " + number(runs) + of + ", seed " + seed
                : "explored all " + number(total()) + " runs";
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
