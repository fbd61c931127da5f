package id.tenggat.benchmarks;

import id.tenggat.recording.ScratchFolder;
import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Population;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.read.ScenarioFile;
import id.tenggat.scenario.read.ScenarioReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A scenario that is played here.
 *
 * @param text of its file, as a recording keeps it
 */
record Question(String text, Scenario scenario) {

    static final int MM16_WORKERS = 16;
    static final double MM16_SERVICE_MS = 20;

    /** W1: M/M/64 at a load of 0.95, 5,000,000 customers. */
    static Question mm64() {
        return read("mm64.yaml", "nowhere.csv");
    }

    /** As W1, but so many customers in a span as much shorter. */
    static Question mm64Of(int customers) {
        Question whole = mm64();
        Calendar calendar = whole.scenario.calendar();
        Duration span = Duration.between(calendar.opens(), calendar.closes());
        double share = (double) customers / whole.scenario.population().applicants();
        Instant closes = calendar.opens().plusNanos(Math.round(span.toNanos() * share));
        return whole.perRegency(customers)
                .with(new Calendar(calendar.zone(), calendar.opens(), closes, calendar.extensions()));
    }

    /** M/M/16 with a mean service of 20 ms at this load, for so long. */
    static Question mm16(double load, Duration span) {
        Question one = read("mm16.yaml", "nowhere.csv");
        Calendar calendar = one.scenario.calendar();
        long customers = Math.round(load * MM16_WORKERS * span.toMillis() / MM16_SERVICE_MS);
        return one.perRegency(Math.toIntExact(customers))
                .with(new Calendar(
                        calendar.zone(), calendar.opens(), calendar.opens().plus(span), calendar.extensions()));
    }

    /** A payment for 28 stamps, and the stamps, for two million applicants. */
    static Question stamps() {
        return read("stamps.yaml", "nowhere.csv");
    }

    /** W3: the deadline with retries, 300,176 applicants. */
    static Question deadline() {
        return read("deadline.yaml", "regencies.csv");
    }

    /** A national scenario of {@code scenarios/}, by its name. */
    static Question national(String name) {
        return read(name + ".yaml", "regencies.csv");
    }

    /** A scenario of this package in a country of one regency. */
    static Question of(String yaml) {
        return read(yaml, "nowhere.csv");
    }

    private static Question read(String yaml, String regencies) {
        try (ScratchFolder scratch = ScratchFolder.named("tenggat-benchmarks")) {
            copy(regencies, scratch.path());
            ScenarioFile file = ScenarioReader.read(copy(yaml, scratch.path()));
            return new Question(file.text(), file.scenario());
        }
    }

    private static Path copy(String resource, Path directory) {
        Path copy = directory.resolve(resource);
        try (InputStream in = Question.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no scenario or table is named " + resource);
            }
            Files.copy(in, copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As many applicants in every regency. */
    Question perRegency(int applicants) {
        Population same = scenario.population();
        return with(scenario.withPopulation(Population.perRegency(same.regencies(), applicants)));
    }

    /** Stations with so many times the workers and the room in their queues, rounded down, at least one worker. */
    Question capacityTimes(double factor) {
        List<Station> stations = scenario.stack().stations().stream()
                .map(s -> s.resized(times(s.workers(), factor), times(s.queueLimit(), factor), s.admission()))
                .toList();
        return with(scenario.withStack(new Stack(stations, scenario.stack().thirdParties())));
    }

    private static int times(int count, double factor) {
        return Math.max(1, (int) (count * factor));
    }

    Question withSeed(long seed) {
        return with(scenario.withSeed(seed));
    }

    private Question with(Calendar calendar) {
        return with(scenario.withCalendar(calendar));
    }

    private Question with(Scenario other) {
        return new Question(text, other);
    }
}
