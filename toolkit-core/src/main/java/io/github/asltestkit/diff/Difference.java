package io.github.asltestkit.diff;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios that differ for the first time in the same way and at the same place, with the smallest of them.
 *
 * @param kind in what they differ first
 * @param state the state that decided: where the two executions part. Its name today, or the name that it had if it is gone;
 *     empty if the machine itself decided, such as its TimeoutSeconds
 * @param place where it stands, such as {@code order.asl.json:23:5  /States/ChargeCard}
 * @param change what is different there in the definition, such as {@code Retry[0].MaxAttempts: 1 became 3}; null if the
 *     definitions are alike there
 * @param before what the old definition does, in words
 * @param after what the new definition does, in words
 * @param scenarios how many scenarios differ so
 * @param example the smallest of them
 * @param old how the old definition behaves in it
 * @param current how the new definition behaves in it
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Difference(
        DifferenceKind kind,
        String state,
        String place,
        @Nullable String change,
        String before,
        String after,
        int scenarios,
        Scenario example,
        Course old,
        Course current) {

    @Override
    public String toString() {
        return example.name() + "  " + before + " -> " + after + (change == null ? "" : "  (" + change + ")");
    }
}
