package id.tenggat.scenario.read;

import id.tenggat.arrival.Schedule;
import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Population;
import id.tenggat.scenario.Replay;
import id.tenggat.scenario.Replay.Players;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Wire;
import id.tenggat.scenario.Wire.Connections;
import id.tenggat.scenario.Wire.Protocol;
import id.tenggat.slice.Slicer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The sections of a scenario file, each read whether or not the others are sound. */
final class Sections {

    /** The only version of the language so far. */
    private static final int VERSION = 1;

    /** The largest whole number that every JSON tool keeps. */
    private static final long LARGEST_SEED = (1L << 53) - 1;

    private static final Shape<Integer> VERSIONS = Numbers.only(VERSION, "the only version of this language so far");

    private final Section section;
    private final Part<String> name;
    private final Part<String> title;
    private final Part<Long> seed;
    private final Part<Calendar> calendar;
    private final Part<Population> population;
    private final Part<Arrivals> arrivals;
    private final Part<Journey> journey;
    private final Part<Stack> stack;
    private final Part<Clients> clients;
    private final Part<Rows<Incident>> incidents;
    private final Part<Rows<Objective>> objectives;
    private final Optional<Part<Replay>> replay;

    private Sections(Node root, Path directory, Findings findings) {
        Names stations = Names.under("station", root, "stack", "stations");
        Names thirdParties = Names.under("thirdParty", root, "stack", "thirdParties");
        Names pools = Names.under("pool", root, "stack", "pools");
        Names steps = Names.under("step", root, "journey");

        section = new Section("the scenario", root, findings);
        section.need("tenggat", VERSIONS);
        name = section.need("name", Scalars.scenarioName());
        title = section.need("title", Scalars.title());
        seed = section.take("seed", Numbers.whole(0, LARGEST_SEED), 1L);
        calendar = section.need("calendar", CalendarReader.SHAPE);
        population = section.need("population", new PopulationReader(directory).shape());
        arrivals = section.need("arrivals", ArrivalsReader.SHAPE);
        journey = section.need("journey", new JourneyReader(stations).shape());
        stack = section.need("stack", new StackReader(thirdParties, pools).shape());
        clients = section.need("clients", ClientsReader.SHAPE);
        incidents = section.take(
                "incidents", Rows.of(0, new IncidentReader(stations, thirdParties, calendar).shape()), Rows.none());
        Subjects subjects = new Subjects(
                steps,
                stations.and(pools),
                findings.zone(),
                calendar.isThere() ? Optional.of(calendar.get()) : Optional.empty());
        objectives = section.take("objectives", Rows.of(0, subjects.objective()), Rows.none());
        replay = section.takeIfThere(
                "replay", new Shape<>("{slice: last 2h}", (node, faults) -> replay(node, faults, subjects)));
    }

    /** The scenario; absent if anything is wrong, which the findings then tell. */
    static Part<Scenario> read(Node root, Path directory, Findings findings) {
        if (isOtherVersion(root, findings)) {
            return Part.absent();
        }
        Part<Scenario> scenario = new Sections(root, directory, findings).scenario();
        return scenario.isThere() ? playable(scenario.get(), root, findings) : scenario;
    }

    /** A file of another version speaks another language: nothing else in it can be judged. */
    private static boolean isOtherVersion(Node root, Findings findings) {
        return Names.value(root, "tenggat")
                .filter(version -> !VERSIONS.read(version, findings).isThere())
                .isPresent();
    }

    private Part<Scenario> scenario() {
        return section.make(() -> new Scenario(
                name.get(),
                title.get(),
                seed.get(),
                calendar.get(),
                population.get(),
                arrivals.get(),
                journey.get(),
                stack.get(),
                clients.get(),
                incidents.get().items(),
                objectives.get().items(),
                Slice.WHOLE,
                replay.map(Part::get)));
    }

    private static Part<Replay> replay(Node node, Findings findings, Subjects subjects) {
        Section section = new Section("replay", node, findings);
        Shape<Slice> phrase = Scalars.phrase(SliceParser.ALLOWED, text -> SliceParser.parse(text, findings.zone()));
        var slice = section.take("slice", phrase, Slice.WHOLE);
        var players = section.takeIfThere("thirdParties", OneOf.words(Players.values(), Players::word));
        var protocol =
                section.take("protocol", OneOf.words(Protocol.values(), Protocol::word), Wire.ORDINARY.protocol());
        var connections = section.take(
                "connections", OneOf.words(Connections.values(), Connections::word), Wire.ORDINARY.connections());
        var rules = section.take("abortWhen", Rows.oneOrMore(subjects.abortRule()), List.of());
        return section.make(() -> new Replay(
                slice.get(), players.map(Part::get), new Wire(protocol.get(), connections.get()), rules.get()));
    }

    /** The scenario, if its replay's slice can be cut from it and somebody can come everywhere. */
    private static Part<Scenario> playable(Scenario scenario, Node root, Findings findings) {
        Optional<Node> slice = Names.value(root, "replay").flatMap(replay -> Names.value(replay, "slice"));
        Part<Scenario> sliced = Rules.make(
                () -> Slicer.apply(scenario, scenario.replaySlice().orElse(Slice.WHOLE)),
                rule -> slice.orElse(root).spot(),
                findings);
        Part<Scenario> peopled = Rules.make(
                () -> {
                    Schedule.check(scenario);
                    return scenario;
                },
                rule -> Names.value(root, "arrivals").orElse(root).spot(),
                findings);
        return sliced.isThere() ? peopled : Part.absent();
    }
}
