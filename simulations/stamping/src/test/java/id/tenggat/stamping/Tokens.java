package id.tenggat.stamping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a PDF's text, in order; what is within its streams has none. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("<<|>>|[\\[\\]{}]|/[^\\s\\x00<>\\[\\](){}/%]*"
            + "|\\((?:\\\\.|[^()\\\\])*+\\)|<[0-9A-Fa-f\\s]*+>|%[^\\r\\n]*+|[^\\s\\x00<>\\[\\](){}/%]++|[<>()]");

    private final List<Token> tokens = new ArrayList<>();

    /** Where a token is, from its first to after its last character, and of what kind. */
    record Token(int start, int end, Kind kind) {

        String of(String text) {
            return text.substring(start, end);
        }
    }

    /** What a token is. */
    enum Kind {
        NUMBER,
        NAME,
        STRING,
        DELIMITER,
        KEYWORD
    }

    Tokens(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            String token = matcher.group();
            tokens.add(new Token(matcher.start(), matcher.end(), kind(token)));
            int contentEnd = token.equals("stream") ? text.indexOf("endstream", matcher.end()) : -1;
            from = Math.max(matcher.end(), contentEnd);
        }
    }

    List<Token> all() {
        return tokens;
    }

    List<Token> of(Kind kind) {
        return tokens.stream().filter(token -> token.kind() == kind).toList();
    }

    private static Kind kind(String token) {
        char first = token.charAt(0);
        if (first == '/') {
            return Kind.NAME;
        }
        if (Character.isDigit(first) || first == '-' || first == '+' || first == '.') {
            return Kind.NUMBER;
        }
        if (first == '(' || (first == '<' && token.length() > 2)) {
            return Kind.STRING;
        }
        return "<>[]{}%)".indexOf(first) >= 0 ? Kind.DELIMITER : Kind.KEYWORD;
    }
}
