/** Recordings of every format version, as the programs of their time wrote them: nothing ever writes them anew. */
@NullMarked
package id.tenggat.kept;

import org.jspecify.annotations.NullMarked;
