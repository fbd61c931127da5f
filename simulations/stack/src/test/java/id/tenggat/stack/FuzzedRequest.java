package id.tenggat.stack;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is being made, and can still be spoilt. */
final class FuzzedRequest {

    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    final Map<String, String> headers = new LinkedHashMap<>();
    String method;
    String path;

    /** One character a byte. */
    String body = "";

    FuzzedRequest(String method, String path) {
        this.method = method;
        this.path = path;
        headers.put("Host", "127.0.0.1");
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
        return text.toString().getBytes(BYTES);
    }

    @Override
    public String toString() {
        String shown = body.length() > 200 ? body.substring(0, 200) + "... of " + body.length() : body;
        return method + " " + path + " " + headers + " " + shown;
    }

    /** The path as it is understood: what is not Latin goes over the wire as a question mark, and white space ends it. */
    String pathSent() {
        return new String(path.getBytes(BYTES), BYTES).replaceAll("\\s.*", "");
    }
}
