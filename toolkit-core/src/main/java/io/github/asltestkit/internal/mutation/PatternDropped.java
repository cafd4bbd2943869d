package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.definition.State;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Task does not wait for the job's end, or for its task token. */
final class PatternDropped implements Operator {
    private static final Pattern WAITS = Pattern.compile("(.+)(\\.sync(?::2)?|\\.waitForTaskToken)");

    @Override
    public List<Change> changes(Site site) {
        if (!(site.state() instanceof State.Task task)) {
            return List.of();
        }
        Matcher resource = WAITS.matcher(task.resource());
        return resource.matches()
                ? List.of(Change.put(
                        site,
                        "drop " + resource.group(2),
                        site.at("Resource"),
                        TextNode.valueOf(resource.group(1)),
                        Advice.pattern(site)))
                : List.of();
    }
}
