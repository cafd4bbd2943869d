package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;

/**
 * What a worker gets when it polls an Activity.
 *
 * @param taskToken names the task when the worker reports on it: SendTaskSuccess, SendTaskFailure, SendTaskHeartbeat take it
 * @param input the task's input. Not to be changed
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetActivityTask.html">GetActivityTask</a>
 */
@API(status = MAINTAINED, since = "0.1")
public record ActivityTask(String taskToken, JsonNode input) {}
