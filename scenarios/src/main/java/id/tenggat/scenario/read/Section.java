package id.tenggat.scenario.read;

import id.tenggat.scenario.read.Fault.Kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A mapping of a scenario file while it is read: keys are asked for one by one; those never asked for are unknown. */
final class Section {

    private final String title;
    private final Node node;
    private final Findings findings;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    /**
     * Begins to read a mapping. Anything else is a fault, and then no key is missed.
     *
     * @param title what it is, as in "is missing in this station"
     */
    Section(String title, Node node, Findings findings) {
        this.title = title;
        this.node = node;
        this.findings = findings;
        if (node instanceof Node.Keys keys) {
            keys.entries().forEach(entry -> entries.put(entry.key(), entry));
        }
    }

    /** A key that must be there. */
    <T> Part<T> need(String key, Shape<T> shape) {
        known.add(key);
        Node.Entry entry = entries.get(key);
        if (entry != null) {
            return shape.read(entry.value(), findings);
        }
        missing.put(key, shape.allowed());
        return Part.absent();
    }

    /** A key that may be left out. */
    <T> Part<T> take(String key, Shape<T> shape, T otherwise) {
        return takeIfThere(key, shape).orElse(Part.of(otherwise));
    }

    /** A key that may be left out, with nothing in its stead. */
    <T> Optional<Part<T>> takeIfThere(String key, Shape<T> shape) {
        known.add(key);
        return Optional.ofNullable(entries.get(key)).map(entry -> shape.read(entry.value(), findings));
    }

    /** A fault of the mapping as a whole that the schema refuses as well. */
    void refuse(Mistake mistake) {
        findings.add(Kind.STRUCTURE, node.spot(), mistake);
    }

    boolean isMapping() {
        return node instanceof Node.Keys;
    }

    /** Ends the reading: makes the record of the parts. A broken rule is blamed on the key that its message begins with. */
    <R> Part<R> make(Supplier<R> maker) {
        end();
        return Rules.make(maker, this::spotOf, findings);
    }

    /** As {@link #make}, with a list whose items keep a rule among each other, blamed on the first that breaks it. */
    <T, R> Part<R> make(Part<Rows<T>> rows, Function<List<T>, R> maker) {
        end();
        return Rows.make(rows, maker, new Rows.Blame(this::spotOf, findings));
    }

    private Spot spotOf(String rule) {
        Node.Entry entry = entries.get(rule.substring(0, Math.max(0, rule.indexOf(' '))));
        return entry == null ? node.spot() : entry.value().spot();
    }

    private void end() {
        if (!isMapping()) {
            findings.structure(node, "the keys " + String.join(", ", known));
            return;
        }
        entries.values().stream().filter(entry -> !known.contains(entry.key())).forEach(this::refuseUnknown);
        missing.forEach(this::refuseMissing);
    }

    private void refuseMissing(String key, String allowed) {
        String found = "\"" + key + "\" is missing in " + title;
        findings.add(Kind.STRUCTURE, node.spot(), Mistake.of(found, key + ": " + allowed));
    }

    /** A key that was nearly written right is told as what it is, and not as missing too. */
    private void refuseUnknown(Node.Entry entry) {
        String key = entry.key();
        String meant = Nearest.to(key, known);
        missing.remove(meant);
        findings.add(
                Kind.STRUCTURE,
                entry.spot(),
                new Mistake("unknown key " + Node.Scalar.quoted(key), String.join(", ", known), meant));
    }
}
