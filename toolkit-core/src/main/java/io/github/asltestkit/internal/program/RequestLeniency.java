package io.github.asltestkit.internal.program;

import java.util.function.Predicate;

/**
 * Where a call of an optimized integration may have other parameters than the catalogue knows: the service may have learned
 * new ones, and a user says so by switching the warning off.
 *
 * @param unknown whether the parameter at a pointer, or all at the pointer of the parameters, may be one that is not known
 * @param missing whether a required parameter may be missing, by the pointer of the parameters
 */
public record RequestLeniency(Predicate<String> unknown, Predicate<String> missing) {
    /** Nowhere. */
    public static final RequestLeniency NONE = new RequestLeniency(pointer -> false, pointer -> false);
}
