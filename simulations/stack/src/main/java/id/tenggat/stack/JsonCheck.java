package id.tenggat.stack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** Whether a body is one well-formed JSON object (RFC 8259), or empty; nothing is kept of it but the string being read. */
final class JsonCheck implements BodyCheck {

    /** How deep a body may nest, and how long a string in it may be: what a parser must remember. */
    static final int DEPTH_MAX = 64;

    static final int STRING_CHARACTERS_MAX = 100_000;

    /** Names are not kept, or strangers could fill a table that all requests share. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxStringLength(STRING_CHARACTERS_MAX)
                    .build())
            .build();

    private @Nullable JsonParser parser;
    private boolean begun;
    private boolean ended;

    @Override
    public void take(Buffer chunk) throws RefusedBodyException {
        byte[] bytes = chunk.getBytes();
        try {
            JsonParser feeding = parser == null ? open() : parser;
            ((ByteArrayFeeder) feeding.getNonBlockingInputFeeder()).feedInput(bytes, 0, bytes.length);
            readOn(feeding);
        } catch (IOException e) {
            throw unread(e);
        }
    }

    private JsonParser open() throws IOException {
        JsonParser opened = JSON.createNonBlockingByteArrayParser();
        parser = opened;
        return opened;
    }

    private void readOn(JsonParser parser) throws IOException, RefusedBodyException {
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.NOT_AVAILABLE;
                token = parser.nextToken()) {
            if (ended || (!begun && token != JsonToken.START_OBJECT)) {
                throw malformed("");
            }
            begun = true;
            ended = parser.getParsingContext().inRoot();
        }
    }

    @Override
    public void end() throws RefusedBodyException {
        try (JsonParser ending = parser) {
            if (ending != null) {
                ((ByteArrayFeeder) ending.getNonBlockingInputFeeder()).endOfInput();
                readOn(ending);
                if (!ended) {
                    throw malformed("");
                }
            }
        } catch (IOException e) {
            throw unread(e);
        }
    }

    private static RefusedBodyException unread(IOException cause) {
        if (cause instanceof StreamConstraintsException) {
            return malformed(": it may nest " + DEPTH_MAX + " deep and hold strings of " + STRING_CHARACTERS_MAX
                    + " characters");
        }
        return cause instanceof JacksonException found && found.getLocation() != null
                ? malformed(", and is no JSON near byte " + found.getLocation().getByteOffset())
                : malformed("");
    }

    private static RefusedBodyException malformed(String why) {
        return new RefusedBodyException(Problem.malformed("the body must be one JSON object, or empty" + why));
    }
}
