package id.tenggat.stamping;

import static id.tenggat.stamping.CraftedPdf.PAGE;
import static id.tenggat.stamping.CraftedPdf.PAGES;

/** Documents whose content is tagged for readers who listen (ISO 32000-1, 14.7): one paragraph, one structure tree. */
final class TaggedShapes {

    private static final String CATALOG =
            "<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 4 0 R /Lang (id) >>";
    private static final String TAGGED_PAGE =
            PAGE.replace(">>", "/StructParents 0 /Tabs /S /Contents 7 0 R /Resources << /Font << /F 8 0 R >> >> >>");
    private static final String CONTENT = "/P << /MCID 0 >> BDC BT /F 12 Tf 72 700 Td (Dengan hormat) Tj ET EMC";

    private TaggedShapes() {}

    static byte[] parentTreeWithNumbers() {
        return tagged("<< /Type /StructTreeRoot /K 5 0 R /ParentTree << /Nums [0 [6 0 R]] >> /ParentTreeNextKey 1 >>");
    }

    static byte[] parentTreeElsewhere() {
        return tagged(
                "<< /Type /StructTreeRoot /K [5 0 R] /ParentTree 9 0 R /ParentTreeNextKey 1 >>",
                "<< /Nums 10 0 R >>",
                "[0 11 0 R]",
                "[6 0 R]");
    }

    static byte[] parentTreeWithKids() {
        return tagged(
                "<< /Type /StructTreeRoot /K 5 0 R /ParentTree << /Kids [9 0 R 10 0 R] >> /ParentTreeNextKey 8 >>",
                "<< /Limits [0 0] /Nums [0 [6 0 R]] >>",
                "<< /Limits [3 7] /Kids [11 0 R] >>",
                "<< /Limits [3 7] /Nums [3 6 0 R 7 6 0 R] >>");
    }

    /** Nobody counted which key is next. */
    static byte[] parentTreeWithoutNextKey() {
        return tagged("<< /Type /StructTreeRoot /K 5 0 R /ParentTree << /Nums [0 [6 0 R] 41 6 0 R] >> >>");
    }

    /** A root has no limits, but some writers give it some. */
    static byte[] parentTreeWithLimits() {
        return tagged(
                "<< /Type /StructTreeRoot /K 5 0 R /ParentTree << /Limits [0 0] /Nums [0 [6 0 R]] >> /ParentTreeNextKey 1 >>");
    }

    private static byte[] tagged(String root, String... tree) {
        PdfDraft draft = new PdfDraft()
                .objects(
                        CATALOG,
                        PAGES,
                        TAGGED_PAGE,
                        root,
                        "<< /Type /StructElem /S /Document /P 4 0 R /K [6 0 R] >>",
                        "<< /Type /StructElem /S /P /P 5 0 R /Pg 3 0 R /K 0 >>",
                        CraftedPdf.stream("", CraftedPdf.latin1(CONTENT)),
                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        for (int i = 0; i < tree.length; i++) {
            draft.object(9 + i, tree[i]);
        }
        return draft.table("/Root 1 0 R").bytes();
    }
}
