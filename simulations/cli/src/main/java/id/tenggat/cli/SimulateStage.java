package id.tenggat.cli;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.capacity.FastForward;
import id.tenggat.capacity.Outcome;
import id.tenggat.capacity.Simulator;
import id.tenggat.capacity.Watch;
import id.tenggat.cli.Recordings.Engine;
import id.tenggat.cli.Snapshot.Played;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.RunStatus;
import id.tenggat.scenario.Timeline;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Simulates a question into a recording. */
final class SimulateStage {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final long SHOW_EVERY_NS = 200_000_000;

    private final Question question;
    private final Screen screen;
    private final Interruption interruption;
    private final Leg leg;
    private long shownNs;

    SimulateStage(Question question, Screen screen, Interruption interruption, Leg leg) {
        this.question = question;
        this.screen = screen;
        this.interruption = interruption;
        this.leg = leg;
    }

    SimulateStage(Question question, Screen screen, Interruption interruption) {
        this(question, screen, interruption, Leg.WHOLE);
    }

    /** Writes the recording to this directory, and the snapshot beside it if it is to stop. */
    void record(Path directory) {
        Schedule schedule = schedule();
        try (RecordingWriter writer = Recordings.begin(directory, question, schedule, Engine.simulator())) {
            Watch watch = watch("simulating", schedule.scenario().timeline());
            if (leg.isStepByStep()) {
                playLeg(new Played(schedule, Simulator.stepByStep(schedule, writer, watch), writer));
            } else {
                end(writer, new Simulator(schedule, writer, watch).run());
            }
        }
    }

    private void playLeg(Played played) {
        leg.goingOn().ifPresent(snapshot -> snapshot.goOn(played));
        if (leg.until().isPresent()) {
            stop(played, leg.until().get());
        } else {
            end(played.writer(), played.simulator().run());
        }
    }

    private void stop(Played played, Instant instant) {
        long stopNs = question.scenario().timeline().nsAt(instant);
        List<String> reasons = List.of();
        if (played.simulator().playUntil(stopNs) && !interruption.isRequested()) {
            Snapshot.write(Leg.snapshot(played.writer().directory()), question, instant, played);
            reasons =
                    List.of("it stopped at " + question.onCalendar(instant) + " as asked, to go on from its snapshot");
        }
        played.writer().finish(played.simulator().breakOff().audit(), RunStatus.INTERRUPTED, reasons);
        played.writer().ended(Instant.now());
    }

    private void end(RecordingWriter writer, Outcome outcome) {
        boolean interrupted = outcome.interrupted() || interruption.isRequested();
        RunStatus status = interrupted ? RunStatus.INTERRUPTED : RunStatus.COMPLETE;
        writer.finish(outcome.audit(), status, List.of());
        writer.ended(Instant.now());
    }

    /** The question's schedule, begun from the crowd that is inside by then. */
    Schedule schedule() {
        Crowd crowd = leg.from().map(Snapshot::crowd).orElseGet(this::fastForward);
        return Schedule.of(question.scenario(), crowd);
    }

    private Crowd fastForward() {
        return FastForward.crowd(
                question.whole(),
                question.slice(),
                watch("fast-forwarding", question.whole().timeline()));
    }

    private Watch watch(String doing, Timeline timeline) {
        long startNs = System.nanoTime();
        return (nowNs, events) -> {
            show(doing + " " + question.whole().name(), timeline.instantAt(nowNs), new Pace(startNs, events));
            return !interruption.isRequested();
        };
    }

    private record Pace(long startNs, long events) {
        @Override
        public String toString() {
            double seconds = (System.nanoTime() - startNs) / 1e9;
            return String.format(Locale.ROOT, "%.1f M events, %.1f M/s", events / 1e6, events / seconds / 1e6);
        }
    }

    private void show(String doing, Instant now, Pace pace) {
        if (System.nanoTime() - shownNs >= SHOW_EVERY_NS) {
            shownNs = System.nanoTime();
            ZoneId zone = question.whole().calendar().zone();
            screen.progress(doing + "  " + MINUTE.format(now.atZone(zone)) + "  " + pace);
        }
    }
}
