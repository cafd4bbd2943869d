package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.FoldedPath;
import io.github.asltestkit.internal.message.Pointers;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.model.ApiModels;
import io.github.asltestkit.internal.shape.DataFlow;
import io.github.asltestkit.internal.shape.DeadComparison;
import io.github.asltestkit.internal.shape.DeadRead;
import io.github.asltestkit.internal.shape.Flaw;
import io.github.asltestkit.internal.shape.GivenShapes;
import io.github.asltestkit.internal.shape.Knowledge;
import io.github.asltestkit.internal.shape.Origin;
import io.github.asltestkit.internal.shape.ServiceResults;
import io.github.asltestkit.internal.shape.Shape;
import io.github.asltestkit.internal.shape.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads of what is never there, and comparisons that are never true, by what is known of the data on every way through the
 * machine. What is not known for sure is never told of.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html">Processing input
 *     and output in Step Functions</a>
 */
final class DataFlowRule implements Rule {
    static final String NEVER_EXISTS = "FIELD_NEVER_EXISTS";
    private static final String MAY_BE_ABSENT = "FIELD_MAY_BE_ABSENT";
    private static final String NOT_ASSIGNED = "VARIABLE_NOT_ASSIGNED";
    private static final String NEVER_READ = "VARIABLE_NEVER_READ";
    private static final String NEVER_TRUE = "COMPARISON_NEVER_TRUE";
    private static final String UNREACHABLE_RULE = "UNREACHABLE_RULE";
    private static final String UNREACHABLE_CATCHER = "UNREACHABLE_CATCHER";

    /** How much room what is at a place has in a message. */
    private static final int THERE = 80;

    /** Compiled when it is first asked, which most definitions never do. */
    private static final class Variables {
        static final Pattern VARIABLE = Pattern.compile("\\$(?<name>[\\p{L}_][\\p{L}\\p{Nd}\\p{Pc}]*)");
    }

    @Override
    public List<RuleInfo> about() {
        return List.of(
                RuleInfo.warning(
                        NEVER_EXISTS,
                        "A path or an expression reads what is never there, on every way or on one",
                        "The execution fails with States.Runtime or States.QueryEvaluationError",
                        "concepts-input-output-filtering.html"),
                RuleInfo.warning(
                        NOT_ASSIGNED,
                        "A variable is read where no path has assigned it",
                        "The execution fails with States.Runtime or States.QueryEvaluationError",
                        "workflow-variables.html"),
                RuleInfo.warning(
                        NEVER_TRUE,
                        "A Choice compares values of different types, or asks if something is there that never is",
                        "It is never true, and the rule may never match",
                        "state-choice.html"),
                RuleInfo.warning(
                        UNREACHABLE_RULE,
                        "A rule before it is always true, by the types of what is compared",
                        "It never matches anything",
                        "state-choice.html"),
                RuleInfo.warning(
                        UNREACHABLE_CATCHER,
                        "The state always fails with States.Runtime before it does anything",
                        "It never catches anything",
                        "concepts-error-handling.html"),
                RuleInfo.warning(
                        MAY_BE_ABSENT,
                        "Off by default. A field is read that some executions do not have",
                        "Those executions fail with States.Runtime or States.QueryEvaluationError",
                        "concepts-input-output-filtering.html"),
                RuleInfo.warning(
                        NEVER_READ,
                        "Off by default. A variable is assigned that nothing reads",
                        "It takes room for nothing",
                        "workflow-variables.html"));
    }

