package id.tenggat.pipeline;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.recording.Recording;
import id.tenggat.report.Judged;
import id.tenggat.report.Replicated;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.Bound;
import id.tenggat.scenario.Objective.Comparison;
import id.tenggat.scenario.Objective.NoWorse;
import id.tenggat.statistics.Interval;
import id.tenggat.statistics.Proportion;
import id.tenggat.statistics.Sample;
import id.tenggat.summary.Ensemble;
import id.tenggat.summary.Ensemble.Replication;
import id.tenggat.summary.Figure;
import id.tenggat.summary.Summary;
import id.tenggat.verdict.Basis;
import id.tenggat.verdict.Certainty;
import id.tenggat.verdict.EnsembleJudge;
import id.tenggat.verdict.EnsembleRow;
import id.tenggat.verdict.EnsembleVerdict;
import id.tenggat.verdict.Finding;
import id.tenggat.verdict.Finding.When;
import id.tenggat.verdict.Finding.Where;
import id.tenggat.verdict.Outcome;
import id.tenggat.verdict.Row;
import id.tenggat.verdict.Status;
import id.tenggat.verdict.Verdict;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Verdicts on one small recording, made up to hold every outcome, and texts that no format likes. */
record Verdicts(Recording recording, Summary summary) {

    /** What ends an element, a cell, a line, a command, a label or a text somewhere. */
    static final String HOSTILE =
            "a]]>b|c\r\n::error::d\u0000\u001b[31m\u2028`e`<f>&\"g\"\\h,i:j%0A\uD83D\uD83D\uDE00 @k";

    private static final String SCENARIO = """
            tenggat: 1
            # stamp p99 < 5s stands here too
            name: small
            objectives:
              - completed by deadline >= 80%
              - "stamp p99 < 5s" # the letter
              - rejected < 1%
            """;

    static Verdicts of(Path directory) {
        SmallRun.write(directory);
        Recording recording = Recording.read(directory);
        Recording told = new Recording(
                directory,
                recording.provenance(),
                recording.host(),
                SCENARIO,
                recording.timeline(),
                recording.steps(),
                recording.stations(),
                recording.regencies(),
                recording.audit(),
                recording.latencies(),
                recording.injector());
        return new Verdicts(told, Summary.of(told));
    }

    /** It can be trusted, but one objective is undecided. */
    Judged undecided() {
        List<Row> rows = List.of(rows().get(0), rows().get(2));
        return judged("small, by hand", new Verdict(Status.INVALID, rows, List.of()));
    }

    /** Every outcome, and a run that is not to be trusted. */
    Judged invalid() {
        return judged("small, by hand", new Verdict(Status.INVALID, rows(), List.of("it was 5% late", "and stopped")));
    }

    Judged failing() {
        return judged("small, by hand", new Verdict(Status.FAIL, rows().subList(0, 2), List.of()));
    }

    Judged passing() {
        return judged("small, by hand", new Verdict(Status.PASS, rows().subList(0, 1), List.of()));
    }

    /** Four runs, looked at twice, beside three before: one objective holds, one is undecided, one has become worse. */
    Replicated replicated() {
        List<Figure> figures =
                SmallScenario.whole().objectives().stream().map(Figure::of).toList();
        double[] p99Ns = {4e9, 4.5e9, 5e9, 5.5e9};
        List<Replication> runs = IntStream.range(0, p99Ns.length)
                .mapToObj(i -> new Replication(
                        i, 42 + i, List.of(OptionalDouble.of(0.9), OptionalDouble.of(p99Ns[i]), OptionalDouble.of(0))))
                .toList();
        Ensemble ensemble = new Ensemble(SmallScenario.whole(), runs.size(), figures, runs);
        EnsembleVerdict told = EnsembleJudge.judge(ensemble, 0.975, List.of());
        List<EnsembleRow> rows = List.of(
                told.rows().get(0), told.rows().get(1), told.rows().get(2), regression(Sample.of(p99Ns), "before 4s"));
        EnsembleVerdict verdict =
                new EnsembleVerdict(Status.FAIL, 0.975, rows, Optional.of(new Proportion(3, 4)), List.of());
        return new Replicated(recording, ensemble, verdict, 2, 3);
    }

