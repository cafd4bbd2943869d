package io.github.asltestkit;

import io.github.asltestkit.internal.execution.Engine;
import io.github.asltestkit.internal.schedule.EventQueue;
import io.github.asltestkit.time.PendingTimer;
import io.github.asltestkit.time.VirtualClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** The engine's clock, as a test holds it. */
final class HarnessClock implements VirtualClock {
    private final StateMachineHarness harness;
    private final Engine engine;
    private final Instant start;

    HarnessClock(StateMachineHarness harness, Engine engine) {
        this.harness = harness;
        this.engine = engine;
        this.start = engine.now();
    }

    @Override
    public Instant instant() {
        return harness.locked(engine::now);
    }

    @Override
    public Duration elapsed() {
        return Duration.between(start, instant());
    }

    @Override
    public void advanceBy(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("The clock only moves on, but was told to advance by " + duration);
        }
        harness.locked(() -> {
            engine.advanceTo(engine.now().plus(duration).toEpochMilli());
            return duration;
        });
    }

    @Override
    public void advanceTo(Instant instant) {
        harness.locked(() -> {
            if (instant.isBefore(engine.now())) {
                throw new IllegalArgumentException("The clock only moves on: it shows " + engine.now()
                        + ", but was told to advance to " + instant);
            }
            engine.advanceTo(instant.toEpochMilli());
            return instant;
        });
    }

    @Override
    public boolean advanceToNextEvent() {
        return harness.locked(engine::advanceToNextEvent);
    }

    @Override
    public List<PendingTimer> pendingTimers() {
        return harness.locked(() -> engine.pendingTimers().stream()
                .map(timer -> new PendingTimer(EventQueue.instant(timer.dueMillis()), timer.reason()))
                .toList());
    }

    @Override
    public Clock asClock() {
        return new ClockView(this, ZoneOffset.UTC);
    }

    private static final class ClockView extends Clock {
        private final VirtualClock clock;
        private final ZoneId zone;

        ClockView(VirtualClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId newZone) {
            return new ClockView(clock, newZone);
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }
    }
}
