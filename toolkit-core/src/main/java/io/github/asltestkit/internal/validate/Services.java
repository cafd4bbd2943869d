package io.github.asltestkit.internal.validate;

import io.github.asltestkit.integration.IntegrationPattern;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The optimised integrations: which actions each service has, and which patterns besides Request Response.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html">Optimised services</a>
 */
final class Services {
    private static final Set<IntegrationPattern> NONE = Set.of();
    private static final Set<IntegrationPattern> SYNC = EnumSet.of(IntegrationPattern.RUN_A_JOB);
    private static final Set<IntegrationPattern> TOKEN = EnumSet.of(IntegrationPattern.WAIT_FOR_TASK_TOKEN);
    private static final Set<IntegrationPattern> BOTH =
            EnumSet.of(IntegrationPattern.RUN_A_JOB, IntegrationPattern.WAIT_FOR_TASK_TOKEN);

    private static final Map<String, Service> ALL = all();

    private record Service(Set<String> actions, Set<IntegrationPattern> patterns) {}

    private Services() {}

    private static Map<String, Service> all() {
        Map<String, Service> all = new TreeMap<>();
        put(all, "lambda", TOKEN, "invoke");
        put(all, "apigateway", TOKEN, "invoke");
        put(all, "http", NONE, "invoke");
        put(all, "dynamodb", NONE, "getItem", "putItem", "updateItem", "deleteItem");
        put(all, "sns", TOKEN, "publish");
        put(all, "sqs", TOKEN, "sendMessage");
        put(all, "events", TOKEN, "putEvents");
        put(all, "states", BOTH, "startExecution");
        put(all, "batch", SYNC, "submitJob");
        put(all, "ecs", BOTH, "runTask");
        put(all, "databrew", SYNC, "startJobRun");
        put(all, "glue", SYNC, "startJobRun");
        put(all, "mediaconvert", SYNC, "createJob");
        put(all, "bedrock", BOTH, "invokeModel", "createModelCustomizationJob");
        put(all, "athena", SYNC, "startQueryExecution", "stopQueryExecution", "getQueryExecution", "getQueryResults");
        put(
                all,
                "codebuild",
                SYNC,
                "startBuild",
                "stopBuild",
                "batchDeleteBuilds",
                "batchGetReports",
                "startBuildBatch",
                "stopBuildBatch",
                "retryBuildBatch",
                "deleteBuildBatch");
        put(
                all,
                "eks",
                BOTH,
                "call",
                "runJob",
                "createCluster",
                "deleteCluster",
                "createFargateProfile",
                "deleteFargateProfile",
                "createNodegroup",
                "deleteNodegroup");
        put(
                all,
                "elasticmapreduce",
                SYNC,
                "createCluster",
                "terminateCluster",
                "addStep",
                "cancelStep",
                "setClusterTerminationProtection",
                "modifyInstanceFleetByName",
                "modifyInstanceGroupByName");
        put(all, "emr-containers", SYNC, "createVirtualCluster", "deleteVirtualCluster", "startJobRun");
        put(
                all,
                "emr-serverless",
                SYNC,
                "createApplication",
                "startApplication",
                "stopApplication",
                "deleteApplication",
                "startJobRun",
                "cancelJobRun");
        put(
                all,
                "sagemaker",
                SYNC,
                "createEndpoint",
                "createEndpointConfig",
                "createHyperParameterTuningJob",
                "createLabelingJob",
                "createModel",
                "createProcessingJob",
                "createTrainingJob",
                "createTransformJob",
                "updateEndpoint");
        return all;
    }

    private static void put(Map<String, Service> all, String name, Set<IntegrationPattern> more, String... actions) {
        all.put(name, new Service(Arrays.stream(actions).collect(Collectors.toUnmodifiableSet()), more));
    }

    /** Whether there is such an action, called in such a way. */
    static boolean supports(String service, String action, IntegrationPattern pattern) {
        if (service.startsWith("aws-sdk:")) {
            return pattern != IntegrationPattern.RUN_A_JOB;
        }
        Service known = ALL.get(service);
        return known != null
                && known.actions().contains(action)
                && (pattern == IntegrationPattern.REQUEST_RESPONSE
                        || known.patterns().contains(pattern));
    }
}
