/** Keyed randomness: a draw is a function of (seed, purpose, applicant, step, attempt), never of the order of events. */
@NullMarked
package id.tenggat.draw;

import org.jspecify.annotations.NullMarked;
