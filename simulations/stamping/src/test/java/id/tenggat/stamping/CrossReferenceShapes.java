package id.tenggat.stamping;

import id.tenggat.stamping.PdfDraft.RowForm;
import id.tenggat.stamping.PdfDraft.RowForm.Coding;

import java.util.List;

import static id.tenggat.stamping.CraftedPdf.CATALOG;
import static id.tenggat.stamping.CraftedPdf.PAGE;
import static id.tenggat.stamping.CraftedPdf.PAGES;

/** Documents that differ in how their objects are found. */
final class CrossReferenceShapes {

    private static final String ROOT = "/Root 1 0 R";

    private CrossReferenceShapes() {}

    static byte[] subsectionsAndFreeEntries() {
        return new PdfDraft()
                .objects(CATALOG, PAGES, PAGE.replace(">>", "/Contents 10 0 R >>"))
                .free(0, 4, 65_535)
                .free(4, 8, 1)
                .free(8, 0, 7)
                .object(10, content())
                .object(11, "<< /Producer (Tenggat) >>")
                .table("/Root 1 0 R /Info 11 0 R")
                .bytes();
    }

    static byte[] generations() {
        return new PdfDraft()
                .object(1, 1, "<< /Type /Catalog /Pages 2 2 R >>")
                .object(2, 2, "<< /Type /Pages /Kids [3 65535 R] /Count 1 >>")
                .object(3, 65_535, "<< /Type /Page /Parent 2 2 R /MediaBox [0 0 595 842] >>")
                .table("/Root 1 1 R")
                .bytes();
    }

    static byte[] gapsOfNumbers() {
        return new PdfDraft()
                .object(17, "<< /Type /Catalog /Pages 400 0 R >>")
                .object(400, "<< /Type /Pages /Kids [99998 0 R] /Count 1 >>")
                .object(99_998, "<< /Type /Page /Parent 400 0 R /MediaBox [0 0 595 842] >>")
                .table("/Root 17 0 R")
                .bytes();
    }

    static byte[] tableAfterTable() {
        PdfDraft draft = new PdfDraft().objects(CATALOG, PAGES, PAGE).table(ROOT);
        for (int i = 0; i < 4; i++) {
            draft.object(3, PAGE.replace(">>", "/Rotate %d >>".formatted(90 * i)))
                    .object(10 + i, "(an update)")
                    .table(ROOT);
        }
        return draft.bytes();
    }

    static byte[] streamAfterStream() {
        PdfDraft draft = new PdfDraft().objects(CATALOG, PAGES, PAGE).rows(4, PdfDraft.USUAL_ROWS, ROOT);
        for (int i = 0; i < 4; i++) {
            draft.objectStream(5 + 2 * i, "", 3, PAGE.replace(">>", "/Rotate %d >>".formatted(90 * i)))
                    .rows(6 + 2 * i, PdfDraft.USUAL_ROWS, ROOT);
        }
        return draft.bytes();
    }

    static byte[] updateThatDeletes() {
        return new PdfDraft()
                .objects(CATALOG, PAGES, PAGE.replace(">>", "/Annots [4 0 R] >>"), FormShapes.LINK)
                .table(ROOT)
                .object(3, PAGE)
                .free(0, 4, 65_535)
                .free(4, 0, 1)
                .table(ROOT)
                .bytes();
    }

    static byte[] updateThatUsesANumberAgain() {
        return new PdfDraft()
                .objects(CATALOG, PAGES, PAGE)
                .free(0, 4, 65_535)
                .free(4, 0, 1)
                .table(ROOT)
                .object(3, PAGE.replace(">>", "/Contents 4 1 R >>"))
                .object(4, 1, content())
                .free(0, 0, 65_535)
                .table(ROOT)
                .bytes();
    }

    static byte[] streamAfterTable() {
        return new PdfDraft()
                .objects(CATALOG, PAGES, PAGE)
                .table(ROOT)
                .object(3, PAGE.replace(">>", "/Rotate 90 >>"))
                .rows(4, PdfDraft.USUAL_ROWS, ROOT)
                .bytes();
    }

    static byte[] predictedRows() {
        return rows(PdfDraft.USUAL_ROWS);
    }

    static byte[] deflatedRows() {
        return rows(new RowForm(List.of(1, 2, 1), Coding.DEFLATED));
    }

    static byte[] plainRows() {
        return rows(new RowForm(List.of(1, 3, 2), Coding.PLAIN));
    }

    static byte[] wideRows() {
        return rows(new RowForm(List.of(2, 8, 4), Coding.PREDICTED));
    }

    static byte[] rowsWithoutThirdField() {
        return rows(new RowForm(List.of(1, 2, 0), Coding.DEFLATED));
    }

    static byte[] rowsWithoutType() {
        return rows(new RowForm(List.of(0, 3, 1), Coding.DEFLATED));
    }

    static byte[] rowsOfSeveralRanges() {
        return new PdfDraft()
                .objects(CATALOG, PAGES, PAGE)
                .object(20, "(a)")
                .object(21, "(b)")
                .object(40, "(c)")
                .rows(60, PdfDraft.USUAL_ROWS, ROOT)
                .bytes();
    }

    /** The range is left out: it is then 0 to /Size. */
    static byte[] rowsOfNoStatedRange() {
        String pdf = CraftedPdf.text(rows(new RowForm(List.of(1, 2, 1), Coding.PLAIN)));
        return CraftedPdf.latin1(pdf.replace("/Index [0 5]", "            "));
    }

    static byte[] rowsWithGenerations() {
        return new PdfDraft()
                .object(1, 3, CATALOG)
                .object(2, PAGES)
                .object(3, PAGE)
                .free(5, 0, 2)
                .rows(6, PdfDraft.USUAL_ROWS, "/Root 1 3 R")
                .bytes();
    }

    /** A stream's first byte comes after either line end, and its last may come right before the end's word. */
    static byte[] rowsBetweenOtherLineEnds() {
        String pdf = CraftedPdf.text(rows(PdfDraft.USUAL_ROWS));
        return CraftedPdf.latin1(pdf.replace(">>\nstream\n", ">>stream\r\n").replace("\nendstream\n", "endstream\n"));
    }

    static byte[] filterInAnArray() {
        String pdf = CraftedPdf.text(rows(PdfDraft.USUAL_ROWS));
        return CraftedPdf.latin1(pdf.replace("/Filter /FlateDecode", "/Filter [/FlateDecode]")
                .replaceAll("/DecodeParms (<<[^>]*>>)", "/DecodeParms [$1]"));
    }

    private static byte[] rows(RowForm form) {
        return new PdfDraft().objects(CATALOG, PAGES, PAGE).rows(4, form, ROOT).bytes();
    }

    private static String content() {
        return CraftedPdf.stream("", CraftedPdf.latin1("0.9 g 0 0 300 300 re f"));
    }
}
