package id.tenggat.recording;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Provenance.Axis;
import id.tenggat.recording.Provenance.Due;
import id.tenggat.recording.Provenance.Limits;
import id.tenggat.recording.Provenance.Measured;
import id.tenggat.recording.Provenance.Part;
import id.tenggat.recording.Provenance.Subject;
import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Calendar.Extension;
import id.tenggat.scenario.Scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Derives the provenance of a run that begins. */
final class ProvenanceOfRun {

    private ProvenanceOfRun() {}

    static Provenance beginning(Schedule schedule, Run run) {
        Scenario scenario = schedule.scenario();
        return new Provenance(
                run.engine(),
                RunStatus.RUNNING,
                List.of(),
                subject(scenario, run),
                part(scenario, run),
                axis(scenario, run.intervalNs()),
                new Due(
                        schedule.digest(),
                        schedule.arrivals(),
                        schedule.crowd().members().size()),
                steps(scenario),
                run.adapter().isEmpty() ? stations(scenario) : List.of(),
                scenario.objectives(),
                new Limits(run.slipP99LimitNs()),
                Optional.empty());
    }

    private static Subject subject(Scenario scenario, Run run) {
        return new Subject(
                scenario.name(),
                scenario.title(),
                sha256(run.scenarioText()),
                scenario.seed(),
                run.measured().stream()
                        .map(file -> new Measured(file.measurement(), sha256(file.text())))
                        .toList(),
                run.adapter());
    }

    private static Part part(Scenario scenario, Run run) {
        return new Part(
                scenario.slice().toString(),
                scenario.slice().isWhole(),
                scenario.slice().fraction(),
                run.roundings());
    }

    private static Axis axis(Scenario scenario, long intervalNs) {
        return new Axis(
                scenario.calendar().zone(),
                scenario.timeline().origin(),
                scenario.timeline().timeLapse(),
                intervalNs,
                deadlines(scenario.calendar()));
    }

    private static List<Instant> deadlines(Calendar calendar) {
        return Stream.concat(
                        Stream.of(calendar.closes()),
                        calendar.extensions().stream().map(Extension::closes))
                .toList();
    }

    private static List<Provenance.Step> steps(Scenario scenario) {
        return scenario.journey().steps().stream()
                .map(step -> new Provenance.Step(step.name(), step.station()))
                .toList();
    }

    private static List<Provenance.Station> stations(Scenario scenario) {
        Stream<Provenance.Station> stations = scenario.stack().stations().stream()
                .map(s -> new Provenance.Station(s.name(), s.workers(), s.mostWaiting()));
        Stream<Provenance.Station> pools = scenario.stack().pools().stream()
                .map(p -> new Provenance.Station(p.name(), p.size(), 0, Provenance.Station.Kind.POOL));
        return Stream.concat(stations, pools).toList();
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
