package io.github.asltestkit.internal.hcl;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the first name of a reference means. */
public interface Scope {
    /** The value; null if the name is not known. */
    @Nullable
    Value root(String name, Span at);

    /** Whether the name belongs to a {@code for} and means something else in each round. */
    default boolean isLocal(String name) {
        return false;
    }

    /** This scope with the names of a {@code for}. */
    default Scope with(Map<String, Value> names) {
        Scope outer = this;
        return new Scope() {
            @Override
            public @Nullable Value root(String name, Span at) {
                Value local = names.get(name);
                return local == null ? outer.root(name, at) : local;
            }

            @Override
            public boolean isLocal(String name) {
                return names.containsKey(name) || outer.isLocal(name);
            }
        };
    }
}
