/** What failed assertions say: one class for each message, and the facts that several of them show. Not for users. */
@API(status = INTERNAL)
@NullMarked
package io.github.asltestkit.assertj.error;

import static org.apiguardian.api.API.Status.INTERNAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
