package id.tenggat.stamping;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static id.tenggat.stamping.BadInput.DAMAGED;
import static id.tenggat.stamping.BadInput.damaged;
import static id.tenggat.stamping.BadInput.row;
import static id.tenggat.stamping.CraftedPdf.CATALOG;
import static id.tenggat.stamping.CraftedPdf.PAGE;
import static id.tenggat.stamping.CraftedPdf.PAGES;
import static id.tenggat.stamping.PdfDraft.USUAL_ROWS;

/** Documents that make little bytes cost much work, or one object be several things. */
final class BadDemands {

    private static final String FORM = "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [%s] >> >>";
    private static final String TREE = "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 4 0 R >>";
    private static final String LARGE = "x".repeat(150_000);

    private BadDemands() {}

    static Stream<BadInput> rows() {
        return Stream.of(work(), roles(), trees(), streams(), signatures()).flatMap(rows -> rows);
    }

    /** Objects that are far behind white space, a comment or a text, and are asked for many times. */
    private static Stream<BadInput> work() {
        return Stream.of(
                damaged("a field behind a comment, 25,000 times", () -> fields("%" + LARGE + "\n<< /T (a) >>")),
                damaged("a field behind blanks, 25,000 times", () -> fields(" ".repeat(150_000) + "<< /T (a) >>")),
                damaged("a field of a long name, 25,000 times", () -> fields("<< /T (%s) >>".formatted(LARGE))),
                damaged("a long name elsewhere, 25,000 times", () -> fields("<< /T 5 0 R >>", "(%s)".formatted(LARGE))),
                row("a field behind blanks in an object stream", BadDemands::blanksInAnObjectStream, DAMAGED),
                damaged("a box behind blanks, 2,000 times", BadDemands::boxes),
                row("4,000 fields in as many object streams", BadDemands::manyStreams, "unsupported"),
                damaged("700,000 ranges of nothing", BadDemands::rangesOfNothing));
    }

    private static byte[] fields(String field, String... others) {
        String[] objects = new String[4 + others.length];
        objects[0] = FORM.formatted("4 0 R ".repeat(25_000));
        objects[1] = PAGES;
        objects[2] = PAGE;
        objects[3] = field;
        System.arraycopy(others, 0, objects, 4, others.length);
        return CraftedPdf.classic(objects);
    }

    private static byte[] blanksInAnObjectStream() {
        return new PdfDraft()
                .objects(FORM.formatted("4 0 R ".repeat(50_000)), PAGES, PAGE)
                .objectStream(9, "", 4, " ".repeat(600_000) + "<< /FT /Tx /T (a) >>")
                .rows(10, USUAL_ROWS, "/Root 1 0 R")
                .bytes();
    }

    private static byte[] boxes() {
        String kids = "5 0 R ".repeat(2_000);
        return CraftedPdf.classic(
                CATALOG,
                "<< /Type /Pages /Count 1 /Kids [%s 3 0 R] >>".formatted(kids),
                PAGE,
                "[0 %s 0 595 842]".formatted(" ".repeat(100_000)),
                "<< /Type /Pages /Count 0 /Kids [] /MediaBox 4 0 R >>");
    }

    private static byte[] manyStreams() {
        PdfDraft draft = new PdfDraft();
        String fields =
                IntStream.range(0, 4_000).mapToObj(i -> 10_000 + i + " 0 R").collect(Collectors.joining(" "));
        draft.objects(FORM.formatted(fields), PAGES, PAGE);
        for (int i = 0; i < 4_000; i++) {
            draft.objectStream(20_000 + i, "", 10_000 + i, "<< /T (f%d) >>".formatted(i));
        }
        return draft.rows(30_000, USUAL_ROWS, "/Root 1 0 R").bytes();
    }

    private static byte[] rangesOfNothing() {
        byte[] pdf = CraftedPdf.classic(CATALOG, PAGES, PAGE);
        return CraftedPdf.replaced(pdf, "trailer", "0 0\n".repeat(700_000) + "trailer");
    }

