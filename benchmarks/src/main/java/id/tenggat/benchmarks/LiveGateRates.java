package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.Lifeline;
import id.tenggat.benchmarks.measure.Machine;
import id.tenggat.history.History;
import id.tenggat.history.SetupHistory;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.NoWorse;
import id.tenggat.scenario.Scenario;
import id.tenggat.summary.Ensemble;
import id.tenggat.summary.Ensemble.Replication;
import id.tenggat.summary.Figure;
import id.tenggat.summary.Observation;
import id.tenggat.verdict.EnsembleJudge;
import id.tenggat.verdict.Status;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Question: how often does the gate call live runs of a build worse than others of the same build, on this machine?
 *
 * <p>Baseline: a duet. Of runs that were made one after the other, pairs of neighbours are taken apart, and which of a pair is before and
 * which now is drawn: so both sides have the same hours of the machine, and nothing but chance between them.
 *
 * <p>Trap: the pairs are drawn from few runs, again and again, and so depend on each other: the rates are of these runs, and of a few
 * dozen no rate of 1 % is known.
 *
 * <p>Run: {@code ./tenggat bench gate --live FILE}, of a history of forty runs or more; seconds.
 */
public final class LiveGateRates {

    private static final long SEED = 584;
    private static final int DRAWS = 2_000;
    private static final double[] ALLOWED = {0.05, 0.10, 0.25};
    private static final int LEAST_RUNS = 10;

    private final List<Observation> runs;
    private final List<Figure> figures;

    private LiveGateRates(List<Observation> runs, List<Figure> figures) {
        this.runs = runs;
        this.figures = figures;
    }

    /** A history's file. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        Lifeline.holdIfAsked();
        System.out.println(Machine.line());
        for (SetupHistory setup : History.read(Path.of(arguments[0])).setups()) {
            List<Observation> runs =
                    setup.runs().stream().map(run -> run.observation()).toList();
            System.out.printf(
                    Locale.ROOT,
                    "%s, %s, %s: %d runs, %,d draws of half of them against the other, seed %d%n",
                    setup.setup().scenario(),
                    setup.setup().slice(),
                    setup.setup().engine(),
                    runs.size(),
                    DRAWS,
                    SEED);
            rows(runs).forEach(System.out::println);
        }
    }

    /** What is told of one setup's runs, a line each. */
    static List<String> rows(List<Observation> runs) {
        if (runs.size() < LEAST_RUNS) {
            return List.of("too few to tell: add runs until there are " + LEAST_RUNS + " or more");
        }
        List<Figure> figures = runs.get(0).values().keySet().stream()
                .filter(LiveGateRates::isJudged)
                .filter(figure -> runs.stream().allMatch(run -> run.values().containsKey(figure)))
                .toList();
        LiveGateRates rates = new LiveGateRates(runs, figures);
        List<String> rows = new ArrayList<>(
                List.of("%d latencies that may be no worse by   FAIL  undecided".formatted(figures.size())));
        for (double allowed : ALLOWED) {
            rows.add(rates.row(allowed));
        }
        return rows;
    }

    private static boolean isJudged(Figure figure) {
        return figure.during().isEmpty()
                && (figure.metric() == Metric.LATENCY_P50 || figure.metric() == Metric.LATENCY_P99);
    }

    private String row(double allowed) {
        Scenario asked = Question.of("gate.yaml").scenario().withObjectives(objectives(allowed));
        Random random = new Random(SEED);
        Map<Status, Double> shares = GateRates.shares(DRAWS, draw -> verdict(asked, random));
        return String.format(
                Locale.ROOT,
                "%36.0f %% %7.2f %%  %7.2f %%",
                100 * allowed,
                shares.get(Status.FAIL),
                shares.get(Status.INVALID));
    }

    private List<Objective> objectives(double allowed) {
        return figures.stream()
                .map(figure -> new Objective(
                        figure.text(), figure.metric(), figure.subject(), new NoWorse(allowed, 0), Optional.empty()))
                .toList();
    }

    private Status verdict(Scenario asked, Random random) {
        List<Observation> before = new ArrayList<>();
        List<Observation> now = new ArrayList<>();
        for (int first = 0; first + 1 < runs.size(); first += 2) {
            List<Observation> pair = new ArrayList<>(runs.subList(first, first + 2));
            Collections.shuffle(pair, random);
            before.add(pair.get(0));
            now.add(pair.get(1));
        }
        return EnsembleJudge.judge(ensemble(asked, now), EnsembleJudge.CONFIDENCE, before)
                .status();
    }

    private Ensemble ensemble(Scenario asked, List<Observation> observed) {
        List<Replication> replications = IntStream.range(0, observed.size())
                .mapToObj(i -> new Replication(i, observed.get(i).seed(), values(observed.get(i))))
                .toList();
        return new Ensemble(asked, observed.size(), figures, replications);
    }

    private List<OptionalDouble> values(Observation run) {
        return figures.stream()
                .map(figure -> OptionalDouble.of(run.values().getOrDefault(figure, Double.NaN)))
                .toList();
    }
}
