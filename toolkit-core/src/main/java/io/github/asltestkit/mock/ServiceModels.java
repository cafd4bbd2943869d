package io.github.asltestkit.mock;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.model.ApiModels;
import io.github.asltestkit.internal.model.ApiShape.Structure;
import io.github.asltestkit.internal.model.ResponseShapes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The API models that the service modules of the AWS SDK for Java 2 bring to the class path. They are read when a call asks
 * for them, once; whoever runs many tests shares them. Safe for use by many threads.
 */
@API(status = MAINTAINED, since = "0.1")
public final class ServiceModels {
    private final ClassLoader loader;
    private final Map<String, Shapes> known = new ConcurrentHashMap<>();
    private volatile @Nullable ResponseShapes shapes;

    private ServiceModels(ClassLoader loader) {
        this.loader = loader;
    }

    /** What the thread's context class loader sees, or where it has none, the toolkit's. Nothing is read yet. */
    public static ServiceModels onClassPath() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader own = ServiceModels.class.getClassLoader();
        return new ServiceModels(context != null ? context : own != null ? own : ClassLoader.getSystemClassLoader());
    }

    /**
     * What an API takes and gives.
     *
     * @param request null where no model is known
     * @param response null where no model is known
     */
    record Shapes(@Nullable Structure request, @Nullable Structure response) {
        static final Shapes UNKNOWN = new Shapes(null, null);
    }

    Shapes of(TaskResource resource) {
        if (resource.kind() != TaskResource.Kind.SERVICE) {
            return Shapes.UNKNOWN;
        }
        Shapes found = known.get(resource.arn());
        return found != null ? found : known.computeIfAbsent(resource.arn(), arn -> read(resource));
    }

    private Shapes read(TaskResource resource) {
        ResponseShapes all = shapes;
        if (all == null) {
            all = new ResponseShapes(ServiceCatalogue.load(), ApiModels.ofSdk(loader));
            shapes = all;
        }
        Structure request = all.request(resource);
        if (request == null) {
            return Shapes.UNKNOWN;
        }
        // What comes back first is the API's own response, whatever the pattern makes of it later.
        TaskResource api = new TaskResource(
                resource.arn(),
                resource.kind(),
                resource.service(),
                resource.api(),
                IntegrationPattern.REQUEST_RESPONSE);
        return new Shapes(request, all.of(api));
    }
}
