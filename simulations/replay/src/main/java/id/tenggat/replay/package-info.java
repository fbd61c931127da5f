/** Floor 3, replay: Gatling plays virtual users against live HTTP, and every call is timed in nanoseconds. */
@NullMarked
package id.tenggat.replay;

import org.jspecify.annotations.NullMarked;
