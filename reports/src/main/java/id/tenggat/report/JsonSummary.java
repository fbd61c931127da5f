package id.tenggat.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.recording.Audit;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Provenance;
import id.tenggat.recording.Tally;
import id.tenggat.scenario.Measurement;
import id.tenggat.scenario.Metric.Unit;
import id.tenggat.statistics.Interval;
import id.tenggat.summary.Completion;
import id.tenggat.summary.Completion.RegencyShare;
import id.tenggat.summary.FateLatency;
import id.tenggat.summary.FirstSign;
import id.tenggat.summary.Latency;
import id.tenggat.summary.Peak;
import id.tenggat.summary.StationLoad;
import id.tenggat.summary.StationSummary;
import id.tenggat.summary.StepSummary;
import id.tenggat.summary.Summary;
import id.tenggat.summary.Traffic;
import id.tenggat.verdict.Certainty;
import id.tenggat.verdict.EnsembleJudge;
import id.tenggat.verdict.Finding.When;
import id.tenggat.verdict.Finding.Where;
import id.tenggat.verdict.Finding.Worst;
import id.tenggat.verdict.Judgement;
import id.tenggat.verdict.Row;
import id.tenggat.verdict.Status;
import id.tenggat.verdict.Verdict;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A recording's verdict and numbers for programs. Names are stable within a format version; what has no data is absent.
 * Units stand in names: {@code Us} microseconds, {@code Ns} nanoseconds, {@code Share} from 0 to 1, {@code PerSecond}.
 *
 * <pre>
 * formatVersion, label
 * verdict      status, exitStatus, invalidReasons[] (both of the following), doubts[], undecided[],
 *              objectives[]: text, metric, subject, comparison, unit (ns, share, ratio, count), bound, observed, margin,
 *                            basis (UPS_AND_DOWNS, EXACT, CENSUS, EXTREME, NOTHING), interval: confidence, low, high
 *                            (absent: nothing bounds it), independentCases,
 *                            outcome (HOLDS, MISSED, UNDECIDED, NOT_JUDGED), note
 * run          engine, status, scenario, title, scenarioSha256, seed, slice, whole, timeLapse, scheduleDigest, origin,
 *              deadline, zone, intervalNs, intervals, slipP99LimitNs
 * completion   applicantsDue, completed, completedLate, gaveUp, missed, inside, completedShare,
 *              lowestRegency: code, name, due, completed, completedShare
 * traffic      stepsBegun, attemptsSent, served, rejected, timedOut, failed, abandoned, retryAmplification,
 *              wastedWorkShare, arrivalsPerSecondPeak, sentPerSecondPeak, servedPerSecondPeak: value, at
 * slip         count, p50Us, p95Us, p99Us, p999Us, maxUs
 * audit        paid, issued, refundable, lost, duplicated, submitted
 * injector     absent if nobody measured: seconds, secondsBehind, shortage (PORTS, FILES, MEMORY, EVENT_LOOPS, HYPERVISOR,
 *              PROCESSORS, NEIGHBOURS, UNKNOWN), noPort, noFile, refused, unanswered, other,
 *              perSecond[]: second, sent, slipP50Us, slipP99Us, slipMaxUs, processShare, machineShare, stolenShare,
 *              collectingShare, openFiles
 * steps[]      name, begun, sent, served ... abandoned, latency: as slip, uncorrectedP99Us,
 *              latencies[]: fate, fromDue, fromSent: as slip
 * stations[]   name, workers, queueLimit, kind (POOL; absent: a station), entered, rejected, served, wasted, failed,
 *              busyNs, wastedNs, utilisationPeak, queuePeak: value, at
 * breaksFirst[] station, at, sign (FAILS, REJECTS, QUEUE_FULL, BUSY), value
 *
 * and if they are asked for:
 * loads[]      station, arrivals, meanHoldNs, offeredErlangs: mean, peak, peakAt, workersForOfferedPeak,
 *              firstAttemptsErlangs, workersForFirstAttemptsPeak, carriedErlangs, utilisation, queueMean, meanWaitNs,
 *              firstFullAt, firstRejectingAt, steps[]: name, sent, share
 * traces[]     applicant, regency, zone, events[]: at, atNs, event, and by the event
 *              CAME, WAS_INSIDE, WENT_BEYOND
 *              DONE_ELSEWHERE: step
 *              THINKS, BACKS_OFF, COMES_BACK: step (empty: none is left), visit, attempt (from 1), dueNs
 *              SENT: step, visit, attempt, dueNs, door (SERVED_AT_ONCE, QUEUED, REJECTED, IGNORED, FAILED), waiting
 *              WORKED: step, visit, attempt, sentNs, startedNs, work (ANSWERED, REFUSED_BY_LEDGER, ANSWER_LOST, IN_VAIN,
 *                      FAILED, BROKEN_OFF)
 *              DROPPED: step, visit, attempt, sentNs
 *              HEARD_LATE: step, visit, attempt
 *              TIMED_OUT: step, visit, attempt, sentNs, where (QUEUED, SERVING, NOWHERE)
 *              ENDED: ending
 * </pre>
 */
