package id.tenggat.scenario.read;

import id.tenggat.adapter.Capture;
import id.tenggat.adapter.Expectation;
import id.tenggat.adapter.Expectation.Statuses;
import id.tenggat.scenario.read.Fault.Kind;
import id.tenggat.scenario.read.Node.Scalar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what an adapter looks for in answers: marks, and values to keep. */
final class AnswerReader {

    private static final String STATUS = "a status, as in 202, or several, as in 200-299 or 429, 503";
    private static final Pattern STATUSES =
            Pattern.compile("[1-5]\\d\\d(-[1-5]\\d\\d)?(, ?[1-5]\\d\\d(-[1-5]\\d\\d)?)*");
    private static final Shape<Map<String, String>> VALUES =
            Dictionary.ofPointers(plain()).shape();

    private AnswerReader() {}

    /** How an answer looks; marks that are not named are as these. */
    static Shape<Expectation> expectation(Expectation otherwise) {
        return new Shape<>("{status: 200-299, contains: …, json: {/status: OK}}", (node, findings) -> {
            Section section = new Section("this mark", node, findings);
            var statuses = section.take("status", new Shape<>(STATUS, AnswerReader::statuses), otherwise.statuses());
            var contains = section.takeIfThere("contains", Scalars.title());
            var json = section.take("json", VALUES, Map.of());
            return section.make(() -> new Expectation(statuses.get(), contains.map(Part::get), json.get()));
        });
    }

    /** Values to keep, by variable. */
    static Shape<Map<String, Capture>> captures() {
        Shape<Capture> capture = new OneOf<Capture>()
                .kind("header", Scalars.title().map(Capture.Header::new))
                .kind("cookie", Scalars.title().map(Capture.Cookie::new))
                .kind("json", pointer().map(Capture.Json::new))
                .kind(
                        "regex",
                        Scalars.phrase("a regular expression", AnswerReader::regex)
                                .map(Capture.Regex::new))
                .shape();
        Shape<Map<String, Capture>> all = Dictionary.ofVariables(capture).shape();
        return new Shape<>(all.allowed(), (node, findings) -> {
            Part<Map<String, Capture>> captures = all.read(node, findings);
            Scope.refuseGiven(captures.or(Map.of()), node, findings);
            return captures;
        });
    }

    private static Shape<String> pointer() {
        return Scalars.matching("a JSON Pointer, as in /token", Dictionary.POINTER);
    }

    private static Pattern regex(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            Mistake mistake = Mistake.of("no regular expression: " + e.getDescription());
            throw new PhraseException(Kind.MEANING, text, Math.max(0, e.getIndex()) + 1, mistake);
        }
    }

    /** A number or a text. */
    private static Part<List<Statuses>> statuses(Node node, Findings findings) {
        Optional<String> text = node instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
        if (text.filter(found -> STATUSES.matcher(found).matches()).isEmpty()) {
            findings.structure(node, STATUS);
            return Part.absent();
        }
        List<Statuses> statuses = new ArrayList<>();
        for (String range : text.get().split(", ?", -1)) {
            String[] ends = range.split("-", 2);
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[ends.length - 1]);
            if (from > to) {
                findings.add(Kind.MEANING, node.spot(), Mistake.of("no status is from " + from + " to " + to, STATUS));
                return Part.absent();
            }
            statuses.add(new Statuses(from, to));
        }
        return Part.of(statuses);
    }

    /** A text, a number or a truth value, as the text that it is written as. */
    private static Shape<String> plain() {
        String allowed = "a text, a number or a truth value";
        return new Shape<>(allowed, (node, findings) -> {
            if (node instanceof Scalar scalar && scalar.type() != Scalar.Type.NOTHING) {
                return Part.of(scalar.text());
            }
            findings.structure(node, allowed);
            return Part.absent();
        });
    }
}
