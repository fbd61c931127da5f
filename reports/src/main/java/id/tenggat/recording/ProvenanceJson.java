package id.tenggat.recording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.recording.Provenance.AdapterUsed;
import id.tenggat.recording.Provenance.Axis;
import id.tenggat.recording.Provenance.Due;
import id.tenggat.recording.Provenance.Extent;
import id.tenggat.recording.Provenance.Limits;
import id.tenggat.recording.Provenance.Measured;
import id.tenggat.recording.Provenance.Part;
import id.tenggat.recording.Provenance.Station.Kind;
import id.tenggat.recording.Provenance.Subject;
import id.tenggat.scenario.Measurement;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Objective.Bound;
import id.tenggat.scenario.Objective.Criterion;
import id.tenggat.scenario.Objective.NoWorse;
import id.tenggat.scenario.Slice.Window;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code provenance.json}. */
final class ProvenanceJson {

    static final String NAME = "provenance.json";

    private ProvenanceJson() {}

    static void write(Path directory, Provenance provenance) {
        ObjectNode json = JsonFile.object();
        json.put("formatVersion", oldestReader(provenance));
        json.put("engine", provenance.engine());
        json.put("status", provenance.status().word());
        provenance.invalidReasons().forEach(json.putArray("invalidReasons")::add);
        put(json.putObject("scenario"), provenance.subject());
        put(json.putObject("slice"), provenance.part());
        put(json.putObject("time"), provenance.axis());
        put(json.putObject("schedule"), provenance.due());
        ArrayNode steps = json.putArray("steps");
        provenance.steps().forEach(s -> steps.addObject().put("name", s.name()).put("station", s.station()));
        ArrayNode stations = json.putArray("stations");
        provenance.stations().forEach(s -> put(stations.addObject(), s));
        ArrayNode objectives = json.putArray("objectives");
        provenance.objectives().forEach(o -> put(objectives.addObject(), o));
        json.putObject("limits").put("slipP99Ns", provenance.limits().slipP99Ns());
        provenance.extent().ifPresent(extent -> put(json.putObject("written"), extent));
        JsonFile.write(directory.resolve(NAME), json);
    }

    /** The first version that understands it: what needs nothing newer stays readable by older programs. */
    private static int oldestReader(Provenance provenance) {
        boolean plain = provenance.objectives().stream()
                .allMatch(o -> o.criterion() instanceof Bound && o.during().isEmpty());
        return plain ? 1 : Provenance.FORMAT_VERSION;
    }

    private static void put(ObjectNode json, Subject subject) {
        json.put("name", subject.name()).put("title", subject.title());
        json.put("sha256", subject.sha256()).put("seed", subject.seed());
        if (!subject.measured().isEmpty()) {
            ArrayNode measured = json.putArray("measured");
            subject.measured().forEach(file -> put(measured.addObject(), file));
        }
        subject.adapter()
                .ifPresent(used ->
                        json.putObject("adapter").put("file", used.file()).put("sha256", used.sha256()));
    }

    private static void put(ObjectNode json, Measured file) {
        Measurement told = file.measurement();
        json.put("path", told.path()).put("sha256", file.sha256());
        json.put("what", told.what()).put("samples", told.samples());
        told.origin().forEach(json.putObject("origin")::put);
    }

    private static void put(ObjectNode json, Part part) {
        json.put("text", part.slice()).put("whole", part.whole()).put("fraction", part.fraction());
        part.roundings().forEach(json.putArray("roundings")::add);
    }

    private static void put(ObjectNode json, Axis axis) {
        json.put("zone", axis.zone().getId()).put("origin", axis.origin().toString());
        json.put("timeLapse", axis.timeLapse()).put("intervalNs", axis.intervalNs());
        ArrayNode deadlines = json.putArray("deadlines");
        axis.deadlines().stream().map(Instant::toString).forEach(deadlines::add);
    }

    private static void put(ObjectNode json, Due due) {
        json.put("digest", due.scheduleDigest()).put("arrivals", due.arrivals()).put("carriedIn", due.carriedIn());
        json.put("applicantsDue", due.applicants());
    }

    private static void put(ObjectNode json, Provenance.Station station) {
        json.put("name", station.name()).put("workers", station.workers()).put("queueLimit", station.queueLimit());
        if (station.isPool()) {
            json.put("kind", station.kind().name());
        }
    }

    private static void put(ObjectNode json, Objective objective) {
        json.put("text", objective.text()).put("metric", objective.metric().name());
        objective.subject().ifPresent(subject -> json.put("subject", subject));
        if (objective.criterion() instanceof Bound bound) {
            json.put("comparison", bound.comparison().sign()).put("bound", bound.value());
        } else if (objective.criterion() instanceof NoWorse allowed) {
            json.putObject("noWorse").put("share", allowed.share()).put("size", allowed.size());
        }
        objective.during().ifPresent(window -> put(json.putObject("during"), window));
    }