public final class JsonSummary {

    /** The version of these names. */
    public static final int FORMAT_VERSION = 1;

    private final Judged judged;
    private final ObjectNode json = JsonText.object();

    private JsonSummary(Judged judged) {
        this.judged = judged;
    }

    /** The summary as an indented JSON object that ends in a line feed. */
    public static String of(Judged judged) {
        return of(judged, Asked.NOTHING);
    }

    /** The same with what was asked for besides. */
    public static String of(Judged judged, Asked asked) {
        return JsonText.indented(new JsonSummary(judged).tree(asked));
    }

    private ObjectNode tree(Asked asked) {
        ObjectNode tree = tree();
        if (!asked.stations().isEmpty()) {
            ArrayNode loads = tree.putArray("loads");
            asked.stations().stream()
                    .flatMap(station -> judged.provenance().stationNamed(station).stream())
                    .flatMap(index -> StationLoad.of(judged.recording(), index).stream())
                    .forEach(load -> LoadJson.put(loads.addObject(), load));
        }
        if (!asked.traces().isEmpty()) {
            ArrayNode traces = tree.putArray("traces");
            asked.traces().forEach(trace -> StoryJson.put(traces.addObject(), trace));
        }
        return tree;
    }

    private ObjectNode tree() {
        Summary summary = judged.summary();
        json.put("formatVersion", FORMAT_VERSION).put("label", judged.label());
        put(json.putObject("verdict"), judged.verdict());
        put(json.putObject("run"), judged.provenance());
        json.withObject("/run").put("intervals", judged.recording().timeline().size());
        put(json.putObject("completion"), summary.completion());
        put(json.putObject("traffic"), summary.traffic());
        put(json.withObject("/traffic"), "wastedWorkShare", summary.wastedWork());
        summary.slip().ifPresent(slip -> put(json.putObject("slip"), slip));
        summary.strain().ifPresent(strain -> InjectorJson.put(json.putObject("injector"), strain, judged.recording()));
        summary.audit().ifPresent(audit -> put(json.putObject("audit"), audit));
        ArrayNode steps = json.putArray("steps");
        summary.steps().forEach(step -> put(steps.addObject(), step));
        ArrayNode stations = json.putArray("stations");
        summary.stations().forEach(station -> put(stations.addObject(), station));
        ArrayNode signs = json.putArray("breaksFirst");
        summary.signs().forEach(sign -> put(signs.addObject(), sign));
        return json;
    }

    private static void put(ObjectNode json, Verdict verdict) {
        json.put("status", verdict.status().name())
                .put("exitStatus", verdict.status().exitStatus());
        putReasons(json, verdict);
        ArrayNode rows = json.putArray("objectives");
        verdict.rows().forEach(row -> put(rows.addObject(), row));
    }

    private static void put(ObjectNode json, Interval interval) {
        json.put("confidence", EnsembleJudge.CONFIDENCE).put("low", interval.low());
        if (interval.isBounded()) {
            json.put("high", interval.high());
        }
    }

