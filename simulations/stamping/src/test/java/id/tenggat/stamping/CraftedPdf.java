package id.tenggat.stamping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents written by hand: right ones of odd shapes, and wrong ones. */
final class CraftedPdf {

    static final String CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
    static final String PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    static final String PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";

    private CraftedPdf() {}

    /** A file with a cross-reference table of the given objects, numbered from 1; the first is the catalog. */
    static byte[] classic(String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        List<Integer> offsets = new ArrayList<>();
        for (String object : objects) {
            offsets.add(pdf.length());
            pdf.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int start = pdf.length();
        pdf.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> pdf.append("%010d 00000 n \n".formatted(offset)));
        pdf.append("trailer\n<< /Size ").append(objects.length + 1).append(" /Root 1 0 R >>\n");
        pdf.append("startxref\n").append(start).append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] certified(int permission) {
        return classic(
                "<< /Type /Catalog /Pages 2 0 R /Perms << /DocMDP 4 0 R >> >>",
                PAGES,
                PAGE,
                "<< /Type /Sig /Reference [<< /TransformMethod /DocMDP /TransformParams << /P %d /V /1.2 >> >>] >>"
                        .formatted(permission));
    }

    /** One page under a chain of nodes; the depth counts the page too. */
    static byte[] deepPageTree(int depth) {
        String[] objects = new String[depth + 1];
        objects[0] = CATALOG;
        for (int i = 1; i < depth; i++) {
            objects[i] = "<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>".formatted(i + 2, i);
        }
        objects[depth] = "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] >>".formatted(depth);
        return classic(objects);
    }

    static byte[] pages(int count) {
        String kids = IntStream.range(0, count).mapToObj(i -> i + 3 + " 0 R").collect(Collectors.joining(" "));
        Stream<String> pages = Stream.generate(() -> PAGE).limit(count);
        String tree = "<< /Type /Pages /Kids [%s] /Count %d >>".formatted(kids, count);
        return classic(Stream.concat(Stream.of(CATALOG, tree), pages).toArray(String[]::new));
    }

    /** Replaces the last occurrence. */
    static byte[] replaced(byte[] pdf, String found, String by) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf(found);
        assertThat(at).as(found).isPositive();
        return (text.substring(0, at) + by + text.substring(at + found.length())).getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static int startOf(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1).lastIndexOf("xref\n0 ");
    }

    static String stream(String entries, byte[] content) {
        String deflated = new String(deflated(content), StandardCharsets.ISO_8859_1);
        return "<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
                .formatted(entries, deflated.length(), deflated);
    }

    static byte[] crossReferenceStream(String entries, byte[] rows) {
        String pdf = "%PDF-1.7\n1 0 obj\n" + stream("/Type /XRef /Size 5 /Root 2 0 R " + entries, rows)
                + "\nendobj\nstartxref\n9\n%%EOF\n";
        return pdf.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] deflated(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
