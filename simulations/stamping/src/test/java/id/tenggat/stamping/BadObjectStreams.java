package id.tenggat.stamping;

import java.util.function.Supplier;
import java.util.stream.Stream;

import static id.tenggat.stamping.BadInput.DAMAGED;
import static id.tenggat.stamping.BadInput.damaged;
import static id.tenggat.stamping.BadInput.odd;
import static id.tenggat.stamping.BadInput.row;
import static id.tenggat.stamping.CraftedPdf.CATALOG;
import static id.tenggat.stamping.CraftedPdf.PAGE;
import static id.tenggat.stamping.CraftedPdf.PAGES;
import static id.tenggat.stamping.PdfDraft.USUAL_ROWS;
import static id.tenggat.stamping.Trial.STAMPED;

/** Documents whose catalog, page tree and page are in an object stream that is wrong. */
final class BadObjectStreams {

    private static final String UNSUPPORTED = "unsupported";
    private static final String GOOD = "/N 3 /First 16";
    private static final String HEADER = "1 000 2 050 3 99";

    private BadObjectStreams() {}

    static Stream<BadInput> rows() {
        return Stream.of(headers(), dictionaries(), references(), codings()).flatMap(rows -> rows);
    }

    private static Stream<BadInput> headers() {
        return Stream.of(
                row("nothing wrong", stream(GOOD), STAMPED),
                odd("offsets that decrease", header("1 000 3 099 2 50")),
                damaged("an offset past the end", header("1 000 2 050 3 9999")),
                damaged("an offset beyond an int", header("1 000 2 050 3 4294967395")),
                damaged("an offset below zero", header("1 000 2 050 3 -1")),
                damaged("an offset that is none", header("1 000 2 050 3 xx")),
                damaged("an offset into the midst of an object", header("1 000 2 060 3 99")),
                damaged("another object's number", header("7 000 2 050 3 99")),
                odd("the same number twice", header("1 000 2 050 2 50 3 99")),
                damaged("half a header", header("1 000 2")),
                damaged("an object without an end", () -> holding(GOOD, HEADER, CATALOG.replace(">>", ""))),
                damaged("an object that is a keyword", () -> holding(GOOD, HEADER, "endobj")),
                damaged("an object that is nothing", () -> holding(GOOD, HEADER, "")),
                damaged(
                        "an object that is a stream",
                        () -> holding(GOOD, HEADER, "<< /Length 1 >> stream\nx\nendstream")),
                damaged("an object that is a reference to itself", () -> holding(GOOD, HEADER, "1 0 R")));
    }

    private static Stream<BadInput> dictionaries() {
        return Stream.of(
                damaged("a count below zero", stream("/N -3 /First 16")),
                damaged("a count of nothing", stream("/N 0 /First 16")),
                row("a count of two milliards", stream("/N 2147483647 /First 16"), DAMAGED, "too-many-objects"),
                row("a count beyond an int", stream("/N 4294967299 /First 16"), DAMAGED, "too-many-objects"),
                damaged("a count larger than what is there", stream("/N 400 /First 16")),
                damaged("no count", stream("/First 16")),
                damaged("a count that is none", stream("/N (3) /First 16")),
                damaged("a first byte past the end", stream("/N 3 /First 1600")),
                damaged("a first byte of two milliards", stream("/N 3 /First 2147483647")),
                damaged("a first byte below zero", stream("/N 3 /First -16")),
                damaged("no first byte", stream("/N 3")),
                damaged("a first byte within the header", stream("/N 3 /First 3")),
                odd("it extends itself", stream(GOOD + " /Extends 9 0 R")),
                row("it is in another file", stream(GOOD + " /F (other.pdf)"), DAMAGED, UNSUPPORTED, STAMPED));
    }

