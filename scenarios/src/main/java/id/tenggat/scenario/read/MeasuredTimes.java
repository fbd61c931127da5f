package id.tenggat.scenario.read;

import id.tenggat.scenario.Measurement;
import id.tenggat.scenario.Quantiles;
import id.tenggat.scenario.read.Node.Scalar;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Measured times as a benchmark writes them, in JSON:
 *
 * <pre>
 * {"kind": "tenggat-service-times", "version": 1, "what": "stamp ECDSA_P256 letter", "unit": "ns", "samples": 20000,
 *  "provenance": {"machine": "…", "java": "…"}, "quantiles": [41200, 43100.5, …]}
 * </pre>
 *
 * @param origin the provenance, in the file's order; which keys it has is not judged
 */
record MeasuredTimes(String what, long samples, Map<String, String> origin, Quantiles quantiles) {

    private static final String KIND = "tenggat-service-times";
    private static final YamlTree.Wanted WANTED = new YamlTree.Wanted("benchmark", "\"kind\": \"" + KIND + "\"");
    private static final long MOST_SAMPLES = 1_000_000_000_000L;
    private static final int MOST_ORIGINS = 50;
    private static final int LONGEST_ORIGIN = 200;

    private static final Shape<String> KINDS = only(KIND);
    private static final Shape<String> UNITS = only("ns");
    private static final Shape<Integer> VERSIONS = Numbers.only(1, "the only version of these files so far");
    private static final Shape<Map<String, String>> ORIGIN =
            new Shape<>("a mapping of up to " + MOST_ORIGINS + " keys to texts", MeasuredTimes::origin);

    private static Shape<String> only(String word) {
        return new OneOf<String>().word(word, word).shape();
    }

    /** Reads a file; absent if it is faulty, which is then told where it is mentioned. */
    static Part<MeasuredTimes> read(TextFile file, NamedFile.Mention mention) {
        Findings own = new Findings(new Source(file.name(), file.text()));
        try {
            Part<MeasuredTimes> times = YamlTree.read(file.text(), own, WANTED)
                    .map(root -> read(root, own))
                    .orElseGet(Part::absent);
            own.refuseIfAny();
            return times;
        } catch (ScenarioException e) {
            e.faults().forEach(mention::refuse);
            return Part.absent();
        }
    }

    private static Part<MeasuredTimes> read(Node root, Findings findings) {
        if (isOther(root, "kind", KINDS, findings) || isOther(root, "version", VERSIONS, findings)) {
            return Part.absent();
        }
        Section section = new Section("this benchmark", root, findings);
        section.need("kind", KINDS);
        section.need("version", VERSIONS);
        var what = section.need("what", Scalars.title());
        section.need("unit", UNITS);
        var samples = section.need("samples", Numbers.whole(1, MOST_SAMPLES));
        var origin = section.need("provenance", ORIGIN);
        var quantiles = section.need("quantiles", QuantileList.SHAPE);
        return section.make(() -> new MeasuredTimes(what.get(), samples.get(), origin.get(), quantiles.get()));
    }

    /** In a file of another kind or version nothing else can be judged. */
    private static boolean isOther(Node root, String key, Shape<?> only, Findings findings) {
        Optional<Node> found = Names.value(root, key);
        return found.isPresent() && !only.read(found.get(), findings).isThere();
    }

    private static Part<Map<String, String>> origin(Node node, Findings findings) {
        if (!(node instanceof Node.Keys keys) || keys.entries().size() > MOST_ORIGINS) {
            findings.structure(node, ORIGIN.allowed());
            return Part.absent();
        }
        Map<String, String> origin = new LinkedHashMap<>();
        for (Node.Entry entry : keys.entries()) {
            if (!(entry.value() instanceof Scalar told)) {
                findings.structure(entry.value(), "a text");
                return Part.absent();
            }
            origin.put(shown(entry.key()), shown(told.text()));
        }
        return Part.of(origin);
    }

    private static String shown(String text) {
        return Scalar.cut(text, LONGEST_ORIGIN);
    }

    Measurement toldAt(String path) {
        return new Measurement(path, what, samples, origin);
    }
}
