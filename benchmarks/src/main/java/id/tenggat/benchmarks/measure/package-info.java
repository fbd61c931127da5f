/** Where and how it is measured: the same for every suite. */
@NullMarked
package id.tenggat.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
