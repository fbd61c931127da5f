package id.tenggat.stamping;

import java.util.Arrays;
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

/** Documents whose page tree, form or annotations go round, lie, or are endless. */
final class BadPageTrees {

    private static final String TOO_MANY = "too-many-pages";

    private BadPageTrees() {}

    static Stream<BadInput> rows() {
        return Stream.of(trees(), counts(), crowds(), circles(), forms()).flatMap(rows -> rows);
    }

    private static Stream<BadInput> trees() {
        return Stream.of(
                damaged("a loop of one node", tree("[2 0 R]")),
                damaged("a loop of two nodes", tree("[4 0 R]", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>")),
                damaged(
                        "a loop of three nodes",
                        tree(
                                "[4 0 R]",
                                "<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
                                "<< /Type /Pages /Kids [2 0 R] /Count 1 >>")),
                damaged("a loop back to the catalog", tree("[1 0 R]")),
                damaged("kids that are a number", tree("7")),
                damaged("kids that are a page", tree("3 0 R")),
                damaged("kids that are null", tree("null")),
                damaged("kids that are nowhere", tree("9 0 R")),
                damaged("a kid that is null", tree("[null]")),
                damaged("a kid that is nowhere", tree("[9 0 R]")),
                damaged("a kid that is an array", tree("[[3 0 R]]")),
                damaged("a kid that is a string", tree("[(3 0 R)]")),
                damaged("a root that is a page", objects("<< /Type /Catalog /Pages 3 0 R >>", PAGES, PAGE)),
                damaged(
                        "a root of a size and no kids",
                        objects(CATALOG, "<< /Type /Pages /Count 1 /MediaBox [0 0 595 842] >>")),
                damaged("a root that is the catalog", objects("<< /Type /Catalog /Pages 1 0 R >>")),
                damaged(
                        "a page with a size only in a loop of parents",
                        objects(CATALOG, PAGES, "<< /Type /Page /Parent 4 0 R >>", "<< /Parent 4 0 R >>")),
                odd("a page of another parent", objects(CATALOG, PAGES, PAGE.replace("2 0 R", "1 0 R"))),
                odd("a page without a parent", objects(CATALOG, PAGES, PAGE.replace("/Parent 2 0 R", ""))),
                odd("a page within its parent", tree("[%s]".formatted(PAGE))));
    }

    private static Stream<BadInput> counts() {
        String[] any = {DAMAGED, TOO_MANY, STAMPED};
        return Stream.of(
                row("a count below zero", count("-1"), any),
                row("a count of nothing", count("0"), any),
                row("a count of two milliards", count("2147483647"), any),
                row("a count beyond a long", count("99999999999999999999"), any),
                row("a count that is none", count("/A"), any),
                row("no count", count("null"), any),
                row("a count that goes round", count("2 0 R"), any),
                row(
                        "a count of one, and thirty-one pages",
                        () -> CraftedPdf.replaced(CraftedPdf.pages(31), "/Count 31", "/Count 1"),
                        any));
    }

    private static Stream<BadInput> crowds() {
        return Stream.of(
                row("a page 200,000 times", tree("[" + "3 0 R ".repeat(200_000) + "]"), TOO_MANY, DAMAGED),
                row("200,000 pages within their parent", tree("[" + "<<>> ".repeat(200_000) + "]"), TOO_MANY, DAMAGED),
                row("60,000 pages", BadPageTrees::pagesInObjectStreams, TOO_MANY, "too-many-objects"),
                row("31 pages", () -> CraftedPdf.pages(31), TOO_MANY),
                row(
                        "a milliard pages out of 30 nodes",
                        () -> laughing("/Type /Pages /Count 2 /Kids"),
                        TOO_MANY,
                        DAMAGED),
                odd("a milliard fields out of 30", BadPageTrees::laughingFields),
                odd("200,000 annotations", page("/Annots [" + "4 0 R ".repeat(200_000) + "]", FormShapes.LINK)),
                odd(
                        "100,000 times one large field",
                        form("<< /Fields [" + "4 0 R ".repeat(100_000) + "] >>", large(""))),
                odd(
                        "100,000 times one large kid",
                        form(
                                "<< /Fields [4 0 R] >>",
                                "<< /T (a) /Kids [" + "5 0 R ".repeat(100_000) + "] >>",
                                large(""))));
    }

    private static Stream<BadInput> circles() {
        return Stream.of(
                damaged("a catalog that is a reference to itself", objects("1 0 R", PAGES, PAGE)),
                damaged("a page that is a reference to itself", objects(CATALOG, PAGES, "3 0 R")),
                odd("a page that is a reference to another", objects(CATALOG, PAGES, "4 0 R", PAGE)),
                damaged("two pages that are references to each other", objects(CATALOG, PAGES, "4 0 R", "3 0 R")),
                odd("annotations that are a reference to themselves", page("/Annots 4 0 R", "4 0 R")),
                odd("annotations that are the page", page("/Annots 3 0 R")),
                odd("annotations that hold themselves", page("/Annots 4 0 R", "[4 0 R]")),
                odd("annotations that are numbers", page("/Annots [1 2 3]")),
                odd("annotations that are a dictionary", page("/Annots << >>")),
                odd("annotations that are a string", page("/Annots (none)")),
                odd("annotations twice", page("/Annots [4 0 R] /Annots []", FormShapes.LINK)),
                row(
                        "a chain of 50,000 references",
                        BadPageTrees::chainOfReferences,
                        DAMAGED,
                        "too-many-objects",
                        STAMPED));
    }

    private static Stream<BadInput> forms() {
        return Stream.of(
                odd("a form that is a reference to itself", form("4 0 R", "4 0 R")),
                odd("a form that is the catalog", form("1 0 R")),
                odd("a form that is a number", form("7")),
                odd("a form that is an array", form("[]")),
                odd("fields that are a reference to themselves", form("<< /Fields 4 0 R >>", "4 0 R")),
                odd("fields that are a number", form("<< /Fields 7 >>")),
                odd("fields that are a dictionary", form("<< /Fields << >> >>")),
                odd("fields that are nowhere", form("<< /Fields 9 0 R >>")),
                odd("fields that hold themselves", form("<< /Fields 4 0 R >>", "[4 0 R]")),
                odd("fields that are numbers", form("<< /Fields [1 2 3] >>")),
                odd("a field that is its own kid", form("<< /Fields [4 0 R] >>", "<< /T (a) /Kids [4 0 R] >>")),
                odd("a field that is its own parent", form("<< /Fields [4 0 R] >>", "<< /T (a) /Parent 4 0 R >>")),
                odd("flags that are a name", form("<< /Fields [] /SigFlags /A >>")),
                odd("flags beyond an int", form("<< /Fields [] /SigFlags 4294967295 >>")));
    }

    private static Supplier<byte[]> objects(String... objects) {
        return () -> CraftedPdf.classic(objects);
    }

    /** A root of the given kids over a page 3; more objects count from 4. */
    private static Supplier<byte[]> tree(String kids, String... more) {
        return with(CATALOG, "<< /Type /Pages /Count 1 /Kids %s >>".formatted(kids), PAGE, more);
    }

    private static Supplier<byte[]> count(String count) {
        return with(CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count %s >>".formatted(count), PAGE);
    }

    private static Supplier<byte[]> page(String attributes, String... more) {
        return () -> PageShapes.a4(attributes, more);
    }

    private static Supplier<byte[]> form(String form, String... more) {
        return with("<< /Type /Catalog /Pages 2 0 R /AcroForm %s >>".formatted(form), PAGES, PAGE, more);
    }

    private static Supplier<byte[]> with(String catalog, String pages, String page, String... more) {
        return () -> CraftedPdf.classic(Stream.concat(Stream.of(catalog, pages, page), Arrays.stream(more))
                .toArray(String[]::new));
    }

    private static String large(String entries) {
        return "<< /T (a) /FT /Tx %s /V (%s) >>".formatted(entries, "x".repeat(200_000));
    }

    /** Thirty nodes, each of which holds the next one twice; the last is nothing. */
    private static byte[] laughing(String entries) {
        PdfDraft draft = new PdfDraft().object(1, CATALOG);
        for (int i = 2; i < 32; i++) {
            draft.object(i, "<< %s [%2$d 0 R %2$d 0 R] >>".formatted(entries, i + 1));
        }
        return draft.object(32, PAGE).table("/Root 1 0 R").bytes();
    }

    private static byte[] laughingFields() {
        PdfDraft draft = new PdfDraft()
                .objects("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>", PAGES, PAGE);
        for (int i = 4; i < 34; i++) {
            draft.object(i, "<< /T (a) /Kids [%1$d 0 R %1$d 0 R] >>".formatted(i + 1));
        }
        return draft.object(34, "<< /T (a) /FT /Tx >>").table("/Root 1 0 R").bytes();
    }

    private static byte[] pagesInObjectStreams() {
        StringBuilder kids = new StringBuilder();
        PdfDraft draft = new PdfDraft();
        for (int stream = 0; stream < 60; stream++) {
            String[] pages = new String[1000];
            Arrays.fill(pages, PAGE);
            draft.objectStream(90_000 + stream, "", 1000 * (stream + 1), pages);
        }
        for (int page = 1000; page < 61_000; page++) {
            kids.append(page).append(" 0 R ");
        }
        return draft.objects(CATALOG, "<< /Type /Pages /Count 60000 /Kids [%s] >>".formatted(kids))
                .rows(91_000, PdfDraft.USUAL_ROWS, "/Root 1 0 R")
                .bytes();
    }

    private static byte[] chainOfReferences() {
        PdfDraft draft = new PdfDraft().objects(CATALOG, PAGES, PAGE.replace(">>", "/Annots 4 0 R >>"));
        for (int i = 4; i < 50_000; i++) {
            draft.object(i, i + 1 + " 0 R");
        }
        return draft.object(50_000, "[]").table("/Root 1 0 R").bytes();
    }
}
