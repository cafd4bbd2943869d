package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Data of a run, brought into the form in which it is compared only where it does not equal the other as it is. */
final class Datum {
    private final @Nullable JsonNode raw;
    private final Canon form;
    private @Nullable JsonNode formed;

    Datum(@Nullable JsonNode raw, Canon form) {
        this.raw = raw;
        this.form = form;
    }

    /** The data in the form in which it is compared. */
    @Nullable
    JsonNode tree() {
        if (formed == null) {
            formed = form.of(raw);
        }
        return formed;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Datum datum && (Objects.equals(raw, datum.raw) || Objects.equals(tree(), datum.tree()));
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(tree());
    }

    @Override
    public String toString() {
        return String.valueOf(tree());
    }
}
