package io.github.asltestkit.internal.expression;

import io.github.asltestkit.internal.spec.ErrorNames;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation that fails as it fails at AWS. The interpreter puts "An error occurred while executing the state ..."
 * before {@link #detail()}.
 */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final String detail;
    private final @Nullable String location;

    public EvaluationException(String error, String detail, @Nullable String location) {
        super(error + ": " + detail, null, false, false);
        this.error = error;
        this.detail = detail;
        this.location = location;
    }

    /** A JSONPath data-flow failure, {@code States.Runtime}. */
    public static EvaluationException runtime(String detail) {
        return new EvaluationException(ErrorNames.RUNTIME, detail, null);
    }

    /** A JSONata failure, {@code States.QueryEvaluationError}, at a field such as {@code Arguments/FunctionName}. */
    public static EvaluationException query(String detail, @Nullable String location) {
        return new EvaluationException(ErrorNames.QUERY_EVALUATION_ERROR, detail, location);
    }

    /** AWS's error name. */
    public String error() {
        return error;
    }

    /** The cause without its "An error occurred while executing the state ..." prefix. */
    public String detail() {
        return detail;
    }

    /** The {@code location} of an {@code EvaluationFailed} event, or null. */
    public @Nullable String location() {
        return location;
    }
}
