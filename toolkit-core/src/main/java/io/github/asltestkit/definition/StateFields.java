package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The fields that several state types share, as written and not to be changed: null where absent, {@code NullNode} where the
 * definition says {@code null} (which means something for {@code InputPath}, {@code OutputPath} and {@code ResultPath}).
 *
 * @param comment {@code Comment}
 * @param queryLanguage the state's own {@code QueryLanguage}, or the machine's
 * @param inputPath {@code InputPath}, JSONPath
 * @param outputPath {@code OutputPath}, JSONPath
 * @param parameters {@code Parameters}, JSONPath
 * @param resultSelector {@code ResultSelector}, JSONPath
 * @param resultPath {@code ResultPath}, JSONPath
 * @param arguments {@code Arguments}, JSONata
 * @param output {@code Output}, JSONata
 * @param assign {@code Assign}: an object of variables and their values
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html">Processing input and output</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Passing data between states with variables</a>
 */
@API(status = MAINTAINED, since = "0.1")
public record StateFields(
        @Nullable String comment,
        QueryLanguage queryLanguage,
        @Nullable JsonNode inputPath,
        @Nullable JsonNode outputPath,
        @Nullable JsonNode parameters,
        @Nullable JsonNode resultSelector,
        @Nullable JsonNode resultPath,
        @Nullable JsonNode arguments,
        @Nullable JsonNode output,
        @Nullable JsonNode assign) {}
