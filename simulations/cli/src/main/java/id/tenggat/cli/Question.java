package id.tenggat.cli;

import id.tenggat.history.Setup;
import id.tenggat.scenario.Clients.LateAnswer;
import id.tenggat.scenario.OverflowException;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.read.ScenarioFile;
import id.tenggat.slice.Slicer;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is asked: a scenario file, with the seed of this run, and a slice of it.
 *
 * @param whole the scenario before slicing
 * @param scenario the slice of it
 */
record Question(ScenarioFile file, Scenario whole, Scenario scenario) {

    /** The whole scenario with this seed. */
    static Question whole(ScenarioFile file, long seed) {
        Scenario seeded = file.scenario().withSeed(seed);
        return new Question(file, seeded, seeded);
    }

    /**
     * A slice of it.
     *
     * @throws InputException if the scenario has no such slice
     */
    Question sliced(Slice slice) {
        try {
            return new Question(file, whole, Slicer.apply(whole, slice));
        } catch (IllegalArgumentException e) {
            throw new InputException("--slice \"" + slice + "\": " + e.getMessage());
        }
    }

    Slice slice() {
        return scenario.slice();
    }

    List<String> roundings() {
        return Slicer.roundings(whole, scenario);
    }

    /**
     * Refuses what no live client can do: Gatling closes the connection when a client times out.
     *
     * @throws InputException if late answers are to be heard
     */
    Question requireLive() {
        if (scenario.clients().lateAnswer() == LateAnswer.HEARD) {
            throw new InputException(file.path()
                    + ": clients.lateAnswer: heard can be simulated, but not replayed: a live client closes its connection"
                    + " at its timeout; say lost, or use tenggat simulate");
        }
        return this;
    }

    /** An instant as people write it: {@code 2024-09-06T23:59+07:00}. */
    String onCalendar(Instant instant) {
        return instant.atZone(whole.calendar().zone()).toOffsetDateTime().toString();
    }

    /**
     * Does something that plays it.
     *
     * @throws InputException if a value of the scenario turns out to be too large
     */
    void play(Runnable play) {
        var unused = played(() -> {
            play.run();
            return this;
        });
    }

    /** As {@link #play}, for what comes of it. */
    <T> T played(Supplier<T> play) {
        try {
            return play.get();
        } catch (OverflowException e) {
            throw new InputException(file.path() + ": " + e.getMessage());
        }
    }

    /** What its runs by an engine have in common. */
    Setup setup(String engine) {
        return new Setup(whole.name(), slice().toString(), engine);
    }

    /** For people: {@code whole scenario} or {@code last 2h, fraction 20%}. */
    String part() {
        return slice().isWhole() ? "the whole scenario" : slice().toString();
    }
}
