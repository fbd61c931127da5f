package id.tenggat.stamping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.InflaterInputStream;

/** What is within a stream object. */
final class InflatedStream {

    private InflatedStream() {}

    /** The content, inflated if it is deflated; a predictor is left as it is. */
    static String of(String object) {
        String content = object.substring(start(object), object.lastIndexOf("endstream"));
        return object.contains("/FlateDecode") ? inflated(content) : content;
    }

    /** The index of the first character of a stream object's content. */
    static int start(String object) {
        int keyword = object.indexOf("stream");
        return object.indexOf('\n', keyword) + 1;
    }

    private static String inflated(String content) {
        ByteArrayInputStream deflated = new ByteArrayInputStream(CraftedPdf.latin1(content));
        try (InflaterInputStream inflater = new InflaterInputStream(deflated)) {
            return CraftedPdf.text(inflater.readAllBytes());
        } catch (IOException notDeflated) {
            return content;
        }
    }
}
