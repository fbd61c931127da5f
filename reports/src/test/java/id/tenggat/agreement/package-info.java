@NullMarked
package id.tenggat.agreement;

import org.jspecify.annotations.NullMarked;
