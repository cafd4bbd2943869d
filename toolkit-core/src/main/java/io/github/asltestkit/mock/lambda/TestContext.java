package io.github.asltestkit.mock.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The Context of a handler in process: a function of the call alone. No virtual time passes while a handler runs. */
final class TestContext implements Context {
    private final TaskCall call;
    private final Duration timeout;
    private final int memoryMegabytes;

    TestContext(TaskCall call, Duration timeout, int memoryMegabytes) {
        this.call = call;
        this.timeout = timeout;
        this.memoryMegabytes = memoryMegabytes;
    }

    @Override
    public String getAwsRequestId() {
        String seed = call.executionArn() + call.statePath() + call.visit() + ":" + call.attempt();
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/" + getFunctionName();
    }

    @Override
    public String getLogStreamName() {
        return call.executionName() + "/[" + getFunctionVersion() + "]";
    }

    @Override
    public String getFunctionName() {
        String arn = getInvokedFunctionArn();
        int at = arn.indexOf(":function:");
        String rest = at < 0 ? arn : arn.substring(at + ":function:".length());
        int colon = rest.indexOf(':');
        return colon < 0 ? rest : rest.substring(0, colon);
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return call.resource().kind() == TaskResource.Kind.LAMBDA_FUNCTION
                ? call.resource().arn()
                : call.parameters().path("FunctionName").asText();
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return Math.toIntExact(timeout.toMillis());
    }

    @Override
    public int getMemoryLimitInMB() {
        return memoryMegabytes;
    }

    @Override
    public LambdaLogger getLogger() {
        return new Silent();
    }

    /** A test's output is the test's; a handler that wants its log seen uses its own logger. */
    private static final class Silent implements LambdaLogger {
        @Override
        public void log(String message) {}

        @Override
        public void log(byte[] message) {}
    }
}
