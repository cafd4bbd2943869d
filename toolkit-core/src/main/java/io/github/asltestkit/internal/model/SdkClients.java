package io.github.asltestkit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.json.JsonText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls the clients of the AWS SDK for Java 2: an operation by the name that a definition has for it, with the request that a
 * state sends. This class can be loaded without the SDK.
 */
public final class SdkClients {
    private static final String CLIENT = "software.amazon.awssdk.core.SdkClient";
    private static final String BODY = "software.amazon.awssdk.core.sync.RequestBody";

    private SdkClients() {}

    /**
     * Checks that an object is a client that answers at once.
     *
     * @throws IllegalArgumentException if it is none, or an asynchronous one
     */
    public static void check(Object client) {
        List<Class<?>> faces = faces(client);
        if (faces.isEmpty()) {
            throw new IllegalArgumentException(client.getClass().getName()
                    + " is not a client of the AWS SDK for Java 2, such as DynamoDbClient.");
        }
        if (faces.stream().anyMatch(face -> face.getSimpleName().endsWith("AsyncClient"))) {
            throw new IllegalArgumentException(name(client)
                    + " is an asynchronous client. A mock answers at once: hand in the client that is not, such as"
                    + " DynamoDbClient.");
        }
    }

    /** The interface of a client, such as {@code DynamoDbClient}. */
    public static String name(Object client) {
        return faces(client).get(0).getSimpleName();
    }

    /**
     * Does an operation.
     *
     * @param operation as a definition names it, such as {@code putItem}
     * @param request as a state sends it
     * @return the response; with its content where the operation streams it
     * @throws IllegalArgumentException if the client has no such operation, or the request cannot be read as the operation's
     */
    public static Object call(Object client, String operation, JsonNode request) {
        Method whole = find(client, operation + "AsBytes", 1);
        Method plain = whole != null ? whole : find(client, operation, 1);
        if (plain != null) {
            return invoke(client, plain, request(plain, request));
        }
        Method upload = find(client, operation, 2);
        if (upload == null) {
            throw new IllegalArgumentException(name(client) + " has no operation " + operation);
        }
        return invoke(client, upload, request(upload, request), body(upload.getParameterTypes()[1], request));
    }

    private static Object request(Method operation, JsonNode request) {
        return TypedJson.read(request, operation.getParameterTypes()[0]);
    }

    /** What Step Functions sends as the body: JSON, text with its quotes (recorded for S3). */
    private static Object body(Class<?> type, JsonNode request) {
        JsonNode body = request.path("Body");
        String text = body.isMissingNode() ? "" : JsonText.write(body);
        try {
            return type.getMethod("fromBytes", byte[].class)
                    .invoke(null, (Object) text.getBytes(StandardCharsets.UTF_8));
        } catch (ReflectiveOperationException unusual) {
            throw new IllegalStateException(
                    type.getName() + " is not a request body of the AWS SDK for Java 2", unusual);
        }
    }

    private static Object invoke(Object client, Method operation, Object... arguments) {
        try {
            return operation.invoke(client, arguments);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException("The operations of an interface are public", closed);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(
                    "An operation of the AWS SDK throws no checked exception", failed.getCause());
        }
    }

    private static @Nullable Method find(Object client, String operation, int parameters) {
        for (Class<?> face : faces(client)) {
            for (Method method : face.getMethods()) {
                Class<?>[] types = method.getParameterTypes();
                if (method.getName().equals(operation)
                        && types.length == parameters
                        && TypedJson.isSdk(types[0])
                        && (parameters == 1 || types[1].getName().equals(BODY))) {
                    return method;
                }
            }
        }
        return null;
    }

    /** The interfaces of a client that are clients of a service. */
    private static List<Class<?>> faces(Object client) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> at = client.getClass(); at != null; at = at.getSuperclass()) {
            collect(at, all);
        }
        List<Class<?>> clients = new ArrayList<>();
        for (Class<?> face : all) {
            Set<Class<?>> above = new LinkedHashSet<>();
            collect(face, above);
            boolean ofSdk = face.getName().startsWith("software.amazon.awssdk.core.")
                    || face.getName().startsWith("software.amazon.awssdk.awscore.");
            if (!ofSdk && above.stream().anyMatch(it -> it.getName().equals(CLIENT))) {
                clients.add(face);
            }
        }
        return clients;
    }

    private static void collect(Class<?> type, Set<Class<?>> into) {
        for (Class<?> face : type.getInterfaces()) {
            if (into.add(face)) {
                collect(face, into);
            }
        }
    }
}
