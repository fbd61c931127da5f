package id.tenggat.scenario.read;

import java.util.List;

/** A part of a YAML document, with the place where it begins. */
sealed interface Node {

    /** Where it begins. */
    Spot spot();

    /** What it is, for people: {@code a list}, {@code the number 5}. */
    String described();

    /** A word, number or text. */
    record Scalar(Spot spot, Type type, String text) implements Node {

        private static final int SHOWN = 60;

        enum Type {
            TEXT,
            NUMBER,
            TRUTH,
            NOTHING
        }

        @Override
        public String described() {
            return switch (type) {
                case TEXT -> quoted(text);
                case NUMBER -> "the number " + cut(text);
                case TRUTH -> text;
                case NOTHING -> "nothing";
            };
        }

        /** The text in quotes, cut if it is long. */
        static String quoted(String text) {
            return "\"" + cut(text) + "\"";
        }

        /** The text, printable, cut if it is long. */
        static String cut(String text) {
            return cut(text, SHOWN);
        }

        /** The text, printable, cut if it has more than so many characters. */
        static String cut(String text, int most) {
            boolean isLong = text.codePointCount(0, text.length()) > most;
            String shown = isLong ? text.substring(0, text.offsetByCodePoints(0, most)) + "…" : text;
            return Caret.printable(shown);
        }
    }

    /** A list. */
    record Listing(Spot spot, List<Node> items) implements Node {
        @Override
        public String described() {
            return "a list";
        }
    }

    /** Keys with their values, in order; no key twice. */
    record Keys(Spot spot, List<Entry> entries) implements Node {
        @Override
        public String described() {
            return entries.isEmpty() ? "an empty mapping" : "a mapping";
        }
    }

    /** One key with its value. */
    record Entry(Spot spot, String key, Node value) {}
}
