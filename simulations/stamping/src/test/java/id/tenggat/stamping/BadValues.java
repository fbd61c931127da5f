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
import static id.tenggat.stamping.Trial.STAMPED;

/** Documents whose values are nested too deep, without an end, huge, or out of all range. */
final class BadValues {

    private static final String OUTSIDE = "placement-outside-page";

    private static final String ROUND = "<< /Type /Catalog /Pages 2 0 R /Perms 4 0 R >>";

    private BadValues() {}

    static Stream<BadInput> rows() {
        return Stream.of(
                        nested(),
                        endless(),
                        endlessHexStrings(),
                        endlessTrailers(),
                        huge(),
                        boxes(),
                        others(),
                        certified())
                .flatMap(rows -> rows);
    }

    private static Stream<BadInput> nested() {
        String arrays = "[".repeat(100_000) + "]".repeat(100_000);
        String dictionaries = "<< /A ".repeat(100_000) + "0" + " >>".repeat(100_000);
        return Stream.of(
                damaged("arrays 100,000 deep in the page", page("/A " + arrays)),
                damaged("dictionaries 100,000 deep in the page", page("/A " + dictionaries)),
                damaged("arrays 100,000 deep in the catalog", catalog("/A " + arrays)),
                damaged("dictionaries 100,000 deep in the catalog", catalog("/A " + dictionaries)),
                damaged("arrays 100,000 deep in the trailer", trailer("/A " + arrays)),
                odd("arrays 100,000 deep among the annotations", page("/Annots " + arrays)),
                odd("parentheses 100,000 deep", page("/A " + "(".repeat(100_000) + ")".repeat(100_000))));
    }

    private static Stream<BadInput> endless() {
        return Stream.of("(", "[", "<<", "((", "[(", "<< /A", "<< /A (", "[ <<")
                .flatMap(start -> Stream.of(
                        damaged("in the page: " + start, page("/A " + start)),
                        damaged("in the catalog: " + start, catalog("/A " + start))));
    }

    /** What follows is the end of a dictionary, which is half eaten. */
    private static Stream<BadInput> endlessHexStrings() {
        return Stream.of("<", "<3")
                .flatMap(start -> Stream.of(
                        damaged("in the page: " + start, page("/A " + start)),
                        damaged("in the catalog: " + start, catalog("/A " + start))));
    }

    private static Stream<BadInput> endlessTrailers() {
        return Stream.of("(", "[", "<<", "<", "((", "[(", "<< /A", "<< /A (", "[ <<", "<3")
                .map(start -> damaged("in the trailer: " + start, trailer("/A " + start)));
    }

    private static Stream<BadInput> huge() {
        String[] bounded = {DAMAGED, "unsupported", "too-large", STAMPED};
        return Stream.of(
                row("a page of a million entries", page("/ABCD 1 ".repeat(1_000_000)), bounded),
                row("a page of a string of 9 MB", page("/A (" + "x".repeat(9 << 20) + ")"), bounded),
                row("a catalog of a string of 9 MB", catalog("/A (" + "x".repeat(9 << 20) + ")"), bounded),
                row("a comment of 9 MB", page("%" + "x".repeat(9 << 20) + "\n"), bounded),
                row("white space of 9 MB", page(" ".repeat(9 << 20)), bounded),
                row("a name of a megabyte", page("/" + "A".repeat(1 << 20) + " 1"), bounded),
                row("a number of a megabyte", page("/A " + "9".repeat(1 << 20)), bounded),
                row("a fraction of a megabyte", page("/A 0." + "9".repeat(1 << 20)), bounded),
                damaged("a rotation of a megabyte", page("/Rotate " + "9".repeat(1 << 20))),
                damaged("a reference of a megabyte", page("/Annots " + "9".repeat(1 << 20) + " 0 R")),
                row("a million references in the page", page("/A [" + "4 0 R ".repeat(1_000_000) + "]"), bounded));
    }

    private static Stream<BadInput> boxes() {
        return Stream.of(
                damaged("a box of names", box("[/NaN /NaN /NaN /NaN]")),
                damaged("a box of bare words", box("[NaN NaN NaN NaN]")),
                damaged("a box with an exponent", box("[0 0 1e30 1e30]")),
                damaged("a box of two points", box("[0 0 5-95 8.4.2]")),
                damaged("a box of three numbers", box("[0 0 595]")),
                odd("a box of five numbers", box("[0 0 595 842 7]")),
                damaged("a box of nulls", box("[null null null null]")),
                damaged("a box of references to nowhere", box("[0 0 8 0 R 9 0 R]")),
                damaged("a box that is a reference to the page", box("3 0 R")),
                damaged("a box of boxes", box("[[0 0] [595 842]]")),
                damaged("a box that is a string", box("(0 0 595 842)")),
                row("a box of nothing", box("[0 0 0 0]"), OUTSIDE, DAMAGED),
                row(
                        "a box of all that a float can hold",
                        box("[0 0 " + ("9".repeat(39) + " ").repeat(2) + "]"),
                        OUTSIDE,
                        DAMAGED,
                        STAMPED),
                row("a box of more than a long", box("[0 0 99999999999999999999 842]"), DAMAGED, OUTSIDE, STAMPED),
                row("a box far away", box("[-9999999999 0 595 842]"), DAMAGED, OUTSIDE, STAMPED),
                row("a crop box that is elsewhere", page("/CropBox [2000 2000 3000 3000]"), DAMAGED, OUTSIDE),
                damaged("a crop box of two numbers", page("/CropBox [0 0]")));
    }

