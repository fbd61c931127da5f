package id.tenggat.stamping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain objects of a document, taken apart without regard to its cross-reference; object streams are opened
 * unless there is a predictor.
 *
 * @param parts in the order of the file
 */
record DismantledPdf(List<Part> parts) {

    private static final Pattern OBJECT = Pattern.compile("(\\d{1,6})\\s(\\d{1,5})\\sobj(.*?)endobj", Pattern.DOTALL);
    private static final Pattern FIRST = Pattern.compile("/First (\\d+)");

    /** One object. */
    record Part(int number, int generation, String body) {

        Part changed(UnaryOperator<String> change) {
            return new Part(number, generation, change.apply(body));
        }
    }

    static DismantledPdf of(String pdf) {
        List<Part> parts = new ArrayList<>();
        Matcher object = OBJECT.matcher(pdf);
        while (object.find()) {
            int number = Integer.parseInt(object.group(1));
            add(
                    parts,
                    new Part(
                            number,
                            Integer.parseInt(object.group(2)),
                            object.group(3).strip()));
        }
        return new DismantledPdf(parts);
    }

    private static void add(List<Part> parts, Part part) {
        Matcher first = FIRST.matcher(part.body());
        boolean readable = part.body().contains("/ObjStm") && !part.body().contains("/DecodeParms");
        if (readable && first.find()) {
            addMembers(parts, InflatedStream.of(part.body()), Integer.parseInt(first.group(1)));
        } else if (!part.body().contains("/XRef")) {
            parts.add(part);
        }
    }

    private static void addMembers(List<Part> parts, String content, int first) {
        String[] header = content.substring(0, first).split("[\\s\\x00]+", -1);
        for (int i = 0; i + 1 < header.length; i += 2) {
            int start = first + Integer.parseInt(header[i + 1]);
            int end = i + 3 < header.length ? first + Integer.parseInt(header[i + 3]) : content.length();
            parts.add(new Part(
                    Integer.parseInt(header[i]),
                    0,
                    content.substring(start, end).strip()));
        }
    }
}
