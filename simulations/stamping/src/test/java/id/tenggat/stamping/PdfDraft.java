package id.tenggat.stamping;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A PDF that is written object by object and notes where each begins, so that any cross-reference can follow. After a
 * cross-reference more objects may come: they are an incremental update.
 */
final class PdfDraft {

    /** The rows of a cross-reference stream as most writers make them. */
    static final RowForm USUAL_ROWS = new RowForm(List.of(1, 4, 2), RowForm.Coding.PREDICTED);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final SortedMap<Integer, Row> rows = new TreeMap<>();
    private final String lineEnd;
    private String previous = "";
    private int size;

    private record Row(int type, int second, int third) {}

    /** How a cross-reference stream writes its rows: the three fields' widths in bytes (/W), and what is done to them. */
    record RowForm(List<Integer> widths, Coding coding) {

        /** What is done to rows. */
        enum Coding {
            PLAIN,
            DEFLATED,
            PREDICTED
        }
    }

    PdfDraft() {
        this("%PDF-1.7\n", "\n");
    }

    PdfDraft(String header, String lineEnd) {
        this.lineEnd = lineEnd;
        text(header);
    }

    /** Adds characters as they are. */
    PdfDraft text(String latin1) {
        bytes.writeBytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    PdfDraft object(int number, String body) {
        return object(number, 0, body);
    }

    PdfDraft object(int number, int generation, String body) {
        note(number, new Row(1, bytes.size(), generation));
        return text(number + " " + generation + " obj" + lineEnd + body + lineEnd + "endobj" + lineEnd);
    }

    /** Adds an object without any white space that could be left out. */
    PdfDraft tightObject(int number, String body) {
        note(number, new Row(1, bytes.size(), 0));
        return text(number + " 0 obj" + body + "endobj\n");
    }

    /** Adds objects numbered on from 1. */
    PdfDraft objects(String... bodies) {
        for (int i = 0; i < bodies.length; i++) {
            object(i + 1, bodies[i]);
        }
        return this;
    }

    PdfDraft free(int number, int nextFree, int generation) {
        return note(number, new Row(0, nextFree, generation));
    }

    /** Notes an object as member of an object stream that is written otherwise. */
    PdfDraft member(int number, int stream, int index) {
        return note(number, new Row(2, stream, index));
    }

    /** Adds a deflated object stream of objects with the given bodies, numbered on from {@code first}. */
    PdfDraft objectStream(int number, String entries, int first, String... bodies) {
        StringBuilder header = new StringBuilder();
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < bodies.length; i++) {
            member(first + i, number, i);
            header.append(first + i).append(' ').append(content.length()).append(' ');
            content.append(bodies[i]).append('\n');
        }
        String all = "/Type /ObjStm /N %d /First %d %s".formatted(bodies.length, header.length(), entries);
        byte[] inflated = header.append(content).toString().getBytes(StandardCharsets.ISO_8859_1);
        return object(number, CraftedPdf.stream(all, inflated));
    }

    /** Ends a section by a cross-reference table of everything since the last one. */
    PdfDraft table(String trailer) {
        int start = bytes.size();
        if (previous.isEmpty()) {
            rows.putIfAbsent(0, new Row(0, 0, 65_535));
        }
        text("xref" + lineEnd);
        runs().forEach(this::subsection);
        return text("trailer" + lineEnd + "<< /Size " + size + previous + " " + trailer + " >>" + lineEnd)
                .end(start);
    }

    /** Ends a section by a cross-reference stream of everything since the last one and itself. */
    PdfDraft rows(int number, RowForm form, String trailer) {
        int start = bytes.size();
        note(number, new Row(1, start, 0));
        if (previous.isEmpty() && form.widths().get(0) > 0) {
            rows.putIfAbsent(0, new Row(0, 0, form.widths().get(2) > 1 ? 65_535 : 0));
        }
        String entries = "/Type /XRef /Size %d%s %s /W %s /Index %s"
                .formatted(size, previous, trailer, listed(form.widths()), listed(index()));
        return object(number, coded(form, entries)).end(start);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private PdfDraft note(int number, Row row) {
        rows.put(number, row);
        size = Math.max(size, number + 1);
        return this;
    }

    private PdfDraft end(int start) {
        rows.clear();
        previous = " /Prev " + start;
        return text("startxref" + lineEnd + start + lineEnd + "%%EOF" + lineEnd);
    }

    private void subsection(List<Integer> run) {
        text(run.get(0) + " " + run.size() + lineEnd);
        String rowEnd = lineEnd.length() == 2 ? lineEnd : " " + lineEnd;
        for (Row row : rows.subMap(run.get(0), run.get(0) + run.size()).values()) {
            text("%010d %05d %s%s".formatted(row.second(), row.third(), row.type() == 0 ? "f" : "n", rowEnd));
        }
    }

    /** The noted numbers, cut where one is left out. */
    private List<List<Integer>> runs() {
        List<List<Integer>> runs = new ArrayList<>();
        int expected = -1;
        for (int number : rows.keySet()) {
            if (number != expected) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(number);
            expected = number + 1;
        }
        return runs;
    }

    private List<Integer> index() {
        List<Integer> index = new ArrayList<>();
        for (List<Integer> run : runs()) {
            index.add(run.get(0));
            index.add(run.size());
        }
        return index;
    }

    private String coded(RowForm form, String entries) {
        byte[] content = encoded(form);
        int columns = form.widths().stream().mapToInt(width -> width).sum();
        return switch (form.coding()) {
            case PLAIN ->
                "<< %s /Length %d >>\nstream\n%s\nendstream"
                        .formatted(entries, content.length, new String(content, StandardCharsets.ISO_8859_1));
            case DEFLATED -> CraftedPdf.stream(entries, content);
            case PREDICTED ->
                CraftedPdf.stream(
                        entries + " /DecodeParms << /Predictor 12 /Columns %d >>".formatted(columns),
                        predictedUp(content, columns));
        };
    }

    private byte[] encoded(RowForm form) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (Row row : rows.values()) {
            write(content, form.widths().get(0), row.type());
            write(content, form.widths().get(1), row.second());
            write(content, form.widths().get(2), row.third());
        }
        return content.toByteArray();
    }

    private static void write(ByteArrayOutputStream content, int width, long value) {
        byte[] wide = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        content.write(wide, Long.BYTES - width, width);
    }

    /** PNG's predictor "up": each byte less the one above it, each row after its tag 2. */
    private static byte[] predictedUp(byte[] content, int columns) {
        ByteArrayOutputStream predicted = new ByteArrayOutputStream();
        for (int i = 0; i < content.length; i++) {
            if (i % columns == 0) {
                predicted.write(2);
            }
            predicted.write(content[i] - (i < columns ? 0 : content[i - columns]));
        }
        return predicted.toByteArray();
    }

    private static String listed(List<Integer> numbers) {
        return numbers.toString().replace(",", "");
    }
}
