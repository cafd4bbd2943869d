package io.github.asltestkit.coverage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Locale;
import org.apiguardian.api.API;

/**
 * A part of a whole.
 *
 * @param covered how many were taken
 * @param total how many there are
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Ratio(int covered, int total) {

    /** Nothing of nothing. */
    static final Ratio NONE = new Ratio(0, 0);

    Ratio plus(Ratio other) {
        return new Ratio(covered + other.covered, total + other.total);
    }

    /** The part in percent; 100 where there is nothing to take. */
    public double percent() {
        return total == 0 ? 100 : 100.0 * covered / total;
    }

    /** The percentage with one digit after the point, rounded down: 100.0 is shown for all, and for nothing less. */
    public String percentText() {
        return String.format(Locale.ROOT, "%.1f", Math.floor(percent() * 10) / 10);
    }

    @Override
    public String toString() {
        return percentText() + " % (" + covered + " of " + total + ")";
    }
}
