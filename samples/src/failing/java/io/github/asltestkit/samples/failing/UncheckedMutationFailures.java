package io.github.asltestkit.samples.failing;

import io.github.asltestkit.mock.FieldValidation;
import io.github.asltestkit.junit.IgnoreWarnings;
import io.github.asltestkit.junit.StateMachineTest;

/** The same tests, if nothing holds calls against the API that they call. */
@IgnoreWarnings({"MISSING_PARAMETER", "UNKNOWN_PARAMETER"})
@StateMachineTest(value = "order-first.asl.json", fieldValidation = FieldValidation.NONE)
class UncheckedMutationFailures extends MutationFailures {}
