package id.tenggat.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads fields of a JSON object of a recording; what is absent or of another kind is named with its path. */
final class JsonFields {

    private final Path file;
    private final String path;
    private final ObjectNode object;

    JsonFields(Path file, String path, ObjectNode object) {
        this.file = file;
        this.path = path;
        this.object = object;
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    String text(String name) {
        return of(name, JsonNode::isTextual, "a text").textValue();
    }

    long whole(String name) {
        return of(name, JsonNode::canConvertToExactIntegral, "a whole number").longValue();
    }

    int index(String name) {
        return of(name, JsonNode::canConvertToInt, "a whole number").intValue();
    }

    double number(String name) {
        return of(name, JsonNode::isNumber, "a number").doubleValue();
    }

    boolean yes(String name) {
        return of(name, JsonNode::isBoolean, "true or false").booleanValue();
    }

    Instant instant(String name) {
        return parsed(name, text(name), Instant::parse, "an instant");
    }

    ZoneId zone(String name) {
        return parsed(name, text(name), ZoneId::of, "a time zone");
    }

    /** The constant whose word the field holds. */
    <E> E word(String name, E[] constants, Function<E, String> word) {
        String found = text(name);
        for (E constant : constants) {
            if (word.apply(constant).equals(found)) {
                return constant;
            }
        }
        throw wrong(name, "\"" + found + "\" is not known to this version");
    }

    JsonFields fields(String name) {
        return new JsonFields(file, path + name + ".", (ObjectNode) of(name, JsonNode::isObject, "an object"));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : (ArrayNode) of(name, JsonNode::isArray, "a list")) {
            if (!item.isTextual()) {
                throw wrong(name, "must be a list of texts");
            }
            texts.add(item.textValue());
        }
        return texts;
    }

    /** An object whose fields are all texts, in its order. */
    Map<String, String> textsByName(String name) {
        JsonFields inner = fields(name);
        Map<String, String> texts = new LinkedHashMap<>();
        inner.object.fieldNames().forEachRemaining(field -> texts.put(field, inner.text(field)));
        return texts;
    }

    List<Instant> instants(String name) {
        return texts(name).stream()
                .map(text -> parsed(name, text, Instant::parse, "a list of instants"))
                .toList();
    }

    <T> List<T> list(String name, Function<JsonFields, T> reader) {
        List<T> items = new ArrayList<>();
        for (JsonNode item : (ArrayNode) of(name, JsonNode::isArray, "a list")) {
            if (!(item instanceof ObjectNode itemObject)) {
                throw wrong(name, "must be a list of objects");
            }
            items.add(reader.apply(new JsonFields(file, path + name + "[" + items.size() + "].", itemObject)));
        }
        return items;
    }

    private JsonNode of(String name, Function<JsonNode, Boolean> kind, String words) {
        JsonNode value = object.get(name);
        if (value == null || !kind.apply(value)) {
            throw wrong(name, "must be " + words + ", found " + (value == null ? "nothing" : value));
        }
        return value;
    }

    private <T> T parsed(String name, String text, Function<String, T> parser, String words) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw wrong(name, "must be " + words + ", found \"" + text + "\"");
        }
    }

    RecordingException wrongVersion(long found) {
        return new RecordingException(
                file,
                "format version " + found + ", this program reads 1 to " + Provenance.FORMAT_VERSION
                        + ": use the version of the program that wrote it, or a newer one");
    }

    RecordingException wrong(String name, String found) {
        return new RecordingException(file, path + name + " " + found + "; the recording is garbled: make it anew");
    }
}
