/** JSON text to trees and back, and the size of a payload as AWS counts it. */
@NullMarked
package io.github.asltestkit.internal.json;

import org.jspecify.annotations.NullMarked;
