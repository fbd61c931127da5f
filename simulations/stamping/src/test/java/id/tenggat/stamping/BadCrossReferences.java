package id.tenggat.stamping;

import id.tenggat.stamping.PdfDraft.RowForm;
import id.tenggat.stamping.PdfDraft.RowForm.Coding;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static id.tenggat.stamping.BadInput.DAMAGED;
import static id.tenggat.stamping.BadInput.damaged;
import static id.tenggat.stamping.BadInput.odd;
import static id.tenggat.stamping.BadInput.row;
import static id.tenggat.stamping.CraftedPdf.CATALOG;
import static id.tenggat.stamping.CraftedPdf.PAGE;
import static id.tenggat.stamping.CraftedPdf.PAGES;
import static id.tenggat.stamping.Trial.STAMPED;

/** Documents whose cross-reference is wrong. */
final class BadCrossReferences {

    private static final String MANY = "too-many-objects";
    private static final String ROOT = "/Root 1 0 R";

    private BadCrossReferences() {}

    static Stream<BadInput> rows() {
        return Stream.of(tables(), streams(), chains(), startsAndSizes(), otherKinds())
                .flatMap(rows -> rows);
    }

    private static Stream<BadInput> tables() {
        return Stream.of(
                row("50,000,000 rows stated, four there", table("0 4\n", "0 50000000\n"), DAMAGED, MANY),
                row("more rows than a long counts", table("0 4\n", "0 99999999999999999999\n"), DAMAGED, MANY),
                row("a first number beyond an int", table("0 4\n", "2147483646 4\n"), DAMAGED, MANY),
                damaged("a negative count of rows", table("0 4\n", "0 -4\n")),
                damaged("a negative first number", table("0 4\n", "-1 4\n")),
                damaged("one row too many stated", table("0 4\n", "0 5\n")),
                damaged("one row too few stated", table("0 4\n", "0 3\n")),
                damaged("the page's row is free", table("00115 00000 n", "00115 00000 f")),
                damaged("the page's row is of no kind", table("00115 00000 n", "00115 00000 x")),
                damaged("an offset of letters", table("0000000115", "00000001l5")),
                damaged("an offset below zero", table("0000000115", "-000000115")),
                damaged("an offset past the end", table("0000000115", "9999999999")),
                damaged("an offset of zero", table("0000000115", "0000000000")),
                damaged("another generation than the object's", table("00115 00000", "00101 00001")),
                damaged("the number of another object", table("0000000115", "0000000058")),
                odd("rows of nineteen bytes", () -> changedAll(" \n", "\n")),
                damaged("no trailer", table("trailer", "tailer")),
                damaged("a trailer that is an array", table("<< /Size 4 /Root 1 0 R >>", "[ /Size 4 /Root 1 0 R ]")),
                damaged("a trailer without an end", table("/Root 1 0 R >>", "/Root 1 0 R   ")),
                damaged("a root that is no reference", table("/Root 1 0 R", "/Root 1 0  ")),
                damaged("a root that is nowhere", table("/Root 1 0 R", "/Root 8 0 R")),
                damaged("a root of another generation", table("/Root 1 0 R", "/Root 1 9 R")));
    }

