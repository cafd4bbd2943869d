package io.github.asltestkit.internal.model;

import io.github.asltestkit.internal.model.ApiShape.Anything;
import io.github.asltestkit.internal.model.ApiShape.Dictionary;
import io.github.asltestkit.internal.model.ApiShape.Length;
import io.github.asltestkit.internal.model.ApiShape.Numeric;
import io.github.asltestkit.internal.model.ApiShape.Sequence;
import io.github.asltestkit.internal.model.ApiShape.Structure;
import io.github.asltestkit.internal.model.ApiShape.Text;
import io.github.asltestkit.internal.model.ApiShape.Truth;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.RequiredTrait;

/**
 * The model classes of the AWS SDK for Java 2: their fields, types, required fields and enumerations. Ranges and lengths
 * are not in them.
 */
final class SdkModels implements ApiModels {
    private static final String SERVICES = "software.amazon.awssdk.services.";

    private final ClassLoader loader;

    SdkModels(ClassLoader loader) {
        this.loader = loader;
    }

    /** Whether the SDK's core is on the class path; without it this class cannot be loaded. */
    static boolean isPresent(ClassLoader loader) {
        return loader.getResource("software/amazon/awssdk/core/SdkPojo.class") != null;
    }

    @Override
    public @Nullable Structure request(String service, String action) {
        return shape(service, action, "Request", RequestBody.class);
    }

    @Override
    public @Nullable Structure response(String service, String action) {
        return shape(service, action, "Response", ResponseTransformer.class);
    }

    private @Nullable Structure shape(String service, String action, String suffix, Class<?> stream) {
        String name = SERVICES + service + ".model." + FieldNames.capital(action) + suffix;
        try {
            Class<?> type = Class.forName(name, true, loader);
            Structure closed = structure((SdkPojo) type.getMethod("builder").invoke(null), type);
            return new Structure(
                    closed.members(), closed.required(), () -> streams(service, action, type, suffix, stream));
        } catch (ClassNotFoundException unknown) {
            return null;
        } catch (ReflectiveOperationException unusual) {
            throw new IllegalStateException(name + " is not a model class of the AWS SDK for Java 2", unusual);
        }
    }

    /**
     * Whether the action sends or gets a body beside its fields, which then is no field of the class: the service's client
     * takes or gives it as an argument of its own.
     */
    private boolean streams(String service, String action, Class<?> type, String suffix, Class<?> stream) {
        String family = type.getSuperclass().getSimpleName();
        String client = family.substring(0, family.length() - suffix.length()) + "Client";
        try {
            for (Method method : Class.forName(SERVICES + service + "." + client, false, loader)
                    .getMethods()) {
                if (method.getName().equalsIgnoreCase(action)
                        && List.of(method.getParameterTypes()).contains(stream)) {
                    return true;
                }
            }
            return false;
        } catch (ClassNotFoundException unusual) {
            return false;
        }
    }

    /**
     * A structure's shape.
     *
     * @param fields anything that lists the fields: the object or its builder
     * @param type its class, whose getters know the enumerations
     */
    private static Structure structure(SdkPojo fields, Class<?> type) {
        Map<String, Supplier<ApiShape>> members = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        for (SdkField<?> field : fields.sdkFields()) {
            String name = SdkJson.name(field);
            members.put(name, () -> shape(field, values(type, field.memberName())));
            if (field.containsTrait(RequiredTrait.class) && !field.containsTrait(DefaultValueTrait.class)) {
                required.add(name);
            }
        }
        return new Structure(members, required);
    }

    private static ApiShape shape(SdkField<?> field, Set<String> values) {
        MarshallingType<?> type = field.marshallingType();
        if (type.equals(MarshallingType.STRING)) {
            return new Text(Length.ANY, values);
        }
        if (type.equals(MarshallingType.SDK_BYTES) || type.equals(MarshallingType.INSTANT)) {
            return Text.ANY;
        }
        if (type.equals(MarshallingType.BOOLEAN)) {
            return new Truth();
        }
        if (type.equals(MarshallingType.DOCUMENT)) {
            return new Anything();
        }
        if (type.equals(MarshallingType.LIST)) {
            SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
            return new Sequence(() -> shape(element, values), Length.ANY);
        }
        if (type.equals(MarshallingType.MAP)) {
            SdkField<?> value = field.getTrait(MapTrait.class).valueFieldInfo();
            return new Dictionary(() -> shape(value, values), Length.ANY);
        }
        if (type.equals(MarshallingType.SDK_POJO)) {
            SdkPojo builder = field.constructor().get();
            return structure(builder, builder.getClass().getEnclosingClass());
        }
        return Numeric.ANY;
    }

    /** What a text may be where the SDK has an enumeration for it, or for the elements or values of it; else empty. */
    private static Set<String> values(Class<?> type, String member) {
        for (Method method : type.getMethods()) {
            String name = method.getName();
            boolean asText = method.getParameterCount() == 0
                    && (name.equalsIgnoreCase(member + "AsString") || name.equalsIgnoreCase(member + "AsStrings"));
            if (asText) {
                return constants(type, name.substring(0, name.lastIndexOf("AsString")));
            }
        }
        return Set.of();
    }

    private static Set<String> constants(Class<?> type, String getter) {
        try {
            Type returned = type.getMethod(getter).getGenericReturnType();
            while (returned instanceof ParameterizedType collection) {
                returned = collection.getActualTypeArguments()[collection.getActualTypeArguments().length - 1];
            }
            Set<String> values = new TreeSet<>();
            if (returned instanceof Class<?> constants && constants.isEnum()) {
                for (Object constant : constants.getEnumConstants()) {
                    if (!((Enum<?>) constant).name().equals("UNKNOWN_TO_SDK_VERSION")) {
                        values.add(constant.toString());
                    }
                }
            }
            return values;
        } catch (NoSuchMethodException unusual) {
            return Set.of();
        }
    }
}
