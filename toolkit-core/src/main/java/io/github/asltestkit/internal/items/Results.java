package io.github.asltestkit.internal.items;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What becomes of the results of a Map Run's child executions, which come in the order in which these end. */
public interface Results {

    /** How a child execution ended, as far as results are sorted by that. */
    enum Kind {
        SUCCEEDED,
        FAILED,
        PENDING
    }

    /**
     * The result of a child execution.
     *
     * @param index which child execution
     * @param kind how it ended
     * @param output its output; null where it did not succeed
     * @param description all there is to be known of it, in the names of DescribeExecution
     */
    record Result(int index, Kind kind, @Nullable JsonNode output, Description description) {}

    /** Written only where somebody wants it. */
    @FunctionalInterface
    interface Description {
        /** Writes it as a JSON object behind a text. */
        void write(StringBuilder json);
    }

    /** Takes a result. */
    void add(Result result);

    /**
     * All results there will be in this attempt have been taken.
     *
     * @param succeeded whether the Map Run goes on to its end; else nothing is handed on
     * @return the result of the Map state
     * @throws ResultWriterException if the results cannot be written
     */
    JsonNode finish(boolean succeeded);

    /** The Map Run is redriven: successes stay, the rest comes again. */
    void reopen();
}
