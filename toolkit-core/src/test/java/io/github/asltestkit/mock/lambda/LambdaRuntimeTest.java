package io.github.asltestkit.mock.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.api.client.HandlerInfo;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.converters.LambdaErrorConverter;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.ErrorRequest;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Handlers in process, held against Lambda's own runtime for Java: each row runs in both. */
class LambdaRuntimeTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final StateMachine CALL = StateMachine.parse("call.asl.json", """
            {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:call"}}}""");

    // ---- the handlers ------------------------------------------------------------------------------------------

    public enum Colour {
        RED
    }

    public static class Bean {
        @JsonProperty("named")
        public @Nullable String plain;

        public @Nullable Integer number;
        public @Nullable Colour colour;
        public @Nullable Bean inner;
        public @Nullable List<String> list;
    }

    public static class Dates {
        public Instant instant = Instant.parse("2024-01-01T00:00:00.123Z");
        public LocalDate day = LocalDate.of(2024, 1, 1);
        public Optional<String> some = Optional.of("x");
        public Optional<String> none = Optional.empty();
    }

    public static class Empty {}

    public record Point(int x, @JsonProperty("why") int y) {}

    public static class BeanHandler implements RequestHandler<Bean, Bean> {
        @Override
        public Bean handleRequest(Bean event, Context context) {
            return event;
        }
    }

    public static class MapHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
        @Override
        public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
            Map<String, Object> types = new LinkedHashMap<>(event);
            event.forEach(
                    (key, value) -> types.put(key + "Type", value.getClass().getSimpleName()));
            return types;
        }
    }

    public static class ListHandler implements RequestHandler<List<String>, List<String>> {
        @Override
        public List<String> handleRequest(List<String> event, Context context) {
            return event;
        }
    }

    public static class StringHandler implements RequestHandler<String, String> {
        @Override
        public String handleRequest(String event, Context context) {
            return event + "!";
        }
    }

    public static class IntegerHandler implements RequestHandler<Integer, Integer> {
        @Override
        public Integer handleRequest(Integer event, Context context) {
            return event + 1;
        }
    }

    public static class DatesHandler implements RequestHandler<Object, Dates> {
        @Override
        public Dates handleRequest(Object event, Context context) {
            return new Dates();
        }
    }

    public static class EmptyHandler implements RequestHandler<Object, Empty> {
        @Override
        public Empty handleRequest(Object event, Context context) {
            return new Empty();
        }
    }

    public static class NullHandler implements RequestHandler<Object, @Nullable Bean> {
        @Override
        public @Nullable Bean handleRequest(Object event, Context context) {
            return null;
        }
    }

    public static class VoidHandler implements RequestHandler<Object, @Nullable Void> {
        @Override
        public @Nullable Void handleRequest(Object event, Context context) {
            return null;
        }
    }

    public static class PointHandler implements RequestHandler<Point, Point> {
        @Override
        public Point handleRequest(Point event, Context context) {
            return event;
        }
    }

    public abstract static class Base<I> implements RequestHandler<List<I>, String> {
        @Override
        public String handleRequest(List<I> event, Context context) {
            return event.get(0).getClass().getSimpleName();
        }
    }

    public static class InheritedHandler extends Base<Bean> {}

    public abstract static class Direct<I> implements RequestHandler<I, String> {
        @Override
        public String handleRequest(I event, Context context) {
            return event.getClass().getSimpleName();
        }
    }

    public static class DirectHandler extends Direct<Bean> {}

    public static class FailingHandler implements RequestHandler<String, String> {
        @Override
        public String handleRequest(String event, Context context) {
            switch (event) {
                case "message" -> throw new IllegalStateException("it broke", new ArithmeticException("below"));
                case "none" -> throw new IllegalStateException();
                default -> throw new AssertionError(event);
            }
        }
    }

    // ---- the table ---------------------------------------------------------------------------------------------

    private static Map<String, List<Object>> table() {
        Map<String, List<Object>> rows = new LinkedHashMap<>();
        rows.put(
                "an annotation of the user's Jackson",
                List.of(new BeanHandler(), "{\"plain\": \"a\", \"named\": \"b\"}"));
        rows.put("null properties", List.of(new BeanHandler(), "{\"number\": null, \"inner\": {}}"));
        rows.put("an unknown field", List.of(new BeanHandler(), "{\"unknown\": 1, \"number\": 2}"));
        rows.put("an unknown enum value", List.of(new BeanHandler(), "{\"colour\": \"BLUE\"}"));
        rows.put("a known enum value", List.of(new BeanHandler(), "{\"colour\": \"RED\"}"));
        rows.put("another case", List.of(new BeanHandler(), "{\"NUMBER\": 2}"));
        rows.put("text for a number", List.of(new BeanHandler(), "{\"number\": \"12\"}"));
        rows.put("a text for a list", List.of(new BeanHandler(), "{\"list\": \"a\"}"));
        rows.put("an array for an object", List.of(new BeanHandler(), "[{\"number\": 3}]"));
        rows.put("a word for a number", List.of(new BeanHandler(), "{\"number\": \"many\"}"));
        rows.put("a fraction for a whole number", List.of(new BeanHandler(), "{\"number\": 1.9}"));
        rows.put("an array of two for an object", List.of(new BeanHandler(), "[{}, {}]"));
        rows.put(
                "values in a map", List.of(new MapHandler(), "{\"a\": 1.5, \"b\": 1, \"c\": 12345678901, \"d\": [1]}"));
        rows.put("a list", List.of(new ListHandler(), "[\"a\", 1, true]"));
        rows.put("a text as a list", List.of(new ListHandler(), "\"a\""));
        rows.put("a text", List.of(new StringHandler(), "\"a\""));
        rows.put("an object as a text", List.of(new StringHandler(), "{\"a\": 1}"));
        rows.put("a number as a text", List.of(new StringHandler(), "12"));
        rows.put("a number", List.of(new IntegerHandler(), "12"));
        rows.put("dates and optional values", List.of(new DatesHandler(), "{}"));
        rows.put("an empty bean", List.of(new EmptyHandler(), "{}"));
        rows.put("null", List.of(new NullHandler(), "{}"));
        rows.put("nothing", List.of(new VoidHandler(), "{}"));
        rows.put("a record", List.of(new PointHandler(), "{\"x\": 1, \"y\": 2}"));
        rows.put("types from an ancestor", List.of(new InheritedHandler(), "[{\"number\": 1}]"));
        rows.put("a type from an ancestor", List.of(new DirectHandler(), "{\"number\": 1}"));
        rows.put("an exception", List.of(new FailingHandler(), "\"message\""));
        rows.put("an exception without a message", List.of(new FailingHandler(), "\"none\""));
        rows.put("an error", List.of(new FailingHandler(), "\"other\""));
        return rows;
    }

    @TestFactory
    Stream<DynamicTest> a_handler_answers_as_in_the_runtime_of_Lambda() {
        return table().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    RequestHandler<?, ?> handler =
                            (RequestHandler<?, ?>) row.getValue().get(0);
                    String event = String.valueOf(row.getValue().get(1));

                    assertThat(inProcess(handler, event)).isEqualTo(inLambda(handler.getClass(), event));
                }));
    }

    /** What a call in process comes to: the output, or the report of the error with what differs from run to run left out. */
    private static String inProcess(RequestHandler<?, ?> handler, String event) throws JsonProcessingException {
        StateMachineHarness harness = StateMachineHarness.create(CALL);
        harness.mockLambda("call").answers(LambdaHandlers.of(handler));
        Execution execution = harness.run(event);
        if (execution.output() != null) {
            return execution.output().toString();
        }
        JsonNode report = JSON.readTree(execution.cause());
        List<String> fields = new ArrayList<>();
        report.fieldNames().forEachRemaining(fields::add);
        assertThat(fields).containsExactly("errorMessage", "errorType", "stackTrace");
        assertThat(execution.error()).isEqualTo(report.path("errorType").textValue());
        return report(
                report.path("errorMessage").textValue(),
                report.path("errorType").textValue(),
                report.path("stackTrace").path(0).asText());
    }

    private static String inLambda(Class<?> handler, String event) throws JsonProcessingException {
        LambdaRequestHandler runtime = EventHandlerLoader.loadEventHandler(new HandlerInfo(handler, null));
        InvocationRequest request = new InvocationRequest();
        request.setId("1");
        request.setContent(event.getBytes(StandardCharsets.UTF_8));
        try {
            return JSON.readTree(runtime.call(request).toByteArray()).toString();
        } catch (Throwable thrown) {
            ErrorRequest report = LambdaErrorConverter.fromThrowable(thrown);
            String frame = report.stackTrace.length == 0 ? "" : report.stackTrace[0];
            return report(report.errorMessage, report.errorType, frame);
        }
    }

    private static String report(String message, String type, String frame) {
        boolean own = frame.contains(LambdaRuntimeTest.class.getName());
        return type + ": " + message + (own ? " at " + frame : "");
    }

    // ---- the events of aws-lambda-java-events ------------------------------------------------------------------

    public static class SqsHandler implements RequestHandler<SQSEvent, String> {
        @Override
        public String handleRequest(SQSEvent event, Context context) {
            return event.getRecords().get(0).getBody()
                    + event.getRecords().get(0).getEventSourceArn();
        }
    }

    public static class S3Handler implements RequestHandler<S3Event, String> {
        @Override
        public String handleRequest(S3Event event, Context context) {
            return event.getRecords().get(0).getS3().getObject().getKey()
                    + event.getRecords().get(0).getEventTime();
        }
    }

    public static class DynamodbHandler implements RequestHandler<DynamodbEvent, String> {
        @Override
        public String handleRequest(DynamodbEvent event, Context context) {
            return event.getRecords()
                    .get(0)
                    .getDynamodb()
                    .getNewImage()
                    .get("id")
                    .getS();
        }
    }

    public static class ScheduledHandler implements RequestHandler<ScheduledEvent, String> {
        @Override
        public String handleRequest(ScheduledEvent event, Context context) {
            return event.getDetailType() + event.getTime().getMillis();
        }
    }

    @Test
    void the_events_of_services_are_read() throws JsonProcessingException {
        assertThat(inProcess(new SqsHandler(), """
                {"Records": [{"messageId": "1", "body": "hello", "eventSourceARN": "arn:q", "attributes": {}}]}""")).isEqualTo("\"helloarn:q\"");
        assertThat(inProcess(new S3Handler(), """
                {"Records": [{"eventTime": "2024-01-01T00:00:00.000Z", "s3": {"bucket": {"name": "b"}, "object": {"key": "k", "size": 1}}}]}""")).isEqualTo("\"k2024-01-01T00:00:00.000Z\"");
        assertThat(inProcess(new DynamodbHandler(), """
                {"Records": [{"dynamodb": {"NewImage": {"id": {"S": "i-1"}}, "ApproximateCreationDateTime": 1704067200}}]}""")).isEqualTo("\"i-1\"");
        assertThat(inProcess(new ScheduledHandler(), """
                {"detail-type": "Scheduled Event", "time": "2024-01-01T00:00:00Z", "detail": {}}""")).isEqualTo("\"Scheduled Event1704067200000\"");
    }
}
