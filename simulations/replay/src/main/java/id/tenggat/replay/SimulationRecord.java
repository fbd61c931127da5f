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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final Journal journal;
    private final Behaviour behaviour;
    private final Vitals vitals = new Vitals();
    private final SelfWatch self;
    private final Ticker ticker = new Ticker();
    private final Vigil vigil;
    private final StopOrder order = new StopOrder();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final LongAdder left = new LongAdder();

    private SimulationRecord(RecordingWriter writer, SimulationSettings settings, int people) {
        this.writer = writer;
        this.people = people;
        journal = new Journal(writer);
        behaviour = new Behaviour(settings.schedule().scenario());
        self = new SelfWatch(vitals, journal::injector, settings.slipP99LimitNs());
        vigil = settings.permission().watch();
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
        return journal;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /** An attempt was sent so long after it was due. */
    void sent(long slipNs) {
        vitals.sent(Math.max(0, slipNs));
    }

    /** An applicant has come to an end. */
    void left() {
        left.increment();
    }

    /** Writes intervals as they end, from this instant of engine time 0 on. */
    void follow(long zeroNs) {
        ticker.start(() -> tick(System.nanoTime() - zeroNs));
    }

    private void tick(long nowNs) {
        journal.advanceTo(Math.max(0, nowNs - SETTLING_NS));
        self.look(nowNs).ifPresent(words -> LOG.warn("behind {}", words));
    }

    /** Ends the recording before everybody has come to an end; the first reason counts. */
    void stop(String reason) {
        journal.close();
        order.give(reason);
        end();
    }

    boolean isStopped() {
        return order.isGiven();
    }

    Optional<String> stopReason() {
        return order.reason();
    }

    /** Ends the recording, once. */
    void end() {
        if (ended.getAndSet(true)) {
            return;
        }
        journal.close();
        ticker.close();
        vigil.close();
        List<String> reasons = reasons();
        writer.finish(Optional.empty(), reasons.isEmpty() ? RunStatus.COMPLETE : RunStatus.INTERRUPTED, reasons);
        writer.ended(Instant.now());
    }

    private List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        order.reason().ifPresent(reasons::add);
        if (!isStopped() && left.sum() < people) {
            reasons.add((people - left.sum()) + " of " + people
                    + " applicants had not come to an end when Gatling did: it was"
                    + " stopped, or a step's chain left the scenario, as by exitHere()");
        }
        if (!reasons.isEmpty() && journal.underWay() > 0) {
            reasons.add(
                    "attempts under way at that instant, which were sent and are in no count: " + journal.underWay());
        }
        return reasons;
    }
}
