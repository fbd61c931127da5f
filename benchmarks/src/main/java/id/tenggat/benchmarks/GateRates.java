package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.Lifeline;
import id.tenggat.benchmarks.measure.Machine;
import id.tenggat.capacity.Watch;
import id.tenggat.replication.Replications;
import id.tenggat.replication.Replications.Progress;
import id.tenggat.scenario.Slice;
import id.tenggat.summary.Ensemble;
import id.tenggat.summary.Ensemble.Replication;
import id.tenggat.summary.Observation;
import id.tenggat.verdict.EnsembleJudge;
import id.tenggat.verdict.Status;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Question: how often does the gate call a build worse that is the same, and how often does it miss one whose stamping takes 10 %
 * longer?
 *
 * <p>Baseline: the same build, A against A, with other draws: whatever is called worse there is a false alarm. With the
 * same draws (as a simulation has them if nobody asks for others) two runs of the same build are equal to the bit.
 *
 * <p>Trap: a gate that never alarms has no false alarms; so both rates stand side by side, and undecided is told apart.
 *
 * <p>Run: {@code ./tenggat bench gate}, about a minute; {@code --quick} a third of that.
 */
public final class GateRates {

    private static final long SEED = 584;
    private static final int[] RUNS = {5, 10, 20, 40};

    private final Ensemble same;
    private final Ensemble slower;
    private final int pairs;
    private final Random random = new Random(SEED);

    private GateRates(int pool, int pairs) {
        this.same = runs("gate.yaml", pool);
        this.slower = runs("gate-slower.yaml", pool);
        this.pairs = pairs;
    }

    /** None, or {@code --quick}. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        Lifeline.holdIfAsked();
        boolean quick = List.of(arguments).contains("--quick");
        int pool = quick ? 500 : 2_000;
        int pairs = quick ? 500 : 2_000;
        System.out.println(Machine.line());
        System.out.printf(
                Locale.ROOT,
                "four objectives of no worse than baseline by 5%%; %,d pairs drawn from %,d runs, seed %d%n",
                pairs,
                pool,
                SEED);
        System.out.println("runs on each side   draws     same build: FAIL  undecided   10 % slower: FAIL  undecided");
        GateRates rates = new GateRates(pool, pairs);
        for (int runs : RUNS) {
            System.out.println(rates.row(runs));
        }
        System.out.println(rates.paired());
    }

    private static Ensemble runs(String scenario, int count) {
        Question question = Question.of(scenario);
        Replications.Question asked = new Replications.Question(question.scenario(), Slice.WHOLE, Play.run(question));
        return new Replications(asked, Watch.NOBODY, Progress.UNHEARD).run(count, 2);
    }

    private String row(int runs) {
        return row(Integer.toString(runs), "other", verdicts(same, runs), verdicts(slower, runs));
    }

    private static String row(String runs, String draws, Map<Status, Double> same, Map<Status, Double> slower) {
        return String.format(
                Locale.ROOT,
                "%17s   %-7s %15.2f %%  %7.2f %% %17.2f %%  %7.2f %%",
                runs,
                draws,
                same.get(Status.FAIL),
                same.get(Status.INVALID),
                slower.get(Status.FAIL),
                slower.get(Status.INVALID));
    }

    /** How often each verdict is given of so many runs of a build against as many of the one before, in per cent. */
    private Map<Status, Double> verdicts(Ensemble build, int runs) {
        return shares(pairs, pair -> {
            Ensemble before = with(same, drawn(firstHalf(same), runs));
            return judged(with(build, drawn(secondHalf(build), runs)), before);
        });
    }

    /** How often each verdict is given in so many trials, in per cent. */
    static Map<Status, Double> shares(int trials, IntFunction<Status> verdict) {
        Map<Status, Double> shares = new EnumMap<>(Status.class);
        List.of(Status.values()).forEach(status -> shares.put(status, 0.0));
        for (int trial = 0; trial < trials; trial++) {
            shares.merge(verdict.apply(trial), 100.0 / trials, Double::sum);
        }
        return shares;
    }

    private static List<Replication> firstHalf(Ensemble build) {
        return build.runs().subList(0, build.runs().size() / 2);
    }

    private static List<Replication> secondHalf(Ensemble build) {
        return build.runs().subList(build.runs().size() / 2, build.runs().size());
    }

    private List<Replication> drawn(List<Replication> all, int count) {
        List<Replication> shuffled = new ArrayList<>(all);
        for (int i = 0; i < count; i++) {
            Collections.swap(shuffled, i, i + random.nextInt(shuffled.size() - i));
        }
        return shuffled.subList(0, count);
    }

    private static Ensemble with(Ensemble ensemble, List<Replication> runs) {
        return new Ensemble(ensemble.scenario(), runs.size(), ensemble.figures(), runs);
    }

    private static Status judged(Ensemble now, Ensemble before) {
        return EnsembleJudge.judge(now, EnsembleJudge.CONFIDENCE, Observation.of(before))
                .status();
    }

    /** With the same draws on both sides, ten runs. */
    private String paired() {
        return row("10", "same", ofTens(same), ofTens(slower));
    }

    /** How often each verdict is given of ten runs of a build against the same ten of the one before, in per cent. */
    private Map<Status, Double> ofTens(Ensemble build) {
        return shares(build.runs().size() / 10, ten -> {
            Ensemble before = with(same, same.runs().subList(10 * ten, 10 * ten + 10));
            return judged(with(build, build.runs().subList(10 * ten, 10 * ten + 10)), before);
        });
    }
}
