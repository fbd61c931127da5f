/** The numbers that are computed from a recording, whatever engine made it. */
@NullMarked
package id.tenggat.summary;

import org.jspecify.annotations.NullMarked;
