/** What a history says: path, visits, attempts, deadlines and data flow, as pure functions of it. */
@NullMarked
package io.github.asltestkit.inspection;

import org.jspecify.annotations.NullMarked;
