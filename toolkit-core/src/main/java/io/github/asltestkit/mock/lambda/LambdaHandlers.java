package io.github.asltestkit.mock.lambda;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskResource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.apiguardian.api.API;

/**
 * Runs Lambda handlers in process as the answer of a mock:
 * {@code harness.mockLambda("charge").answers(LambdaHandlers.of(new ChargeHandler()))}. The handler gets the call's payload,
 * in both forms of calling a function; an exception becomes the error name and cause that Lambda reports.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-exceptions.html">Lambda function errors in Java</a>
 */
@API(status = MAINTAINED, since = "0.1")
public final class LambdaHandlers {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private LambdaHandlers() {}

    /**
     * The answers of a handler of objects. Its event is read by Jackson as the handler's input type, fields that it does not
     * have left out; an event that cannot be read fails the call, as an exception of the handler does.
     */
    public static <I, O> LambdaFunction of(RequestHandler<I, O> handler) {
        JavaType[] types = MAPPER.getTypeFactory()
                .findTypeParameters(MAPPER.constructType(handler.getClass()), RequestHandler.class);
        JavaType input = types != null && types.length == 2 ? types[0] : MAPPER.constructType(Object.class);
        return LambdaFunction.of((call, context) -> answer(() -> {
            I event = read(payload(call), input);
            JsonNode output = MAPPER.valueToTree(handler.handleRequest(event, context));
            return output == null || output.isMissingNode() ? NullNode.getInstance() : output;
        }));
    }

    /** The answers of a handler of streams; an empty output is JSON null. */
    public static LambdaFunction of(RequestStreamHandler handler) {
        return LambdaFunction.of((call, context) -> answer(() -> {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(MAPPER.writeValueAsBytes(payload(call))), output, context);
            JsonNode tree = MAPPER.readTree(output.toByteArray());
            return tree instanceof MissingNode ? NullNode.getInstance() : tree;
        }));
    }

    private interface Invocation {
        Object run() throws Exception;
    }

    // A handler may throw anything: Lambda reports it all, errors included.
    private static Object answer(Invocation invocation) {
        try {
            return invocation.run();
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable thrown) {
            return TaskReaction.fail(
                    thrown.getClass().getName(), describe(thrown, 0).toString());
        }
    }

    /** The bound on nested causes in a report. */
    private static final int CAUSES = 20;

    private static ObjectNode describe(Throwable thrown, int depth) {
        ObjectNode report = MAPPER.createObjectNode();
        report.put("errorMessage", thrown.getMessage());
        report.put("errorType", thrown.getClass().getName());
        var trace = report.putArray("stackTrace");
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().equals(LambdaHandlers.class.getName())) {
                // What lies below is the test run, which differs from machine to machine.
                break;
            }
            trace.add(frame.toString());
        }
        if (thrown.getCause() != null && depth < CAUSES) {
            report.set("cause", describe(thrown.getCause(), depth + 1));
        }
        return report;
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // The type is the handler's own, found by reflection.
    private static <I> I read(JsonNode payload, JavaType type) throws JsonProcessingException {
        return MAPPER.treeToValue(payload, type);
    }

    private static JsonNode payload(TaskCall call) {
        return call.resource().kind() == TaskResource.Kind.LAMBDA_FUNCTION
                ? call.parameters()
                : call.parameters().path("Payload").isMissingNode()
                        ? MAPPER.createObjectNode()
                        : call.parameters().path("Payload");
    }
}
