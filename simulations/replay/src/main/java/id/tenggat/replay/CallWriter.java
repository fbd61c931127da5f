package id.tenggat.replay;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import id.tenggat.adapter.Body;
import id.tenggat.adapter.Request;
import id.tenggat.adapter.Template;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes an adapter's requests out, for one attempt of an applicant. */
final class CallWriter {

    private static final byte[] NOTHING = {};
    private static final String CONTENT_TYPE = "Content-Type";

    private final AdaptedSystem system;
    private final int step;
    private final Template.Values values;

    CallWriter(AdaptedSystem system, int step, Template.Values values) {
        this.system = system;
        this.step = step;
        this.values = values;
    }

    /** A request of the step, with these headers besides. */
    Call call(Request.Call request, Map<String, Template> more) {
        return written(system.step(step), request, more);
    }

    /** A question while the client waits. */
    Call poll(Request.Call request) {
        return written("wait", request, Map.of());
    }

    private Call written(String name, Request.Call request, Map<String, Template> more) {
        Map<String, String> headers = headers(request.headers(), more);
        contentType(request.body()).ifPresent(type -> setContentType(headers, request.body(), type));
        String url = system.url(request.path().text(values, CallWriter::percentEncoded));
        byte[] body = bytes(request.body(), contentType(headers));
        return new Call(name, request.method(), url, headers, body, OptionalLong.empty());
    }

    private Map<String, String> headers(Map<String, Template> headers, Map<String, Template> more) {
        Map<String, String> written = new LinkedHashMap<>();
        headers.forEach((name, value) -> written.put(name, value.text(values, UnaryOperator.identity())));
        more.forEach((name, value) -> written.put(name, value.text(values, UnaryOperator.identity())));
        return written;
    }

    /** Whoever names one for a form or a payload means it; but nobody else knows what separates the parts of a body. */
    private static void setContentType(Map<String, String> headers, Body body, String type) {
        if (body instanceof Body.Multipart) {
            headers.keySet().removeIf(CONTENT_TYPE::equalsIgnoreCase);
        }
        if (contentType(headers).isEmpty()) {
            headers.put(CONTENT_TYPE, type);
        }
    }

    private static String contentType(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(CONTENT_TYPE))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Of a body that says itself what it is. */
    private Optional<String> contentType(Body body) {
        if (body instanceof Body.Form) {
            return Optional.of("application/x-www-form-urlencoded");
        } else if (body instanceof Body.Multipart) {
            return Optional.of(MultipartWriter.TYPE);
        }
        return body instanceof Body.Payload ? Optional.of(system.payload(step).contentType()) : Optional.empty();
    }

    private byte[] bytes(Body body, String contentType) {
        if (body instanceof Body.Text text) {
            boolean isJson = contentType.toLowerCase(Locale.ROOT).contains("json");
            return utf8(text.template().text(values, isJson ? CallWriter::jsonEscaped : UnaryOperator.identity()));
        } else if (body instanceof Body.Form form) {
            return utf8(form.fields().entrySet().stream()
                    .map(field -> formEncoded(field.getKey()) + "="
                            + formEncoded(field.getValue().text(values, UnaryOperator.identity())))
                    .collect(Collectors.joining("&")));
        } else if (body instanceof Body.Bytes file) {
            return file.bytes();
        } else if (body instanceof Body.Multipart multipart) {
            return new MultipartWriter(system.payload(step), values).bytes(multipart);
        }
        return body instanceof Body.Payload ? system.payload(step).bytes() : NOTHING;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String jsonEscaped(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }

    private static String formEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** As a part of a path or of a query. */
    private static String percentEncoded(String value) {
        return formEncoded(value).replace("+", "%20");
    }
}
