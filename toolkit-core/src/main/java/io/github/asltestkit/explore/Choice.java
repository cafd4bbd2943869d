package io.github.asltestkit.explore;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A fault at one place of a run.
 *
 * @param path the state's place among nested states, such as {@code ForEachOrder[3]/Charge}. A state of another machine that
 *     the execution started has the machine's name before it: {@code billing:Charge}. Of a Map whose items fail, the Map's
 * @param visit which visit of the state; 1 is the first
 * @param attempt which attempt of that visit; 1 is the first
 * @param fault what goes wrong with the call
 * @param always whether it goes wrong with every call of the state from that one on, rather than once
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Choice(String path, int visit, int attempt, Fault fault, boolean always) {
    private static final Pattern FORM = Pattern.compile("(.+)@(\\d{1,9})\\.(\\d{1,9})(\\+?) (\\S+)(?: (.+))?");

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one of them is less than 1
     */
    public Choice {
        if (visit < 1 || attempt < 1) {
            throw new IllegalArgumentException("The first visit and the first attempt are 1");
        }
    }

    /**
     * Reads one choice.
     *
     * @throws IllegalArgumentException if it is none, saying why
     */
    static Choice parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not of the form STATE@VISIT.ATTEMPT FAULT");
        }
        String error = form.group(6);
        Fault fault = new Fault(Fault.Kind.of(form.group(5)), error == null ? null : unescaped(error));
        return new Choice(
                unescaped(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                fault,
                !form.group(4).isEmpty());
    }

    /** Whether it is about this call. */
    public boolean isOf(String callPath, int callVisit, int callAttempt) {
        if (!path.equals(callPath)) {
            return false;
        }
        return always
                ? callVisit > visit || (callVisit == visit && callAttempt >= attempt)
                : callVisit == visit && callAttempt == attempt;
    }

    /** What goes wrong, as a sentence: {@code ChargeCard (attempt 2) fails with Bank.Busy, always}. */
    public String description() {
        StringBuilder where = new StringBuilder(path);
        if (visit > 1 || attempt > 1) {
            where.append(" (");
            where.append(visit > 1 ? "visit " + visit + (attempt > 1 ? ", " : "") : "");
            where.append(attempt > 1 ? "attempt " + attempt : "").append(')');
        }
        return where.append(' ')
                .append(fault.description())
                .append(always ? ", always" : "")
                .toString();
    }

    /** The text that a plan is parsed from: {@code ChargeCard@1.2 fails Bank.Busy}; a {@code +} after the attempt is always. */
    @Override
    public String toString() {
        return escaped(path) + "@" + visit + "." + attempt + (always ? "+" : "") + " " + fault;
    }

    static String escaped(String name) {
        return name.replace("%", "%25").replace("@", "%40").replace(";", "%3B").replace("\n", "%0A");
    }

    private static String unescaped(String name) {
        return name.replace("%0A", "\n").replace("%3B", ";").replace("%40", "@").replace("%25", "%");
    }
}
