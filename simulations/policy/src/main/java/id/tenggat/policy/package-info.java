/**
 * Pure decisions: no clock, no thread, no I/O; the time is an argument. The same classes decide inside the simulator and
 * inside the live stack and its clients.
 */
@NullMarked
package id.tenggat.policy;

import org.jspecify.annotations.NullMarked;
