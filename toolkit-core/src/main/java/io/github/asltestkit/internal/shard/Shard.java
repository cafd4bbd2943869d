package io.github.asltestkit.internal.shard;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of several equal parts of a numbered lot of work, such as the second of eight. All JVMs number the work alike, and each
 * does what its shard owns: together they do all of it, and nothing twice.
 *
 * @param index which part, from 1
 * @param count how many parts there are
 */
public record Shard(int index, int count) {
    /** The system property that says which shard a JVM is: {@code -Dasl.testkit.shard=2/8}. */
    public static final String PROPERTY = "asl.testkit.shard";

    /** The system property that asks for mutants: {@code -Dasl.testkit.mutation=true}. */
    public static final String MUTATION = "asl.testkit.mutation";

    /** All of the work. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /** @throws IllegalArgumentException if there is no such part */
    public Shard {
        if (index < 1 || index > count) {
            throw new IllegalArgumentException(refusal(index + "/" + count));
        }
    }

    /** @throws IllegalArgumentException if the text is not of the form {@code 2/8} */
    public static Shard parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(refusal(text));
        }
        return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /**
     * The shard of a setting; the whole if it is null or blank.
     *
     * @throws IllegalArgumentException if the text is not of the form {@code 2/8}
     */
    public static Shard of(@Nullable String setting) {
        return setting == null || setting.isBlank() ? WHOLE : parse(setting);
    }

    /**
     * The part of each exploration that this JVM runs: its shard, or the whole if the shard is a part of its mutants, which are
     * noticed by whole tests.
     *
     * @throws IllegalArgumentException if its value is not of the form {@code 2/8}
     */
    public static Shard ofExplorations() {
        return ofExplorations(System::getProperty);
    }

    static Shard ofExplorations(Function<String, @Nullable String> properties) {
        return Boolean.parseBoolean(properties.apply(MUTATION)) ? WHOLE : of(properties.apply(PROPERTY));
    }

    private static String refusal(String text) {
        return PROPERTY + " is \"" + text
                + "\". Write which part of how many this is, such as 2/8 for the second of eight.";
    }

    /** Whether a piece of work is this shard's, by its number from 0. */
    public boolean owns(long number) {
        return number % count == index - 1;
    }

    /** Whether there are no other parts. */
    public boolean isWhole() {
        return count == 1;
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
