/** The endpoint's server: the protocol, the control routes, and the threads and waits of the toolkit, which are all here. */
@NullMarked
package io.github.asltestkit.internal.endpoint;

import org.jspecify.annotations.NullMarked;
