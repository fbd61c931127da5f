package id.tenggat.scenario.read;

import id.tenggat.scenario.read.Fault.Kind;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads YAML into nodes, event by event, so that what a scenario has no use for is refused as soon as it begins: aliases
 * (and with them YAML bombs), tags, keys that are no words, deep nesting, a second document.
 */
final class YamlTree {

    /** A scenario needs 7: the buckets of a histogram of a station. */
    private static final int DEEPEST = 16;

    private static final Wanted SCENARIO = new Wanted("scenario", "tenggat: 1");

    private final Findings findings;
    private final Wanted wanted;
    private final CoreSchema types = new CoreSchema();
    private final Iterator<Event> events;
    private int depth;

    private YamlTree(String text, Findings findings, Wanted wanted) {
        this.findings = findings;
        this.wanted = wanted;
        this.events = new Parse(LoadSettings.builder()
                        .setSchema(types)
                        .setCodePointLimit(TextFile.LARGEST_MEASURED)
                        .build())
                .parseString(text)
                .iterator();
    }

    /**
     * What a file should hold.
     *
     * @param noun what it is called
     * @param beginning how it begins
     */
    record Wanted(String noun, String beginning) {
        Mistake nothing() {
            return Mistake.of("the file holds no " + noun, "a " + noun + ", which begins with " + beginning);
        }

        Mistake another() {
            return Mistake.of("a second document begins", "one " + noun + " in each file");
        }
    }

    /** The document of a scenario; empty if there is none or it can't be read, which the findings then tell. */
    static Optional<Node> read(String text, Findings findings) {
        return read(text, findings, SCENARIO);
    }

    /** As {@link #read(String, Findings)}, for a file that should hold something else; JSON is YAML too. */
    static Optional<Node> read(String text, Findings findings, Wanted wanted) {
        try {
            return new YamlTree(text, findings, wanted).document();
        } catch (Refusal e) {
            findings.add(Kind.SYNTAX, e.spot, e.mistake);
        } catch (MarkedYamlEngineException e) {
            findings.add(
                    Kind.SYNTAX,
                    e.getProblemMark().map(YamlTree::spot).orElse(Spot.START),
                    YamlProblem.explained(e.getProblem()));
        } catch (ReaderException e) {
            String found = "the character U+%04X, which YAML doesn't allow".formatted(e.getCodePoint());
            findings.add(Kind.SYNTAX, Source.spotAt(text, e.getPosition()), Mistake.of(found));
        } catch (YamlEngineException e) {
            findings.add(Kind.SYNTAX, Spot.START, Mistake.of("this is not YAML: " + e.getMessage()));
        }
        return Optional.empty();
    }

    /** Ends the reading at a place behind which nothing can be trusted. */
    private static final class Refusal extends RuntimeException {
        private final transient Spot spot;
        private final transient Mistake mistake;

        Refusal(Spot spot, Mistake mistake) {
            super(mistake.found(), null, false, false);
            this.spot = spot;
            this.mistake = mistake;
        }
    }

    private Optional<Node> document() {
        next(ID.StreamStart);
        if (events.next().getEventId() == ID.StreamEnd) {
            throw new Refusal(Spot.START, wanted.nothing());
        }
        Node root = node(events.next());
        next(ID.DocumentEnd);
        Event after = events.next();
        if (after.getEventId() != ID.StreamEnd) {
            throw new Refusal(spot(after), wanted.another());
        }
        return Optional.of(root);
    }

    private void next(ID expected) {
        ID found = events.next().getEventId();
        if (found != expected) {
            throw new IllegalStateException("the YAML parser promised " + expected + " and gave " + found);
        }
    }

    private Node node(Event event) {
        refuseAnchor(event);
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        if (++depth > DEEPEST) {
            String found = "more than " + DEEPEST + " lists and mappings within each other";
            throw new Refusal(spot(event), Mistake.of(found));
        }
        refuseTag(event, ((CollectionStartEvent) event).getTag());
        Node node = event instanceof MappingStartEvent ? mapping(event) : listing(event);
        depth--;
        return node;
    }

    private void refuseAnchor(Event event) {
        if (event instanceof AliasEvent || ((NodeEvent) event).getAnchor().isPresent()) {
            String found = event instanceof AliasEvent ? "an alias (*)" : "an anchor (&)";
            throw new Refusal(spot(event), Mistake.of(found, "the value itself, written out: aliases are not read"));
        }
    }

    private void refuseTag(Event event, Optional<String> tag) {
        if (tag.isPresent()) {
            String found = "the tag " + Node.Scalar.quoted(tag.get());
            findings.add(Kind.SYNTAX, spot(event), Mistake.of(found, "a value without a tag"));
        }
    }

    private Node scalar(ScalarEvent event) {
        refuseTag(event, event.getTag());
        Node.Scalar.Type type = event.isPlain() ? type(event.getValue()) : Node.Scalar.Type.TEXT;
        return new Node.Scalar(spot(event), type, event.getValue());
    }

    private Node.Scalar.Type type(String text) {
        Tag tag = types.getScalarResolver().resolve(text, true);
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return Node.Scalar.Type.NUMBER;
        } else if (tag.equals(Tag.BOOL)) {
            return Node.Scalar.Type.TRUTH;
        }
        return tag.equals(Tag.NULL) ? Node.Scalar.Type.NOTHING : Node.Scalar.Type.TEXT;
    }

    private Node listing(Event start) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != ID.SequenceEnd; event = events.next()) {
            items.add(node(event));
        }
        return new Node.Listing(spot(start), List.copyOf(items));
    }

    private Node mapping(Event start) {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Spot> seen = new HashMap<>();
        for (Event event = events.next(); event.getEventId() != ID.MappingEnd; event = events.next()) {
            Node.Entry entry = entry(event);
            Spot before = seen.putIfAbsent(entry.key(), entry.spot());
            if (before == null) {
                entries.add(entry);
            } else {
                String found = "key " + Node.Scalar.quoted(entry.key()) + " again, after line " + before.line();
                findings.add(Kind.SYNTAX, entry.spot(), Mistake.of(found, "each key once"));
            }
        }
        return new Node.Keys(spot(start), List.copyOf(entries));
    }

    private Node.Entry entry(Event event) {
        refuseAnchor(event);
        if (!(event instanceof ScalarEvent key)) {
            throw new Refusal(spot(event), Mistake.of("a key that is a list or a mapping", "a word"));
        }
        refuseTag(key, key.getTag());
        return new Node.Entry(spot(key), key.getValue(), node(events.next()));
    }

    private static Spot spot(Event event) {
        return event.getStartMark().map(YamlTree::spot).orElse(Spot.START);
    }

    private static Spot spot(Mark mark) {
        return new Spot(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
