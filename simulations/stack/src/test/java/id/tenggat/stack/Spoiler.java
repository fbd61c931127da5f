package id.tenggat.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Spoils one thing of a request, or what might be one: the result may still be good. */
final class Spoiler {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get", "FROB");
    private static final List<String> WORDS = List.of(
            "",
            "0",
            "-1",
            "1.5",
            "1e9",
            "99999999999999999999",
            "null",
            "true",
            "x",
            "é",
            "%00",
            "..",
            "%2e%2e",
            "a b",
            "'",
            "\"",
            "{}",
            "[]",
            "</script>",
            "${jndi:x}",
            "0x10",
            "+1",
            "١",
            "\t",
            "9".repeat(400),
            "x".repeat(200),
            "x".repeat(5000),
            "x".repeat(9000));
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/pdf",
            "text/csv",
            "text/plain",
            "application/json; charset=utf-16",
            "*/*",
            "",
            "application/x-www-form-urlencoded",
            "json");
    private static final List<String> BODIES = List.of(
            "",
            " ",
            "{",
            "}",
            "[]",
            "null",
            "{\"a\":}",
            "{}{}",
            "\0",
            "\u00ff\u00fe",
            "%PDF-",
            "%PDF-1.7\n%%EOF",
            "0,1\n0,2\n",
            "1,99999",
            ",",
            "[".repeat(2000),
            "{\"a\":".repeat(2000),
            "\"" + "x".repeat(200_000));

    private final SplittableRandom random;
    private final List<Consumer<FuzzedRequest>> ways = List.of(
            request -> request.method = one(METHODS),
            this::spoilSegment,
            request -> request.path = request.path + one(List.of("/", "//", "?x=1", "#", ";", "%", "\\")),
            request -> request.path = one(List.of("/", "*", "/favicon.ico", "/admin", "/journey", "//", "http://x/")),
            request -> request.headers.put("Content-Type", one(TYPES)),
            request -> request.headers.remove("Content-Type"),
            this::spoilHeader,
            this::dropHeader,
            request ->
                    request.headers.put(one(List.of("Origin", "Host", "Expect", "Transfer-Encoding", "X")), one(WORDS)),
            request -> request.body = one(BODIES),
            this::spoilByte,
            this::cutBody,
            request -> request.body = request.body + request.body,
            this::spoilNumber);

    Spoiler(SplittableRandom random) {
        this.random = random;
    }

    void spoil(FuzzedRequest request) {
        one(ways).accept(request);
    }

    private <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private void cutBody(FuzzedRequest request) {
        request.body = request.body.substring(0, random.nextInt(request.body.length() + 1));
    }

    private void spoilSegment(FuzzedRequest request) {
        String[] segments = request.path.split("/", -1);
        segments[random.nextInt(segments.length)] = one(WORDS).replace(" ", "%20");
        request.path = "/" + List.of(segments).stream().skip(1).collect(Collectors.joining("/"));
    }

    private void spoilHeader(FuzzedRequest request) {
        if (!request.headers.isEmpty()) {
            request.headers.put(one(new ArrayList<>(request.headers.keySet())), one(WORDS));
        }
    }

    private void dropHeader(FuzzedRequest request) {
        if (!request.headers.isEmpty()) {
            request.headers.remove(one(new ArrayList<>(request.headers.keySet())));
        }
    }

    private void spoilByte(FuzzedRequest request) {
        if (!request.body.isEmpty()) {
            int at = random.nextInt(request.body.length());
            request.body = request.body.substring(0, at) + (char) random.nextInt(256) + request.body.substring(at + 1);
        }
    }

    /** The first number of a body becomes another word. */
    private void spoilNumber(FuzzedRequest request) {
        String word = one(WORDS);
        request.body = request.body.length() > 1000
                ? request.body
                : request.body.replaceFirst("\\d+", Matcher.quoteReplacement(word));
    }
}
