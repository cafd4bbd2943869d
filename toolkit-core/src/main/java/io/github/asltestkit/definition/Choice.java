package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One element of {@code Choices}: a rule and where it leads. The trees are as written, and not to be changed.
 *
 * @param rule what is asked
 * @param next the state that follows where it is true
 * @param comment {@code Comment}; null where the field is absent
 * @param output JSONata {@code Output}, for where the rule is true; null where the field is absent
 * @param assign {@code Assign}, an object, for where the rule is true; null where the field is absent
 * @param pointer the JSON pointer of the element, such as {@code /States/Pick/Choices/0}
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html">Choice workflow state</a>
 */
@API(status = MAINTAINED, since = "0.1")
public record Choice(
        ChoiceRule rule,
        String next,
        @Nullable String comment,
        @Nullable JsonNode output,
        @Nullable JsonNode assign,
        String pointer) {}
