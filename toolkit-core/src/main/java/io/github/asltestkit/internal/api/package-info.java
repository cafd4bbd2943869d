/** The Step Functions API: requests and answers in its JSON, whatever carries them. */
@NullMarked
package io.github.asltestkit.internal.api;

import org.jspecify.annotations.NullMarked;
