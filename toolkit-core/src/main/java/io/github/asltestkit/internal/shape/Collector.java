package io.github.asltestkit.internal.shape;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what is wrong with one state on one way. Most states are in order, and have no maps of their own. */
final class Collector implements Observer {
    private final boolean looksForPerhaps;
    private Map<String, DeadRead> reads = Map.of();
    private Map<String, DeadComparison> comparisons = Map.of();
    private Map<String, String> unreachable = Map.of();
    private Map<String, DeadRead> perhaps = Map.of();
    private Map<String, String> unassigned = Map.of();

    Collector(boolean looksForPerhaps) {
        this.looksForPerhaps = looksForPerhaps;
    }

    @Override
    public boolean looksForPerhaps() {
        return looksForPerhaps;
    }

    @Override
    public void dead(DeadRead read) {
        reads = with(reads, read.pointer() + " " + read.path(), read);
    }

    @Override
    public void dead(DeadComparison comparison) {
        comparisons = with(comparisons, comparison.pointer(), comparison);
    }

    @Override
    public void unreachable(String pointer, String before) {
        unreachable = with(unreachable, pointer, before);
    }

    @Override
    public void perhaps(DeadRead read) {
        perhaps = with(perhaps, read.pointer() + " " + read.path(), read);
    }

    @Override
    public void unassigned(String pointer, String variable) {
        unassigned = with(unassigned, pointer + " $" + variable, pointer);
    }

    private static <T> Map<String, T> with(Map<String, T> known, String key, T value) {
        Map<String, T> all = known.isEmpty() ? new LinkedHashMap<>() : known;
        all.putIfAbsent(key, value);
        return all;
    }

    Map<String, DeadRead> reads() {
        return reads;
    }

    Map<String, DeadComparison> comparisons() {
        return comparisons;
    }

    Map<String, String> unreachable() {
        return unreachable;
    }

    Map<String, DeadRead> perhaps() {
        return perhaps;
    }

    Map<String, String> unassigned() {
        return unassigned;
    }

    boolean isEmpty() {
        return reads.isEmpty()
                && comparisons.isEmpty()
                && unreachable.isEmpty()
                && perhaps.isEmpty()
                && unassigned.isEmpty();
    }
}