    /** An object may be only one of those that a stamp writes anew. */
    private static Stream<BadInput> roles() {
        return Stream.of(
                damaged("a form that is the page", () -> classic(CATALOG.replace(">>", "/AcroForm 3 0 R >>"))),
                damaged("a tree that is the catalog", () -> classic(CATALOG.replace(">>", "/StructTreeRoot 1 0 R >>"))),
                damaged("a tree that is the page", () -> classic(CATALOG.replace(">>", "/StructTreeRoot 3 0 R >>"))),
                damaged(
                        "a form that is the tree",
                        () -> classic(TREE.replaceFirst(">>$", "/AcroForm 4 0 R >>"), "<< /K [] >>")),
                damaged("a tree that is its own parent tree", () -> classic(TREE, "<< /ParentTree 4 0 R /Nums [] >>")),
                damaged("a node of the page tree without kids", BadDemands::nodeWithoutKids));
    }

    private static byte[] nodeWithoutKids() {
        return CraftedPdf.classic(
                CATALOG,
                "<< /Type /Pages /Count 1 /Kids [4 0 R 3 0 R] >>",
                PAGE,
                "<< /Type /Pages /Count 0 /MediaBox [0 0 595 842] >>");
    }

    private static Stream<BadInput> trees() {
        return Stream.of(
                damaged(
                        "a last key of two milliards",
                        () -> classic(TREE, "<< /ParentTree 5 0 R >>", "<< /Nums [2147483647 null] >>")),
                damaged("no key left", () -> classic(TREE, "<< /ParentTreeNextKey 2147483647 >>")),
                damaged("a key without a value", () -> classic(TREE, "<< /ParentTree << /Nums [0 null 1] >> >>")),
                damaged(
                        "a leaf without limits",
                        () -> classic(TREE, "<< /ParentTree << /Kids [5 0 R] >> >>", "<< /Nums [0 null] >>")),
                damaged("a leaf that is not there", () -> classic(TREE, "<< /ParentTree << /Kids [9 0 R] >> >>")),
                row(
                        "a next key that is taken",
                        () -> classic(
                                TREE, "<< /ParentTree << /Nums [0 null 1 null 2 null] >> /ParentTreeNextKey 1 >>"),
                        Trial.STAMPED));
    }

    private static Stream<BadInput> streams() {
        return Stream.of(
                damaged("a generation beyond two bytes", BadDemands::greatGeneration),
                row(
                        "a name with half an escape",
                        () -> classic(CATALOG.replace(">>", "/AcroF#7Grm 3 0 R >>")),
                        Trial.STAMPED));
    }

    private static byte[] greatGeneration() {
        return new PdfDraft()
                .object(1, 70_000, CATALOG)
                .object(2, PAGES)
                .object(3, PAGE)
                .rows(9, new PdfDraft.RowForm(List.of(1, 4, 3), PdfDraft.RowForm.Coding.PLAIN), "/Root 1 70000 R")
                .bytes();
    }

    private static Stream<BadInput> signatures() {
        return Stream.of(
                row("signed and locked against all changes", () -> locked("/V 5 0 R", 1), "certified-no-changes"),
                row("signed and locked but for forms", () -> locked("/V 5 0 R", 2), Trial.STAMPED),
                row("to be locked when it is signed", () -> locked("", 1), Trial.STAMPED));
    }

    private static byte[] locked(String value, int permission) {
        String lock = "/Lock << /Type /SigFieldLock /Action /All /P %d >>".formatted(permission);
        return classic(
                FORM.formatted("4 0 R"), "<< /FT /Sig /T (s) %s %s >>".formatted(value, lock), "<< /Type /Sig >>");
    }

    private static byte[] classic(String catalog, String... others) {
        return CraftedPdf.classic(Stream.concat(Stream.of(catalog, PAGES, PAGE), Arrays.stream(others))
                .toArray(String[]::new));
    }
}
