package id.tenggat.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.file.Path;

/** One JSON object in a file of a recording. Written as a whole or not at all, the same bytes on every platform. */
final class JsonFile {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = MAPPER.writer(
            new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    private JsonFile() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static void write(Path file, ObjectNode object) {
        try {
            WholeFile.write(file, WRITER.writeValueAsString(object) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree must be writable as JSON", e);
        }
    }

    static JsonFields read(Path file) {
        try {
            JsonNode node = MAPPER.readTree(WholeFile.read(file));
            if (node instanceof ObjectNode object) {
                return new JsonFields(file, "", object);
            }
            throw new RecordingException(file, "not a JSON object; the recording is torn: make it anew");
        } catch (JsonProcessingException e) {
            throw new RecordingException(file, torn(e), e);
        }
    }

    private static String torn(JsonProcessingException e) {
        String where =
                e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
        return "not valid JSON" + where + "; the recording is torn: make it anew";
    }
}
