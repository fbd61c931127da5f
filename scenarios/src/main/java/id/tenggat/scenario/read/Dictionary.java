package id.tenggat.scenario.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A mapping whose keys are the user's own, each with a value of the same kind.
 *
 * @param key what each key is, for people
 * @param pattern what keys look like
 * @param value what stands at each
 */
record Dictionary<V>(String key, Pattern pattern, Shape<V> value) {

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}";

    /** By the names of HTTP headers. */
    static <V> Dictionary<V> ofHeaders(Shape<V> value) {
        return new Dictionary<>("the name of a header", Pattern.compile(TOKEN), value);
    }

    /** By the names of variables. */
    static <V> Dictionary<V> ofVariables(Shape<V> value) {
        return new Dictionary<>("a name of letters and digits", Pattern.compile("[A-Za-z][A-Za-z0-9]{0,31}"), value);
    }

    /** By any texts. */
    static <V> Dictionary<V> ofTexts(String key, Shape<V> value) {
        return new Dictionary<>(key, Pattern.compile("(?s).{0,200}"), value);
    }

    /** By JSON Pointers. */
    static <V> Dictionary<V> ofPointers(Shape<V> value) {
        return new Dictionary<>("a JSON Pointer, as in /status", Pattern.compile(POINTER), value);
    }

    /** RFC 6901. */
    static final String POINTER = "(/([^~/]|~[01]){0,100}){1,20}";

    Shape<Map<String, V>> shape() {
        return new Shape<>("a mapping of " + key + " to " + value.allowed(), this::read);
    }

    private Part<Map<String, V>> read(Node node, Findings findings) {
        if (!(node instanceof Node.Keys keys)) {
            findings.structure(node, shape().allowed());
            return Part.absent();
        }
        Map<String, V> map = new LinkedHashMap<>();
        for (Node.Entry entry : keys.entries()) {
            Part<V> part = value.read(entry.value(), findings);
            if (!pattern.matcher(entry.key()).matches()) {
                String found = "found " + Node.Scalar.quoted(entry.key());
                findings.add(Fault.Kind.STRUCTURE, entry.spot(), Mistake.of(found, key));
            } else if (part.isThere()) {
                map.put(entry.key(), part.get());
            }
        }
        return map.size() == keys.entries().size() ? Part.of(map) : Part.absent();
    }
}
