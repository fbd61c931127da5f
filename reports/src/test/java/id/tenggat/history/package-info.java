/** Tests of histories, in lines written by hand and of recordings. */
@NullMarked
package id.tenggat.history;

import org.jspecify.annotations.NullMarked;
