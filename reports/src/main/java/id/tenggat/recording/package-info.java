/** The recording: what happened, as a directory of facts that both engines write and every report reads. */
@NullMarked
package id.tenggat.recording;

import org.jspecify.annotations.NullMarked;
