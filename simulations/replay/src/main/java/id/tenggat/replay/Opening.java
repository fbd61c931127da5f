package id.tenggat.replay;

import id.tenggat.recording.RecordingException;
import id.tenggat.scenario.read.ScenarioException;
import id.tenggat.target.TargetException;
import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.stream.Stream;

/**
 * What a {@link DeadlineSimulation} knows before its user says what steps do.
 *
 * @param warmUp plays before anybody comes
 */
record Opening(SimulationSettings settings, Cast cast, SimulationWarmUp warmUp, SimulationRecord record) {

    private static final Set<String> GATLING = Set.of("io.gatling.app.Gatling", "io.gatling.app.Gatling$");
    private static final int BAD_INPUT = 2;

    /**
     * Reads the settings, asks whether the target may be hit, and begins the recording. What is wrong ends the JVM with a line and
     * status 2, if it is Gatling's own: Gatling would print where it happened, twice, and the reason somewhere between.
     *
     * @throws IllegalArgumentException and its like, with what is wrong, in anybody else's JVM
     */
    static Opening of(Class<?> simulation) {
        try {
            return open(simulation);
        } catch (IllegalArgumentException | ScenarioException | TargetException | RecordingException refused) {
            if (isGatlingsOwnJvm()) {
                end(simulation.getSimpleName() + ": " + refused.getMessage());
            }
            throw refused;
        }
    }

    private static Opening open(Class<?> simulation) {
        PermittedConnections.arm();
        SimulationSettings settings = SimulationSettings.ofThisRun();
        Cast cast = Cast.of(settings.schedule());
        SimulationWarmUp warmUp = new SimulationWarmUp(
                settings.warmUp(),
                settings.schedule().scenario().journey().steps().size());
        PermittedConnections.limitTo(settings.permission(), warmUp.address());
        return new Opening(settings, cast, warmUp, SimulationRecord.begin(settings, cast.size(), simulation));
    }

    /** Whether Gatling's main method has led here. */
    private static boolean isGatlingsOwnJvm() {
        Stream<StackTraceElement> frames = Stream.of(new Throwable().getStackTrace());
        return frames.anyMatch(frame ->
                GATLING.contains(frame.getClassName()) && frame.getMethodName().equals("main"));
    }

    @SuppressWarnings("SystemOut")
    private static void end(@Nullable String why) {
        System.err.println(why);
        System.exit(BAD_INPUT);
    }
}
