package id.tenggat.replay;

import id.tenggat.adapter.Body;
import id.tenggat.adapter.Template;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Writes multipart bodies (RFC 7578) as browsers do: names in UTF-8, with quotes and line ends escaped. */
final class MultipartWriter {

    /** Nobody who writes a file can know it. */
    private static final String BOUNDARY = "tenggat-" + UUID.randomUUID();

    /** The media type of all bodies that are written here. */
    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private static final String LINE_END = "\r\n";
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final Payload payload;
    private final Template.Values values;

    /** @param payload what our own stack is sent for the step */
    MultipartWriter(Payload payload, Template.Values values) {
        this.payload = payload;
        this.values = values;
    }

    byte[] bytes(Body.Multipart body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Map.Entry<String, Body.Piece> piece : body.pieces().entrySet()) {
            String disposition = "form-data; name=\"" + quotable(piece.getKey()) + "\"";
            if (piece.getValue() instanceof Body.Field field) {
                write(out, header(disposition) + LINE_END);
                write(out, text(field.value()));
            } else if (piece.getValue() instanceof Body.Upload upload) {
                String named = disposition + "; filename=\"" + quotable(text(upload.name())) + "\"";
                write(out, header(named) + "Content-Type: " + type(upload) + LINE_END + LINE_END);
                out.writeBytes(content(upload));
            }
            write(out, LINE_END);
        }
        write(out, "--" + BOUNDARY + "--" + LINE_END);
        return out.toByteArray();
    }

    private static String header(String disposition) {
        return "--" + BOUNDARY + LINE_END + "Content-Disposition: " + disposition + LINE_END;
    }

    private String type(Body.Upload upload) {
        String ofContent = upload.content() instanceof Body.Payload ? payload.contentType() : UNKNOWN_TYPE;
        return upload.type().orElse(ofContent);
    }

    private byte[] content(Body.Upload upload) {
        return upload.content() instanceof Body.Bytes file ? file.bytes() : payload.bytes();
    }

    private String text(Template template) {
        return template.text(values, UnaryOperator.identity());
    }

    private static String quotable(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
