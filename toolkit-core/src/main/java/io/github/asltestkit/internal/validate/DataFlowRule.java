package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.FoldedPath;
import io.github.asltestkit.internal.shape.DataFlow;
import io.github.asltestkit.internal.shape.DeadComparison;
import io.github.asltestkit.internal.shape.DeadRead;
import io.github.asltestkit.internal.shape.Flaw;
import io.github.asltestkit.internal.shape.Origin;
import io.github.asltestkit.internal.shape.ServiceResults;
import io.github.asltestkit.internal.shape.Shape;
import io.github.asltestkit.internal.shape.Shapes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Paths that read what is never there, and comparisons that are never true, by what is known of the data on every way through
 * the machine.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html">Processing input
 *     and output in Step Functions</a>
 */
final class DataFlowRule implements Rule {
    private static final String NEVER_EXISTS = "FIELD_NEVER_EXISTS";
    private static final String NEVER_TRUE = "COMPARISON_NEVER_TRUE";

    @Override
    public List<RuleInfo> about() {
        return List.of(
                RuleInfo.warning(
                        NEVER_EXISTS,
                        "A path reads what the states before it never put there",
                        "The execution fails with States.Runtime or States.QueryEvaluationError",
                        "concepts-input-output-filtering.html"),
                RuleInfo.warning(
                        NEVER_TRUE,
                        "A Choice compares values of different types, or asks if something is there that never is",
                        "It is never true, and the rule may never match",
                        "state-choice.html"));
    }

    @Override
    public void check(Definition definition, Findings findings) {
        DataFlow flow = DataFlow.of(definition, new ServiceResults(ServiceCatalogue.load()));
        for (Flaw flaw : flow.flaws()) {
            if (flaw instanceof Flaw.NeverThere never && !never.read().at().isEmpty()) {
                findings.warning(
                        NEVER_EXISTS,
                        never.read().path() + (never.everywhere() ? " is never there" : " is not there on every way"),
                        never.read().pointer(),
                        explanation(definition, never));
            } else if (flaw instanceof Flaw.NeverTrue never) {
                findings.warning(
                        NEVER_TRUE,
                        never.comparison().path() + " is "
                                + Shapes.words(never.comparison().there()) + ": "
                                + never.comparison().operator() + " is never true",
                        never.comparison().pointer(),
                        null);
            }
        }
    }

    private static String text(DeadComparison comparison) {
        Shape there = comparison.there();
        return comparison.path() + (there == null ? " is never there" : " is " + Shapes.words(there)) + ": "
                + comparison.operator() + " is never true";
    }

    private static String explanation(Definition definition, Flaw.NeverThere never) {
        DeadRead read = never.read();
        List<String> names = new ArrayList<>();
        if (read.there() instanceof Shape.ObjectOf object) {
            object.fields().forEach((name, field) -> names.add(name));
        }
        String meant = read.step() instanceof String name ? DidYouMean.hint(name, names) : null;
        String who = producer(definition, read.there().origin());
        String there = Shapes.words(read.there());
        String line = who == null
                ? read.at() + " is " + there
                : who + " puts " + there + (read.at().isEmpty() ? "" : " at " + read.at());
        return line + (meant == null ? "" : ": " + meant) + "\non the way "
                + FoldedPath.of(never.way().stream().map(State::name).toList()) + "; the execution fails with "
                + read.error();
    }

    /** The state that a shape comes from, and its line; null where it is not known. */
    private static @Nullable String producer(Definition definition, Origin origin) {
        String pointer = null;
        if (origin instanceof Origin.Written written) {
            pointer = written.pointer();
        } else if (origin instanceof Origin.Computed computed) {
            pointer = computed.pointer();
        } else if (origin instanceof Origin.Result result) {
            pointer = result.state();
        } else if (origin instanceof Origin.ErrorOutput error) {
            pointer = error.state();
        }
        if (pointer == null) {
            return null;
        }
        State best = null;
        for (State state : definition.states().allStates().toList()) {
            if ((pointer + "/").startsWith(state.pointer() + "/")
                    && (best == null
                            || best.pointer().length() < state.pointer().length())) {
                best = state;
            }
        }
        return best == null
                ? null
                : best.name() + " (line " + definition.locate(best.pointer()).line() + ")";
    }
}
