/** The same work with this toolkit and with its peers, each in a process of its own. */
@NullMarked
package io.github.asltestkit.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
