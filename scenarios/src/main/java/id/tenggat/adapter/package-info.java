/** How the steps of a journey are told to a system of the user's own: the adapter's language as records. */
@NullMarked
package id.tenggat.adapter;

import org.jspecify.annotations.NullMarked;
