package id.tenggat.scenario.read;

import id.tenggat.scenario.read.Fault.Kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A closed vocabulary: a word ({@code uniform}), or a mapping of one key that says which kind it is
 * ({@code power: {alpha: 0.38}}), or for some a plain quantity.
 */
final class OneOf<T> {

    private final Map<String, T> words = new LinkedHashMap<>();
    private final Map<String, Shape<? extends T>> kinds = new LinkedHashMap<>();
    private final List<String> forms = new ArrayList<>();
    private Optional<Shape<? extends T>> plain = Optional.empty();

    /** One of a few words. */
    static <E extends Enum<E>> Shape<E> words(E[] values, Function<E, String> wordOf) {
        OneOf<E> oneOf = new OneOf<>();
        for (E value : values) {
            oneOf.word(wordOf.apply(value), value);
        }
        return oneOf.shape();
    }

    OneOf<T> word(String word, T value) {
        words.put(word, value);
        forms.add(word);
        return this;
    }

    OneOf<T> kind(String key, Shape<? extends T> shape) {
        kinds.put(key, shape);
        forms.add("{" + key + ": …}");
        return this;
    }

    /** A single value is read by this shape; the form says briefly what it is. */
    OneOf<T> plain(String form, Shape<? extends T> shape) {
        plain = Optional.of(shape);
        forms.add(form);
        return this;
    }

    Shape<T> shape() {
        return new Shape<>(allowed(), this::read);
    }

    private String allowed() {
        int last = forms.size() - 1;
        return last == 0 ? forms.get(0) : String.join(", ", forms.subList(0, last)) + " or " + forms.get(last);
    }

    private Part<T> read(Node node, Findings findings) {
        if (node instanceof Node.Keys keys && !kinds.isEmpty()) {
            return readKind(keys, findings);
        } else if (node instanceof Node.Scalar scalar
                && scalar.type() != Node.Scalar.Type.NOTHING
                && plain.isPresent()) {
            return widen(plain.get().read(node, findings));
        }
        return readWord(node, findings);
    }

    private Part<T> readWord(Node node, Findings findings) {
        T value = node instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.TEXT
                ? words.get(scalar.text())
                : null;
        return value == null ? refused(node, findings) : Part.of(value);
    }

    private Part<T> refused(Node node, Findings findings) {
        String near = node instanceof Node.Scalar scalar ? Nearest.to(scalar.text(), words.keySet()) : "";
        Mistake mistake = new Mistake("found " + node.described(), allowed(), near);
        findings.add(Kind.STRUCTURE, node.spot(), mistake);
        return Part.absent();
    }

    private Part<T> readKind(Node.Keys keys, Findings findings) {
        if (keys.entries().isEmpty()) {
            return refused(keys, findings);
        }
        Part<T> first = readKind(keys.entries().get(0), findings);
        for (Node.Entry entry : keys.entries().subList(1, keys.entries().size())) {
            Mistake mistake = Mistake.of("a second key " + Node.Scalar.quoted(entry.key()), "one key only");
            findings.add(Kind.STRUCTURE, entry.spot(), mistake);
        }
        return first;
    }

    private Part<T> readKind(Node.Entry entry, Findings findings) {
        Shape<? extends T> shape = kinds.get(entry.key());
        if (shape != null) {
            return widen(shape.read(entry.value(), findings));
        }
        String found = "unknown key " + Node.Scalar.quoted(entry.key());
        Mistake mistake =
                new Mistake(found, String.join(", ", kinds.keySet()), Nearest.to(entry.key(), kinds.keySet()));
        findings.add(Kind.STRUCTURE, entry.spot(), mistake);
        return Part.absent();
    }

    private static <T> Part<T> widen(Part<? extends T> part) {
        return part.map(value -> value);
    }
}