    /** Why a verdict is INVALID: what makes it so is told together, and apart. */
    static void putReasons(ObjectNode json, Judgement verdict) {
        ArrayNode reasons = json.putArray("invalidReasons");
        if (verdict.status() == Status.INVALID) {
            verdict.doubts().forEach(reasons::add);
            verdict.undecided().forEach(reasons::add);
        }
        verdict.doubts().forEach(json.putArray("doubts")::add);
        verdict.undecided().forEach(json.putArray("undecided")::add);
    }

    private static void put(ObjectNode json, Row row) {
        json.put("text", row.objective().text())
                .put("metric", row.objective().metric().words());
        row.objective().subject().ifPresent(subject -> json.put("subject", subject));
        row.objective().during().ifPresent(window -> json.put("during", window.words()));
        json.put("unit", unit(row.objective().metric().unit()));
        row.bound().ifPresent(bound -> json.put("comparison", bound.comparison().sign())
                .put("bound", bound.value()));
        put(json, "observed", row.observed());
        Certainty certainty = row.finding().certainty();
        json.put("basis", certainty.basis().name());
        certainty.interval().ifPresent(interval -> put(json.putObject("interval"), interval));
        certainty.worth().ifPresent(worth -> json.put("independentCases", worth));
        row.finding().worst().ifPresent(worst -> put(json.putObject("worst"), worst));
        put(json, "margin", row.margin());
        json.put("outcome", row.outcome().name()).put("note", row.note());
    }

    private static void put(ObjectNode json, Worst worst) {
        json.put("value", worst.value());
        if (worst instanceof When when) {
            json.put("from", when.from().toString());
        } else if (worst instanceof Where where) {
            json.put("regency", where.regency());
        }
    }

    /** What numbers of a unit are written in. */
    static String unit(Unit unit) {
        return unit == Unit.DURATION ? "ns" : unit.name().toLowerCase(Locale.ROOT);
    }

    private static void put(ObjectNode json, Provenance provenance) {
        json.put("engine", provenance.engine())
                .put("status", provenance.status().word())
                .put("scenario", provenance.subject().name())
                .put("title", provenance.subject().title())
                .put("scenarioSha256", provenance.subject().sha256())
                .put("seed", provenance.subject().seed())
                .put("slice", provenance.part().slice())
                .put("whole", provenance.part().whole())
                .put("timeLapse", provenance.axis().timeLapse())
                .put("scheduleDigest", provenance.due().scheduleDigest())
                .put("origin", provenance.axis().origin().toString())
                .put("deadline", provenance.axis().deadline().toString())
                .put("zone", provenance.axis().zone().getId())
                .put("intervalNs", provenance.axis().intervalNs())
                .put("slipP99LimitNs", provenance.limits().slipP99Ns());
        if (!provenance.subject().measured().isEmpty()) {
            ArrayNode measured = json.putArray("measured");
            provenance.subject().measured().forEach(file -> put(measured.addObject(), file));
        }
        provenance.subject().adapter().ifPresent(used -> json.putObject("adapter")
                .put("file", used.file())
                .put("sha256", used.sha256()));
    }

    private static void put(ObjectNode json, Provenance.Measured file) {
        Measurement told = file.measurement();
        json.put("path", told.path())
                .put("sha256", file.sha256())
                .put("what", told.what())
                .put("samples", told.samples());
        told.origin().forEach(json.putObject("origin")::put);
    }

    private static void put(ObjectNode json, Completion completion) {
        json.put("applicantsDue", completion.applicantsDue())
                .put("completed", completion.endings().of(Ending.COMPLETED))
                .put("completedLate", completion.endings().of(Ending.COMPLETED_LATE))
                .put("gaveUp", completion.endings().of(Ending.GAVE_UP))
                .put("missed", completion.endings().of(Ending.MISSED))
                .put("inside", completion.inside());
        put(json, "completedShare", completion.share());
        completion.lowest().ifPresent(lowest -> put(json.putObject("lowestRegency"), lowest));
    }

