/** An object store in memory that takes the place of Amazon S3 for Map states that read their items or write results. */
@NullMarked
package io.github.asltestkit.s3;

import org.jspecify.annotations.NullMarked;
