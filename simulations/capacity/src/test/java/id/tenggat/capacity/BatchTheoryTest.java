package id.tenggat.capacity;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.capacity.TheoryRun.Look;
import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.slice.Slicer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/**
 * Batches of customers at the instants of a Poisson stream, to one server: M^[X]/M/1 holds
 * L = ρ(1 + E[X²]/E[X])/(2(1 − ρ)) (Gross and Harris, Fundamentals of Queueing Theory, 3.1). Service has mean 100 ms.
 *
 * <p>A batch is a part of a crowd that is due at one instant, so it needs nothing of the engine. The crowd is handed over at
 * the begin of a window that none of the population's own arrivals lie in. Runs begin empty, as all of
 * {@link QueueTheoryTest} do, and last for {@value #SPAN_SECONDS} s, while the queue forgets its start within some 10 s.
 *
 * <p>Servers that take several customers at once are not a thing of this simulator.
 */
class BatchTheoryTest {

    private static final Theory THEORY = new Theory();
    private static final int REPLICATIONS = 24;
    private static final double LOAD = 0.6;
    private static final int SPAN_SECONDS = 30_000;
    private static final Slice WINDOW = new Slice(Optional.of(new Slice.Window.Last(Duration.ofHours(23))), 1, 1);

    @AfterAll
    static void writeTable() throws IOException {
        THEORY.write("theory-batches.txt");
    }

    @Test
    void batchesOfFourQueueAsTheTextbookSays() {
        compare("M^[4]/M/1 0.6", new Batches(4, 16, random -> 4));
    }

    /** Geometric from 1 on with mean m = 3: E[X²] = m(2m − 1). */
    @Test
    void geometricBatchesQueueAsTheTextbookSays() {
        double another = Math.log(1 - 1 / 3.0);
        compare(
                "M^[geo]/M/1 0.6, mean 3",
                new Batches(3, 15, random -> 1 + (int) (Math.log(1 - random.nextDouble()) / another)));
    }

    /** How many come together. */
    private record Batches(double mean, double meanSquare, ToIntFunction<SplittableRandom> size) {

        double inSystem() {
            return LOAD * (1 + meanSquare / mean) / (2 * (1 - LOAD));
        }
    }

    private static void compare(String model, Batches batches) {
        List<TheoryRun> runs = Theory.replicate(model, REPLICATIONS, seed -> run(batches, seed));
        THEORY.compare(
                model + ": in system",
                batches.inSystem(),
                runs,
                run -> (run.queueSeconds() + run.busySeconds()) / SPAN_SECONDS);
        THEORY.compare(model + ": time in system", batches.inSystem() / (10 * LOAD), runs, TheoryRun::meanSeconds);
    }

    private static TheoryRun run(Batches batches, long seed) {
        List<Crowd.Member> members = members(batches, new SplittableRandom(seed));
        return TheoryRun.of(Schedule.of(window(members.size(), seed), new Crowd(members)), Look.NOWHERE);
    }

    private static List<Crowd.Member> members(Batches batches, SplittableRandom random) {
        List<Crowd.Member> members = new ArrayList<>();
        double gap = batches.mean() / (10 * LOAD);
        double atSecond = gap * random.nextExponential();
        while (atSecond < SPAN_SECONDS) {
            long dueNs = (long) (atSecond * 1e9);
            for (int i = batches.size().applyAsInt(random); i > 0; i--) {
                members.add(new Crowd.Member(members.size(), 0, 0, 0, 0, dueNs));
            }
            atSecond += gap * random.nextExponential();
        }
        return members;
    }

    /** The last 23 hours of a day; by its curve everybody would have come in the first. */
    private static Scenario window(int applicants, long seed) {
        List<Double> firstHour = new ArrayList<>(Collections.nCopies(24, 0.0));
        firstHour.set(0, 1.0);
        Scenario day = Models.scenario(
                applicants,
                new Arrivals(new Arrivals.Curve.Uniform(), new Arrivals.DayShape(firstHour)),
                Duration.ofDays(1),
                Models.patient(),
                List.of(Models.station(1, applicants, new Exponential(Duration.ofMillis(100)))));
        return Slicer.apply(day.withSeed(seed), WINDOW);
    }
}