    private static Stream<BadInput> references() {
        return Stream.of(
                damaged("it is within itself", () -> rows(draft().member(9, 9, 3))),
                damaged(
                        "two are within each other",
                        () -> rows(draft().member(9, 8, 0).member(8, 9, 3))),
                damaged("it is within another", BadObjectStreams::oneWithinAnother),
                damaged("it is nowhere", () -> rows(draft().member(1, 77, 0))),
                damaged("it is a page", () -> rows(draft().object(5, PAGE).member(1, 5, 0))),
                damaged("it is the catalog, for an object that nobody needs", () -> membersOfPlain(1)),
                damaged("it has the number of the stamp's first object", () -> membersOfPlain(11)),
                row(
                        "it is a page that gets no stamp, for an object that nobody needs",
                        () -> membersOfPlain(7),
                        STAMPED),
                row(
                        "it was the catalog, for an object that was written anew",
                        BadObjectStreams::memberWrittenAnew,
                        STAMPED),
                damaged("it is number zero", () -> rows(draft().member(1, 0, 0))),
                odd("an index past its end", () -> rows(draft().member(1, 9, 60_000))),
                damaged("its length is within itself", () -> length("3 0 R")),
                damaged("its length is itself", () -> length("9 0 R")),
                damaged("its length goes round", () -> length("5 0 R", "6 0 R", "5 0 R")),
                damaged("its length is nowhere", () -> length("77 0 R")),
                damaged("its length is below zero", () -> length("-1")),
                damaged("its length is beyond the file", () -> length("99999")),
                damaged("its length is beyond a long", () -> length("99999999999999999999")),
                damaged("it has no length", () -> length("null")),
                odd("it has no end", BadObjectStreams::withoutEnd));
    }

    private static Stream<BadInput> codings() {
        return Stream.of(
                row("a bomb", BadObjectStreams::bomb, "decompression-bomb"),
                damaged("a length in another object stream", ObjectStreamShapes::lengthInAnother),
                row("thirty of 2 MB each", BadObjectStreams::thirtyOfTwoMegabytes, "decompression-bomb", STAMPED),
                row("another filter", filter("/ASCIIHexDecode"), UNSUPPORTED),
                row("a picture's filter", filter("/DCTDecode"), UNSUPPORTED),
                row("an encryption's filter", filter("/Crypt"), UNSUPPORTED),
                row("an unknown filter", filter("/Nonsense"), UNSUPPORTED, DAMAGED),
                row("a filter twice", filter("[/FlateDecode /FlateDecode]"), UNSUPPORTED, DAMAGED),
                row("a thousand filters", filter("[" + "/FlateDecode ".repeat(1000) + "]"), UNSUPPORTED, DAMAGED),
                row("a filter that is a number", filter("7"), UNSUPPORTED, DAMAGED),
                row("a filter that goes round", filter("9 0 R"), UNSUPPORTED, DAMAGED),
                damaged("a predictor of no columns", predictor("/Predictor 12 /Columns 0")),
                damaged("a predictor of less than no columns", predictor("/Predictor 12 /Columns -5")),
                damaged("a predictor of two milliards", predictor("/Predictor 12 /Columns 2147483647")),
                row(
                        "a predictor of many colours",
                        predictor("/Predictor 12 /Columns 9 /Colors 2147483647"),
                        UNSUPPORTED),
                row("an unknown predictor", predictor("/Predictor 99 /Columns 5"), UNSUPPORTED, DAMAGED, STAMPED),
                row("a picture's predictor", predictor("/Predictor 2 /Columns 5"), UNSUPPORTED, DAMAGED),
                damaged("a stream cut short", () -> changed(-20)),
                damaged("a stream changed in its midst", () -> changed(-60)));
    }

    private static Supplier<byte[]> stream(String entries) {
        return () -> holding(entries, HEADER, CATALOG);
    }

    private static Supplier<byte[]> header(String header) {
        int objects = header.split(" ").length / 2;
        return () -> holding("/N %d /First %d".formatted(Math.max(objects, 3), header.length()), header, CATALOG);
    }

    private static Supplier<byte[]> filter(String filter) {
        String deflated = CraftedPdf.stream("/Type /ObjStm " + GOOD, inner(HEADER, CATALOG));
        return () -> rows(draft().object(9, deflated.replaceFirst("/FlateDecode", filter)));
    }

