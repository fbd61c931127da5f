package id.tenggat.replay;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.RecordingWriter;
import io.gatling.javaapi.core.Simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Users at a cadence, played by an injector that is measured from outside. It stands in this package because the engine's
 * parts are nobody else's.
 *
 * @param pause of everybody between arriving and the first call
 * @param url what is called, with a slash at its end
 */
public record InjectorPlay(Cadence cadence, Duration pause, String url) {

    /** Gatling as its users write for it, without even its log. */
    public void bare() {
        PlannedArrivals arrivals = new PlannedArrivals(cadence.firstDueNs());
        play(new Vitals(), () -> new BareSimulation(arrivals, this));
    }

    /** The replay's users, who record nothing. */
    public void unrecorded() {
        PlannedArrivals arrivals = new PlannedArrivals(cadence.firstDueNs());
        UserSupply users = (index, dueNs) -> new UnrecordedUser(plan(index, dueNs), index);
        play(
                new Vitals(),
                () -> new PlannedSimulation(arrivals, users, CadencePlay.TIMEOUT, CadencePlay.permission(url)));
    }

    /**
     * The replay's users, and a recording of all that they do.
     *
     * @param schedule names a step under which calls are recorded: nobody of it comes
     * @param directory of the recording; must not be there
     */
    public void recorded(Schedule schedule, Path directory) {
        try (RecordingWriter writer = RecordingWriter.create(directory, schedule, CadencePlay.run());
                Ticker ticker = new Ticker()) {
            Vitals vitals = new Vitals();
            Journal journal = new Journal(writer);
            SelfWatch self = new SelfWatch(vitals, journal::injector, writer.slipLimitNs());
            PlannedArrivals arrivals = new PlannedArrivals(cadence.firstDueNs());
            UserSupply users =
                    (index, dueNs) -> new MeteredUser(new RecordedUser(journal, plan(index, dueNs), index), vitals);
            var unused = arrivals.zeroNs()
                    .thenAccept(zeroNs -> ticker.start(() -> tick(journal, self, System.nanoTime() - zeroNs)));
            play(
                    vitals,
                    () -> new PlannedSimulation(arrivals, users, CadencePlay.TIMEOUT, CadencePlay.permission(url)));
        }
    }

    /** As a replay does twice a second. */
    private static void tick(Journal journal, SelfWatch self, long nowNs) {
        journal.advanceTo(Math.max(0, nowNs - CadencePlay.TIMEOUT.toNanos()));
        var unused = self.look(nowNs);
    }

    private CallPlan plan(int index, long dueNs) {
        return new CallPlan(url, cadence, dueNs - cadence.dueNs(index, 0) + pause.toNanos());
    }

    private static void play(Vitals vitals, Supplier<Simulation> simulation) {
        var unused = new GatlingEngine(new StopOrder(), vitals)
                .play(new GatlingRun("injector", simulation, Path.of("."), Charts.NONE));
    }
}
