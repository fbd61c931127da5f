package id.tenggat.scenario.read;

import java.util.LinkedHashMap;
import java.util.Map;

/** Says in plain words what a YAML parser complains of. */
final class YamlProblem {

    private static final Map<String, Mistake> PLAIN = plain();

    private YamlProblem() {}

    /** The mistake behind a parser's problem; one that isn't known is told in the parser's words. */
    static Mistake explained(String problem) {
        return PLAIN.entrySet().stream()
                .filter(entry -> problem.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> Mistake.of("this is not YAML: " + Caret.printable(problem)));
    }

    private static Map<String, Mistake> plain() {
        Map<String, Mistake> plain = new LinkedHashMap<>();
        plain.put("\\t(TAB)", Mistake.of("a tab", "blanks"));
        plain.put(
                "mapping values are not allowed here",
                Mistake.of("a colon where no key can end", "the indent of the line above, or quotes around \": \""));
        plain.put("expected <block end>", Mistake.of("this doesn't line up with what stands above", "the same indent"));
        plain.put("cannot start any token", Mistake.of("a character that can't begin a value", "a text in quotes"));
        plain.put("could not find expected ':'", Mistake.of("a key without a colon", "a colon after the key"));
        plain.put("expected ',' or ']'", Mistake.of("a list that isn't closed", "a comma or ]"));
        plain.put("expected ',' or '}'", Mistake.of("a mapping that isn't closed", "a comma or }"));
        plain.put(
                "expected the node content, but found '<stream end>'",
                Mistake.of("the file ends too early", "the rest of what was begun"));
        plain.put("found unexpected end of stream", Mistake.of("the file ends within quotes", "the closing quote"));
        return plain;
    }
}
