package id.tenggat.replay;

import com.typesafe.config.ConfigFactory;
import io.gatling.commons.util.GatlingVersion$;
import io.gatling.core.config.GatlingConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.lang.management.ManagementFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class GatlingSettingsTest {
    private final java.util.Set<String> touched = new java.util.HashSet<>();

    @AfterEach
    void restore() {
        touched.forEach(System::clearProperty);
        ConfigFactory.invalidateCaches();
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatCallsHomeIsOn(Charts charts) {
        GatlingConfiguration settings = GatlingSettings.of(charts, Trust.OF_RUNTIME);

        assertThat(settings.data().enableAnalytics()).isFalse();
        assertThat(settings.http().warmUpUrl().isDefined()).isFalse();
    }

    @Test
    void onlyTheLogThatChartsAreMadeOfIsWrittenAndOnlyIfTheyAreKept() {
        assertThat(GatlingSettings.of(Charts.NONE, Trust.OF_RUNTIME)
                        .data()
                        .dataWriters()
                        .isEmpty())
                .isTrue();
        assertThat(GatlingSettings.of(Charts.KEPT, Trust.OF_RUNTIME)
                        .data()
                        .dataWriters()
                        .mkString(","))
                .contains("File")
                .doesNotContain("Console");
    }

    @Test
    void openingAConnectionTakesAsLongAsTheRequestTimeoutLets() {
        assertThat(GatlingSettings.of(Charts.NONE, Trust.OF_RUNTIME)
                        .socket()
                        .connectTimeout()
                        .toSeconds())
                .isEqualTo(600);
    }

    @ParameterizedTest
    @CsvSource({
        "gatling.data.enableAnalytics,true",
        "gatling.http.warmUpUrl,https://example.org",
        "gatling.ssl.useInsecureTrustManager,true",
        "gatling.http.enableHostnameVerification,false"
    })
    void aPropertyThatCallsHomeOrLetsAnybodyAnswerIsRefusedByName(String property, String value) {
        touched.add(property);
        System.setProperty(property, value);
        ConfigFactory.invalidateCaches();

        assertThatThrownBy(() -> GatlingSettings.of(Charts.NONE, Trust.OF_RUNTIME))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(property + " is ")
                .hasMessageContaining(value);
    }

    @Test
    void theLatestReleaseIsTheOneInUseWithoutAsking() {
        ReleaseCheck.answer();

        assertThat(GatlingVersion$.MODULE$.LatestRelease().get()).isEqualTo(GatlingVersion$.MODULE$.ThisVersion());
    }

    @Test
    void theTestsRunWithTheArgumentsThatAnInjectorIsStartedWith() {
        assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments()).containsAll(GatlingEngine.JVM_ARGUMENTS);
    }
}
