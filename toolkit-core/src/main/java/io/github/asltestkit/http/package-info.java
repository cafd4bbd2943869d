/** HTTP Tasks that are really sent, to a server of the test: routes, connections, requests. */
@NullMarked
package io.github.asltestkit.http;

import org.jspecify.annotations.NullMarked;
