/** Tests of the simulator against exact results. */
@NullMarked
package id.tenggat.capacity;

import org.jspecify.annotations.NullMarked;
