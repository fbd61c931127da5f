package id.tenggat.scenario.read;

import id.tenggat.adapter.Body;
import id.tenggat.adapter.Expectation;
import id.tenggat.adapter.Request;
import id.tenggat.adapter.Template;
import id.tenggat.adapter.Wait;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads an adapter's requests, in the order in which they are made: what one has captured is known to the next. */
final class RequestReader {

    private static final String LINE = "a method and a path, as in POST /api/register";
    private static final String LINES = "(GET|POST|PUT|PATCH|DELETE|HEAD) /\\S{0,2000}";

    private final Path directory;
    private final Scope scope;
    private final Map<String, Template> headersOfAll;

    /** @param headersOfAll what every request has, unless it says otherwise */
    RequestReader(Path directory, Scope scope, Map<String, Template> headersOfAll) {
        this.directory = directory;
        this.scope = scope;
        this.headersOfAll = headersOfAll;
    }

    Shape<Request> shape() {
        return new Shape<>("{request: POST /path, …}", this::request);
    }

    private Part<Request> request(Node node, Findings findings) {
        Section section = new Section("this request", node, findings);
        CallParts call = new CallParts(section, scope);
        var body = section.take("body", body(), new Body.Nothing());
        var success = section.take("success", AnswerReader.expectation(Expectation.SUCCESSFUL), Expectation.SUCCESSFUL);
        var rejection = section.take("rejection", AnswerReader.expectation(Expectation.SHED), Expectation.SHED);
        var wait = section.takeIfThere("wait", new Shape<>("{when: {status: 202}, every: 5s, poll: {…}}", this::wait));
        var captures = section.take("capture", AnswerReader.captures(), Map.of());
        scope.define(namesOf(node));
        return section.make(() -> new Request(
                call.make(body.get()),
                new Request.Verdict(success.get(), rejection.get()),
                wait.map(Part::get),
                captures.get()));
    }

    /** The names of the captures, of faulty ones too, so that one fault isn't told again wherever the value is used. */
    private static List<String> namesOf(Node node) {
        return Names.value(node, "capture").stream()
                .flatMap(captures -> captures instanceof Node.Keys keys ? keys.entries().stream() : Stream.empty())
                .map(Node.Entry::key)
                .toList();
    }

    private Part<Wait> wait(Node node, Findings findings) {
        Section section = new Section("wait", node, findings);
        var when = section.need("when", AnswerReader.expectation(Expectation.SUCCESSFUL));
        var captures = section.take("capture", AnswerReader.captures(), Map.of());
        Scope waiting = scope.with(namesOf(node));
        var every = section.need("every", Scalars.durationAboveZero());
        var atMost = section.takeIfThere("atMost", Scalars.durationAboveZero());
        var poll = section.need("poll", new Shape<>("{request: GET /path, until: …}", (n, f) -> poll(n, f, waiting)));
        var then = section.take("then", then(waiting), new Wait.Served());
        return section.make(() -> new Wait(
                when.get(),
                captures.get(),
                poll.get(),
                new Wait.Rhythm(every.get(), atMost.map(Part::get)),
                then.get()));
    }

    private Part<Wait.Poll> poll(Node node, Findings findings, Scope waiting) {
        Section section = new Section("poll", node, findings);
        CallParts call = new CallParts(section, waiting);
        var until = section.need("until", AnswerReader.expectation(Expectation.SUCCESSFUL));
        var captures = section.take("capture", AnswerReader.captures(), Map.of());
        waiting.define(namesOf(node));
        return section.make(() -> new Wait.Poll(call.make(new Body.Nothing()), until.get(), captures.get()));
    }

    private static Shape<Wait.Then> then(Scope waiting) {
        return new OneOf<Wait.Then>()
                .word("served", new Wait.Served())
                .kind("repeat", new Shape<>("{headers: {…}}", (node, findings) -> {
                    Section section = new Section("repeat", node, findings);
                    var headers = section.take("headers", headers(waiting), Map.of());
                    return section.make(() -> new Wait.Repeat(headers.get()));
                }))
                .shape();
    }

    static Shape<Map<String, Template>> headers(Scope scope) {
        return Dictionary.ofHeaders(scope.template()).shape();
    }

    private Shape<Body> body() {
        PieceReader pieces = new PieceReader(directory, scope);
        return new OneOf<Body>()
                .plain("a text", scope.template().map(Body.Text::new))
                .kind("generated", PieceReader.payload())
                .kind(
                        "form",
                        Dictionary.ofTexts("the name of a field", scope.template())
                                .shape()
                                .map(Body.Form::new))
                .kind("file", pieces.file())
                .kind("multipart", pieces.multipart())
                .shape();
    }

    /** The keys of a request and of a poll that say what is sent. */
    private final class CallParts {

        private final Part<Line> line;
        private final Part<Map<String, Template>> headers;

        CallParts(Section section, Scope known) {
            line = section.need("request", new Shape<>(LINE, (node, findings) -> line(node, findings, known)));
            headers = section.take("headers", headers(known), Map.of());
        }

        Request.Call make(Body body) {
            Map<String, Template> all = new LinkedHashMap<>(headersOfAll);
            headers.get().forEach((name, value) -> {
                all.keySet().removeIf(name::equalsIgnoreCase);
                all.put(name, value);
            });
            return new Request.Call(line.get().method(), line.get().path(), all, body);
        }
    }

    private record Line(String method, Template path) {}

    private static Part<Line> line(Node node, Findings findings, Scope scope) {
        Part<String> found = Scalars.matching(LINE, LINES).read(node, findings);
        if (!found.isThere()) {
            return Part.absent();
        }
        Part<Template> whole = scope.template().read(node, findings);
        String method = found.get().substring(0, found.get().indexOf(' '));
        return whole.map(template -> new Line(method, afterMethod(template, method)));
    }

    /** A method has no variable, so that the template's first piece begins with it. */
    private static Template afterMethod(Template line, String method) {
        List<Template.Piece> pieces = new ArrayList<>(line.pieces());
        String first = ((Template.Literal) pieces.remove(0)).text().substring(method.length() + 1);
        pieces.add(0, new Template.Literal(first));
        return new Template(pieces);
    }
}
