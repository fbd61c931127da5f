package id.tenggat.stamping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class SerialNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0000000000000000000098",
        "1, 0000000000000000000195",
        "96, 0000000000000000009604",
        "97, 0000000000000000009798",
        "3963832, 0000000000000396383226",
        "9223372036854775807, 0922337203685477580758",
    })
    void aSequenceNumberIsWrittenAsTwentyDigitsAndTwoCheckDigits(long sequence, String digits) {
        assertThat(new SerialNumber(sequence).digits()).isEqualTo(digits);
    }

    @Test
    void everySerialNumberIsOneModulo97AndReadsBack() {
        SplittableRandom random = new SplittableRandom(97);
        for (int i = 0; i < 1_000; i++) {
            SerialNumber serial = new SerialNumber(random.nextLong(Long.MAX_VALUE) >>> random.nextInt(63));

            assertThat(new BigInteger(serial.digits()).mod(BigInteger.valueOf(97)))
                    .isEqualTo(BigInteger.ONE);
            assertThat(SerialNumber.parse(serial.digits())).isEqualTo(serial);
        }
    }

    @Test
    void everySingleWrongDigitIsFound() {
        String digits = new SerialNumber(3_963_832).digits();
        for (int place = 0; place < SerialNumber.DIGITS; place++) {
            for (char wrong = '0'; wrong <= '9'; wrong++) {
                if (wrong != digits.charAt(place)) {
                    String text = digits.substring(0, place) + wrong + digits.substring(place + 1);
                    assertThatIllegalArgumentException().isThrownBy(() -> SerialNumber.parse(text));
                }
            }
        }
    }

    @Test
    void everySwapOfUnequalNeighboursIsFound() {
        String digits = new SerialNumber(8_675_309_123_456_789L).digits();
        for (int place = 0; place + 1 < SerialNumber.DIGITS; place++) {
            char left = digits.charAt(place);
            char right = digits.charAt(place + 1);
            if (left != right) {
                String text = digits.substring(0, place) + right + left + digits.substring(place + 2);
                assertThatIllegalArgumentException().isThrownBy(() -> SerialNumber.parse(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "98",
                "000000000000000000098",
                "00000000000000000000098",
                "000000000000000000009x",
                "-000000000000000000098",
                "٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٩٨",
            })
    void whatIsNotTwentyTwoDigitsIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerialNumber.parse(text))
                .withMessageContaining("must be 22 digits");
    }

    @Test
    void aSequenceNumberBeyondALongIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerialNumber.parse("0922337203685477580889"))
                .withMessageContaining("at most 9223372036854775807");
    }

    @Test
    void aNegativeSequenceNumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SerialNumber(-1))
                .withMessageContaining("-1");
    }
}
