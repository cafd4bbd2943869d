package io.github.asltestkit.mock.lambda;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.internal.model.JsonBorder;
import io.github.asltestkit.internal.model.TypedJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Runs Lambda handlers in process as the answer of a mock:
 * {@code harness.mockLambda("charge").answers(LambdaHandlers.of(new ChargeHandler()))}. The handler gets the call's payload,
 * in both forms of calling a function, and runs as Lambda's managed runtime for Java runs it (aws-lambda-java-runtime-interface-client
 * 2.10.1): events and results go through aws-lambda-java-serialization, and an exception becomes the error name and cause
 * that Lambda reports.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html">Define Lambda function handler in Java</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-exceptions.html">Lambda function errors in Java</a>
 */
@API(status = MAINTAINED, since = "0.1")
public final class LambdaHandlers {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private LambdaHandlers() {}

    /**
     * The answers of a handler of objects. Its event is read, and its result written, by
     * {@code com.amazonaws:aws-lambda-java-serialization}, the library of Lambda's runtime: it knows no annotation of your
     * Jackson, leaves null properties out, and reads the events of {@code aws-lambda-java-events}. An event that cannot be read
     * fails the call, as an exception of the handler does.
     *
     * @throws IllegalStateException if that library is not on the class path
     */
    public static <I, O> LambdaFunction of(RequestHandler<I, O> handler) {
        requireSerialization();
        HandlerTypes types = HandlerTypes.of(handler);
        return LambdaFunction.of((call, context) -> answer(() -> run(handler, types, call.payload(), context)));
    }

    private static <I, O> byte[] run(
            RequestHandler<I, O> handler, HandlerTypes types, JsonNode payload, Context context) throws IOException {
        I event = event(payload, types.event());
        O result = handler.handleRequest(event, context);
        if (types.result() == Void.class) {
            return "null".getBytes(StandardCharsets.UTF_8);
        }
        try {
            return LambdaSerialization.write(result, types.result());
        } catch (RuntimeException unwritable) {
            throw withoutTrace("An error occurred during JSON serialization of response", unwritable);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The type is the handler's own.
    private static <I> @Nullable I event(JsonNode payload, Type type) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(payload);
        try {
            return (I) LambdaSerialization.read(json, type);
        } catch (RuntimeException unlike) {
            throw withoutTrace("An error occurred during JSON parsing", unlike);
        }
    }

    /** As the runtime reports what it throws itself: its own frames are left out. */
    private static RuntimeException withoutTrace(String message, RuntimeException cause) {
        RuntimeException thrown = new RuntimeException(message, cause);
        thrown.setStackTrace(new StackTraceElement[0]);
        return thrown;
    }

    private static void requireSerialization() {
        try {
            Class.forName(
                    "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
                    false,
                    LambdaHandlers.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(
                    "Lambda reads the event of a RequestHandler, and writes its result, with"
                            + " aws-lambda-java-serialization, which is not on the class path.\n\n"
                            + "  Add com.amazonaws:aws-lambda-java-serialization (1.4.1 or later) with test scope.",
                    missing);
        }
    }

    /**
     * The answers of a function of Spring Cloud Function, or of any function: a bean of the application's context, called as the
     * adapter for AWS calls it. Its event is read as the type that its class declares, and its result written, by the
     * {@link io.github.asltestkit.json.JsonMapping} of the project. An event that cannot be read fails the call, as an exception
     * of the function does.
     *
     * <p>The class of a lambda expression declares no type: its event is a map. See {@link #of(Class, Function)}.
     */
    public static <I, O> LambdaFunction of(Function<I, O> function) {
        return of(HandlerTypes.of(function).event(), function);
    }

    /**
     * The answers of a function that is a lambda expression or a method reference, as many beans are.
     *
     * @param event the type that its event is read as
     */
    public static <I> LambdaFunction of(Class<I> event, Function<? super I, ?> function) {
        return of((Type) event, function);
    }

    @SuppressWarnings({"unchecked", "NullAway"
    }) // The type is the function's own; JSON null is null to it, as in Lambda.
    private static <I> LambdaFunction of(Type event, Function<? super I, ?> function) {
        return LambdaFunction.of((call, context) -> answer(() -> {
            Object result = function.apply((I) TypedJson.read(call.payload(), event));
            return MAPPER.writeValueAsBytes(JsonBorder.given(result, "result of the function"));
        }));
    }

    /** The answers of a handler of streams; an empty output is JSON null. */
    public static LambdaFunction of(RequestStreamHandler handler) {
        return LambdaFunction.of((call, context) -> answer(() -> {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(MAPPER.writeValueAsBytes(call.payload())), output, context);
            return output.toByteArray();
        }));
    }

    private interface Invocation {
        byte[] run() throws Exception;
    }

    // A handler may throw anything: Lambda reports it all, errors included.
    private static Object answer(Invocation invocation) {
        try {
            JsonNode output = MAPPER.readTree(invocation.run());
            return output instanceof MissingNode ? NullNode.getInstance() : output;
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable thrown) {
            return TaskReaction.fail(thrown.getClass().getName(), report(thrown).toString());
        }
    }

    /** What the runtime says of an exception; it says nothing of causes. */
    private static ObjectNode report(Throwable thrown) {
        String type = thrown.getClass().getName();
        @Nullable String message = thrown.getLocalizedMessage();
        ObjectNode report = MAPPER.createObjectNode();
        report.put("errorMessage", message == null ? type : message);
        report.put("errorType", type);
        var trace = report.putArray("stackTrace");
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().equals(LambdaHandlers.class.getName())) {
                // What lies below is the test run, which differs from machine to machine.
                break;
            }
            trace.add(frame.toString());
        }
        return report;
    }
}
