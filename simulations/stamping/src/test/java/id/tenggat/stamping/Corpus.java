package id.tenggat.stamping;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The documents that the tests stamp: each a shape that PDFs in the world have. */
enum Corpus {
    CLASSIC {
        @Override
        byte[] pdf() {
            return letter();
        }
    },
    OBJECT_STREAMS {
        @Override
        byte[] pdf() {
            return rewritten(document -> {}, CompressParameters.DEFAULT_COMPRESSION);
        }
    },
    THREE_PAGES {
        @Override
        byte[] pdf() {
            return rewritten(
                    document -> {
                        document.addPage(new PDPage(PDRectangle.A4));
                        document.addPage(new PDPage(PDRectangle.A4));
                    },
                    CompressParameters.NO_COMPRESSION);
        }
    },
    OFFSET_CROP_BOX {
        @Override
        byte[] pdf() {
            return rewritten(
                    document -> document.getPage(0).setCropBox(new PDRectangle(100, 150, 400, 500)),
                    CompressParameters.NO_COMPRESSION);
        }
    },
    ROTATED_90 {
        @Override
        byte[] pdf() {
            return rotated(90);
        }
    },
    ROTATED_180 {
        @Override
        byte[] pdf() {
            return rotated(180);
        }
    },
    ROTATED_270 {
        @Override
        byte[] pdf() {
            return rotated(270);
        }
    },
    ANNOTATIONS_AND_FORM_AS_OBJECTS {
        @Override
        byte[] pdf() {
            return CraftedPdf.classic(
                    "<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R >>",
                    "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
                    "<< /Type /Page /Parent 2 0 R /Annots 5 0 R >>",
                    "<< /Fields 6 0 R /DA (/Helv 0 Tf 0 g) >>",
                    "[7 0 R]",
                    "[7 0 R]",
                    "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /Rect [50 50 150 70] /P 3 0 R /F 4 >>");
        }
    },
    NO_FINAL_NEWLINE {
        @Override
        byte[] pdf() {
            byte[] letter = letter();
            return Arrays.copyOf(letter, letter.length - 1);
        }
    };

    abstract byte[] pdf();

    static byte[] letter() {
        return new SpecimenDocument(7, 20_000).pdf();
    }

    static byte[] rotated(int degrees) {
        return rewritten(document -> document.getPage(0).setRotation(degrees), CompressParameters.NO_COMPRESSION);
    }

    static byte[] encrypted(String userPassword) {
        return rewritten(
                document ->
                        document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission())),
                CompressParameters.NO_COMPRESSION);
    }

    interface Change {
        void apply(PDDocument document) throws IOException;
    }

    static byte[] rewritten(Change change, CompressParameters compression) {
        try (PDDocument document = Loader.loadPDF(letter());
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.apply(document);
            document.save(out, compression);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
