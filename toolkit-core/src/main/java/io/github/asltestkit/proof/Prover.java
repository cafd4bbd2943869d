package io.github.asltestkit.proof;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.message.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * Asks AWS about what a folder does not know yet: one request a second, the quota of TestState, and later ones more slowly if AWS
 * throttles them. Each answer is kept as soon as it has come, so that nothing is asked twice, whatever happens after it. One
 * prover has one budget of requests; it may be used on several threads, which wait for one another.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Step Functions service quotas</a>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Prover {
    /** What {@link #withMaxRequests} is if nothing is said. */
    public static final int MAX_REQUESTS = 100;

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** How often the pause is doubled while AWS throttles requests. */
    private static final int DOUBLED = 5;

    private final TestStateService service;
    private final Consumer<Duration> waiter;
    private final int maxRequests;
    private final Duration pause;
    private int asked;

    /**
     * A prover that may make {@value #MAX_REQUESTS} requests.
     *
     * @param service who answers
     * @param waiter waits so long, in real time: the toolkit's core never waits by itself
     */
    public Prover(TestStateService service, Consumer<Duration> waiter) {
        this(service, waiter, MAX_REQUESTS, SECOND);
    }

    private Prover(TestStateService service, Consumer<Duration> waiter, int maxRequests, Duration pause) {
        this.pause = pause;
        this.service = service;
        this.waiter = waiter;
        this.maxRequests = maxRequests;
    }

    /**
     * The same with another budget, of which nothing is spent.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Prover withMaxRequests(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("A prover must be allowed at least one request, not " + most + ".");
        }
        return new Prover(service, waiter, most, pause);
    }

    /**
     * The same with another pace, for an account whose quota was raised.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Prover withRequestsPerSecond(int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "A prover must be allowed at least one request a second, not " + most + ".");
        }
        return new Prover(service, waiter, maxRequests, SECOND.dividedBy(most));
    }

    /**
     * Asks about the stays that the folder does not know, those with the same request once, and holds all stays against the
     * answers.
     *
     * @param announce told before the first request how many there will be, such as {@code 27 stays to prove, 19 known}
     * @return what came of it; a request that AWS refused, such as one with a mock that its API model does not have, is a deviation
     * @throws ProofException if the budget is too small, before the first request; if AWS does not answer; or if an answer cannot
     *     be kept. What was answered before is kept
     */
    public synchronized ProofResult prove(ProofFolder folder, List<Stay> stays, Consumer<String> announce) {
        Map<String, Stay> toAsk = new LinkedHashMap<>();
        Map<String, Stay> known = new LinkedHashMap<>();
        for (Stay stay : stays) {
            if (stay.unprovable() == null) {
                (folder.knows(stay) ? known : toAsk).putIfAbsent(stay.key(), stay);
            }
        }
        String count = count(toAsk.size()) + " to prove, " + known.size() + " known";
        announce.accept(count);
        Map<String, String> refusals = new LinkedHashMap<>();
        if (!toAsk.isEmpty()) {
            checkBudget(toAsk.size());
            checkWritable(folder);
            Progress progress = new Progress(folder, toAsk.size());
            for (Stay stay : toAsk.values()) {
                ask(folder, stay, refusals, progress);
            }
        }
        return judged(folder, stays, refusals);
    }

    private static ProofResult judged(ProofFolder folder, List<Stay> stays, Map<String, String> refusals) {
        List<Stay> answered =
                stays.stream().filter(stay -> !refusals.containsKey(stay.key())).toList();
        ProofResult result = folder.check(answered);
        List<ProofResult.Deviation> deviations = new ArrayList<>(result.deviations());
        stays.stream()
                .filter(stay -> refusals.containsKey(stay.key()))
                .map(stay -> ProofResult.Deviation.refused(stay, String.valueOf(refusals.get(stay.key()))))
                .forEach(deviations::add);
        return new ProofResult(folder, result.agreed(), result.missing(), deviations, result.unprovable());
    }

    private static String count(int stays) {
        return stays == 1 ? "1 stay" : stays + " stays";
    }

    // ---- before the first request ---------------------------------------------------------------------------

    private void checkBudget(int wanted) {
        if (asked + wanted > maxRequests) {
            String spent = asked == 0 ? "" : ", of which " + asked + " are spent";
            throw new ProofException(
                    count(wanted) + " to prove, but at most " + maxRequests + " requests are allowed" + spent
                            + ". AWS was not asked.\n\n"
                            + indented("Allow more with -Dasl.testkit.prove.maxRequests=" + (asked + wanted)
                                    + ": it takes about a second for each. Or prove a part of the tests at a time."),
                    null);
        }
    }

    private static String indented(String text) {
        return "  " + String.join("\n  ", Text.wrap(text, Text.WIDTH - 2));
    }

    private static void checkWritable(ProofFolder folder) {
        try {
            folder.checkWritable();
        } catch (IOException unwritable) {
            throw new ProofException(
                    "The folder of proofs " + DeviationMessage.shown(folder.path()) + " cannot be written: "
                            + reason(unwritable) + ".\nAWS was not asked.",
                    unwritable);
        }
    }

    private static String reason(IOException failure) {
        String simple = failure.getClass().getSimpleName().replaceFirst("Exception$", "");
        return simple + (failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")");
    }

    // ---- one request after the other ------------------------------------------------------------------------

    /** How far it has got. */
    private static final class Progress {
        private final ProofFolder folder;
        private final int all;
        private int kept;

        Progress(ProofFolder folder, int all) {
            this.folder = folder;
            this.all = all;
        }

        ProofException stopped(String verdict, String said, String wayOut, Throwable cause) {
            String keeps = kept == 0
                    ? "Nothing was proven yet"
                    : kept + " of " + count(all) + (kept == 1 ? " is" : " are") + " proven now, and kept in "
                            + DeviationMessage.shown(folder.path());
            return new ProofException(
                    verdict + "\n\n" + indented(said) + "\n\n" + indented(keeps + ". " + wayOut), cause);
        }
    }

    private void ask(ProofFolder folder, Stay stay, Map<String, String> refusals, Progress progress) {
        JsonNode answer;
        try {
            answer = answer(stay);
        } catch (TestStateException failed) {
            if (failed.kind() == TestStateException.Kind.REFUSED) {
                refusals.put(stay.key(), String.valueOf(failed.getMessage()));
                return;
            }
            throw stopped(progress, failed);
        }
        try {
            folder.keep(stay, answer);
            progress.kept++;
        } catch (IOException unwritable) {
            throw progress.stopped(
                    "AWS's answer for " + stay + " could not be kept in " + DeviationMessage.shown(folder.path()) + ".",
                    reason(unwritable),
                    "Make room, or make the folder writable, and run the tests again: they ask only what is not kept.",
                    unwritable);
        }
    }

    private JsonNode answer(Stay stay) {
        Duration wait = pause;
        for (int doubled = 0; ; doubled++) {
            if (asked > 0 || doubled > 0) {
                waiter.accept(wait);
            }
            try {
                JsonNode answer = service.testState(stay.request());
                asked++;
                return answer;
            } catch (TestStateException failed) {
                if (failed.kind() != TestStateException.Kind.THROTTLED || doubled == DOUBLED) {
                    asked++;
                    throw failed;
                }
                wait = (wait.compareTo(SECOND) < 0 ? SECOND : wait).multipliedBy(2);
            }
        }
    }

    private static ProofException stopped(Progress progress, TestStateException failed) {
        String said = String.valueOf(failed.getMessage());
        return switch (failed.kind()) {
            case UNCONFIGURED ->
                progress.stopped(
                        "AWS was not asked: the AWS SDK found no region or no credentials.",
                        said,
                        "Name both, such as with -Daws.profile=sandbox, or -Daws.region=eu-central-1 and the environment.",
                        failed);
            case DENIED, REFUSED ->
                progress.stopped(
                        "AWS does not let these credentials call TestState.",
                        said,
                        "Use credentials that allow states:TestState, such as with -Daws.profile=sandbox.",
                        failed);
            case THROTTLED ->
                progress.stopped(
                        "AWS throttles TestState, even " + (1 << DOUBLED) + " s after the request before.",
                        said,
                        "Run the tests again when nobody else uses the account's quota: they ask only what is not kept.",
                        failed);
            case UNREACHABLE ->
                progress.stopped(
                        "AWS could not be reached.",
                        said,
                        "Run the tests again when the network is back: they ask only what is not kept.",
                        failed);
        };
    }
}
