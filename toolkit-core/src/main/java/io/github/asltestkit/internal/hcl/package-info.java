/** Terraform's language: its syntax, and the values of its expressions as far as they are known without Terraform. */
@NullMarked
package io.github.asltestkit.internal.hcl;

import org.jspecify.annotations.NullMarked;
