/** First arrivals: closed-form curves, order statistics of a fixed population, and the schedule with its digest. */
@NullMarked
package id.tenggat.arrival;

import org.jspecify.annotations.NullMarked;