    private static Stream<BadInput> streams() {
        return Stream.of(
                row(
                        "a size of two milliards, no range",
                        rows("/Index [0 5]", "", "/Size 5", "/Size 2147483647"),
                        DAMAGED,
                        MANY),
                row("a range of a milliard milliards", rows("[0 5]", "[0 999999999999999999]"), DAMAGED, MANY),
                row("a range beyond an int", rows("[0 5]", "[2147483640 100]"), DAMAGED, MANY),
                row(
                        "ranges whose sum is beyond an int",
                        rows("[0 5]", "[0 5 9 2147483647 9 2147483647]"),
                        DAMAGED,
                        MANY),
                damaged("half a range", rows("[0 5]", "[0 5 7]")),
                damaged("a range of letters", rows("[0 5]", "[/A /B]")),
                damaged("a range from below zero", rows("[0 5]", "[-1 5]")),
                damaged("a range of less than nothing", rows("[0 5]", "[0 -5]")),
                damaged("ranges that are no array", rows("[0 5]", "5")),
                damaged("more rows stated than there", rows("[0 5]", "[0 6]")),
                damaged("fewer rows stated than there", rows("[0 5]", "[0 4]")),
                damaged("no rows at all", rows("[0 5]", "[0 0]")),
                damaged("no widths", rows("/W [1 2 1]", "")),
                damaged("two widths", rows("[1 2 1]", "[1 3]")),
                damaged("a width below zero", rows("[1 2 1]", "[1 -2 5]")),
                damaged("a width of two milliards", rows("[1 2 1]", "[1 2147483647 1]")),
                damaged("widths whose sum is beyond an int", rows("[1 2 1]", "[2147483647 2147483647 6]")),
                damaged("offsets of no width", rows("[1 2 1]", "[4 0 0]")),
                damaged("widths that are names", rows("[1 2 1]", "[/A /B /C]")),
                damaged("widths that are no array", rows("[1 2 1]", "4")),
                damaged("another type", rows("/Type /XRef", "/Type /XRex")),
                damaged("a stated length that is too short", rows("/Length 20", "/Length 12")),
                odd("no end of the stream", rows("endstream", "         ")),
                damaged("a length elsewhere", rows("/Length 20", "/Length 3 0 R")),
                damaged("a row of type 0 for the page", () -> typed(0)),
                damaged("a row of type 3 for the page", () -> typed(3)),
                damaged("a row of type 255 for the page", () -> typed(255)),
                damaged("offsets beyond a long", BadCrossReferences::offsetsBeyondALong));
    }

    private static Stream<BadInput> chains() {
        String[] bounded = {"too-many-updates"};
        return Stream.concat(
                Stream.of(
                        row("a chain of 100,000 tables", () -> SectionChain.tables(100_000, false), bounded),
                        row("a chain of 60,000 streams", () -> SectionChain.streams(60_000, false), bounded),
                        damaged("a chain that goes below zero", previous("-1")),
                        damaged("a chain that goes past the end", previous("99999")),
                        damaged("a chain that goes beyond a long", previous("99999999999999999999")),
                        damaged("a chain that goes into the text", previous("20")),
                        damaged("a chain to half a byte", previous("186.5")),
                        damaged("a chain to an object", previous("1 0 R")),
                        damaged("a chain to a name", previous("/A")),
                        odd("a chain to the file's first byte", previous("0")),
                        row("a chain to null, which is none", previous("null"), STAMPED)),
                IntStream.rangeClosed(1, 3)
                        .boxed()
                        .flatMap(length -> Stream.of(
                                damaged("a loop of tables: " + length, () -> SectionChain.tables(length, true)),
                                damaged("a loop of streams: " + length, () -> SectionChain.streams(length, true)))));
    }

    private static Stream<BadInput> startsAndSizes() {
        return Stream.of(
                damaged("a start below zero", start("-186")),
                damaged("a start past the end", start("99999")),
                damaged("a start beyond an int", start("4294967482")),
                damaged("a start beyond a long", start("18446744073709551802")),
                damaged("a start of a million digits", start("0".repeat(1_000_000) + "x")),
                damaged("a start that is none", start("/A")),
                damaged("no start", start("")),
                damaged("a start at the catalog", start("9")),
                odd("a size of nothing", table("/Size 4", "/Size 0")),
                odd("a size below zero", table("/Size 4", "/Size -4")),
                odd("a size smaller than what is there", table("/Size 4", "/Size 2")),
                odd("no size", table("/Size 4", "")),
                odd("a size that is none", table("/Size 4", "/Size (4)")),
                row("a size of two milliards", table("/Size 4", "/Size 2147483647"), DAMAGED, MANY, STAMPED),
                row("a size beyond an int", table("/Size 4", "/Size 4294967300"), DAMAGED, MANY, STAMPED));
    }

