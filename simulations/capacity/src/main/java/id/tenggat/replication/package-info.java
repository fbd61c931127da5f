/** What many runs of the simulator show that one can't: independent replications, in parallel. */
@NullMarked
package id.tenggat.replication;

import org.jspecify.annotations.NullMarked;
