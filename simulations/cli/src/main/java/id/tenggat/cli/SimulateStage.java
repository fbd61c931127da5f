package id.tenggat.cli;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.capacity.FastForward;
import id.tenggat.capacity.Outcome;
import id.tenggat.capacity.Simulator;
import id.tenggat.capacity.Standing;
import id.tenggat.capacity.Supervision;
import id.tenggat.capacity.Watch;
import id.tenggat.capacity.Witness;
import id.tenggat.cli.Recordings.Engine;
import id.tenggat.cli.Snapshot.Played;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.RunStatus;
import id.tenggat.scenario.Timeline;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Simulates a question into a recording. */
final class SimulateStage {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final long SHOW_EVERY_NS = 200_000_000;

    private final Question question;
    private final Screen screen;
    private final Interruption interruption;
    private final Orders orders;
    private boolean stopped;

    /**
     * What somebody asked for besides.
     *
     * @param limits of attempts; its watch is not asked
     * @param witness sees some applicants
     * @param leg the part that is played
     * @param engine what records it
     */
    record Orders(Supervision limits, @Nullable Witness witness, Leg leg, Engine engine) {

        static Orders of(Question question, Leg leg) {
            return new Orders(Supervision.of(Watch.NOBODY, question.whole()), null, leg, Engine.simulator());
        }

        /** The same, recorded by another engine. */
        Orders by(Engine other) {
            return new Orders(limits, witness, leg, other);
        }
    }

    SimulateStage(Question question, Screen screen, Interruption interruption, Orders orders) {
        this.question = question;
        this.screen = screen;
        this.interruption = interruption;
        this.orders = orders;
    }

    SimulateStage(Question question, Screen screen, Interruption interruption, Leg leg) {
        this(question, screen, interruption, Orders.of(question, leg));
    }

    SimulateStage(Question question, Screen screen, Interruption interruption) {
        this(question, screen, interruption, Leg.WHOLE);
    }

    /**
     * Writes the recording to this directory, and the snapshot beside it if it is to stop; then plays it once more before
     * the witness, if there is one, so that who is traced changes no byte of the recording.
     *
     * @throws InputException if the run would not fit into memory, or a value of the scenario is too large for it
     */
    void record(Path directory) {
        question.play(() -> {
            Memory.require(question, 1, orders.limits().watchedBy(this::sizeUp));
            Schedule schedule = schedule();
            Witness witness = orders.witness();
            if (witness == null) {
                simulate(schedule, directory);
            } else {
                TraceOptions.requireIn(schedule, witness);
                simulate(schedule, directory);
                trace(schedule, witness);
            }
        });
    }

    /** True if it has stopped at an instant as asked, and its snapshot is written. */
    boolean hasStopped() {
        return stopped;
    }

    private void simulate(Schedule schedule, Path directory) {
        try (RecordingWriter writer = Recordings.begin(directory, question, schedule, orders.engine())) {
            if (orders.leg().isStepByStep()) {
                Simulator simulator = Simulator.stepByStep(schedule, writer, look("simulating", schedule));
                playLeg(new Played(schedule, simulator, writer));
            } else {
                end(writer, new Simulator(schedule, writer, look("simulating", schedule)).run());
            }
        }
    }

    private void playLeg(Played played) {
        Leg leg = orders.leg();
        leg.goingOn().ifPresent(snapshot -> snapshot.goOn(played));
        if (leg.until().isPresent()) {
            stop(played, leg.until().get());
        } else {
            end(played.writer(), played.simulator().run());
        }
    }

    private void stop(Played played, Instant instant) {
        long stopNs = question.scenario().timeline().nsAt(instant);
        if (!played.simulator().playUntil(stopNs) || interruption.isRequested()) {
            end(played.writer(), played.simulator().breakOff());
            return;
        }
        Snapshot.write(Leg.snapshot(played.writer().directory()), question, instant, played);
        stopped = true;
        String reason = "it stopped at " + question.onCalendar(instant) + " as asked, to go on from its snapshot";
        played.writer().finish(played.simulator().breakOff().audit(), RunStatus.INTERRUPTED, List.of(reason));
        played.writer().ended(Instant.now());
    }

    private void trace(Schedule schedule, Witness witness) {
        if (!interruption.isRequested()) {
            Simulator.seenBy(witness, schedule, look("tracing", schedule)).run();
        }
    }

    private Supervision look(String doing, Schedule schedule) {
        return orders.limits().watchedBy(new Look(doing, schedule.scenario().timeline(), schedule::arrivals));
    }

    private void end(RecordingWriter writer, Outcome outcome) {
        boolean interrupted = outcome.interrupted() || interruption.isRequested();
        writer.finish(
                outcome.audit(),
                interrupted ? RunStatus.INTERRUPTED : RunStatus.COMPLETE,
                outcome.end() == Outcome.End.TOO_MANY_ATTEMPTS
                        ? List.of(orders.limits().tooManyAttempts())
                        : List.of());
        writer.ended(Instant.now());
    }

    /** The question's schedule, begun from the crowd that is inside by then. */
    Schedule schedule() {
        Crowd crowd = orders.leg().from().map(Snapshot::crowd).orElseGet(this::fastForward);
        return Schedule.of(question.scenario(), crowd);
    }

    private Crowd fastForward() {
        Timeline timeline = question.whole().timeline();
        LongSupplier due = () ->
                Schedule.of(question.whole()).arrivalsBefore(FastForward.stopNs(question.whole(), question.slice()));
        return FastForward.crowd(
                question.whole(),
                question.slice(),
                orders.limits().watchedBy(new Look("fast-forwarding", timeline, due)));
    }

    private boolean sizeUp(Standing unused) {
        screen.progress("seeing whether " + question.whole().name() + " fits into memory");
        return !interruption.isRequested();
    }

    /** Shows how far a part of the work has come, and stops it on an interruption. */
    private final class Look implements Watch {

        private final String doing;
        private final Timeline timeline;
        private final LongSupplier applicants;
        private final long startNs = System.nanoTime();
        private long shownNs = startNs - SHOW_EVERY_NS;
        private long due = -1;

        Look(String doing, Timeline timeline, LongSupplier applicants) {
            this.doing = doing + " " + question.whole().name();
            this.timeline = timeline;
            this.applicants = applicants;
        }

        @Override
        public boolean goesOn(Standing at) {
            long nowNs = System.nanoTime();
            if (screen.isWatched() && nowNs - shownNs >= SHOW_EVERY_NS) {
                shownNs = nowNs;
                show(at, nowNs - startNs);
            }
            return !interruption.isRequested();
        }

        private void show(Standing at, long elapsedNs) {
            due = due < 0 ? applicants.getAsLong() : due;
            ZoneId zone = question.whole().calendar().zone();
            String now = MINUTE.format(timeline.instantAt(at.nowNs()).atZone(zone));
            screen.progress(doing + "  " + now + "  " + new Headway(at, due, elapsedNs).words());
        }
    }
}
