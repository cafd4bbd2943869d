package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a definition that can be read may still have wrong: errors with which CreateStateMachine refuses it, and warnings
 * of things that AWS runs and nobody wants. Each rule is a class of its own. A warning is switched off by its code: in
 * the options, by {@code asl-testkit: ignore CODE} in the Comment of the state or of the machine, or by such a comment in
 * the line above.
 */
public final class Validator {
    private static final List<Rule> RULES = List.of(
            new PathRule(),
            new ResultPathRule(),
            new TemplateRule(),
            new JsonataRule(),
            new FailPathRule(),
            new ComparisonRule(),
            new HeartbeatRule(),
            new ResourceRule(),
            new ExpressRule(),
            new DistributedMapRule(),
            new LabelRule(),
            new NoDollarRule(),
            new NoPathRule(),
            new StaticResultRule(),
            new ServiceParameterRule(),
            new CallbackTimeoutRule(),
            new HeartbeatWithoutTokenRule(),
            new ShadowedHandlerRule(),
            new UnmatchableErrorRule(),
            new CatchInputRule(),
            new ChoiceDefaultRule(),
            new LambdaRetryRule(),
            new RetryTimeRule(),
            new LoopRule(),
            new WayOutRule(),
            new MapResultRule(),
            new DataFlowRule(),
            new AssignRule());

    private Validator() {}

    /** What each rule tells, by the simple name of its class, in the order of the guide. */
    public static Map<String, List<RuleInfo>> rules() {
        Map<String, List<RuleInfo>> rules = new LinkedHashMap<>();
        RULES.forEach(rule -> rules.put(rule.getClass().getSimpleName(), rule.about()));
        return rules;
    }

    /** The errors and warnings of a definition, sorted by place. */
    public static List<Diagnostic> validate(Definition definition, ValidationOptions options) {
        Findings findings = new Findings(definition, options);
        for (Rule rule : RULES) {
            rule.check(definition, findings);
        }
        return findings.sorted();
    }

    /**
     * What was found while a definition was read, and what is found now, sorted by place; what is said of the whole
     * machine comes last. Of a path that is refused, nothing is told of what it reads.
     */
    public static List<Diagnostic> validateFurther(
            Definition definition, List<Diagnostic> found, ValidationOptions options) {
        List<Diagnostic> all = new ArrayList<>(found);
        all.addAll(validate(definition, options));
        if (all.size() < 2) {
            return List.copyOf(all);
        }
        Set<Location> refused = new HashSet<>();
        for (Diagnostic diagnostic : all) {
            if (diagnostic.isError()) {
                refused.add(diagnostic.location());
            }
        }
        if (!refused.isEmpty()) {
            all.removeIf(d -> d.code().equals(DataFlowRule.NEVER_EXISTS) && refused.contains(d.location()));
        }
        return all.stream()
                .sorted(Comparator.comparing((Diagnostic d) -> d.awsLocation() == null)
                        .thenComparingInt(d -> d.location().line())
                        .thenComparingInt(d -> d.location().column()))
                .toList();
    }

    /** The errors and warnings of a Standard workflow. */
    public static List<Diagnostic> validate(Definition definition) {
        return validate(definition, ValidationOptions.standard());
    }
}
