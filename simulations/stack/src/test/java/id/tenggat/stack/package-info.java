/** Tests of the modelled services. */
@NullMarked
package id.tenggat.stack;

import org.jspecify.annotations.NullMarked;
