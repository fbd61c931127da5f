package id.tenggat.target;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;

/**
 * The token by which whoever controls a target agrees to be hit: a document that the target serves at {@link #PATH}.
 *
 * <pre>
 *   {"tenggat-authorization": 1,
 *    "scenario": "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
 *    "maxRequestsPerSecond": 500,
 *    "expires": "2026-12-01T00:00:00Z"}
 * </pre>
 *
 * @param scenario SHA-256 of the scenario, 64 hexadecimal digits in lower case
 * @param maxRequestsPerSecond how many requests may be sent within any second, from 1 to {@link #MOST_PER_SECOND}
 * @param expires from this instant on nothing may be sent
 */
public record Authorisation(String scenario, int maxRequestsPerSecond, Instant expires) {

    /** Where a target serves it. */
    public static final String PATH = "/.well-known/tenggat-authorization";

    /** More than an injector can send. */
    public static final int MOST_PER_SECOND = 1_000_000;

    private static final String VERSION = "tenggat-authorization";
    private static final String SCENARIO = "scenario";
    private static final String RATE = "maxRequestsPerSecond";
    private static final String EXPIRES = "expires";
    private static final List<String> KEYS = List.of(VERSION, SCENARIO, RATE, EXPIRES);
    private static final String SHA256 = "sha256:";

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public Authorisation {
        if (!scenario.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "\"" + SCENARIO + "\" must be \"sha256:\" and 64 hexadecimal digits in lower case");
        }
        if (maxRequestsPerSecond < 1 || maxRequestsPerSecond > MOST_PER_SECOND) {
            throw new IllegalArgumentException(
                    "\"" + RATE + "\" must be a whole number between 1 and " + MOST_PER_SECOND);
        }
    }

    /**
     * Reads a token, strictly.
     *
     * @throws IllegalArgumentException that says what is wrong with it
     */
    static Authorisation parse(String json) {
        JsonNode token = tree(json);
        for (Iterator<String> names = token.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!KEYS.contains(name)) {
                throw new IllegalArgumentException("unknown key \"" + shortened(name) + "\"; there are " + KEYS);
            }
        }
        if (!token.path(VERSION).isInt() || token.path(VERSION).intValue() != 1) {
            throw new IllegalArgumentException("\"" + VERSION + "\" must be 1");
        }
        return new Authorisation(digest(token.path(SCENARIO)), rate(token.path(RATE)), instant(token.path(EXPIRES)));
    }

    private static JsonNode tree(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("it is not a JSON object");
    }

    private static String digest(JsonNode node) {
        return node.asText("").startsWith(SHA256) ? node.asText().substring(SHA256.length()) : "";
    }

    private static int rate(JsonNode node) {
        return node.isInt() ? node.intValue() : 0;
    }

    private static Instant instant(JsonNode node) {
        try {
            return OffsetDateTime.parse(node.asText("")).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "\"" + EXPIRES + "\" must be an instant as in \"2026-12-01T00:00:00Z\"", e);
        }
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    /** The document to serve, one line. */
    public String json() {
        return "{\"%s\": 1, \"%s\": \"%s\", \"%s\": %d, \"%s\": \"%s\"}"
                .formatted(VERSION, SCENARIO, SHA256 + scenario, RATE, maxRequestsPerSecond, EXPIRES, expires);
    }

    /** What both allow. */
    Authorisation and(Authorisation other) {
        return new Authorisation(
                scenario,
                Math.min(maxRequestsPerSecond, other.maxRequestsPerSecond),
                expires.isBefore(other.expires) ? expires : other.expires);
    }

    /** For people: {@code 500 requests a second until 2026-12-01T00:00:00Z}. */
    public String terms() {
        return maxRequestsPerSecond + " requests a second until " + expires;
    }

    /** True if it allows less than another one, or something else. */
    boolean isWorseThan(Authorisation other) {
        return !scenario.equals(other.scenario)
                || maxRequestsPerSecond < other.maxRequestsPerSecond
                || expires.isBefore(other.expires);
    }
}
