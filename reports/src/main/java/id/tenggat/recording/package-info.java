/**
 * The recording: what happened, as a directory of facts that both engines write and every report reads.
 *
 * <pre>
 * provenance.json  what the recording is of: format version, engine, status, scenario, seed, slice, schedule, time axis,
 *                  objectives, limits; all that is needed to judge it
 * host.json        where and when it ran; the only file that differs between two runs that are the same otherwise
 * scenario.yaml    the scenario, verbatim
 * measured-1.json  the first file of measured times that the scenario names, verbatim; and so on
 * timeline.csv     a row an interval: arrivals, steps begun, attempts sent, fates, endings, applicants inside at the end
 * steps.csv        a row an interval and step: begun, sent, fates
 * stations.csv     a row an interval and station or pool: requests, queue, worker-nanoseconds
 * regencies.csv    a row a regency: who came, who was carried in, how they ended
 * latency.hlog     HdrHistogram log, a histogram an interval and tag, in microseconds
 * audit.json       the ledger at the end, once the run has ended
 * </pre>
 *
 * An attempt counts as sent in the interval in which it was sent, if that one is still open, and by its fate and latency in
 * the interval in which its fate was known. The bytes of {@code latency.hlog} are those of one version of zlib; another
 * version may compress the same histograms otherwise.
 */
@NullMarked
package id.tenggat.recording;

import org.jspecify.annotations.NullMarked;
