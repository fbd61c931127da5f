/** Slices: pure functions from a scenario to the scenario of a part of it. */
@NullMarked
package id.tenggat.slice;

import org.jspecify.annotations.NullMarked;
