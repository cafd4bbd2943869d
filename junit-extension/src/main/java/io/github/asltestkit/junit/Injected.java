package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.time.VirtualClock;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.InstantSource;
import org.apiguardian.api.API;

/**
 * On a field of a class with {@link StateMachineTest}: supply it anew before each test. On a parameter it is needed only
 * where others might supply the type too.
 *
 * <p>Supplied are {@link StateMachineHarness}, a {@code Supplier} of further ones, {@link VirtualClock} and {@link StateMachine}, and the virtual clock as a
 * {@link Clock} in UTC or an {@link InstantSource}, for code under test. A static field takes a {@link StateMachine} only,
 * before the first test.
 */
@API(status = MAINTAINED, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface Injected {}
