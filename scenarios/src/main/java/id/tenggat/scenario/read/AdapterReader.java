package id.tenggat.scenario.read;

import id.tenggat.adapter.Adapter;
import id.tenggat.adapter.People;
import id.tenggat.adapter.Request;
import id.tenggat.adapter.Template;
import id.tenggat.adapter.Wire;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.read.Fault.Kind;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads adapters. The vocabulary stands in {@code scenarios/adapter.schema.json}. */
public final class AdapterReader {

    private static final YamlTree.Wanted WANTED = new YamlTree.Wanted("adapter", "tenggat-adapter: 1");
    private static final Shape<Integer> VERSIONS = Numbers.only(1, "the only version of this language so far");

    private final Path directory;
    private final List<String> journey;
    private final int applicants;
    private final Scope environment;

    private AdapterReader(Path directory, Scenario scenario, Map<String, String> environment) {
        this.directory = directory;
        journey = scenario.journey().steps().stream().map(Journey.Step::name).toList();
        applicants = scenario.population().applicants();
        this.environment = Scope.of(environment);
    }

    /**
     * Reads an adapter and everything that it refers to.
     *
     * @param scenario whose journey it tells
     * @param environment what its {@code ${env.NAME}} are taken from
     * @throws ScenarioException with every fault at once
     */
    public static AdapterFile read(Path path, Scenario scenario, Map<String, String> environment) {
        return read(path, TextFile.read(path), scenario, environment);
    }

    /** Reads an adapter from a text that stands at this path. */
    static AdapterFile read(Path path, TextFile file, Scenario scenario, Map<String, String> environment) {
        AdapterReader reader = new AdapterReader(NamedFile.directoryOf(path), scenario, environment);
        Findings findings = new Findings(new Source(file.name(), file.text()));
        Part<Adapter> adapter = YamlTree.read(file.text(), findings, WANTED)
                .map(root -> reader.adapter(root, findings))
                .orElseGet(Part::absent);
        findings.refuseIfAny();
        return new AdapterFile(path, file.digest(), adapter.get());
    }

    private Part<Adapter> adapter(Node root, Findings findings) {
        Section section = new Section("the adapter", root, findings);
        section.need("tenggat-adapter", VERSIONS);
        var tls = section.take("tls", new TlsReader(directory, environment).shape(), Wire.Tls.OF_RUNTIME);
        var proxy = section.takeIfThere("proxy", new WireReader(environment).proxy());
        var people = section.take(
                "applicants",
                PeopleTable.CSV.text(directory, (file, mention) -> PeopleTable.read(file, applicants, mention)),
                People.UNKNOWN);
        Scope scope = environment.with(Adapter.GIVEN).with(columns(people));
        var headers = section.take("headers", RequestReader.headers(scope), Map.of());
        var steps = section.need("steps", steps(scope, headers.or(Map.of())));
        return section.make(() -> new Adapter(steps.get(), people.get(), new Wire(tls.get(), proxy.map(Part::get))));
    }

    /** Of a faulty table nobody knows: then each may be meant. */
    private static List<String> columns(Part<People> people) {
        if (!people.isThere()) {
            return List.of(Scope.ANY_COLUMN);
        }
        return people.or(People.UNKNOWN).columns().stream()
                .map(column -> Adapter.COLUMN + column)
                .toList();
    }

    private record Step(String name, List<Request> requests) {}

    private Shape<List<List<Request>>> steps(Scope scope, Map<String, Template> headers) {
        RequestReader requests = new RequestReader(directory, scope, headers);
        Shape<Rows<Step>> rows =
                Rows.of(1, new Shape<>("{step: …, requests: […]}", (node, findings) -> step(node, findings, requests)));
        return new Shape<>(rows.allowed(), (node, findings) -> {
            Part<Rows<Step>> steps = rows.read(node, findings);
            return told(node, findings) ? steps.map(AdapterReader::requests) : Part.absent();
        });
    }

    private static List<List<Request>> requests(Rows<Step> steps) {
        return steps.items().stream().map(Step::requests).toList();
    }

    private static Part<Step> step(Node node, Findings findings, RequestReader requests) {
        Section section = new Section("this step", node, findings);
        var name = section.need("step", Scalars.name());
        var rows = section.need("requests", Rows.of(1, requests.shape()));
        return section.make(() -> new Step(name.get(), rows.get().items()));
    }

    /** Whether the steps are the journey's, in its order: only then is known what was captured before. */
    private boolean told(Node list, Findings findings) {
        Optional<Mistake> mistake =
                list instanceof Node.Listing ? mistake(Names.under("step", list).words()) : Optional.empty();
        mistake.ifPresent(found -> findings.add(Kind.MEANING, list.spot(), found));
        return mistake.isEmpty();
    }

    private Optional<Mistake> mistake(List<String> told) {
        String order = "the steps of the journey, in its order: " + String.join(", ", journey);
        Optional<String> unknown = told.stream()
                .filter(name -> !name.isEmpty() && !journey.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            String found = "no step of the journey is called " + Node.Scalar.quoted(unknown.get());
            return Optional.of(new Mistake(found, order, Nearest.to(unknown.get(), journey)));
        }
        Optional<String> missing =
                journey.stream().filter(name -> !told.contains(name)).findFirst();
        if (missing.isPresent() && !told.contains("")) {
            return Optional.of(Mistake.of("step \"" + missing.get() + "\" is missing", order));
        }
        return told.equals(journey) || told.contains("")
                ? Optional.empty()
                : Optional.of(Mistake.of("the steps stand in another order, or one of them twice", order));
    }
}