    private static void put(ObjectNode json, RegencyShare share) {
        json.put("code", share.regency().code())
                .put("name", share.regency().name())
                .put("due", share.regency().due())
                .put("completed", share.regency().endings().of(Ending.COMPLETED))
                .put("completedShare", share.share());
    }

    private static void put(ObjectNode json, Traffic traffic) {
        json.put("stepsBegun", traffic.begun()).put("attemptsSent", traffic.sent());
        put(json, traffic.fates());
        put(json, "retryAmplification", traffic.retryAmplification());
        put(json, "arrivalsPerSecondPeak", traffic.peakArrivalsPerSecond());
        put(json, "sentPerSecondPeak", traffic.peakSentPerSecond());
        put(json, "servedPerSecondPeak", traffic.peakServedPerSecond());
    }

    private static void put(ObjectNode json, Tally<Fate> fates) {
        json.put("served", fates.of(Fate.SERVED))
                .put("rejected", fates.of(Fate.REJECTED))
                .put("timedOut", fates.of(Fate.TIMED_OUT))
                .put("failed", fates.of(Fate.FAILED))
                .put("abandoned", fates.of(Fate.ABANDONED));
    }

    private static void put(ObjectNode json, Latency latency) {
        json.put("count", latency.count())
                .put("p50Us", latency.p50Us())
                .put("p95Us", latency.p95Us())
                .put("p99Us", latency.p99Us())
                .put("p999Us", latency.p999Us())
                .put("maxUs", latency.maxUs());
    }

    private static void put(ObjectNode json, Audit audit) {
        json.put("paid", audit.paid())
                .put("issued", audit.issued())
                .put("refundable", audit.refundable())
                .put("lost", audit.lost())
                .put("duplicated", audit.duplicated())
                .put("submitted", audit.submitted())
                .put("paidWithoutQuota", audit.findings().paidWithoutQuota())
                .put("quotaLost", audit.findings().quotaLost())
                .put("unsigned", audit.findings().unsigned())
                .put("submittedWithoutStamps", audit.findings().submittedWithoutStamps())
                .put("receiptsUnknown", audit.findings().receiptsUnknown());
    }

    private static void put(ObjectNode json, StepSummary step) {
        json.put("name", step.name()).put("begun", step.begun()).put("sent", step.sent());
        put(json, step.fates());
        step.latency().ifPresent(latency -> put(json.putObject("latency"), latency));
        step.uncorrected().ifPresent(latency -> json.put("uncorrectedP99Us", latency.p99Us()));
        ArrayNode latencies = json.putArray("latencies");
        step.latencies().forEach(latency -> put(latencies.addObject(), latency));
    }

    private static void put(ObjectNode json, FateLatency latency) {
        json.put("fate", latency.fate().name());
        put(json.putObject("fromDue"), latency.fromDue());
        latency.fromSent().ifPresent(fromSent -> put(json.putObject("fromSent"), fromSent));
    }

    private static void put(ObjectNode json, StationSummary station) {
        json.put("name", station.station().name())
                .put("workers", station.station().workers())
                .put("queueLimit", station.station().queueLimit());
        if (station.station().isPool()) {
            json.put("kind", station.station().kind().name());
        }
        json.put("entered", station.entered())
                .put("rejected", station.rejected())
                .put("served", station.served())
                .put("wasted", station.wasted())
                .put("failed", station.failed())
                .put("busyNs", station.busyNs())
                .put("wastedNs", station.wastedNs());
        put(json, "utilisationPeak", station.peakUtilisation());
        put(json, "queuePeak", station.longestQueue());
    }

    private static void put(ObjectNode json, FirstSign sign) {
        json.put("station", sign.station().name())
                .put("at", sign.at().toString())
                .put("sign", sign.sign().name())
                .put("value", sign.value());
    }

    static void put(ObjectNode json, String name, OptionalDouble value) {
        value.ifPresent(number -> json.put(name, number));
    }

    private static void put(ObjectNode json, String name, Optional<Peak> peak) {
        peak.ifPresent(p -> json.putObject(name).put("value", p.value()).put("at", p.at().toString()));
    }
}
