package id.tenggat.stamping;

import java.util.function.BiFunction;

import static id.tenggat.stamping.CraftedPdf.CATALOG;
import static id.tenggat.stamping.CraftedPdf.PAGE;
import static id.tenggat.stamping.CraftedPdf.PAGES;
import static id.tenggat.stamping.PdfDraft.USUAL_ROWS;

/** Documents that keep objects in object streams. */
final class ObjectStreamShapes {

    private static final String ROOT = "/Root 1 0 R";
    private static final String ANNOTATED = PAGE.replace(">>", "/Annots 4 0 R >>");

    private ObjectStreamShapes() {}

    static byte[] everythingInOne() {
        return new PdfDraft()
                .objectStream(9, "", 1, CATALOG, PAGES, ANNOTATED, "[5 0 R]", FormShapes.LINK)
                .rows(10, USUAL_ROWS, ROOT)
                .bytes();
    }

    static byte[] oneThatExtendsAnother() {
        return new PdfDraft()
                .objectStream(8, "", 1, CATALOG, PAGES)
                .objectStream(9, "/Extends 8 0 R", 3, ANNOTATED, "[5 0 R]", FormShapes.LINK)
                .rows(10, USUAL_ROWS, ROOT)
                .bytes();
    }

    static byte[] lengthElsewhere() {
        return lengthInObject8((draft, length) -> draft.object(8, length));
    }

    static byte[] lengthInAnother() {
        return lengthInObject8((draft, length) -> draft.objectStream(7, "", 8, length));
    }

    private static byte[] lengthInObject8(BiFunction<PdfDraft, String, PdfDraft> object8) {
        byte[] inner = CraftedPdf.latin1("1 0 2 34 " + "%-34s%s".formatted(CATALOG, PAGES));
        String stream = CraftedPdf.stream("/Type /ObjStm /N 2 /First 9", inner);
        String length = stream.replaceFirst("(?s).*?/Length (\\d+) .*", "$1");
        PdfDraft draft = new PdfDraft()
                .object(3, PAGE)
                .member(1, 9, 0)
                .member(2, 9, 1)
                .object(9, stream.replaceFirst("/Length \\d+", "/Length 8 0 R"));
        return object8.apply(draft, length).rows(10, USUAL_ROWS, ROOT).bytes();
    }

    /** The predictor says "none" of each row. */
    static byte[] predicted() {
        String inner = "1 0 2 34 3 77 %-34s%-43s%s".formatted(CATALOG, PAGES, PAGE);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < inner.length(); i += 16) {
            rows.append('\0').append("%-16s".formatted(inner.substring(i, Math.min(i + 16, inner.length()))));
        }
        String entries = "/Type /ObjStm /N 3 /First 14 /DecodeParms << /Predictor 10 /Columns 16 >>";
        return new PdfDraft()
                .member(1, 9, 0)
                .member(2, 9, 1)
                .member(3, 9, 2)
                .object(9, CraftedPdf.stream(entries, CraftedPdf.latin1(rows.toString())))
                .rows(10, USUAL_ROWS, ROOT)
                .bytes();
    }

    static byte[] uncompressed() {
        String inner = "1 0 2 34 3 77 %-34s%-43s%s".formatted(CATALOG, PAGES, PAGE);
        return new PdfDraft()
                .member(1, 9, 0)
                .member(2, 9, 1)
                .member(3, 9, 2)
                .object(
                        9,
                        "<< /Type /ObjStm /N 3 /First 14 /Length %d >>\nstream\n%s\nendstream"
                                .formatted(inner.length(), inner))
                .rows(10, USUAL_ROWS, ROOT)
                .bytes();
    }

    static byte[] oddWhiteSpaceWithin() {
        String inner = "1\r0\t2\n60\f3   120\0%-60s%-60s%s".formatted(CATALOG, PAGES, PAGE);
        return new PdfDraft()
                .member(1, 9, 0)
                .member(2, 9, 1)
                .member(3, 9, 2)
                .object(9, CraftedPdf.stream("/Type /ObjStm /N 3 /First 17", CraftedPdf.latin1(inner)))
                .rows(10, USUAL_ROWS, ROOT)
                .bytes();
    }

    static byte[] memberReplacedByAnObject() {
        return new PdfDraft()
                .objectStream(9, "", 1, CATALOG, PAGES, PAGE)
                .rows(10, USUAL_ROWS, ROOT)
                .object(3, ANNOTATED)
                .object(4, "[]")
                .rows(11, USUAL_ROWS, ROOT)
                .bytes();
    }

    static byte[] objectReplacedByAMember() {
        return new PdfDraft()
                .objects(CATALOG, PAGES, PAGE)
                .rows(10, USUAL_ROWS, ROOT)
                .objectStream(9, "", 3, ANNOTATED, "[]")
                .rows(11, USUAL_ROWS, ROOT)
                .bytes();
    }
}
