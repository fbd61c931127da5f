/** What has changed between recordings: each figure's difference, and how sure it is. */
@NullMarked
package id.tenggat.difference;

import org.jspecify.annotations.NullMarked;