    private static Stream<BadInput> others() {
        return Stream.of(
                damaged("a rotation by one degree", page("/Rotate 1")),
                damaged("a rotation by a name", page("/Rotate /A")),
                damaged("a rotation beyond a long", page("/Rotate 99999999999999999999")),
                odd("a rotation by a fraction of nothing", page("/Rotate 90.0")),
                damaged("a rotation by a fraction", page("/Rotate 90.5")),
                odd("a unit of nothing", page("/UserUnit 0")),
                odd("a unit below zero", page("/UserUnit -1")),
                damaged("a key that is no name", page("7 8")),
                damaged("an entry without a value", page("/A")),
                damaged("a keyword for a value", page("/A nonsense")),
                odd("a name of a half escape", page("/A#4 1")),
                odd("a name of a null escape", page("/A#00B 1")),
                odd("a hex string of letters", page("/A <4x>")),
                damaged("half a reference", page("/A 4 0 /B R")),
                odd("a reference to number zero", page("/A 0 0 R")),
                odd("a reference below zero", page("/A -4 0 R")),
                odd("a page that is a stream", () -> CraftedPdf.classic(CATALOG, PAGES, stream(PAGE))),
                damaged("a page that is a string", () -> CraftedPdf.classic(CATALOG, PAGES, "(page)")),
                odd("an object without its end", () -> changed("842] >>\nendobj", "842] >>\n      ")),
                damaged("an object's header without its number", () -> changed("3 0 obj", "/ 0 obj")),
                damaged("another object's header", () -> changed("3 0 obj", "4 0 obj")),
                damaged("an object's header of another generation", () -> changed("3 0 obj", "3 1 obj")),
                damaged("an object without its header", () -> changed("3 0 obj", "       ")));
    }

    private static Stream<BadInput> certified() {
        return Stream.of(
                row("certified, all of it elsewhere", () -> certified("/Perms 4 0 R"), "certified-no-changes"),
                row(
                        "certified, part of it elsewhere",
                        () -> certified("/Perms << /DocMDP 5 0 R >>"),
                        "certified-no-changes"),
                odd(
                        "permissions that are themselves",
                        () -> CraftedPdf.classic("<< /Type /Catalog /Pages 2 0 R /Perms 1 0 R >>", PAGES, PAGE)),
                odd("permissions that are a number", () -> certified("/Perms 7")),
                odd("permissions that go round", () -> CraftedPdf.classic(ROUND, PAGES, PAGE, "4 0 R")));
    }

    private static byte[] certified(String permissions) {
        return CraftedPdf.classic(
                "<< /Type /Catalog /Pages 2 0 R %s >>".formatted(permissions),
                PAGES,
                PAGE,
                "<< /DocMDP 5 0 R >>",
                "<< /Type /Sig /Reference 6 0 R >>",
                "[7 0 R]",
                "<< /TransformMethod /DocMDP /TransformParams 8 0 R >>",
                "<< /P 9 0 R /V /1.2 >>",
                "1");
    }

    private static Supplier<byte[]> page(String attributes) {
        return () -> PageShapes.a4(attributes);
    }

    private static Supplier<byte[]> box(String box) {
        return () -> PageShapes.page("/MediaBox " + box);
    }

    private static Supplier<byte[]> catalog(String entries) {
        return () -> CraftedPdf.classic(CATALOG.replace(">>", entries + " >>"), PAGES, PAGE);
    }

    private static Supplier<byte[]> trailer(String entries) {
        return () -> new PdfDraft()
                .objects(CATALOG, PAGES, PAGE)
                .table("/Root 1 0 R " + entries)
                .bytes();
    }

    private static byte[] changed(String found, String by) {
        return CraftedPdf.replaced(CraftedPdf.classic(CATALOG, PAGES, PAGE), found, by);
    }

    private static String stream(String dictionary) {
        return dictionary.replace(">>", "/Length 1 >>\nstream\nx\nendstream");
    }
}
