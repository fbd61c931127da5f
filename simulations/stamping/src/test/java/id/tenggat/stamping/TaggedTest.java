package id.tenggat.stamping;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** A stamp on tagged content is in the structure tree, as a form, for readers who listen (ISO 32000-1, 14.7.4). */
final class TaggedTest {

    private static final COSName STRUCT_PARENT = COSName.getPDFName("StructParent");
    private static final COSName OBJ = COSName.getPDFName("Obj");

    private final Stamper stamper =
            new Stamper(StampingAuthority.generate(Instant.now()), StampLimits.UPLOAD, Instant::now);

    @ParameterizedTest
    @EnumSource(names = "TAGGED.*", mode = EnumSource.Mode.MATCH_ALL)
    void theStampIsAFormInTheStructureTree(Corpus document) throws Exception {
        byte[] once = stamper.stamp(document.pdf(), document.place(), new SerialNumber(1));
        byte[] twice = stamper.stamp(once, document.secondPlace(), new SerialNumber(2));

        try (PDDocument before = Loader.loadPDF(document.pdf());
                PDDocument after = Loader.loadPDF(twice)) {
            SortedMap<Integer, COSBase> parents = parents(after);
            List<COSDictionary> widgets = widgets(after);
            assertThat(widgets).hasSize(2);
            assertThat(parents).containsKeys(parents(before).keySet().toArray(Integer[]::new));
            assertThat(parents).hasSize(parents(before).size() + 2);
            assertThat(nextKey(after)).isGreaterThan(parents.lastKey());
            for (COSDictionary widget : widgets) {
                assertThat(widget.containsKey(STRUCT_PARENT)).isTrue();
                assertThat(parents.get(widget.getInt(STRUCT_PARENT)))
                        .isInstanceOfSatisfying(COSDictionary.class, form -> assertIsForm(form, widget, after));
            }
        }
    }

    @Test
    void limitsOfTheWholeParentTreeDoNotLeaveTheStampOut() throws Exception {
        byte[] stamped =
                stamper.stamp(TaggedShapes.parentTreeWithLimits(), new Placement(1, 10, 10, 90), new SerialNumber(1));

        try (PDDocument after = Loader.loadPDF(stamped)) {
            assertThat(parents(after)).containsOnlyKeys(0, 1);
            assertThat(root(after).getCOSDictionary(COSName.PARENT_TREE).containsKey(COSName.LIMITS))
                    .isFalse();
        }
    }

    private static void assertIsForm(COSDictionary form, COSDictionary widget, PDDocument document) {
        assertThat(form.getNameAsString(COSName.S)).isEqualTo("Form");
        assertThat(kids(form)).anySatisfy(kid -> {
            assertThat(kid.getNameAsString(COSName.TYPE)).isEqualTo("OBJR");
            assertThat(kid.getCOSDictionary(OBJ)).isSameAs(widget);
            COSDictionary page = kid.getCOSDictionary(COSName.PG);
            assertThat(page == null ? form.getCOSDictionary(COSName.PG) : page)
                    .isSameAs(document.getPage(0).getCOSObject());
        });
        assertThat(kids(form.getCOSDictionary(COSName.P))).contains(form);
    }

    private static List<COSDictionary> widgets(PDDocument document) {
        List<COSDictionary> widgets = new ArrayList<>();
        for (COSDictionary annotation : kids(document.getPage(0).getCOSObject(), COSName.ANNOTS)) {
            if ("Widget".equals(annotation.getNameAsString(COSName.SUBTYPE))) {
                widgets.add(annotation);
            }
        }
        return widgets;
    }

    /** What the parent tree's leaves say. */
    private static SortedMap<Integer, COSBase> parents(PDDocument document) {
        SortedMap<Integer, COSBase> parents = new TreeMap<>();
        collect(root(document).getCOSDictionary(COSName.PARENT_TREE), parents);
        return parents;
    }

    private static void collect(COSDictionary node, SortedMap<Integer, COSBase> parents) {
        COSArray numbers = node.getCOSArray(COSName.NUMS);
        for (int i = 0; numbers != null && i < numbers.size(); i += 2) {
            assertThat(parents.put(numbers.getInt(i), numbers.getObject(i + 1))).isNull();
        }
        kids(node, COSName.KIDS).forEach(kid -> collect(kid, parents));
    }

    private static int nextKey(PDDocument document) {
        return root(document).getInt(COSName.PARENT_TREE_NEXT_KEY);
    }

    private static COSDictionary root(PDDocument document) {
        return document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
    }

    private static List<COSDictionary> kids(COSDictionary element) {
        return kids(element, COSName.K);
    }

    /** The dictionaries of an entry that is one or a list of some. */
    private static List<COSDictionary> kids(COSDictionary element, COSName entry) {
        COSBase kids = element.getDictionaryObject(entry);
        List<COSDictionary> dictionaries = new ArrayList<>();
        if (kids instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                if (several.getObject(i) instanceof COSDictionary kid) {
                    dictionaries.add(kid);
                }
            }
        } else if (kids instanceof COSDictionary one) {
            dictionaries.add(one);
        }
        return dictionaries;
    }
}
