package io.github.asltestkit;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a worker gets when it polls an Activity.
 *
 * @param taskToken names the task when the worker reports on it: SendTaskSuccess, SendTaskFailure, SendTaskHeartbeat take it
 * @param input the task's input. Not to be changed
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetActivityTask.html">GetActivityTask</a>
 */
public record ActivityTask(String taskToken, JsonNode input) {}