    @Override
    public void check(Definition definition, Findings findings) {
        ValidationOptions options = findings.options();
        Knowledge known = new GivenShapes(
                options.inputSchema(),
                options.resultSchemas(),
                new ServiceResults(ServiceCatalogue.load(), () -> ApiModels.ofSdk(loader())));
        boolean looksForPerhaps = findings.isAskedFor(MAY_BE_ABSENT);
        List<Flaw> flaws = DataFlow.of(definition, known, looksForPerhaps, findings.jsonata())
                .flaws();
        if (flaws.isEmpty() && !findings.isAskedFor(NEVER_READ)) {
            return;
        }
        Map<String, State> states = new HashMap<>();
        definition.states().allStates().forEach(state -> states.put(state.pointer(), state));
        Telling telling = new Telling(new Places(definition, states), findings);
        flaws.forEach(flaw -> flaw.accept(telling));
        if (findings.isAskedFor(NEVER_READ)) {
            neverRead(definition, states.values(), findings);
        }
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null ? context : DataFlowRule.class.getClassLoader();
    }

    /** Tells of each kind of flaw. */
    private record Telling(Places places, Findings findings) implements Flaw.Visitor {
        @Override
        public void neverThere(Flaw.NeverThere flaw) {
            DataFlowRule.neverThere(flaw, places, findings);
        }

        @Override
        public void neverTrue(Flaw.NeverTrue flaw) {
            findings.warning(
                    NEVER_TRUE, text(flaw.comparison()), flaw.comparison().pointer(), null);
        }

        @Override
        public void perhapsThere(Flaw.PerhapsThere flaw) {
            findings.optional(
                    MAY_BE_ABSENT,
                    flaw.read().path() + " is not there in every execution, and '"
                            + flaw.state().name() + "' then fails with "
                            + flaw.read().error(),
                    flaw.read().pointer(),
                    "ask if it is there in a Choice before");
        }

        @Override
        public void unassigned(Flaw.Unassigned flaw) {
            DataFlowRule.unassigned(flaw.variable(), flaw.state(), flaw.pointer(), null, findings);
        }

        @Override
        public void unreachable(Flaw.Unreachable flaw) {
            DataFlowRule.unreachable(flaw, places, findings);
        }
    }

    private static void neverThere(Flaw.NeverThere never, Places places, Findings findings) {
        DeadRead read = never.read();
        String way = "on the way "
                + FoldedPath.of(never.way().states().stream().map(State::name).toList()) + "; the execution fails with "
                + read.error();
        if (read.at().isEmpty()) {
            String variable = String.valueOf(read.step()).substring(1);
            unassigned(
                    variable,
                    never.state(),
                    read.pointer(),
                    never.everywhere() ? null : "no state assigns it\n" + way,
                    findings);
            return;
        }
        findings.warning(
                NEVER_EXISTS,
                read.path() + (never.everywhere() ? " is never there" : " is not there on every way"),
                read.pointer(),
                places.explanation(read) + "\n" + way);
    }

    private static void unassigned(
            String variable, State state, String pointer, @Nullable String hint, Findings findings) {
        String who = hint == null ? "No path assigns" : "Not every path assigns";
        findings.warning(
                NOT_ASSIGNED,
                who + " the variable $" + variable + " before '" + state.name() + "' reads it",
                pointer,
                hint);
    }

    private static String text(DeadComparison comparison) {
        Shape there = comparison.there();
        return comparison.path()
                + (there == null ? " is never there" : " is " + Text.cut(Shapes.words(there), THERE))
                + ": " + comparison.operator() + " is never true";
    }

    private static void unreachable(Flaw.Unreachable unreachable, Places places, Findings findings) {
        if (unreachable.pointer().contains("/Catch/")) {
            findings.warning(
                    UNREACHABLE_CATCHER,
                    "'" + unreachable.because() + "' always fails with States.Runtime, which nothing catches",
                    unreachable.pointer(),
                    null);
        } else {
            findings.warning(
                    UNREACHABLE_RULE,
                    "The rule in line " + places.line(unreachable.because()) + " is always true",
                    unreachable.pointer(),
                    null);
        }
    }

    // ---- variables that nothing reads ----------------------------------------------------------------------------

