package id.tenggat.adapter;

import java.util.Map;
import java.util.Optional;

/** The body of a request. */
public sealed interface Body {

    /** No body. */
    record Nothing() implements Body {}

    /** A text in UTF-8. Where the request's Content-Type says JSON, values are written as inside a JSON string. */
    record Text(Template template) implements Body {}

    /** Fields as a browser's form sends them. */
    record Form(Map<String, Template> fields) implements Body {
        public Form {
            fields = Request.ordered(fields);
        }
    }

    /**
     * A file, as it is.
     *
     * @param bytes not copied; must not change
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and shared by all applicants
    record Bytes(byte[] bytes) implements Body {}

    /** What our own stack is sent for the step: a specimen document, or JSON, of the step's payload size. */
    record Payload() implements Body {}

    /** Fields and files, as a browser uploads them. */
    record Multipart(Map<String, Piece> pieces) implements Body {
        public Multipart {
            pieces = Request.ordered(pieces);
        }
    }

    /** One part of a multipart body. */
    sealed interface Piece {}

    /** A field. */
    record Field(Template value) implements Piece {}

    /**
     * A file.
     *
     * @param name as the client calls it
     * @param type its media type; empty if that of the content
     * @param content {@link Bytes} or {@link Payload}
     */
    record Upload(Template name, Optional<String> type, Body content) implements Piece {}
}
