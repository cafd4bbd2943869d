package io.github.asltestkit.mock.lambda;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Events and results as Lambda's managed runtime reads and writes them: by the serializer of the project if there is one,
 * those of aws-lambda-java-events in ways of their own, all others by the Jackson within aws-lambda-java-serialization. The
 * only class that needs that library.
 */
final class LambdaSerialization {
    private LambdaSerialization() {}

    /** An event as the handler gets it. */
    static @Nullable Object read(byte[] json, Type type) {
        CustomPojoSerializer custom = custom();
        ByteArrayInputStream stream = new ByteArrayInputStream(json);
        return custom != null ? custom.fromJson(stream, type) : serializer(type).fromJson(stream);
    }

    /** A result as Lambda answers with it. */
    static byte[] write(@Nullable Object value, Type type) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        CustomPojoSerializer custom = custom();
        if (custom != null) {
            custom.toJson(value, json, type);
        } else {
            serializer(type).toJson(value, json);
        }
        return json.toByteArray();
    }

    private static @Nullable CustomPojoSerializer custom() {
        Iterator<CustomPojoSerializer> found =
                ServiceLoader.load(CustomPojoSerializer.class).iterator();
        return found.hasNext() ? found.next() : null;
    }

    @SuppressWarnings("unchecked") // As the runtime does: the serializer is asked for the handler's own type.
    private static PojoSerializer<@Nullable Object> serializer(Type type) {
        if (type instanceof Class<?> event && LambdaEventSerializers.isLambdaSupportedEvent(event.getName())) {
            return (PojoSerializer<@Nullable Object>)
                    (PojoSerializer<?>) LambdaEventSerializers.serializerFor(event, event.getClassLoader());
        }
        return (PojoSerializer<@Nullable Object>)
                (PojoSerializer<?>) JacksonFactory.getInstance().getSerializer(type);
    }
}