    /** The same, broken off after four of ten, and nothing but what is hostile. */
    Replicated hostileReplicated() {
        Ensemble ensemble = new Ensemble(
                SmallScenario.whole(), 10, List.of(), replicated().ensemble().runs());
        List<EnsembleRow> rows = List.of(regression(Sample.of(1, 2), HOSTILE));
        return new Replicated(
                recording,
                ensemble,
                new EnsembleVerdict(Status.INVALID, 0.95, rows, Optional.empty(), List.of(HOSTILE)),
                1,
                0);
    }

    private static EnsembleRow regression(Sample sample, String note) {
        Objective objective = new Objective(
                note.equals(HOSTILE) ? HOSTILE : "stamp p99 no worse than baseline by 5%",
                Metric.LATENCY_P99,
                Optional.of("stamp"),
                new NoWorse(0.05, 0),
                Optional.empty());
        return new EnsembleRow(
                objective,
                Optional.of(new Bound(Comparison.AT_MOST, 4.2e9)),
                Optional.of(sample),
                Optional.empty(),
                Optional.empty(),
                Outcome.MISSED,
                OptionalDouble.of(-0.55e9),
                note);
    }

    /** Nothing but what is hostile. */
    Judged hostile() {
        Objective objective = new Objective(HOSTILE, Metric.REJECTED, Optional.empty(), Comparison.BELOW, 0.01);
        Finding finding = new Finding(
                OptionalDouble.of(0.5), Certainty.byValue(Basis.UPS_AND_DOWNS), Optional.of(new Where(0.75, HOSTILE)));
        Bound bound = new Bound(Comparison.BELOW, 0.01);
        List<Row> rows = List.of(
                new Row(objective, finding, Optional.of(bound), Outcome.MISSED, HOSTILE),
                new Row(objective, finding, Optional.of(bound), Outcome.UNDECIDED, HOSTILE),
                new Row(objective, finding, Optional.empty(), Outcome.NOT_JUDGED, HOSTILE));
        return judged(HOSTILE, new Verdict(Status.INVALID, rows, List.of(HOSTILE)));
    }

    private Judged judged(String label, Verdict verdict) {
        return new Judged(label, recording, summary, verdict);
    }

    private static List<Row> rows() {
        Objective completed = new Objective(
                "completed by deadline >= 80%",
                Metric.COMPLETED_BY_DEADLINE, Optional.empty(), Comparison.AT_LEAST, 0.8);
        Objective stamp =
                new Objective("stamp p99 < 5s", Metric.LATENCY_P99, Optional.of("stamp"), Comparison.BELOW, 5e9);
        Objective rejected = new Objective("rejected < 1%", Metric.REJECTED, Optional.empty(), Comparison.BELOW, 0.01);
        Objective lost = new Objective("stamps lost == 0", Metric.STAMPS_LOST, Optional.empty(), Comparison.EQUAL, 0);
        return List.of(
                row(completed, 0.9, Certainty.exact(new Interval(0.85, 0.95), 240.7), Outcome.HOLDS),
                new Row(
                        stamp,
                        new Finding(
                                OptionalDouble.of(6e9),
                                Certainty.resampled(new Interval(5.5e9, 6.5e9)),
                                Optional.of(new When(9e9, Instant.parse("2024-09-06T16:58:00Z")))),
                        Optional.of(new Bound(Comparison.BELOW, 5e9)),
                        Outcome.MISSED,
                        ""),
                row(rejected, 0.012, Certainty.exact(new Interval(0.001, 0.04), 120), Outcome.UNDECIDED),
                new Row(
                        lost,
                        new Finding(OptionalDouble.empty(), Certainty.byValue(Basis.NOTHING), Optional.empty()),
                        Optional.empty(),
                        Outcome.NOT_JUDGED,
                        "nobody can ask its ledger"));
    }

    private static Row row(Objective objective, double observed, Certainty certainty, Outcome outcome) {
        return new Row(
                objective,
                new Finding(OptionalDouble.of(observed), certainty, Optional.empty()),
                Optional.of((Bound) objective.criterion()),
                outcome,
                "");
    }
}