    private static void put(ObjectNode json, Window window) {
        if (window instanceof Window.At at) {
            json.put("from", at.from().toString());
        }
        json.put("lengthNs", window.length().toNanos());
    }

    private static void put(ObjectNode json, Extent extent) {
        json.put("intervals", extent.intervals())
                .put("stationRows", extent.stationRows())
                .put("regencies", extent.regencies());
        extent.attempts().ifPresent(rows -> json.put("attempts", rows));
    }

    static Provenance read(Path directory) {
        JsonFields json = JsonFile.read(directory.resolve(NAME));
        refuseOtherFormats(json);
        return new Provenance(
                json.text("engine"),
                json.word("status", RunStatus.values(), RunStatus::word),
                json.texts("invalidReasons"),
                subject(json.fields("scenario")),
                part(json.fields("slice")),
                axis(json.fields("time")),
                due(json.fields("schedule")),
                json.list("steps", s -> new Provenance.Step(s.text("name"), s.index("station"))),
                json.list("stations", ProvenanceJson::station),
                json.list("objectives", ProvenanceJson::objective),
                new Limits(json.fields("limits").whole("slipP99Ns")),
                json.has("written") ? Optional.of(extent(json.fields("written"))) : Optional.empty());
    }

    private static void refuseOtherFormats(JsonFields json) {
        long found = json.whole("formatVersion");
        if (found > Provenance.FORMAT_VERSION || found < 1) {
            throw json.wrongVersion(found);
        }
    }

    private static Subject subject(JsonFields json) {
        return new Subject(
                json.text("name"),
                json.text("title"),
                json.text("sha256"),
                json.whole("seed"),
                json.has("measured") ? json.list("measured", ProvenanceJson::measured) : List.of(),
                json.has("adapter") ? Optional.of(adapter(json.fields("adapter"))) : Optional.empty());
    }

    private static AdapterUsed adapter(JsonFields json) {
        return new AdapterUsed(json.text("file"), json.text("sha256"));
    }

    private static Measured measured(JsonFields json) {
        Measurement told = new Measurement(
                json.text("path"), json.text("what"), json.whole("samples"), json.textsByName("origin"));
        return new Measured(told, json.text("sha256"));
    }

    private static Part part(JsonFields json) {
        return new Part(json.text("text"), json.yes("whole"), json.number("fraction"), json.texts("roundings"));
    }

    private static Axis axis(JsonFields json) {
        Axis axis = new Axis(
                json.zone("zone"),
                json.instant("origin"),
                json.number("timeLapse"),
                json.whole("intervalNs"),
                json.instants("deadlines"));
        if (axis.intervalNs() < Run.MIN_INTERVAL_NS
                || axis.timeLapse() < 1
                || axis.deadlines().isEmpty()) {
            throw json.wrong("intervalNs, timeLapse or deadlines", "are out of their range");
        }
        return axis;
    }

    private static Due due(JsonFields json) {
        return new Due(json.text("digest"), json.whole("arrivals"), json.whole("carriedIn"));
    }

    private static Provenance.Station station(JsonFields json) {
        return new Provenance.Station(
                json.text("name"),
                json.index("workers"),
                json.index("queueLimit"),
                json.has("kind") ? json.word("kind", Kind.values(), Kind::name) : Kind.STATION);
    }

    private static Extent extent(JsonFields json) {
        return new Extent(
                json.index("intervals"),
                json.index("stationRows"),
                json.index("regencies"),
                json.has("attempts") ? OptionalLong.of(json.whole("attempts")) : OptionalLong.empty());
    }

    private static Objective objective(JsonFields json) {
        return new Objective(
                json.text("text"),
                json.word("metric", Metric.values(), Metric::name),
                json.has("subject") ? Optional.of(json.text("subject")) : Optional.empty(),
                criterion(json),
                json.has("during") ? Optional.of(window(json.fields("during"))) : Optional.empty());
    }

    private static Criterion criterion(JsonFields json) {
        if (json.has("noWorse")) {
            JsonFields allowed = json.fields("noWorse");
            return new NoWorse(allowed.number("share"), allowed.number("size"));
        }
        return new Bound(
                json.word("comparison", Objective.Comparison.values(), Objective.Comparison::sign),
                json.number("bound"));
    }

    private static Window window(JsonFields json) {
        Duration length = Duration.ofNanos(json.whole("lengthNs"));
        return json.has("from") ? new Window.At(json.instant("from"), length) : new Window.Last(length);
    }
}
