package id.tenggat.stamping;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A one-page letter of a wanted size, as an applicant uploads it; the same record gives the same bytes on every machine.
 *
 * <p>What the text leaves over is filled by a private data object (page-piece dictionary, ISO 32000-1, 14.5) of random
 * bytes, which no compression on the way can shrink.
 *
 * @param applicant the number in the letter, which also seeds the filling
 * @param sizeBytes the exact size of the PDF in bytes, {@link #SIZE_BYTES_MIN} to {@link #SIZE_BYTES_MAX}
 */
public record SpecimenDocument(long applicant, int sizeBytes) {

    /** The smallest letter in bytes: there must be room for the text. */
    public static final int SIZE_BYTES_MIN = 2_000;

    /** The largest letter in bytes, 64 MiB, so that a limit on uploads can be tested. */
    public static final int SIZE_BYTES_MAX = 64 << 20;

    private static final String HEADER = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";
    private static final String LETTER = """
            BT /F1 11 Tf 72 760 Td 18 TL
            (SPECIMEN LETTER - made by Tenggat for load tests, of no value) Tj T*
            T*
            (Applicant %020d) Tj T*
            T*
            (To the selection committee,) Tj T*
            T*
            (I hereby apply for a post in the civil service. The documents that the call asks) Tj T*
            (for are attached. This letter carries the stamp that such letters must carry.) Tj T*
            T*
            (Yours faithfully) Tj
            ET
            """;

    /**
     * @throws IllegalArgumentException if the applicant is negative or the size out of range
     */
    public SpecimenDocument {
        if (applicant < 0) {
            throw new IllegalArgumentException("applicant %d: may not be negative".formatted(applicant));
        }
        if (sizeBytes < SIZE_BYTES_MIN || sizeBytes > SIZE_BYTES_MAX) {
            throw new IllegalArgumentException("specimen document of %d bytes: must have %d to %d"
                    .formatted(sizeBytes, SIZE_BYTES_MIN, SIZE_BYTES_MAX));
        }
    }

    /** The PDF, in a new array at each call. */
    public byte[] pdf() {
        int frameBytes = assemble(new byte[0]).length;
        return assemble(filling(sizeBytes - frameBytes));
    }

    private byte[] filling(int bytes) {
        byte[] filling = new byte[bytes];
        new SplittableRandom(applicant).nextBytes(filling);
        return filling;
    }

    /** All numbers that depend on the filling have a fixed width, so the size grows byte by byte with it. */
    private byte[] assemble(byte[] filling) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(sizeBytes);
        write(pdf, HEADER);
        List<Integer> offsets = new ArrayList<>();
        for (byte[] object : List.of(catalog(), pages(), page(), font(), letter(), stream(filling))) {
            offsets.add(pdf.size());
            write(pdf, offsets.size() + " 0 obj\n");
            pdf.writeBytes(object);
            write(pdf, "\nendobj\n");
        }
        writeCrossReference(pdf, offsets);
        return pdf.toByteArray();
    }

    private static byte[] catalog() {
        return bytes("<< /Type /Catalog /Pages 2 0 R >>");
    }

    private static byte[] pages() {
        return bytes("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    }

    private static byte[] page() {
        return bytes("""
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R
                /Resources << /Font << /F1 4 0 R >> >> /LastModified (D:20240820000000Z)
                /PieceInfo << /Tenggat << /LastModified (D:20240820000000Z) /Private 6 0 R >> >> >>""");
    }

    private static byte[] font() {
        return bytes("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    }

    private byte[] letter() {
        return stream(bytes(LETTER.formatted(applicant)));
    }

    private static byte[] stream(byte[] content) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream(content.length + 64);
        write(stream, "<< /Length %010d >>\nstream\n".formatted(content.length));
        stream.writeBytes(content);
        write(stream, "\nendstream");
        return stream.toByteArray();
    }

    private static void writeCrossReference(ByteArrayOutputStream pdf, List<Integer> offsets) {
        int start = pdf.size();
        write(pdf, "xref\n0 %d\n0000000000 65535 f \n".formatted(offsets.size() + 1));
        offsets.forEach(offset -> write(pdf, "%010d 00000 n \n".formatted(offset)));
        write(pdf, "trailer\n<< /Size %d /Root 1 0 R >>\n".formatted(offsets.size() + 1));
        write(pdf, "startxref\n%010d\n%%%%EOF\n".formatted(start));
    }

    private static void write(ByteArrayOutputStream out, String latin1) {
        out.writeBytes(bytes(latin1));
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
