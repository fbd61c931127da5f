package id.tenggat.stamping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Arrays;

import static id.tenggat.stamping.CraftedPdf.CATALOG;
import static id.tenggat.stamping.CraftedPdf.PAGE;
import static id.tenggat.stamping.CraftedPdf.PAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Documents made to exhaust who reads them. */
final class BoundedWorkTest {

    private static final Placement PLACE = new Placement(1, 250, 60, 90);

    private final Stamper stamper =
            new Stamper(StampingAuthority.generate(Instant.now()), StampLimits.UPLOAD, Instant::now);

    @Test
    void aPageTreeOfTooManyPagesIsRefused() {
        assertThat(refusalOf(CraftedPdf.pages(31))).isEqualTo(new Refusal.TooManyPages(30));
    }

    @Test
    void aPageTreeOfJustThePageLimitIsStamped() throws Exception {
        assertThat(stamper.stamp(CraftedPdf.pages(30), new Placement(30, 0, 0, 72), new SerialNumber(1)))
                .startsWith(CraftedPdf.pages(30));
    }

    @Test
    void aPageTreeSixtyFourDeepIsStamped() throws Exception {
        assertThat(stamper.stamp(CraftedPdf.deepPageTree(64), PLACE, new SerialNumber(1)))
                .startsWith(CraftedPdf.deepPageTree(64));
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 5_000})
    void aDeeperPageTreeIsRefused(int depth) {
        assertThat(refusalOf(CraftedPdf.deepPageTree(depth)))
                .isEqualTo(new Refusal.Damaged("its page tree is deeper than 64"));
    }

    @Test
    void aDeepFormIsNotFollowed() throws Exception {
        String[] objects = new String[60_000];
        objects[0] = "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>";
        objects[1] = PAGES;
        objects[2] = PAGE;
        for (int i = 3; i < objects.length; i++) {
            objects[i] = "<< /T (a) /Kids [%d 0 R] >>".formatted(i + 2);
        }
        objects[objects.length - 1] = "<< /T (a) /FT /Tx >>";
        byte[] pdf = CraftedPdf.classic(objects);

        assertThat(stamper.stamp(pdf, PLACE, new SerialNumber(1))).startsWith(pdf);
    }

    @Test
    void aCrossReferenceStreamThatInflatesToTooMuchIsABomb() {
        byte[] pdf = CraftedPdf.crossReferenceStream(
                "/W [1 4 2] /Index [0 5] /DecodeParms << /Predictor 12 /Columns 7 >>", new byte[40 << 20]);

        assertThat(refusalOf(pdf)).isInstanceOf(Refusal.DecompressionBomb.class);
    }

    @Test
    void aBombInContentIsNotOpenedAtAll() throws Exception {
        byte[] pdf = CraftedPdf.classic(CATALOG, PAGES, PAGE, CraftedPdf.stream("", new byte[40 << 20]));

        assertThat(stamper.stamp(pdf, PLACE, new SerialNumber(1))).startsWith(pdf);
    }

    @Test
    void aCrossReferenceStreamOfFiftyMillionRowsIsRefusedUnread() {
        byte[] pdf = CraftedPdf.crossReferenceStream("/W [1 4 2] /Index [0 50000000]", new byte[1000]);

        assertThat(refusalOf(pdf)).isEqualTo(new Refusal.TooManyObjects(50_000_000, 100_000));
    }

    @Test
    void aCrossReferenceTableOfTooManyRowsIsRefused() {
        String[] objects = new String[100_001];
        Arrays.fill(objects, "0");
        objects[0] = CATALOG;
        objects[1] = PAGES;
        objects[2] = PAGE;

        assertThat(refusalOf(CraftedPdf.classic(objects))).isEqualTo(new Refusal.TooManyObjects(100_002, 100_000));
    }

    private Refusal refusalOf(byte[] pdf) {
        StampRefusedException refused =
                catchThrowableOfType(StampRefusedException.class, () -> stamper.stamp(pdf, PLACE, new SerialNumber(1)));
        assertThat(refused).as("a refusal").isNotNull();
        return refused.refusal();
    }
}
