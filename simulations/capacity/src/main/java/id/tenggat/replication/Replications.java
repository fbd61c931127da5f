package id.tenggat.replication;

import id.tenggat.arrival.Schedule;
import id.tenggat.capacity.FastForward;
import id.tenggat.capacity.Outcome;
import id.tenggat.capacity.Simulator;
import id.tenggat.capacity.Standing;
import id.tenggat.capacity.Supervision;
import id.tenggat.capacity.TooManyAttemptsException;
import id.tenggat.capacity.Watch;
import id.tenggat.draw.Draws;
import id.tenggat.recording.MemoryRecorder;
import id.tenggat.recording.Recording;
import id.tenggat.recording.Run;
import id.tenggat.recording.RunStatus;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.slice.Slicer;
import id.tenggat.summary.Ensemble;
import id.tenggat.summary.Ensemble.Replication;
import id.tenggat.summary.Figure;
import id.tenggat.summary.Summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Independent replications of a question. A deadline ends a run by itself (a terminating simulation), so every run counts
 * from its first instant: there is no warm-up to cut. Each replication has its own seed and shares nothing with the
 * others; results stand in order of replication, and are the same however many threads there are.
 */
public final class Replications {

    /**
     * What is replicated.
     *
     * @param whole the scenario before slicing, with the base seed
     * @param run what recordings of it would say; its interval decides what the busiest interval is
     */
    public record Question(Scenario whole, Slice slice, Run run) {
        Scenario seeded(long seed) {
            return Slicer.apply(whole.withSeed(seed), slice);
        }
    }

    /** Hears of every replication that has ended, on the thread that ran it. */
    @FunctionalInterface
    public interface Progress {

        /** Hears nothing. */
        Progress UNHEARD = number -> {};

        void ended(int number);
    }

    private final Question question;
    private final Supervision supervision;
    private final Progress progress;
    private final List<Figure> figures;

    /**
     * Replications of a question.
     *
     * @param watch looks on at every replication, from several threads; stopping one, it must stop all
     * @param progress hears of every replication that has ended
     */
    public Replications(Question question, Watch watch, Progress progress) {
        this(question, Supervision.of(watch, question.whole()), progress);
    }

    /** The same under a limit of attempts for each replication. */
    public Replications(Question question, Supervision supervision, Progress progress) {
        this.question = question;
        this.supervision = supervision;
        this.progress = progress;
        this.figures = Figure.of(question.seeded(question.whole().seed()));
    }

    /**
     * The seed of a replication: the base seed itself for the first, then the i-th number that SplitMix64 gives after it
     * (Steele, Lea and Flood, OOPSLA 2014).
     *
     * @param number from 0
     */
    public static long seed(long baseSeed, int number) {
        return number == 0 ? baseSeed : Draws.next(baseSeed, number);
    }

    /**
     * Runs replications.
     *
     * @param count how many, 1 or more
     * @param threads how many may run at the same time, 1 or more
     * @throws TooManyAttemptsException if one sends more attempts than it may
     */
    public Ensemble run(int count, int threads) {
        return more(List.of(), count, threads);
    }

    /**
     * Runs those that are still wanted.
     *
     * @param before the first ones, all of them
     * @param count how many there are to be with them
     */
    public Ensemble more(List<Replication> before, int count, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, count));
        try {
            List<Future<Optional<Replication>>> runs = IntStream.range(before.size(), count)
                    .mapToObj(number -> pool.submit(() -> replicate(number)))
                    .toList();
            List<Replication> all = new ArrayList<>(before);
            all.addAll(results(runs));
            return new Ensemble(question.seeded(question.whole().seed()), count, figures, all);
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Replication> results(List<Future<Optional<Replication>>> runs) {
        List<Replication> results = new ArrayList<>();
        for (Future<Optional<Replication>> run : runs) {
            result(run).ifPresent(results::add);
        }
        return results;
    }

    private static Optional<Replication> result(Future<Optional<Replication>> run) {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            } else if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw new IllegalStateException("a replication broke", e.getCause());
        }
    }

    /** Empty if the watch stopped it. */
    private Optional<Replication> replicate(int number) {
        long seed = seed(question.whole().seed(), number);
        Optional<Recording> recording = recording(seed);
        progress.ended(number);
        return recording.map(told -> new Replication(number, seed, values(told)));
    }

    private List<OptionalDouble> values(Recording recording) {
        Summary summary = Summary.of(recording);
        return figures.stream().map(figure -> figure.in(recording, summary)).toList();
    }

    private Optional<Recording> recording(long seed) {
        if (isStopped()) {
            return Optional.empty();
        }
        Schedule schedule = Schedule.of(
                question.seeded(seed),
                FastForward.crowd(question.whole().withSeed(seed), question.slice(), supervision));
        MemoryRecorder recorder = new MemoryRecorder(schedule, question.run());
        Outcome outcome = new Simulator(schedule, recorder, supervision).run();
        if (outcome.end() == Outcome.End.TOO_MANY_ATTEMPTS) {
            throw new TooManyAttemptsException(supervision);
        }
        return outcome.interrupted() || isStopped()
                ? Optional.empty()
                : Optional.of(recorder.finish(outcome.audit(), RunStatus.COMPLETE));
    }

    /** A run of few events ends before anybody looks at it. */
    private boolean isStopped() {
        return !supervision.watch().goesOn(Standing.BEFORE);
    }
}