    private static Stream<BadInput> otherKinds() {
        return Stream.of(
                row("a hybrid cross-reference", BadCrossReferences::hybrid, "unsupported"),
                row("a hybrid to nowhere", table(ROOT, ROOT + " /XRefStm -1"), "unsupported", DAMAGED),
                row("encrypted", table(ROOT, ROOT + " /Encrypt << /Filter /Standard >>"), "encrypted"),
                row("encrypted in an older table", () -> encryptedBefore(false), "encrypted"),
                row("encrypted in an older stream", () -> encryptedBefore(true), "encrypted"),
                row("encrypted by null", table(ROOT, ROOT + " /Encrypt null"), "encrypted", STAMPED),
                row("encrypted by nothing", table(ROOT, ROOT + " /Encrypt 9 0 R"), "encrypted", DAMAGED, STAMPED));
    }

    /** One page and a table, one text of it replaced. */
    private static Supplier<byte[]> table(String found, String by) {
        return () -> CraftedPdf.replaced(CraftedPdf.classic(CATALOG, PAGES, PAGE), found, by);
    }

    private static byte[] changedAll(String found, String by) {
        String pdf = CraftedPdf.text(CraftedPdf.classic(CATALOG, PAGES, PAGE));
        return CraftedPdf.latin1(pdf.replace(found, by));
    }

    /** One page and a stream of plain rows, texts of it replaced in turn. */
    private static Supplier<byte[]> rows(String... foundAndBy) {
        return () -> {
            byte[] pdf = plainRows();
            for (int i = 0; i < foundAndBy.length; i += 2) {
                pdf = CraftedPdf.replaced(pdf, foundAndBy[i], foundAndBy[i + 1]);
            }
            return pdf;
        };
    }

    private static byte[] plainRows() {
        RowForm form = new RowForm(List.of(1, 2, 1), Coding.PLAIN);
        return new PdfDraft().objects(CATALOG, PAGES, PAGE).rows(4, form, ROOT).bytes();
    }

    /** The page's row is the fourth of four bytes each. */
    private static byte[] typed(int type) {
        byte[] pdf = plainRows();
        int rows = CraftedPdf.text(pdf).lastIndexOf("stream\n", pdf.length - 60) + "stream\n".length();
        pdf[rows + 12] = (byte) type;
        return pdf;
    }

    private static byte[] offsetsBeyondALong() {
        String row = "\1" + "\u00ff".repeat(8) + "\0";
        String pdf =
                "%%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 5 /Root 2 0 R /W [1 8 1] /Length 50 >>\nstream\n%s\nendstream\nendobj\nstartxref\n9\n%%%%EOF\n";
        return CraftedPdf.latin1(pdf.formatted(row.repeat(5)));
    }

    private static Supplier<byte[]> previous(String value) {
        return table(ROOT, ROOT + " /Prev " + value);
    }

    private static Supplier<byte[]> start(String value) {
        return () -> CraftedPdf.latin1(CraftedPdf.text(CraftedPdf.classic(CATALOG, PAGES, PAGE))
                .replaceFirst("startxref\n\\d+", "startxref\n" + value));
    }

    /** The page is in an object stream, which only readers of newer versions find. */
    private static byte[] hybrid() {
        PdfDraft draft = new PdfDraft().objectStream(9, "", 3, PAGE).rows(10, PdfDraft.USUAL_ROWS, "");
        int rows = CraftedPdf.text(draft.bytes()).indexOf("10 0 obj");
        return draft.objects(CATALOG, PAGES).table(ROOT + " /XRefStm " + rows).bytes();
    }

    private static byte[] encryptedBefore(boolean stream) {
        String encrypted = ROOT
                + " /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%1$s) /U (%1$s) >>".formatted("x".repeat(32));
        PdfDraft draft = new PdfDraft().objects(CATALOG, PAGES, PAGE);
        return stream
                ? draft.rows(4, PdfDraft.USUAL_ROWS, encrypted)
                        .object(3, PAGE)
                        .rows(5, PdfDraft.USUAL_ROWS, ROOT)
                        .bytes()
                : draft.table(encrypted).object(3, PAGE).table(ROOT).bytes();
    }
}
