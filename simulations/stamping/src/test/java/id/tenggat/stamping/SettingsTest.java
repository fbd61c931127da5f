package id.tenggat.stamping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class SettingsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 72, page",
        "-1, 0, 0, 72, page",
        "1, -0.5, 0, 72, x",
        "1, NaN, 0, 72, x",
        "1, 0, -1, 72, y",
        "1, 0, Infinity, 72, y",
        "1, 0, 0, 35.9, size",
        "1, 0, 0, 288.1, size",
        "1, 0, 0, NaN, size",
    })
    void aPlacementThatNoPageCouldHoldIsRefusedByName(int page, float x, float y, float size, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Placement(page, x, y, size))
                .withMessageContaining("placement " + named + " ");
    }

    @Test
    void thePlacementsAtTheLimitsAreAllowed() {
        assertThat(new Placement(1, 0, 0, Placement.SIZE_MIN).size()).isEqualTo(36);
        assertThat(new Placement(1, 0, 0, Placement.SIZE_MAX).size()).isEqualTo(288);
    }

    @ParameterizedTest
    @CsvSource({"0,1,1,1,sizeBytes", "1,0,1,1,pages", "1,1,-1,1,objects", "1,1,1,0,inflatedBytes"})
    void aLimitBelowOneIsRefusedByName(int sizeBytes, int pages, int objects, int inflatedBytes, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StampLimits(sizeBytes, pages, objects, inflatedBytes))
                .withMessageContaining("stamp limit " + named + " ");
    }
}
