package id.tenggat.report;

/** Whether a text report is coloured. */
public enum Colour {
    /** Plain text, fit for files and logs. */
    NONE,
    /** ANSI escapes for a terminal. */
    ANSI;

    String painted(String text, Table.Tone tone) {
        return this == NONE || text.isEmpty() || tone == Table.Tone.PLAIN
                ? text
                : "\u001b[" + code(tone) + "m" + text + "\u001b[0m";
    }

    String bold(String text) {
        return this == NONE ? text : "\u001b[1m" + text + "\u001b[0m";
    }

    private static String code(Table.Tone tone) {
        return switch (tone) {
            case PLAIN -> "0";
            case GOOD -> "32";
            case BAD -> "31";
            case QUIET -> "2";
        };
    }
}
