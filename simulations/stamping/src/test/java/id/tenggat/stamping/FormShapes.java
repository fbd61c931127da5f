package id.tenggat.stamping;

import static id.tenggat.stamping.CraftedPdf.PAGE;
import static id.tenggat.stamping.CraftedPdf.PAGES;

/** Documents that differ in their form and in what annotates their page. */
final class FormShapes {

    /** An annotation that is no field. */
    static final String LINK = "<< /Type /Annot /Subtype /Link /Rect [10 10 40 40] /Border [0 0 0] >>";

    private static final String TEXT_FIELD =
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /Rect [50 500 150 520] /P 3 0 R /F 4 >>";

    private FormShapes() {}

    /** A page whose annotations are object 5's, under a form that is written as given; object 4 is a text field. */
    static byte[] form(String form, String... more) {
        PdfDraft draft = new PdfDraft()
                .objects(
                        "<< /Type /Catalog /Pages 2 0 R /AcroForm %s >>".formatted(form),
                        PAGES,
                        PAGE.replace(">>", "/Annots 5 0 R >>"),
                        TEXT_FIELD,
                        "[4 0 R]");
        for (int i = 0; i < more.length; i++) {
            draft.object(6 + i, more[i]);
        }
        return draft.table("/Root 1 0 R").bytes();
    }

    static byte[] unsignedSignatureField() {
        return CraftedPdf.classic(
                "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 1 >> >>",
                PAGES,
                PAGE.replace(">>", "/Annots [4 0 R] >>"),
                "<< /Type /Annot /Subtype /Widget /FT /Sig /T (director) /Rect [50 500 150 560] /P 3 0 R /F 4 >>");
    }

    static byte[] fieldsWithKids() {
        return CraftedPdf.classic(
                "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R null] /DR << >> /DA (/Helv 0 Tf 0 g) >> >>",
                PAGES,
                PAGE.replace(">>", "/Annots [5 0 R 6 0 R] >>"),
                "<< /FT /Btn /Ff 32768 /T (choice) /Kids [5 0 R 6 0 R] >>",
                "<< /Type /Annot /Subtype /Widget /Parent 4 0 R /Rect [50 500 60 510] /P 3 0 R /F 4 /AS /Off >>",
                "<< /Type /Annot /Subtype /Widget /Parent 4 0 R /Rect [70 500 80 510] /P 3 0 R /F 4 /AS /Off >>");
    }
}
