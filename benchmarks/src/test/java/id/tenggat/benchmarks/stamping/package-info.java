/** What is measured is what it is said to be. */
@NullMarked
package id.tenggat.benchmarks.stamping;

import org.jspecify.annotations.NullMarked;
