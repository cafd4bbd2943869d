package io.github.asltestkit.internal.message;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is in place of a name that is not known. */
public final class KnownNames {
    private static final int SHOWN = 8;

    private KnownNames() {}

    /** ARNs of one kind begin alike, so only their names are compared. */
    private static String name(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.lastIndexOf(':') + 1);
    }

    private static @Nullable String meant(String name, Collection<String> known) {
        String nearest =
                DidYouMean.nearest(name, known.stream().map(KnownNames::name).toList());
        return known.stream()
                .filter(candidate -> name(candidate).equals(nearest))
                .findFirst()
                .orElse(null);
    }

    /**
     * The names that there are, one a line, and the one that was probably meant.
     *
     * @param kind what has such names, such as {@code state machines}
     */
    public static String facts(String kind, String given, Collection<String> known) {
        List<String> shown = known.stream().limit(SHOWN).toList();
        String more = known.size() > SHOWN ? "\nand " + (known.size() - SHOWN) + " more" : "";
        String all = shown.isEmpty() ? "none" : String.join("\n", shown) + more;
        String meant = meant(name(given), known);
        Facts facts = new Facts().whole(kind, all);
        return (meant == null ? facts : facts.whole("did you mean", meant + "?")).text();
    }
}