    private static Supplier<byte[]> predictor(String parameters) {
        return stream(GOOD + " /DecodeParms << " + parameters + " >>");
    }

    private static byte[] holding(String entries, String header, String catalog) {
        return rows(draft().object(9, CraftedPdf.stream("/Type /ObjStm " + entries, inner(header, catalog))));
    }

    private static byte[] inner(String header, String catalog) {
        return CraftedPdf.latin1(header + "%-50s%-49s%s".formatted(catalog, PAGES, PAGE));
    }

    /** The catalog, the page tree and the page are members of a good object stream 9, until it is written otherwise. */
    private static PdfDraft draft() {
        return new PdfDraft()
                .member(1, 9, 0)
                .member(2, 9, 1)
                .member(3, 9, 2)
                .object(9, CraftedPdf.stream("/Type /ObjStm " + GOOD, inner(HEADER, CATALOG)));
    }

    private static byte[] rows(PdfDraft draft) {
        return draft.rows(10, USUAL_ROWS, "/Root 1 0 R").bytes();
    }

    /** Of rows that nothing leads to, seed 817851 of {@link MutationTest}. */
    private static byte[] membersOfPlain(int number) {
        return rows(new PdfDraft().objects(CATALOG, PAGES, PAGE).object(7, PAGE).member(5, number, 0));
    }

    /** The row that would be wrong is none any more: a newer section has another for its object. */
    private static byte[] memberWrittenAnew() {
        return rows(new PdfDraft()
                .objects(CATALOG, PAGES, PAGE)
                .member(5, 1, 0)
                .rows(6, USUAL_ROWS, "/Root 1 0 R")
                .object(5, "null"));
    }

    private static byte[] oneWithinAnother() {
        String inner = CraftedPdf.text(inner(HEADER, CATALOG));
        String within =
                "<< /Type /ObjStm %s /Length %d >>\nstream\n%s\nendstream".formatted(GOOD, inner.length(), inner);
        return rows(draft().objectStream(8, "", 9, within));
    }

    private static byte[] length(String length, String... objects) {
        String stream = CraftedPdf.stream("/Type /ObjStm " + GOOD, inner(HEADER, CATALOG));
        PdfDraft draft = draft().object(9, stream.replaceFirst("/Length \\d+", "/Length " + length));
        for (int i = 0; i < objects.length; i++) {
            draft.object(5 + i, objects[i]);
        }
        return rows(draft);
    }

    private static byte[] withoutEnd() {
        return CraftedPdf.latin1(CraftedPdf.text(rows(draft())).replaceFirst("endstream", "         "));
    }

    /** A byte of the object stream's deflated content is changed, counted from its end. */
    private static byte[] changed(int at) {
        byte[] pdf = rows(draft());
        int end =
                CraftedPdf.text(pdf).indexOf("\nendstream", CraftedPdf.text(pdf).lastIndexOf("/ObjStm"));
        pdf[end + at] ^= 0x55;
        return pdf;
    }

    private static byte[] bomb() {
        byte[] blanks = CraftedPdf.latin1(CraftedPdf.text(inner(HEADER, CATALOG)) + " ".repeat(40 << 20));
        return rows(draft().object(9, CraftedPdf.stream("/Type /ObjStm " + GOOD, blanks)));
    }

    private static byte[] thirtyOfTwoMegabytes() {
        StringBuilder kids = new StringBuilder();
        PdfDraft draft = new PdfDraft();
        for (int page = 0; page < 30; page++) {
            kids.append(10 + page).append(" 0 R ");
            draft.objectStream(100 + page, "", 10 + page, PAGE.replace(">>", " ".repeat(2 << 20) + ">>"));
        }
        return draft.objects(CATALOG, "<< /Type /Pages /Count 30 /Kids [%s] >>".formatted(kids))
                .rows(200, USUAL_ROWS, "/Root 1 0 R")
                .bytes();
    }
}
