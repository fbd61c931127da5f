package id.tenggat.recording;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The files of a recording must tell the same story: their sums agree, else one of them is torn or foreign. */
final class Agreement {

    private final Recording recording;

    private Agreement(Recording recording) {
        this.recording = recording;
    }

    static void check(Recording recording) {
        Agreement agreement = new Agreement(recording);
        agreement.checkSteps();
        agreement.checkRegencies();
        agreement.checkLatencies();
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
        Map<String, Long> found = new HashMap<>();
        recording.provenance().steps().forEach(step -> countLatencies(step.name(), found));
        for (StepRow row : recording.steps()) {
            String step = recording.provenance().steps().get(row.step()).name();
            for (Fate fate : Fate.values()) {
                String tag = LatencyLog.tag(step, fate);
                long count = found.getOrDefault(tag + " of interval " + row.interval(), 0L);
                same(
                        LatencyLog.NAME,
                        tag + " of interval " + row.interval(),
                        row.fates().of(fate),
                        count);
            }
        }
    }

    private void countLatencies(String step, Map<String, Long> found) {
        for (Fate fate : Fate.values()) {
            String tag = LatencyLog.tag(step, fate);
            recording
                    .latencies()
                    .overTime(tag)
                    .forEach(each -> found.merge(tag + " of interval " + each.interval(), each.count(), Long::sum));
        }
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
