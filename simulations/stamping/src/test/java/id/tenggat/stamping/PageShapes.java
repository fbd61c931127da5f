package id.tenggat.stamping;

import static id.tenggat.stamping.CraftedPdf.CATALOG;
import static id.tenggat.stamping.CraftedPdf.PAGE;
import static id.tenggat.stamping.CraftedPdf.PAGES;

/** Documents that differ in their pages' attributes, and in where they inherit them from. */
final class PageShapes {

    private PageShapes() {}

    /** A page of the given attributes, among them a size. */
    static byte[] page(String attributes, String... more) {
        PdfDraft draft =
                new PdfDraft().objects(CATALOG, PAGES, "<< /Type /Page /Parent 2 0 R %s >>".formatted(attributes));
        for (int i = 0; i < more.length; i++) {
            draft.object(4 + i, more[i]);
        }
        return draft.table("/Root 1 0 R").bytes();
    }

    /** An A4 page of some attributes more. */
    static byte[] a4(String attributes, String... more) {
        return page("/MediaBox [0 0 595 842] " + attributes, more);
    }

    static byte[] unbalancedContent() {
        return a4(
                "/Contents [4 0 R 5 0 R]", content("q q 0.5 0 0 0.5 100 100 cm"), content("1 0 0 rg 0 0 99 99 re f Q"));
    }

    /** Nine pages under four floors; what is not said below is inherited from the nearest above. */
    static byte[] inheritedThroughFourFloors() {
        PdfDraft draft = new PdfDraft()
                .objects(
                        CATALOG,
                        "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 9 /MediaBox [0 0 700 900] /Rotate 90 >>",
                        node("[10 0 R 11 0 R 12 0 R]", 3, "/Parent 2 0 R"),
                        node("[6 0 R 13 0 R 14 0 R]", 4, "/Parent 2 0 R /Resources << >> /Rotate 270"),
                        node("[15 0 R 16 0 R]", 2, "/Parent 2 0 R"),
                        node("[7 0 R]", 2, "/Parent 4 0 R /CropBox [50 60 650 800]"),
                        node("[17 0 R 18 0 R]", 2, "/Parent 6 0 R"));
        int[] parents = {3, 3, 3, 4, 4, 5, 5, 7, 7};
        for (int i = 0; i < parents.length; i++) {
            draft.object(10 + i, "<< /Type /Page /Parent %d 0 R >>".formatted(parents[i]));
        }
        return draft.table("/Root 1 0 R").bytes();
    }

    static byte[] kidsAndCountElsewhere() {
        return new PdfDraft()
                .objects(CATALOG, "<< /Type /Pages /Kids 4 0 R /Count 5 0 R >>", PAGE, "[3 0 R]", "1")
                .table("/Root 1 0 R")
                .bytes();
    }

    static byte[] anEmptyBranch() {
        return new PdfDraft()
                .objects(
                        CATALOG,
                        "<< /Type /Pages /Kids [4 0 R 3 0 R] /Count 1 >>",
                        PAGE,
                        node("[]", 0, "/Parent 2 0 R"))
                .table("/Root 1 0 R")
                .bytes();
    }

    private static String node(String kids, int count, String more) {
        return "<< /Type /Pages /Kids %s /Count %d %s >>".formatted(kids, count, more);
    }

    private static String content(String operators) {
        return CraftedPdf.stream("", CraftedPdf.latin1(operators));
    }
}
