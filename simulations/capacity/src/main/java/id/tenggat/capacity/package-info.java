/** The discrete-event simulator: a whole scenario in virtual time. */
@NullMarked
package id.tenggat.capacity;

import org.jspecify.annotations.NullMarked;
