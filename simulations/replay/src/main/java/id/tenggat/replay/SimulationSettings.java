package id.tenggat.replay;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.scenario.Clients.LateAnswer;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.read.PhraseException;
import id.tenggat.scenario.read.Quantities;
import id.tenggat.scenario.read.ScenarioFile;
import id.tenggat.scenario.read.ScenarioReader;
import id.tenggat.scenario.read.SliceParser;
import id.tenggat.slice.Slicer;
import id.tenggat.target.Approach;
import id.tenggat.target.Network;
import id.tenggat.target.Permission;
import id.tenggat.target.Target;
import io.gatling.core.Predef$;
import io.gatling.core.config.GatlingConfiguration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a {@link DeadlineSimulation} plays, and where: by system properties, or else by the environment.
 *
 * @param whole the scenario before slicing
 */
record SimulationSettings(
        ScenarioFile file, Scenario whole, Schedule schedule, Permission permission, Path directory, Times times) {

    private static final String SLIP_LIMIT = "100ms";
    private static final String WARM_UP = "8s";

    /**
     * How it is measured.
     *
     * @param slipP99LimitNs the greatest 99th percentile of sent − due of a valid run
     * @param warmUp how long Gatling is warmed up before; zero for not at all
     */
    record Times(long slipP99LimitNs, Duration warmUp) {

        static Times ofThisRun() {
            return new Times(time("slip-limit", SLIP_LIMIT).toNanos(), time("warm-up", WARM_UP));
        }

        private static Duration time(String name, String otherwise) {
            String text = value(name).orElse(otherwise);
            try {
                return Quantities.duration(text);
            } catch (PhraseException e) {
                throw new IllegalArgumentException("tenggat." + name + ": " + e.getMessage(), e);
            }
        }
    }

    /** @throws IllegalArgumentException if something is missing or wrong; the message names the property */
    static SimulationSettings ofThisRun() {
        ScenarioFile file = ScenarioReader.read(Path.of(needed("scenario")));
        Target target = Target.parse(needed("target"));
        Path directory = Path.of(needed("out"));
        Times times = Times.ofThisRun();
        Scenario whole =
                value("seed").map(seed -> file.scenario().withSeed(seed(seed))).orElse(file.scenario());
        Schedule schedule = Schedule.of(sliced(whole), Crowd.NOBODY);
        requirePlayable(schedule);
        requireQuiet(Predef$.MODULE$.configuration(), target);
        Permission permission = Permission.ask(Approach.to(target, Network.here()), file.digest());
        permission.requireRoomFor(() -> Forecast.of(schedule).after(Duration.ZERO));
        return new SimulationSettings(file, whole, schedule, permission, directory, times);
    }

    private static String needed(String name) {
        return value(name)
                .orElseThrow(() -> new IllegalArgumentException("the simulation needs -Dtenggat." + name
                        + "=… or TENGGAT_" + name.toUpperCase(Locale.ROOT) + " in the environment"));
    }

    private static Optional<String> value(String name) {
        String inEnvironment = "TENGGAT_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Optional.ofNullable(System.getProperty("tenggat." + name))
                .or(() -> Optional.ofNullable(System.getenv(inEnvironment)))
                .filter(text -> !text.isBlank());
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("tenggat.seed must be a whole number, found \"" + text + "\"", e);
        }
    }

    private static Scenario sliced(Scenario whole) {
        try {
            Slice slice = value("slice").isPresent()
                    ? SliceParser.parse(value("slice").get(), whole.calendar().zone())
                    : whole.replaySlice().orElse(Slice.WHOLE);
            requireNobodyInside(slice);
            return Slicer.apply(whole, slice);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("tenggat.slice: " + e.getMessage(), e);
        }
    }

    private static void requireNobodyInside(Slice slice) {
        if (slice.window().isPresent()) {
            throw new IllegalArgumentException("\"" + slice
                    + "\" begins with applicants in the middle of their journey, and the target has not seen them"
                    + " begin; choose a slice without a window, as in \"fraction 5%\"");
        }
    }

    private static void requirePlayable(Schedule schedule) {
        var clients = schedule.scenario().clients();
        if (clients.commonTimeout().isEmpty()) {
            throw new IllegalArgumentException(
                    "clients.timeout is drawn for each attempt, which a simulation of your own"
                            + " can't do: give one duration, or use tenggat replay with an adapter");
        } else if (clients.reclicks().isPresent()) {
            throw new IllegalArgumentException(
                    "clients.reclicks: who clicks again does so while its request is pending,"
                            + " which a simulation of your own can't do: leave it out, or use tenggat replay with an adapter");
        } else if (clients.lateAnswer() == LateAnswer.HEARD) {
            throw new IllegalArgumentException(
                    "clients.lateAnswer: heard can be simulated, but not played live: say lost");
        } else if (schedule.arrivals() == 0) {
            throw new IllegalArgumentException(
                    "nobody comes in the slice \"" + schedule.scenario().slice() + "\": choose a larger one");
        }
    }

    /** Asked before Gatling has sent anything to its vendor. */
    private static void requireQuiet(GatlingConfiguration conf, Target target) {
        if (conf.data().enableAnalytics()) {
            throw new IllegalArgumentException("gatling.conf lets Gatling report every run to its vendor: set"
                    + " gatling.data.enableAnalytics = false there");
        } else if (target.isSecure() && !GatlingSettings.judgesCertificates(conf)) {
            throw new IllegalArgumentException("gatling.conf lets anybody answer as " + target
                    + ": set gatling.ssl.useInsecureTrustManager = false and gatling.http.enableHostnameVerification ="
                    + " true there");
        }
    }

    long slipP99LimitNs() {
        return times.slipP99LimitNs();
    }

    Duration warmUp() {
        return times.warmUp();
    }

    List<String> roundings() {
        return Slicer.roundings(whole, schedule.scenario());
    }

    Duration timeout() {
        return schedule.scenario().clients().commonTimeout().orElseThrow();
    }

    /** For people: the properties that play it again. */
    String words() {
        return "-Dtenggat.scenario=" + file.path() + " -Dtenggat.seed=" + whole.seed() + " -Dtenggat.slice=\""
                + schedule.scenario().slice() + "\" -Dtenggat.target=" + permission.target();
    }
}
