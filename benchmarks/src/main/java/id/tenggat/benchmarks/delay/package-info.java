/** A server whose response times are known, to hold measuring tools against. */
@NullMarked
package id.tenggat.benchmarks.delay;

import org.jspecify.annotations.NullMarked;
