package io.github.asltestkit.internal.model;

import io.github.asltestkit.internal.model.ApiShape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place where the shapes of responses are written down. */
@FunctionalInterface
public interface ApiModels {

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
        return (service, action) -> {
            for (ApiModels place : places) {
                Structure shape = place.response(service, action);
                if (shape != null) {
                    return shape;
                }
            }
            return null;
        };
    }
}
