package id.tenggat.replay;

import id.tenggat.policy.Behaviour;
import id.tenggat.recording.Host;
import id.tenggat.recording.IntervalLength;
import id.tenggat.recording.Provenance.AdapterUsed;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.Run;
import id.tenggat.recording.RunStatus;
import id.tenggat.scenario.Scenario;
import id.tenggat.target.Vigil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * The recording of a {@link DeadlineSimulation}: what its clients saw, as of any system that is not ours. Complete once
 * everybody has come to an end; whatever ends the run before that leaves it interrupted, or unfinished.
 */
final class SimulationRecord {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineSimulation.class);

    /** How much later than it was due an attempt may be sent, and still be counted in the interval in which it was. */
    private static final long SETTLING_NS = 2_000_000_000;

    private final RecordingWriter writer;
    private final int people;
    private final LiveRun run;
    private final Behaviour behaviour;
    private final Ticker ticker = new Ticker();
    private final Vigil vigil;
    private final LongAdder left = new LongAdder();
    private volatile OptionalLong zeroNs = OptionalLong.empty();
    private boolean ended;

    private SimulationRecord(RecordingWriter writer, SimulationSettings settings, int people) {
        this.writer = writer;
        this.people = people;
        Scenario scenario = settings.schedule().scenario();
        run = new LiveRun(scenario, writer);
        behaviour = new Behaviour(scenario);
        vigil = settings.permission().watch();
        // Whoever stops it may be what its end waits for: the ticker.
        run.order().onceGiven(() -> new Thread(this::end, "recording-end").start());
        var unused = settings.permission().withdrawal().thenAccept(withdrawn -> stop(withdrawn.getMessage()));
    }

    static SimulationRecord begin(SimulationSettings settings, int people, Class<?> simulation) {
        Scenario scenario = settings.schedule().scenario();
        String command = "Gatling, " + simulation.getName() + ", " + settings.words();
        Run run = new Run(
                        "replay",
                        settings.file().text(),
                        settings.roundings(),
                        IntervalLength.proposedNs(scenario),
                        settings.slipP99LimitNs(),
                        Host.here(Instant.now(), command, "a simulation of the user's own")
                                .speaking(scenario.wire().words()),
                        settings.file().measured())
                .by(new AdapterUsed(simulation.getName(), digest(simulation)));
        RecordingWriter writer = RecordingWriter.create(settings.directory(), settings.schedule(), run);
        return new SimulationRecord(writer, settings, people);
    }

    /** SHA-256 of a class as it was compiled. */
    private static String digest(Class<?> simulation) {
        String name = simulation.getName().replaceAll(".*\\.", "") + ".class";
        try (InputStream in = simulation.getResourceAsStream(name)) {
            byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    Journal journal() {
        return run.journal();
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /** An attempt was sent so long after it was due. */
    void sent(long slipNs) {
        run.vitals().sent(Math.max(0, slipNs));
    }

    /** An applicant has come to an end. */
    void left() {
        left.increment();
    }

    /** Writes intervals as they end, from this instant of engine time 0 on. */
    void follow(long zero) {
        run.begin();
        zeroNs = OptionalLong.of(zero);
        ticker.start(() -> run.tick(System.nanoTime() - zero, SETTLING_NS, SimulationRecord::warn));
    }

    private static void warn(Progress progress) {
        progress.behind().ifPresent(words -> LOG.warn("behind {}", words));
    }

    /** Stops the run, and ends the recording soon; the first reason counts. */
    void stop(String reason) {
        run.stop(reason);
    }

    boolean isStopped() {
        return run.order().isGiven();
    }

    /** Ends the recording, if that was not done yet, and returns when it is on the disk. */
    synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        ticker.close();
        vigil.close();
        zeroNs.ifPresent(zero -> run.end(System.nanoTime() - zero));
        run.journal().close();
        stopIfSomebodyIsMissing();
        List<String> reasons = run.stopReasons();
        writer.finish(Optional.empty(), reasons.isEmpty() ? RunStatus.COMPLETE : RunStatus.INTERRUPTED, reasons);
        writer.ended(Instant.now());
    }

    private void stopIfSomebodyIsMissing() {
        if (left.sum() < people) {
            run.stop((people - left.sum()) + " of " + people
                    + " applicants had not come to an end when Gatling did: it was"
                    + " stopped, or a step's chain left the scenario, as by exitHere()");
        }
    }

    /** Why it was stopped, as soon as its recording has ended, for the JVM may be gone after it is told; "" if it was not. */
    String stopReason() {
        if (isStopped()) {
            end();
        }
        return run.order().reason().orElse("");
    }
}
