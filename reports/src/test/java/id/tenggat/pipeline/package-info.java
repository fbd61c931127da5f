@NullMarked
package id.tenggat.pipeline;

import org.jspecify.annotations.NullMarked;
