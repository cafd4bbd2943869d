package io.github.asltestkit.report;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/**
 * Where definitions stand, for reports that are read on other machines.
 *
 * @param name the name of a definition's source, without the folders of this machine
 * @param file the path of its file from the root of the repository; the name where there is none
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record DefinitionNames(UnaryOperator<String> name, UnaryOperator<String> file) {
    /** Sources are named as they are. */
    public static final DefinitionNames AS_GIVEN =
            new DefinitionNames(UnaryOperator.identity(), UnaryOperator.identity());
}
