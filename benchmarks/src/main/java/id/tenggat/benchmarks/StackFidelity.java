package id.tenggat.benchmarks;

import id.tenggat.arrival.Schedule;
import id.tenggat.benchmarks.measure.Lifeline;
import id.tenggat.benchmarks.measure.Machine;
import id.tenggat.stack.LivePlay;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Question: does a live station make its clients wait as long as it should? M/M/16 with a mean service of 20 ms, at three loads.
 *
 * <p>Baseline: the simulator on the very same arrivals and draws, and Erlang's closed form, from which a run of this length
 * strays by chance: by how much, 100 simulated runs of other seeds tell. A live wait counts from when an attempt was due.
 *
 * <p>Trap: live time is the machine's. On a machine that does anything else the event loop comes late, and the run is outside.
 *
 * <p>Run: {@code ./tenggat bench stack}, or {@code java -cp benchmarks/target/benchmarks.jar
 * id.tenggat.benchmarks.StackFidelity}; about six minutes, one with {@code --quick}.
 */
public final class StackFidelity {

    /** The exit status where a figure is outside its tolerance; 1 is that of a crash. */
    static final int OUTSIDE = 4;

    /** What a live wait may differ by from the simulated one, beside its figure's milliseconds. */
    static final double ALLOWED_SHARE = 0.01;

    /** Standard deviations of a run by which it may stray from the closed form. */
    private static final double ALLOWED_DEVIATIONS = 4;

    private static final int REPLICATIONS = 100;
    private static final int WARM_UP_SECONDS = 5;
    private static final String QUICK = "--quick";

    /** At which load, and for how long. */
    private record Trial(double load, Duration span) {}

    private StackFidelity() {}

    /** None, or {@code --quick}. The exit status is 4 if a figure is outside. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        Lifeline.holdIfAsked();
        boolean quick = List.of(arguments).contains(QUICK);
        System.out.println(Machine.line());
        System.out.println(FidelityRow.HEADER);
        var unused = LivePlay.waitsNs(Schedule.of(Question.mm16(0.8, Duration.ofSeconds(WARM_UP_SECONDS))
                .withSeed(0)
                .scenario()));
        boolean isInside = true;
        for (Trial trial : trials(quick ? 6 : 1)) {
            for (FidelityRow row : rows(trial)) {
                System.out.println(row);
                isInside &= row.isInside();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "allowed: from the simulator %.2f ms (p99: %.2f ms) + %.0f %%, from the closed form that + %.0f standard deviations of a run%n",
                FidelityRow.Figure.MEAN.allowedMs(),
                FidelityRow.Figure.P99.allowedMs(),
                100 * ALLOWED_SHARE,
                ALLOWED_DEVIATIONS);
        System.exit(isInside ? 0 : OUTSIDE);
    }

    /** The longer, the closer to 1 the load: what happens by chance lasts longer there. */
    private static List<Trial> trials(int shorter) {
        return List.of(
                new Trial(0.5, Duration.ofSeconds(60).dividedBy(shorter)),
                new Trial(0.8, Duration.ofSeconds(90).dividedBy(shorter)),
                new Trial(0.95, Duration.ofSeconds(180).dividedBy(shorter)));
    }

    private static List<FidelityRow> rows(Trial trial) {
        Question question = Question.mm16(trial.load(), trial.span());
        Schedule schedule = Schedule.of(question.scenario());
        Waits live = Waits.of(LivePlay.waitsNs(schedule));
        Waits simulated = Waits.simulated(schedule);
        Waits steady = Waits.of(new ErlangC(Question.MM16_WORKERS, trial.load(), Question.MM16_SERVICE_MS));
        List<Waits> others = IntStream.rangeClosed(1, REPLICATIONS)
                .mapToObj(seed -> Waits.simulated(
                        Schedule.of(question.withSeed(1000L + seed).scenario())))
                .toList();
        FidelityRow.Run run = new FidelityRow.Run(trial.load(), schedule.arrivals());
        return List.of(
                new FidelityRow(
                        run,
                        FidelityRow.Figure.MEAN,
                        new FidelityRow.Values(live.meanMs(), simulated.meanMs(), steady.meanMs()),
                        strays(others.stream().mapToDouble(Waits::meanMs).toArray())),
                new FidelityRow(
                        run,
                        FidelityRow.Figure.P99,
                        new FidelityRow.Values(live.p99Ms(), simulated.p99Ms(), steady.p99Ms()),
                        strays(others.stream().mapToDouble(Waits::p99Ms).toArray())));
    }

    private static double strays(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return ALLOWED_DEVIATIONS * Math.sqrt(squares / (values.length - 1));
    }
}
