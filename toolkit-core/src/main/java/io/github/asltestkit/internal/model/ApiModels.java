package io.github.asltestkit.internal.model;

import io.github.asltestkit.internal.model.ApiShape.Structure;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A place where the shapes of requests and responses are written down. */
public interface ApiModels {

    /**
     * The shape of a request.
     *
     * @param service the service's name in an AWS SDK integration's ARN, such as {@code kms}
     * @param action the action as the ARN spells it, such as {@code encrypt}
     * @return null where this place does not know the service or the action
     */
    @Nullable
    Structure request(String service, String action);

    /**
     * The shape of a response.
     *
     * @param service the service's name in an AWS SDK integration's ARN, such as {@code kms}
     * @param action the action as the ARN spells it, such as {@code encrypt}
     * @return null where this place does not know the service or the action
     */
    @Nullable
    Structure response(String service, String action);

    /**
     * Every place on the class path: model files first, which also hold ranges and lengths, then the AWS SDK for Java 2,
     * where it is there.
     */
    static ApiModels onClassPath(ClassLoader loader) {
        ApiModels files = new ModelFiles(loader);
        List<ApiModels> places = SdkModels.isPresent(loader) ? List.of(files, new SdkModels(loader)) : List.of(files);
        return new FirstOf(places);
    }

    /** The AWS SDK for Java 2 alone; where it is not there, nothing is known. */
    static ApiModels ofSdk(ClassLoader loader) {
        return new FirstOf(SdkModels.isPresent(loader) ? List.of(new SdkModels(loader)) : List.of());
    }

    /** The first place that knows. */
    record FirstOf(List<ApiModels> places) implements ApiModels {
        @Override
        public @Nullable Structure request(String service, String action) {
            return first(place -> place.request(service, action));
        }

        @Override
        public @Nullable Structure response(String service, String action) {
            return first(place -> place.response(service, action));
        }

        private @Nullable Structure first(Function<ApiModels, @Nullable Structure> question) {
            for (ApiModels place : places) {
                Structure shape = question.apply(place);
                if (shape != null) {
                    return shape;
                }
            }
            return null;
        }
    }
}
