/** Lambda handlers in process; needs {@code com.amazonaws:aws-lambda-java-core}, which nothing else of the core does. */
@NullMarked
package io.github.asltestkit.mock.lambda;

import org.jspecify.annotations.NullMarked;
