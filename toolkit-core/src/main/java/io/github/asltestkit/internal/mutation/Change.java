package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.definition.DefinitionSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of a definition. Whether the definition is still valid then, nobody has asked yet.
 *
 * @param state the state whose it is; empty for the machine itself
 * @param text what is changed, such as {@code drop field QueueUrl}
 * @param pointer what is changed in the original: a value or, where it is dropped, a field with its name
 * @param edits how the tree changes
 * @param replacement what stands in its place, as JSON; empty for nothing
 * @param reachedBy the kind of item that an execution takes before it can notice the change
 * @param reachedAt where that item stands; null if every execution of the definition can notice the change
 * @param advice what would notice it
 * @param equalBecause why no execution can tell the changed definition from the original; null if one may
 */
public record Change(
        String state,
        String text,
        String pointer,
        List<Edit> edits,
        String replacement,
        ItemKind reachedBy,
        @Nullable String reachedAt,
        String advice,
        @Nullable String equalBecause) {

    /** The source of the changed definition. */
    public DefinitionSource applyTo(DefinitionSource original) {
        return ChangedSource.of(original, edits);
    }

    /** Whether what is changed is gone, with its name, as opposed to changed. */
    public boolean isDropped() {
        return replacement.isEmpty();
    }

    Change reachedBy(ItemKind kind, String at) {
        return new Change(state, text, pointer, edits, replacement, kind, at, advice, equalBecause);
    }

    Change equalIf(boolean condition, EqualBecause reason) {
        return condition
                ? new Change(state, text, pointer, edits, replacement, reachedBy, reachedAt, advice, reason.text())
                : this;
    }

    static Change put(Site site, String text, String pointer, JsonNode value, String advice) {
        return site.change(text, pointer, List.of(new Edit.Put(pointer, value)), value.toString(), advice);
    }

    static Change drop(Site site, String text, String pointer, String advice) {
        return site.change(text, pointer, List.of(new Edit.Drop(pointer)), "", advice);
    }
}
