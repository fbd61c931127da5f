@NullMarked
package id.tenggat.difference;

import org.jspecify.annotations.NullMarked;
