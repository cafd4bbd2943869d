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
 * @param pointer what is changed in the original: a value or, where its name goes with it, a field; where a field is new, what
 *     gets it
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

    /** Whether the name of what is changed goes with it: it is dropped, or another field stands in its place. */
    boolean takesName() {
        return replacement.isEmpty() || edits.contains(new Edit.Drop(pointer));
    }

    /** The last value that is changed: the pointer's own or, of two elements that change places, the second. */
    String lastPointer() {
        if (!edits.contains(new Edit.SwapWithNext(pointer))) {
            return pointer;
        }
        int slash = pointer.lastIndexOf('/');
        return pointer.substring(0, slash + 1) + (Integer.parseInt(pointer.substring(slash + 1)) + 1);
    }

    Change reachedBy(ItemKind kind, String at) {
        return new Change(state, text, pointer, edits, replacement, kind, at, advice, equalBecause);
    }

    Change equalIf(boolean condition, EqualBecause reason) {
        return condition
                ? new Change(state, text, pointer, edits, replacement, reachedBy, reachedAt, advice, reason.text())
                : this;
    }

    /** Another value of a field. Of one that is not written yet, what is changed is the object that gets it. */
    static Change put(Site site, String text, String pointer, JsonNode value, String advice) {
        List<Edit> edits = List.of(new Edit.Put(pointer, value));
        JsonNode tree = site.definition().json();
        if (!tree.at(pointer).isMissingNode()) {
            return site.change(text, pointer, edits, value.toString(), advice);
        }
        String owner = pointer.substring(0, pointer.lastIndexOf('/'));
        return site.change(text, owner, edits, Edit.apply(edits, tree).at(owner).toString(), advice);
    }

    static Change drop(Site site, String text, String pointer, String advice) {
        return site.change(text, pointer, List.of(new Edit.Drop(pointer)), "", advice);
    }
}
