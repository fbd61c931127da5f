/**
 * The history: the numbers of many runs, one after the other, and where they have changed. A file of lines, each a JSON object:
 *
 * <pre>
 * {"history":1,                          version of the format
 *  "at":"2026-11-29T01:00:00Z",          when the run began
 *  "scenario":"smoke","sha256":"9f3c…",  the scenario's name, and its file
 *  "slice":"last 10m","engine":"replay", which part of it was played, and by what
 *  "version":"0.1.0","commit":"1ceb15…", of this program; of what was measured, if that was said
 *  "values":{"stamp-letter p99":1.2E9}}  by figure, in the metric's unit: nanoseconds, shares from 0 to 1, ratios, counts
 * </pre>
 *
 * Lines are added, never changed. Fields that are not known are passed over; a figure that is not known is refused.
 */
@NullMarked
package id.tenggat.history;

import org.jspecify.annotations.NullMarked;
