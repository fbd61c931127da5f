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
 * uncorrected.hlog of live runs: latencies from sent of what was late and not served
 * injector.csv     of live runs: a row a second, what the injector measured of itself
 * attempts.csv     if that was asked for, a row an attempt: step, fate, when it was due, sent and done, latency, slip
 * </pre>
 *
 * An attempt counts as sent in the interval in which it was sent, if that one is still open, and by its fate and latency in
 * the interval in which its fate was known. The bytes of {@code latency.hlog} are those of one version of zlib; another
 * version may compress the same histograms otherwise.
 *
 * <p>Rows of attempts stand in the order in which their fates were told. A live run tells a fate when it is known. The simulator
 * tells many ahead, as soon as nothing can change them any more: at a station that is first come, first served, when the
 * attempt comes, and through an outage, for hours ahead. Whoever wants them in order of time sorts them by {@code done}. Which
 * interval an attempt is counted in follows from {@code done} too.
 *
 * <p>A recording says the oldest format version whose readers understand it. What is added so that they may leave it out, like
 * a file of its own, needs no new one. Recordings of every version are kept among the tests ({@code id.tenggat.kept}).
 */
@NullMarked
package id.tenggat.recording;

import org.jspecify.annotations.NullMarked;
