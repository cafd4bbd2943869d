package io.github.asltestkit;

import io.github.asltestkit.internal.execution.Engine;
import io.github.asltestkit.internal.message.Times;
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
    private final Session session;
    private final Engine engine;
    private final Instant start;

    HarnessClock(Session session) {
        this.session = session;
        this.engine = session.engine();
        this.start = engine.now();
    }

    @Override
    public Instant instant() {
        return session.call(engine::now);
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
        Times.checked("A move of the clock", duration);
        session.drive(() -> {
            moveTo(engine.now().plus(duration));
            return duration;
        });
    }

    @Override
    public void advanceTo(Instant instant) {
        session.drive(() -> {
            if (instant.isBefore(engine.now())) {
                throw new IllegalArgumentException("The clock only moves on: it shows " + engine.now()
                        + ", but was told to advance to " + instant);
            }
            moveTo(instant);
            return instant;
        });
    }

    private void moveTo(Instant instant) {
        engine.advanceTo(ClockRange.check("The clock moves", instant).toEpochMilli());
    }

    @Override
    public boolean advanceToNextEvent() {
        return session.drive(engine::advanceToNextEvent);
    }

    @Override
    public List<PendingTimer> pendingTimers() {
        return session.call(() -> engine.pendingTimers().stream()
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
