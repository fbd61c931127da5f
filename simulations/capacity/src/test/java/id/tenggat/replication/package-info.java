/** Tests of what many runs show. */
@NullMarked
package id.tenggat.replication;

import org.jspecify.annotations.NullMarked;
