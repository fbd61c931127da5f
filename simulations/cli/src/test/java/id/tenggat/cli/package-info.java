/** Tests of the command line, and of the house as a whole. */
@NullMarked
package id.tenggat.cli;

import org.jspecify.annotations.NullMarked;
