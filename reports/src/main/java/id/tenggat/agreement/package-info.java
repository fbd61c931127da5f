/** Whether two recordings of one question tell the same story, whoever made them. */
@NullMarked
package id.tenggat.agreement;

import org.jspecify.annotations.NullMarked;
