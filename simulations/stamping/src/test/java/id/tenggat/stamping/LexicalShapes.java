package id.tenggat.stamping;

import static id.tenggat.stamping.CraftedPdf.CATALOG;
import static id.tenggat.stamping.CraftedPdf.PAGE;
import static id.tenggat.stamping.CraftedPdf.PAGES;

/** Documents that differ in how their tokens are written. */
final class LexicalShapes {

    private static final String ROOT = "/Root 1 0 R";

    private LexicalShapes() {}

    static byte[] carriageReturns() {
        return lineEnds("\r");
    }

    static byte[] carriageReturnsAndLineFeeds() {
        return lineEnds("\r\n");
    }

    static byte[] version14() {
        return new PdfDraft("%PDF-1.4\n", "\n")
                .objects(CATALOG, PAGES, PAGE)
                .table(ROOT)
                .bytes();
    }

    static byte[] version20() {
        return new PdfDraft("%PDF-2.0\n", "\n")
                .objects(CATALOG, PAGES, PAGE)
                .table(ROOT)
                .bytes();
    }

    static byte[] versionInCatalog() {
        return page(CATALOG.replace(">>", "/Version /1.7 >>"), PAGE);
    }

    static byte[] binaryComment() {
        return new PdfDraft("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "\n")
                .objects(CATALOG, PAGES, PAGE)
                .table(ROOT)
                .bytes();
    }

    static byte[] oddWhiteSpace() {
        return page(
                "\t<<\f/Type\0/Catalog\r\n\r\n/Pages\n2\t0\r\nR\r>> ",
                "<<   /Type\n\n/Page/Parent\r2\f0\0R /MediaBox[\t0\n0\r595 842 ]\n\n>>\n\n");
    }

    static byte[] noWhiteSpace() {
        String pdf = CraftedPdf.text(new PdfDraft()
                .tightObject(
                        1,
                        "<</Type/Catalog/Pages 2 0 R/Names<</Dests<</Names[(a)[3 0 R/Fit](b)<</D[3 0 R/Fit]>>]>>>>>>")
                .tightObject(2, "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>")
                .tightObject(3, "<</Type/Page/Parent 2 0 R/Annots[4 0 R]/Resources<<>>/Dur 1/Trans<</S/R>>>>")
                .tightObject(4, "<</Type/Annot/Subtype/Link/Rect[10 10 40 40]/Border[0 0 0]>>")
                .table("/Info<<>>")
                .bytes());
        return CraftedPdf.latin1(pdf.replaceFirst("trailer\n<< /Size 5 /Info<<>> >>", "trailer<</Size 5/Root 1 0 R>>"));
    }

    static byte[] comments() {
        return page(
                "<< % a comment >> endobj\n/Type%another (\n/Catalog /Pages % [ <<\r2 %\n0 %)\nR >>%",
                "<< /Type /Page /Parent 2 0 R /MediaBox %/Annots [1 0 R]\n[0 0 595 842] %/Rotate 90\n >>");
    }

    static byte[] escapedNames() {
        return new PdfDraft()
                .objects(
                        "<< /T#79pe /Catal#6fg /P#61ges 2 0 R /A#63roForm << /F#69elds [] >> >>",
                        "<< /Type /P#61ges /K#69ds [3 0 R] /C#6funt 1 /M#65diaBox [0 0 595 842] >>",
                        "<< /Type /Page /P#61rent 2 0 R /An#6eots [4 0 R] >>",
                        FormShapes.LINK)
                .table("/R#6fot 1 0 R")
                .bytes();
    }

    static byte[] strings() {
        return page(
                "<< /Type /Catalog /Lang (en\\(\\)\\\\ (nested (twice) >> endobj) \\053\\5\\\r\n) /Pages 2 0 R /X <3c3E 2> >>",
                "<< /Type /Page /A (\\)) /B ((\\()) /Parent 2 0 R /C <> /D () /MediaBox [0 0 595 842] /E (\r) >>");
    }

    static byte[] numbers() {
        return page(CATALOG, "<< /Type /Page /Parent 2 0 R /MediaBox [-.0 +0 595. 842.000] /Rotate +0 /Dur .5 >>");
    }

    static byte[] nullValues() {
        return page(
                "<< /Type /Catalog /Pages 2 0 R /Perms null /Outlines null >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /CropBox null /Rotate null >>");
    }

    /** Between and after the words of the table, the trailer and the start. */
    static byte[] oddWhiteSpaceAtTheEnd() {
        String pdf = CraftedPdf.text(
                new PdfDraft().objects(CATALOG, PAGES, PAGE).table(ROOT).bytes());
        return CraftedPdf.latin1(pdf.replaceFirst("xref\n0 4\n", "xref \r\n0 4 \r\n")
                .replaceAll(" ([fn]) \n", " $1\r\n")
                .replace("trailer\n", "trailer \t\r\n")
                .replaceFirst("startxref\n(\\d+)\n", "\n\nstartxref\r\n$1 \r\n"));
    }

    static byte[] whiteSpaceAfterTheEnd() {
        return CraftedPdf.latin1(CraftedPdf.text(Corpus.letter()) + "\r\n \t\n\0\0\n");
    }

    static byte[] withoutFinalNewline() {
        return CraftedPdf.latin1(CraftedPdf.text(Corpus.letter()).stripTrailing());
    }

    private static byte[] lineEnds(String lineEnd) {
        return new PdfDraft("%PDF-1.7" + lineEnd, lineEnd)
                .objects(
                        CATALOG.replace(" ", lineEnd),
                        PAGES,
                        PAGE.replace(" ", lineEnd).replace(">>", "/Contents 4 0 R >>"),
                        CraftedPdf.stream("", CraftedPdf.latin1("0.9 g 0 0 300 300 re f")))
                .table(ROOT)
                .bytes();
    }

    private static byte[] page(String catalog, String page) {
        return new PdfDraft().objects(catalog, PAGES, page).table(ROOT).bytes();
    }
}
