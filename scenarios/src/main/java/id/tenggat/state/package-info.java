/** The state of a run that was stopped: carried out of its objects into a file, and back. */
@NullMarked
package id.tenggat.state;

import org.jspecify.annotations.NullMarked;
