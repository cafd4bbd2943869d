/** The harness as an AWS endpoint: the Step Functions API for real clients and real workers, on virtual time. */
@NullMarked
package io.github.asltestkit.endpoint;

import org.jspecify.annotations.NullMarked;
