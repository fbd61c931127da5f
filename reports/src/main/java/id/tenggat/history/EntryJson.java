package id.tenggat.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.summary.Observation;

import java.nio.file.Path;

/** An entry as a line of JSON, without its end. */
final class EntryJson {

    private static final int FORMAT_VERSION = 1;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EntryJson() {}

    static String line(Entry entry) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("history", FORMAT_VERSION).put("at", entry.at().toString());
        json.put("scenario", entry.setup().scenario()).put("sha256", entry.sha256());
        json.put("slice", entry.setup().slice()).put("engine", entry.setup().engine());
        json.put("version", entry.version());
        entry.commit().ifPresent(commit -> json.put("commit", commit));
        json.put("seed", entry.observation().seed());
        ObjectNode values = json.putObject("values");
        entry.values().forEach((figure, value) -> values.put(figure.text(), value));
        return json.toString();
    }

    /** The entry of a file's line of this number, from 1. */
    static Entry read(Path file, int number, String line) {
        LineFields fields = fields(file, number, line);
        long version = fields.whole("history");
        if (version != FORMAT_VERSION) {
            throw new HistoryException(
                    file,
                    number,
                    "format version " + version + ", this program reads " + FORMAT_VERSION
                            + ": use the version of the program that wrote it, or a newer one");
        }
        return new Entry(
                fields.instant("at"),
                new Setup(fields.text("scenario"), fields.text("slice"), fields.text("engine")),
                fields.text("sha256"),
                fields.text("version"),
                fields.optionalText("commit"),
                new Observation(fields.whole("seed"), fields.figures("values")));
    }

    private static LineFields fields(Path file, int number, String line) {
        try {
            if (MAPPER.readTree(line) instanceof ObjectNode object) {
                return new LineFields(file, number, object);
            }
            throw HistoryException.garbled(file, number, "not a JSON object");
        } catch (JsonProcessingException e) {
            throw HistoryException.garbled(
                    file,
                    number,
                    "not valid JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }
}
