package id.tenggat.stamping;

import static id.tenggat.stamping.CraftedPdf.CATALOG;
import static id.tenggat.stamping.CraftedPdf.PAGE;
import static id.tenggat.stamping.CraftedPdf.PAGES;

/** Documents whose cross-reference is a long chain of empty sections, each of the same size, or one that goes round. */
final class SectionChain {

    private static final String TABLE = "xref\n0 0\ntrailer\n<< /Size 4 /Root 1 0 R /Prev %010d >>\n";
    private static final String STREAM =
            "9 0 obj\n<< /Type /XRef /Size 10 /W [1 2 1] /Index [0 0] /Root 1 0 R /Length 0 /Prev %010d >>\nstream\n\nendstream\nendobj\n";

    private SectionChain() {}

    static byte[] tables(int sections, boolean round) {
        byte[] first = CraftedPdf.classic(CATALOG, PAGES, PAGE);
        return chain(first, TABLE, sections, round);
    }

    static byte[] streams(int sections, boolean round) {
        byte[] first = new PdfDraft()
                .objects(CATALOG, PAGES, PAGE)
                .rows(4, PdfDraft.USUAL_ROWS, "/Root 1 0 R")
                .bytes();
        return chain(first, STREAM, sections, round);
    }

    private static byte[] chain(byte[] first, String section, int sections, boolean round) {
        StringBuilder pdf = new StringBuilder(CraftedPdf.text(first));
        String firstStart = pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.indexOf("\n%%EOF"));
        int size = section.formatted(0).length();
        int last = first.length + (sections - 1) * size;
        int previous = round ? last : Integer.parseInt(firstStart);
        for (int i = 0; i < sections; i++) {
            int start = pdf.length();
            pdf.append(section.formatted(previous));
            previous = start;
        }
        return CraftedPdf.latin1(
                pdf.append("startxref\n").append(last).append("\n%%EOF\n").toString());
    }
}
