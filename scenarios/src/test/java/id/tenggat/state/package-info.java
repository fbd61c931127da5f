@NullMarked
package id.tenggat.state;

import org.jspecify.annotations.NullMarked;
