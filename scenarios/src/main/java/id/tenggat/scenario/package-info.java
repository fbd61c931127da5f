/** The scenario: the whole question as plain records, whatever file it was read from. */
@NullMarked
package id.tenggat.scenario;

import org.jspecify.annotations.NullMarked;
