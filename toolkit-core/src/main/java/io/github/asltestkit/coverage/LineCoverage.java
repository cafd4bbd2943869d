package io.github.asltestkit.coverage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A line of a definition's file.
 *
 * @param line counted from 1
 * @param hits how often the line was taken: as often as what was taken most on it
 * @param branches how often each of the ways was taken that the line offers; empty where it offers none
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record LineCoverage(int line, long hits, List<Long> branches) {

    /** Keeps a copy of the ways. */
    public LineCoverage {
        branches = List.copyOf(branches);
    }

    /** How many of the branches were taken. */
    public int coveredBranches() {
        return (int) branches.stream().filter(hit -> hit > 0).count();
    }
}
