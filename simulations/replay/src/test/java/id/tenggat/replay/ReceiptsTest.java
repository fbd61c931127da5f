package id.tenggat.replay;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReceiptsTest {

    private final Receipts receipts = new Receipts();

    private long unknownTo(String... lines) {
        return receipts.unknownTo(Stream.concat(Stream.of("step,number,applicant"), Stream.of(lines)));
    }

    @Test
    void nothingHeldIsNothingUnknown() {
        assertThat(unknownTo("1,1,1")).isZero();
    }

    @Test
    void whatTheLedgerKnowsInAnyOrderIsKnown() {
        receipts.hold(1, 200, "17");
        receipts.hold(2, 200, "4");
        assertThat(unknownTo("2,4,200", "1,17,200", "1,18,201")).isZero();
    }

    @Test
    void aReceiptThatTheLedgerLacksIsFound() {
        receipts.hold(1, 200, "17");
        receipts.hold(2, 200, "4");
        assertThat(unknownTo("1,17,200")).isEqualTo(1);
    }

    @Test
    void aReceiptThatIsSomebodyElsesIsFound() {
        receipts.hold(1, 200, "17");
        receipts.hold(1, 201, "17");
        assertThat(unknownTo("1,17,200")).isEqualTo(1);
    }

    @Test
    void theSameReceiptGivenTwiceIsOne() {
        receipts.hold(1, 200, "17");
        receipts.hold(1, 200, "17");
        assertThat(unknownTo()).isEqualTo(1);
    }

    @Test
    void whatIsNoNumberIsUnknown() {
        receipts.hold(1, 200, "seventeen");
        assertThat(unknownTo("1,17,200")).isEqualTo(1);
    }

    @Test
    void manyAreHeld() {
        IntStream.range(0, 1000).forEach(i -> receipts.hold(1, i, Integer.toString(i)));
        String[] ledger =
                IntStream.range(0, 999).mapToObj(i -> "1," + i + "," + i).toArray(String[]::new);
        assertThat(unknownTo(ledger)).isEqualTo(1);
    }

    @Test
    void whatIsNoLedgerIsRefused() {
        assertThatThrownBy(() -> unknownTo("no,ledger,at all")).isInstanceOf(IllegalArgumentException.class);
    }
}
