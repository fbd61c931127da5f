/** Both sides answer the same question. */
@NullMarked
package id.tenggat.benchmarks;

import org.jspecify.annotations.NullMarked;
