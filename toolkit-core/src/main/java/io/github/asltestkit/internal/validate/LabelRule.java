package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The Label of a distributed Map names its child executions.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">Map state in Distributed
 *     mode</a>: at most 40 characters, unique in the definition, without white space, wildcards, brackets and special
 *     characters
 */
final class LabelRule implements Rule {
    private static final String INVALID = "INVALID_LABEL_NAME";
    private static final String DUPLICATE = "DUPLICATE_LABEL_NAME";
    private static final int MAX_LABEL = 40;
    /** Compiled when it is first asked, which most definitions never do. */
    private static final class Labels {
        static final Pattern EXCLUDED = Pattern.compile("[\\s?*<>{}\\[\\]:;,\\\\|^~$#%&`\"\\p{Cntrl}]");
    }

    @Override
    public List<RuleInfo> about() {
        return List.of(
                RuleInfo.error(
                        INVALID,
                        "A Label has at most 40 characters, and none of those that the field excludes",
                        "state-map-distributed.html"),
                RuleInfo.error(DUPLICATE, "A Label occurs once only", "state-map-distributed.html"));
    }

    @Override
    public void check(Definition definition, Findings findings) {
        check(definition.states(), new HashSet<>(), findings);
    }

    private static void check(StateGraph graph, Set<String> seen, Findings findings) {
        for (State state : graph.states().values()) {
            if (state instanceof State.MapState map && map.label() != null && !Findings.isOpen(map.label())) {
                check(map.label(), map.pointer() + "/Label", seen, findings);
            }
            state.graphs().forEach(inner -> check(inner, seen, findings));
        }
    }

    private static void check(String label, String pointer, Set<String> seen, Findings findings) {
        if (label.length() > MAX_LABEL) {
            findings.coded(INVALID, "Label is longer than " + MAX_LABEL + " characters", pointer, null);
        } else if (Labels.EXCLUDED.matcher(label).find()) {
            findings.coded(INVALID, "Label contains a character that it may not have: " + label, pointer, null);
        }
        if (!seen.add(label)) {
            findings.coded(DUPLICATE, "Duplicate Label name: " + label, pointer, null);
        }
    }
}
