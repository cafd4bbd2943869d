package io.github.asltestkit.internal.execution;

import io.github.asltestkit.internal.program.Program;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A state machine as an engine knows it.
 *
 * @param arn its ARN in the engine's account and region
 * @param name its name
 * @param express whether its type is EXPRESS
 * @param roleArn the role of its executions; null for the engine's
 */
public record Machine(
        String arn,
        String name,
        boolean express,
        Program program,
        @Nullable String roleArn) {

    /** A machine with the engine's role. */
    public Machine(String arn, String name, boolean express, Program program) {
        this(arn, name, express, program, null);
    }

    /** Programs are compared as objects: a look at the whole of two definitions would cost more than a flow. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
        return other instanceof Machine that
                && arn.equals(that.arn)
                && name.equals(that.name)
                && express == that.express
                && program == that.program
                && Objects.equals(roleArn, that.roleArn);
    }

    @Override
    public int hashCode() {
        return arn.hashCode();
    }
}
