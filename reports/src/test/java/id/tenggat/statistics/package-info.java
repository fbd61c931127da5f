/** Tests of the intervals against published tables. */
@NullMarked
package id.tenggat.statistics;

import org.jspecify.annotations.NullMarked;