    private static void neverRead(Definition definition, Iterable<State> states, Findings findings) {
        Set<String> read = new HashSet<>();
        collect(definition.json(), read);
        for (State state : states) {
            List<String> pointers = new ArrayList<>(List.of(state.pointer() + "/Assign"));
            state.catchers().forEach(catcher -> pointers.add(catcher.pointer() + "/Assign"));
            if (state instanceof State.ChoiceState choice) {
                choice.choices().forEach(rule -> pointers.add(rule.pointer() + "/Assign"));
            }
            for (String pointer : pointers) {
                findings.json(pointer).fieldNames().forEachRemaining(field -> {
                    String name = Expressions.fieldName(field);
                    if (!read.contains(name)) {
                        findings.warning(
                                NEVER_READ,
                                "Nothing reads the variable $" + name,
                                pointer + "/" + Pointers.segment(field),
                                null);
                    }
                });
            }
        }
    }

    /** The names behind a dollar in any text: some may be no variables, and are then none that is assigned. */
    private static void collect(JsonNode node, Set<String> names) {
        if (node.isTextual()) {
            Matcher variable = Variables.VARIABLE.matcher(node.textValue());
            while (variable.find()) {
                names.add(variable.group("name"));
            }
        }
        node.forEach(part -> collect(part, names));
    }

    // ---- what is there instead -------------------------------------------------------------------------------------

    /** Where the states of a definition are. */
    private record Places(Definition definition, Map<String, State> states) {

        int line(String pointer) {
            return definition.locate(pointer).line();
        }

        /** What is there, and by whom. */
        String explanation(DeadRead read) {
            List<String> names = new ArrayList<>();
            for (Shape there : Shapes.alternatives(read.there())) {
                if (there instanceof Shape.ObjectOf object) {
                    names.addAll(object.fields().keySet());
                }
            }
            String there = Text.cut(Shapes.words(read.there()), THERE);
            String meant = read.step() instanceof String name ? DidYouMean.hint(name, names) : null;
            Optional<String> who = read.there().origin().accept(new Putting(this, there, read.at()));
            boolean token = read.there().origin() instanceof Origin.Context && "Task".equals(read.step());
            String line = token
                    ? "only a task that waits for its token, or for a job, has one"
                    : who.orElse(read.at() + " is " + there);
            return line + (meant == null ? "" : ": " + meant);
        }

        /** The state around a pointer with its line, and what it does; empty if the pointer is not in a state. */
        Optional<String> named(String pointer, String does) {
            for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
                State state = states.get(at);
                if (state != null) {
                    int line = line(at);
                    return Optional.of(state.name() + (line > 0 ? " (line " + line + ")" : "") + does);
                }
            }
            return Optional.empty();
        }
    }

    /** Who put what is at a place: empty if that is not a state and not the input. */
    private record Putting(Places places, String there, String at) implements Origin.Visitor<Optional<String>> {
        @Override
        public Optional<String> input(Origin.Input origin) {
            return Optional.of("the input has " + there + " at " + at);
        }

        @Override
        public Optional<String> result(Origin.Result origin) {
            return places.named(origin.state(), " gives " + there + ", which is " + at);
        }

        @Override
        public Optional<String> errorOutput(Origin.ErrorOutput origin) {
            return places.named(origin.state(), " fails, and its Catcher puts " + there + " at " + at);
        }

        @Override
        public Optional<String> context(Origin.Context origin) {
            return Optional.empty();
        }

        @Override
        public Optional<String> written(Origin.Written origin) {
            return places.named(origin.pointer(), " puts " + there + " at " + at);
        }

        @Override
        public Optional<String> computed(Origin.Computed origin) {
            return places.named(origin.pointer(), " puts " + there + " at " + at);
        }

        @Override
        public Optional<String> several(Origin.Several origin) {
            return Optional.empty();
        }

        @Override
        public Optional<String> unknown(Origin.Unknown origin) {
            return Optional.empty();
        }
    }
}
