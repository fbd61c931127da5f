/** Tests of who may be hit. */
@NullMarked
package id.tenggat.target;

import org.jspecify.annotations.NullMarked;
