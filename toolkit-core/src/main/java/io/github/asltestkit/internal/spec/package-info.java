/** What the service and its language fix, and several packages need: error names, ErrorEquals, defaults, quotas. */
@NullMarked
package io.github.asltestkit.internal.spec;

import org.jspecify.annotations.NullMarked;
