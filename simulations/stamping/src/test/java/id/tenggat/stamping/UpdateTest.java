package id.tenggat.stamping;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** A stamp adds a field and a widget; everything else that the document said, it says still. */
final class UpdateTest {

    private final Stamper stamper =
            new Stamper(StampingAuthority.generate(Instant.now()), StampLimits.UPLOAD, Instant::now);

    private interface Comparison {
        void between(PDDocument before, PDDocument after) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void thePagesKeepTheirEntriesAndAnnotations(Corpus document) throws Exception {
        compare(document, (before, after) -> {
            assertThat(after.getNumberOfPages()).isEqualTo(before.getNumberOfPages());
            for (int i = 0; i < before.getNumberOfPages(); i++) {
                COSDictionary page = after.getPage(i).getCOSObject();
                COSDictionary pageBefore = before.getPage(i).getCOSObject();
                assertThat(entries(page, "Annots")).isEqualTo(entries(pageBefore, "Annots"));
                assertGrown(
                        list(pageBefore.getDictionaryObject(COSName.ANNOTS)),
                        list(page.getDictionaryObject(COSName.ANNOTS)),
                        i + 1 == document.place().page());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void theCatalogAndItsFormKeepTheirEntriesAndFields(Corpus document) throws Exception {
        compare(document, (before, after) -> {
            COSDictionary catalog = after.getDocumentCatalog().getCOSObject();
            COSDictionary catalogBefore = before.getDocumentCatalog().getCOSObject();
            assertThat(entries(catalog, "AcroForm", "StructTreeRoot"))
                    .isEqualTo(entries(catalogBefore, "AcroForm", "StructTreeRoot"));
            COSDictionary form = form(catalog);
            COSDictionary formBefore = form(catalogBefore);
            assertThat(entries(form, "Fields", "SigFlags"))
                    .containsAllEntriesOf(entries(formBefore, "Fields", "SigFlags"));
            assertGrown(
                    list(formBefore.getDictionaryObject(COSName.FIELDS)),
                    list(form.getDictionaryObject(COSName.FIELDS)),
                    true);
            assertThat(form.getInt("SigFlags"))
                    .as("signatures exist, append only")
                    .isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyOtherObjectStaysWhereItIs(Corpus document) throws Exception {
        compare(document, (before, after) -> {
            List<Long> moved = new ArrayList<>();
            before.getDocument().getXrefTable().forEach((key, offset) -> {
                if (!offset.equals(after.getDocument().getXrefTable().get(key))) {
                    moved.add(key.getNumber());
                }
            });
            assertThat(moved)
                    .as("catalog, form, fields, page, annotations, and of tagged ones some more")
                    .hasSizeLessThan(10);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theTrailerKeepsItsRootAndInformation(Corpus document) throws Exception {
        compare(document, (before, after) -> {
            COSDictionary trailer = after.getDocument().getTrailer();
            COSDictionary trailerBefore = before.getDocument().getTrailer();
            assertThat(told(trailer.getItem(COSName.ROOT))).isEqualTo(told(trailerBefore.getItem(COSName.ROOT)));
            assertThat(told(trailer.getItem(COSName.INFO))).isEqualTo(told(trailerBefore.getItem(COSName.INFO)));
            if (trailerBefore.getCOSArray(COSName.ID) != null) {
                assertThat(told(trailer.getCOSArray(COSName.ID).get(0)))
                        .as("the permanent identifier")
                        .isEqualTo(told(trailerBefore.getCOSArray(COSName.ID).get(0)));
            }
        });
    }

    private void compare(Corpus document, Comparison comparison) throws Exception {
        byte[] pdf = document.pdf();
        byte[] stamped = stamper.stamp(pdf, document.place(), new SerialNumber(1));
        try (PDDocument before = Loader.loadPDF(pdf);
                PDDocument after = Loader.loadPDF(stamped)) {
            comparison.between(before, after);
        }
    }

    private static void assertGrown(List<String> before, List<String> after, boolean grown) {
        assertThat(after).hasSize(before.size() + (grown ? 1 : 0));
        assertThat(after.subList(0, before.size())).isEqualTo(before);
    }

    private static COSDictionary form(COSDictionary catalog) {
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        return form == null ? new COSDictionary() : form;
    }

    private static SortedMap<String, String> entries(COSDictionary dictionary, String... but) {
        SortedMap<String, String> entries = new TreeMap<>();
        dictionary.entrySet().forEach(entry -> entries.put(entry.getKey().getName(), told(entry.getValue())));
        entries.values().removeIf("null"::equals);
        entries.keySet().removeAll(List.of(but));
        return entries;
    }

    private static List<String> list(@Nullable COSBase array) {
        List<String> list = new ArrayList<>();
        if (array instanceof COSArray values) {
            values.forEach(value -> list.add(told(value)));
        }
        return list;
    }

    /** A value as text, references as such. */
    private static String told(@Nullable COSBase value) {
        if (value == null || value instanceof COSNull) {
            return "null";
        }
        if (value instanceof COSObject reference) {
            return reference.getKey().toString();
        }
        if (value instanceof COSDictionary dictionary) {
            return entries(dictionary).toString();
        }
        return value instanceof COSArray ? list(value).toString() : value.toString();
    }
}
