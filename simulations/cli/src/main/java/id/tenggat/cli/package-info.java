/** The command line: the stages of the main path, one after the other, and what people see of them. */
@NullMarked
package id.tenggat.cli;

import org.jspecify.annotations.NullMarked;
