/** JUnit 5 and 6: gives a test its state machine, its harness and its virtual clock. */
@NullMarked
package io.github.asltestkit.junit;

import org.jspecify.annotations.NullMarked;
