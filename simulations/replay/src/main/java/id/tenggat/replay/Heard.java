package id.tenggat.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.tenggat.adapter.Capture;
import id.tenggat.adapter.Expectation;
import id.tenggat.recording.Fate;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer while it is looked at: its body is read once, and only if somebody asks for it. */
final class Heard {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Answer answer;
    private @Nullable String text;
    private @Nullable JsonNode json;

    Heard(Answer answer) {
        this.answer = answer;
    }

    /** Whether all marks are there. */
    boolean looksLike(Expectation expected) {
        return expected.allows(answer.status())
                && expected.contains().map(mark -> text().contains(mark)).orElse(true)
                && expected.json().entrySet().stream().allMatch(mark -> scalar(mark.getKey())
                        .filter(mark.getValue()::equals)
                        .isPresent());
    }

    boolean isSuccessful() {
        return answer.isSuccessful();
    }

    Outcome rejected(long doneNs) {
        return new Outcome(Fate.REJECTED, RetryAfter.ns(answer::header), doneNs, Optional.empty());
    }

    /** The values by variable; empty if one of them is not there, or could not stand in a header. */
    Optional<Map<String, String>> captured(Map<String, Capture> captures) {
        Map<String, String> values = new HashMap<>();
        captures.forEach((name, capture) -> value(capture)
                .filter(value -> value.chars().noneMatch(Character::isISOControl))
                .ifPresent(value -> values.put(name, value)));
        return values.size() == captures.size() ? Optional.of(values) : Optional.empty();
    }

    private Optional<String> value(Capture capture) {
        if (capture instanceof Capture.Header header) {
            return answer.header(header.name());
        } else if (capture instanceof Capture.Cookie cookie) {
            return answer.cookie(cookie.name());
        } else if (capture instanceof Capture.Json json) {
            return scalar(json.pointer());
        }
        return match(((Capture.Regex) capture).pattern());
    }

    private Optional<String> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text());
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())));
    }

    private Optional<String> scalar(String pointer) {
        JsonNode found = json().at(pointer);
        return found.isValueNode() && !found.isNull() ? Optional.of(found.asText()) : Optional.empty();
    }

    private String text() {
        if (text == null) {
            text = new String(answer.body(), StandardCharsets.UTF_8);
        }
        return text;
    }

    /** Nothing at all if the body is no JSON. */
    private JsonNode json() {
        if (json == null) {
            json = parsed(text());
        }
        return json;
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            return root == null ? MissingNode.getInstance() : root;
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
