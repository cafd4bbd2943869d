package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One element of {@code Catch}. The trees are as written, and not to be changed.
 *
 * @param errorEquals the error names it catches, as written; {@code States.ALL} and the like among them
 * @param next the state it leads to
 * @param resultPath {@code ResultPath}: a text, or a {@code NullNode} where the definition says {@code null}, which discards
 *     the error; null where the field is absent, which makes the error the output
 * @param output JSONata {@code Output}; null where the field is absent
 * @param assign {@code Assign}, an object; null where the field is absent
 * @param pointer the JSON pointer of the element, such as {@code /States/Charge/Catch/0}
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors</a>
 */
@API(status = MAINTAINED, since = "0.1")
public record Catcher(
        List<String> errorEquals,
        String next,
        @Nullable JsonNode resultPath,
        @Nullable JsonNode output,
        @Nullable JsonNode assign,
        String pointer) {}
