package io.github.asltestkit.benchmarks;

/** The state machines of the benchmarks. */
final class Definitions {
    static final String ORDER = """
            {"StartAt": "Validate", "States": {
              "Validate": {"Type": "Pass", "Parameters": {"order.$": "$.order", "items.$": "$.items"},
                "ResultPath": "$.validated", "Next": "Charge"},
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "charge", "Payload": {"order.$": "$.order"}},
                "Retry": [{"ErrorEquals": ["Lambda.ServiceException"]}], "ResultPath": "$.charge", "Next": "Paid?"},
              "Paid?": {"Type": "Choice", "Default": "Refused", "Choices": [
                {"Variable": "$.charge.charged", "BooleanEquals": true, "Next": "Ship"}]},
              "Ship": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                "Parameters": {"QueueUrl": "q", "MessageBody.$": "$.order"}, "ResultPath": "$.shipment",
                "Next": "Done"},
              "Done": {"Type": "Succeed"},
              "Refused": {"Type": "Fail", "Error": "Refused"}}}""";

    static final String CALLBACK = """
            {"StartAt": "Ask", "States": {"Ask": {"Type": "Task",
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 120,
              "Parameters": {"QueueUrl": "q", "MessageBody": {"Token.$": "$$.Task.Token"}}, "End": true}}}""";

    static final String LOOP = """
            {"StartAt": "Count", "States": {
              "Count": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, -1)"}, "Next": "More?"},
              "More?": {"Type": "Choice", "Default": "Done", "Choices": [
                {"Variable": "$.n", "NumericGreaterThan": 0, "Next": "Count"}]},
              "Done": {"Type": "Succeed"}}}""";

    static final String CARRYING_LOOP = """
            {"StartAt": "Count", "States": {
              "Count": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.counter.n, -1)"},
                "ResultPath": "$.counter", "Next": "More?"},
              "More?": {"Type": "Choice", "Default": "Done", "Choices": [
                {"Variable": "$.counter.n", "NumericGreaterThan": 0, "Next": "Count"}]},
              "Done": {"Type": "Succeed"}}}""";

    static final String MAP = """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
              "StartAt": "Item", "States": {"Item": {"Type": "Pass", "End": true}}}}}}""";

    static final String JSON_PATH = """
            {"StartAt": "A", "States": {
              "A": {"Type": "Pass", "Parameters": {"prices.$": "$.items[*].price", "first.$": "$.items[0].price",
                "cheap.$": "$.items[?(@.price < 4)]", "order.$": "$.order"}, "ResultPath": "$.seen", "Next": "B"},
              "B": {"Type": "Pass", "InputPath": "$.seen", "Parameters": {
                "text.$": "States.Format('order {} has {}', $.order, States.ArrayLength($.prices))"}, "End": true}}}""";

    static final String JSONATA = """
            {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
              "A": {"Type": "Pass", "Output": {"total": "{% $sum($states.input.items.price) %}",
                "cheap": "{% [$states.input.items[price < 4]] %}", "order": "{% $states.input.order %}"},
                "Next": "B"},
              "B": {"Type": "Pass", "Output": {
                "text": "{% 'order ' & $states.input.order & ' costs ' & $states.input.total %}"}, "End": true}}}""";

    /** {@link #JSONATA} with the values that its expressions have. */
    static final String JSONATA_CONSTANTS = """
            {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
              "A": {"Type": "Pass", "Output": {"total": 7, "cheap": [{"price": 3}], "order": 7}, "Next": "B"},
              "B": {"Type": "Pass", "Output": {"text": "order 7 costs 7"}, "End": true}}}""";

    static final String TASK_WAIT_TASK = """
            {"StartAt": "First", "States": {
              "First": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Wait"},
              "Wait": {"Type": "Wait", "Seconds": 3600, "Next": "Second"},
              "Second": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}}""";

    static final String IMPORT = """
            {"StartAt": "Import", "States": {"Import": {"Type": "Map", "End": true,
              "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"},
                "Parameters": {"Bucket": "orders", "Key": "rows.csv"}},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "Check", "States": {
                  "Check": {"Type": "Pass", "Next": "Store"},
                  "Store": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true,
                    "Parameters": {"TableName": "orders", "Item": {"id": {"S.$": "$.id"}}}}}},
              "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject",
                "Parameters": {"Bucket": "results", "Prefix": "jobs"}}}}}""";

    private Definitions() {}
}
