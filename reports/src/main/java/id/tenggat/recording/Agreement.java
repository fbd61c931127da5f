package id.tenggat.recording;

import id.tenggat.recording.Provenance.Extent;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The files of a recording must tell the same story: their sums agree, else one of them is torn or foreign. */
final class Agreement {

    private final Recording recording;

    private Agreement(Recording recording) {
        this.recording = recording;
    }

    static void check(Recording recording) {
        Agreement agreement = new Agreement(recording);
        agreement.checkExtent();
        agreement.checkSteps();
        agreement.checkRegencies();
        agreement.checkLatencies();
        agreement.checkAttempts();
    }

    private void checkExtent() {
        Extent extent = extent();
        same(TimelineCsv.NAME, "rows", extent.intervals(), recording.timeline().size());
        same(
                StationsCsv.NAME,
                "rows",
                extent.stationRows(),
                recording.stations().size());
        same(
                RegenciesCsv.NAME,
                "rows",
                extent.regencies(),
                recording.regencies().size());
    }

    private Extent extent() {
        return recording
                .provenance()
                .extent()
                .orElseThrow(() -> new RecordingException(
                        recording.directory().resolve(ProvenanceJson.NAME),
                        "has no \"written\" although the run has ended; the recording is garbled: make it anew"));
    }

    /** Each interval's steps against the timeline. */
    private void checkSteps() {
        int perInterval = recording.provenance().steps().size();
        for (TimelineRow row : recording.timeline()) {
            int first = row.interval() * perInterval;
            List<StepRow> steps = recording.steps().subList(first, first + perInterval);
            String of = " of interval " + row.interval();
            same(StepsCsv.NAME, "steps begun" + of, row.begun(), sum(steps, StepRow::begun));
            same(StepsCsv.NAME, "attempts sent" + of, row.sent(), sum(steps, StepRow::sent));
            same(StepsCsv.NAME, "fates" + of, row.fates().total(), sum(steps, step -> step.fates()
                    .total()));
        }
    }

    private void checkRegencies() {
        List<RegencyRow> regencies = recording.regencies();
        List<TimelineRow> timeline = recording.timeline();
        same(RegenciesCsv.NAME, "arrivals", sum(timeline, TimelineRow::arrivals), sum(regencies, RegencyRow::arrived));
        for (Ending ending : Ending.values()) {
            same(
                    RegenciesCsv.NAME,
                    "journeys " + ending,
                    sum(timeline, row -> row.endings().of(ending)),
                    sum(regencies, row -> row.endings().of(ending)));
        }
        long inside = timeline.isEmpty() ? 0 : timeline.get(timeline.size() - 1).inside();
        same(RegenciesCsv.NAME, "applicants inside", inside, sum(regencies, RegencyRow::inside));
    }

    /** Each interval's histograms against the steps. */
    private void checkLatencies() {
        List<String> names = recording.provenance().steps().stream()
                .map(Provenance.Step::name)
                .toList();
        Map<String, Long> found = new TreeMap<>();
        recording.latencies().tags().forEach(tag -> recording
                .latencies()
                .overTime(tag)
                .forEach(each -> found.merge(what(tag, each.interval()), each.count(), Long::sum)));
        Map<String, Long> expected = new TreeMap<>();
        for (StepRow row : recording.steps()) {
            String step = names.get(row.step());
            for (Fate fate : Fate.values()) {
                long count = row.fates().of(fate);
                expect(expected, LatencyLog.tag(step, fate), row.interval(), count);
                String fromSent = LatencyLog.uncorrectedTag(step, fate);
                // Of what was not served, only where the recording has it at all.
                if (fate == Fate.SERVED || found.containsKey(what(fromSent, row.interval()))) {
                    expect(expected, fromSent, row.interval(), count);
                }
            }
            long sent = row.fates().total() - row.fates().of(Fate.ABANDONED);
            expect(expected, LatencyLog.SLIP, row.interval(), sent);
        }
        expected.forEach((what, count) -> same(LatencyLog.NAME, what, count, found.getOrDefault(what, 0L)));
        found.keySet().removeAll(expected.keySet());
        found.forEach((what, count) -> same(LatencyLog.NAME, what, 0, count));
    }

    /** Every attempt's row, if they were kept, against the steps. */
    private void checkAttempts() {
        extent().attempts().ifPresent(rows -> {
            Map<String, Long> found = AttemptsCsv.count(recording.directory(), recording.provenance());
            same(AttemptsCsv.NAME, "rows", rows, sum(List.copyOf(found.values()), Long::longValue));
            Map<String, Long> expected = new TreeMap<>();
            for (StepRow row : recording.steps()) {
                String step = recording.provenance().steps().get(row.step()).name();
                row.fates()
                        .counts()
                        .forEach((fate, count) -> expected.merge(LatencyLog.tag(step, fate), count, Long::sum));
            }
            expected.forEach(
                    (tag, count) -> same(AttemptsCsv.NAME, "rows of " + tag, count, found.getOrDefault(tag, 0L)));
        });
    }

    private static void expect(Map<String, Long> counts, String tag, int interval, long count) {
        if (count > 0) {
            counts.merge(what(tag, interval), count, Long::sum);
        }
    }

    private static String what(String tag, int interval) {
        return "values of " + tag + " in interval " + interval;
    }

    private static <T> long sum(List<T> rows, ToLongFunction<T> count) {
        return rows.stream().mapToLong(count).sum();
    }

    private void same(String file, String what, long expected, long found) {
        if (expected != found) {
            Path path = recording.directory().resolve(file);
            throw new RecordingException(
                    path,
                    "has " + found + " " + what + " where " + expected
                            + " are expected by the other files; the recording is torn or mixed: make it anew");
        }
    }
}
