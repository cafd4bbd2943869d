package io.github.asltestkit.junit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mutant that tests are run with: {@code ShipOrder: drop field QueueUrl}, or behind the name of its definition,
 * {@code order.asl.json#ShipOrder: drop field QueueUrl}.
 *
 * @param definition the name or the key of the definition; null for any
 * @param id the id of the mutant
 */
record MutantAddress(@Nullable String definition, String id) {
    private static final Pattern FORM = Pattern.compile("([^#]+(?:#[0-9a-f]{12})?)#(.+)");

    static MutantAddress parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches() ? new MutantAddress(form.group(1), form.group(2)) : new MutantAddress(null, text.strip());
    }

    /** Whether it may be a mutant of a definition, by the definition's key. */
    boolean isOf(String key) {
        String name = key.substring(0, key.lastIndexOf('#'));
        return definition == null
                || definition.equals(key)
                || definition.equals(name)
                || name.endsWith("/" + definition);
    }

    @Override
    public String toString() {
        return definition == null ? id : definition + "#" + id;
    }
}
