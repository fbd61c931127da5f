package id.tenggat.scenario.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Broken scenarios and what is told of them, in one text file. Each case is a sound scenario with some lines changed:
 *
 * <pre>
 *   ==== a deadline before the opening
 *   - closes: 2024-09-06T23:59
 *   + closes: 2024-08-19T23:59
 *   ----
 *   x.yaml:7:11: closes must lie after opens …
 * </pre>
 */
final class GoldenCases {

    private static final String TITLE = "==== ";
    private static final Pattern START = Pattern.compile("^" + TITLE, Pattern.MULTILINE);
    private static final String TOLD = "----";

    private GoldenCases() {}

    /** One case. */
    record Case(String title, List<String> change, String told) {

        /** The sound text with this case's changes: each run of - lines is replaced by the + lines after it. */
        String applied(String sound) {
            String text = sound;
            for (int i = 0; i < change.size(); ) {
                StringBuilder from = new StringBuilder();
                StringBuilder to = new StringBuilder();
                for (; i < change.size() && change.get(i).startsWith("-"); i++) {
                    from.append(change.get(i).substring(2)).append('\n');
                }
                for (; i < change.size() && change.get(i).startsWith("+"); i++) {
                    to.append(change.get(i).substring(2)).append('\n');
                }
                text = replaced(text, from.toString(), to.toString());
            }
            return text;
        }

        /** Without anything to replace, the lines are added at the end. */
        private String replaced(String text, String from, String to) {
            if (!from.isEmpty() && !text.contains(from)) {
                throw new IllegalStateException(title + ": the sound scenario doesn't hold\n" + from);
            }
            return from.isEmpty() ? text + to : text.replace(from, to);
        }

        Case told(String now) {
            return new Case(title, change, now);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static List<Case> read(Path file) {
        return START.splitAsStream(Samples.text(file))
                .filter(block -> !block.isBlank())
                .map(GoldenCases::parsed)
                .toList();
    }

    /** As {@link #read}, after the file was made anew from what is told now, if {@code -Dtenggat.update=true} asks for that. */
    static List<Case> upToDate(Path file, Function<Case, String> told) {
        List<Case> cases = read(file);
        if (Boolean.getBoolean("tenggat.update")) {
            write(file, cases.stream().map(one -> one.told(told.apply(one))).toList());
            return read(file);
        }
        return cases;
    }

    private static Case parsed(String block) {
        List<String> lines = block.strip().lines().toList();
        int told = lines.indexOf(TOLD);
        int end = told < 0 ? lines.size() : told;
        return new Case(
                lines.get(0),
                lines.subList(1, end),
                told < 0 ? "" : String.join("\n", lines.subList(told + 1, lines.size())));
    }

    private static void write(Path file, List<Case> cases) {
        StringBuilder text = new StringBuilder();
        for (Case one : cases) {
            text.append(TITLE).append(one.title()).append('\n');
            one.change().forEach(line -> text.append(line).append('\n'));
            text.append(TOLD).append('\n').append(one.told()).append("\n\n");
        }
        try {
            Files.writeString(file, text.toString().stripTrailing() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
