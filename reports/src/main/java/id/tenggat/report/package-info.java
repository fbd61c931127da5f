/** What people and other programs read of recordings: text for a terminal, JSON, one HTML page. */
@NullMarked
package id.tenggat.report;

import org.jspecify.annotations.NullMarked;
