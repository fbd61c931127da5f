/**
 * Floor 3, target: who may be hit. Loopback may; anybody else must agree first, by a token that the target serves, and is
 * asked again while the run goes on. It knows nothing of how load is made.
 */
@NullMarked
package id.tenggat.target;

import org.jspecify.annotations.NullMarked;
