/** What a whole stamp costs, beside its floor and beside what other libraries take for the same. */
@NullMarked
package id.tenggat.benchmarks.stamping;

import org.jspecify.annotations.NullMarked;
