package id.tenggat.verdict;

import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Provenance.Axis;
import id.tenggat.recording.Recording;
import id.tenggat.recording.Span;
import id.tenggat.recording.StepRow;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Metric.Better;
import id.tenggat.statistics.ClusteredCases;
import id.tenggat.statistics.Interval;
import id.tenggat.statistics.LocalBlockBootstrap;
import id.tenggat.summary.Completion.RegencyShare;
import id.tenggat.summary.Course;
import id.tenggat.summary.Figure;
import id.tenggat.summary.SampledCourse;
import id.tenggat.summary.Summary;
import id.tenggat.verdict.Finding.When;
import id.tenggat.verdict.Finding.Where;
import id.tenggat.verdict.Finding.Worst;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Finds what a recording says of figures: value, interval of confidence, and where it was worst. Intervals come from the
 * run's own ups and downs, block by block, since what happens in one interval depends on those before; where there are too few
 * cases or intervals for that, they are counted.
 */
public final class Findings {

    /** An interval with less than this part of what happened in the busiest is not called the worst. */
    private static final double LEAST_SIZE = 0.01;

    /** Of fewer, resamples are so few different ones that what was counted is believed too. */
    private static final int MANY_INTERVALS = 20;

    private final Recording recording;
    private final Summary summary;
    /** A thousand resamples a figure: who asks again is told what was found. */
    private final Map<Figure, Finding> found = new HashMap<>();

    /** @param summary of the recording */
    public Findings(Recording recording, Summary summary) {
        this.recording = recording;
        this.summary = summary;
    }

    Recording recording() {
        return recording;
    }

    Summary summary() {
        return summary;
    }

    /** Every number of the recording. */
    public List<Figure> figures() {
        return Figure.of(recording.provenance());
    }

    /** Of a figure; nothing where the recording does not hold its window. */
    public Finding of(Figure figure) {
        return found.computeIfAbsent(figure, this::find);
    }

    private Finding find(Figure figure) {
        if (!figure.metric().isOverTime()) {
            return new Finding(figure.in(recording, summary), counted(figure.metric()), inRegency(figure.metric()));
        }
        return figure.during()
                .map(window -> Span.of(recording, window))
                .orElseGet(() -> Optional.of(Span.of(recording)))
                .map(span -> of(figure, span))
                .orElse(Finding.NOTHING);
    }

    private Finding of(Figure figure, Span span) {
        Course course = Course.of(recording, figure);
        OptionalDouble value = course.value(Course.once(span, recording));
        return new Finding(
                value,
                value.isEmpty() ? Certainty.NOTHING : certainty(course, figure, span),
                when(course, span, figure.metric()));
    }

    private Certainty certainty(Course course, Figure figure, Span span) {
        if (!(course instanceof SampledCourse sampled)) {
            return Certainty.byValue(Basis.EXTREME);
        }
        int[] once = Course.once(span, recording);
        Optional<Interval> resampled = sampled.hasManyCases(once) ? resampled(course, span) : Optional.empty();
        if (resampled.isPresent() && span.length() >= MANY_INTERVALS) {
            return Certainty.resampled(EnsembleJudge.possible(figure.metric(), resampled.get()));
        }
        SampledCourse.Exact exact = sampled.exact(once, people(span), EnsembleJudge.CONFIDENCE);
        Interval interval = resampled.map(exact.interval()::hull).orElse(exact.interval());
        return Certainty.exact(EnsembleJudge.possible(figure.metric(), interval), exact.worth());
    }

    /** How many applicants at least have had their part in a span: nobody begins a step twice, or is served in it twice. */
    private double people(Span span) {
        long[] begun = new long[recording.provenance().steps().size()];
        long[] served = new long[begun.length];
        for (StepRow row : recording.steps()) {
            if (row.interval() >= span.from() && row.interval() < span.to()) {
                begun[row.step()] += row.begun();
                served[row.step()] += row.fates().of(Fate.SERVED);
            }
        }
        return Math.max(
                Arrays.stream(begun).max().orElse(0),
                Arrays.stream(served).max().orElse(0));
    }

    /** What is counted once, at the end. Each applicant is a trial; those of one regency may share their luck. */
    private Certainty counted(Metric metric) {
        List<RegencyShare> regencies = summary.completion().regencies();
        if (metric != Metric.COMPLETED_BY_DEADLINE) {
            return Certainty.byValue(Basis.of(metric));
        } else if (regencies.isEmpty()) {
            return Certainty.NOTHING;
        }
        double[] due = regencies.stream().mapToDouble(of -> of.regency().due()).toArray();
        double[] missing = regencies.stream()
                .mapToDouble(of -> of.regency().due() - of.regency().endings().of(Ending.COMPLETED))
                .toArray();
        ClusteredCases cases =
                new ClusteredCases(missing, due, Arrays.stream(due).sum());
        Interval share = cases.share(EnsembleJudge.CONFIDENCE);
        return Certainty.exact(new Interval(1 - share.high(), 1 - share.low()), cases.worth());
    }

    private Optional<Worst> inRegency(Metric metric) {
        return metric.source() == Metric.Source.LEDGER
                ? Optional.empty()
                : summary.completion()
                        .lowest()
                        .map(lowest ->
                                new Where(lowest.share(), lowest.regency().name()));
    }

    private Optional<Interval> resampled(Course course, Span span) {
        double[] series = IntStream.range(0, recording.timeline().size())
                .mapToDouble(i -> course.at(i).orElse(Double.NaN))
                .toArray();
        return new LocalBlockBootstrap(span.from(), span.to(), series)
                .interval(EnsembleJudge.CONFIDENCE, course::value);
    }

    private Optional<Worst> when(Course course, Span span, Metric metric) {
        Axis axis = recording.provenance().axis();
        double least = LEAST_SIZE
                * IntStream.range(span.from(), span.to())
                        .mapToDouble(course::size)
                        .max()
                        .orElse(0);
        Optional<Worst> worst = Optional.empty();
        for (int i = span.from(); i < span.to(); i++) {
            OptionalDouble value = course.size(i) < least ? OptionalDouble.empty() : course.at(i);
            if (value.isPresent() && isWorse(metric, value.getAsDouble(), worst)) {
                worst = Optional.of(new When(value.getAsDouble(), axis.startOf(i)));
            }
        }
        return worst;
    }

    private static boolean isWorse(Metric metric, double value, Optional<Worst> than) {
        return than.isEmpty()
                || (metric.better() == Better.LOWER
                        ? value > than.get().value()
                        : value < than.get().value());
    }
}
