/** The verdict: whether what happened was good enough, and whether it can be trusted. */
@NullMarked
package id.tenggat.verdict;

import org.jspecify.annotations.NullMarked;
