/** What a few runs say of all that might have been: intervals of confidence. */
@NullMarked
package id.tenggat.statistics;

import org.jspecify.annotations.NullMarked;
