package id.tenggat.cli;

import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.read.ScenarioFile;
import id.tenggat.slice.Slicer;

import java.util.List;

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

    /** For people: {@code whole scenario} or {@code last 2h, fraction 20%}. */
    String part() {
        return slice().isWhole() ? "the whole scenario" : slice().toString();
    }
}
