package io.github.asltestkit.time;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The clock of a harness: stands still until it is told to move, and fires every timer that falls due on the way. Timers of
 * one instant fire in the order in which they were set. It counts in milliseconds, as the timestamps of the service do.
 *
 * <p>It may be used from any thread. To move it is to run the harness: what falls due is done on the caller's thread, and what
 * {@link io.github.asltestkit.StateMachineHarness} says of exceptions holds.
 */
@API(status = MAINTAINED, since = "0.1")
public interface VirtualClock extends InstantSource {

    /** The instant it shows. */
    @Override
    Instant instant();

    /** How far it has moved since the harness was made. */
    Duration elapsed();

    /**
     * Moves on by a duration and does all that falls due until then, in order.
     *
     * @throws IllegalArgumentException if the duration is negative, no whole number of milliseconds, or longer than a century
     * @throws IllegalStateException if it is called in the answer to a call of the same harness
     */
    void advanceBy(Duration duration);

    /**
     * Moves on to an instant and does all that falls due until then, in order.
     *
     * @throws IllegalArgumentException if the instant is before that of this clock, or its year has more than four digits
     * @throws IllegalStateException if it is called in the answer to a call of the same harness
     */
    void advanceTo(Instant instant);

    /**
     * Moves on to the next timer and does all that is due then. The quota of a running execution (one year, of an Express
     * workflow five minutes) is a timer too.
     *
     * @return whether there was a timer; without one the clock stays
     * @throws IllegalStateException if it is called in the answer to a call of the same harness
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Quotas</a>
     */
    boolean advanceToNextEvent();

    /** What is due when, and why, in the order in which it will fire; a copy, which does not change. */
    List<PendingTimer> pendingTimers();

    /** This clock as a {@link Clock} in UTC, for code under test; it shows what this one shows at the moment it is asked. */
    Clock asClock();
}
