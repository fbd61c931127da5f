package id.tenggat.replay;

import io.gatling.core.config.GatlingConfiguration;
import io.gatling.javaapi.core.internal.Converters;
import scala.Tuple2;

import java.util.ArrayList;
import java.util.List;

/** Gatling's configuration for a run: its defaults and what stands here, whatever {@code gatling.conf} is about. */
final class GatlingSettings {
    /** Longer than the kernel tries to connect, so that the request timeout alone decides when a call is given up. */
    private static final int CONNECT_TIMEOUT_MS = 600_000;

    private GatlingSettings() {}

    /**
     * The settings of a run.
     *
     * @param trust whose signatures on the target's certificate are believed, and what is shown to it
     * @throws IllegalStateException if a system property turns on what calls home, or lets anybody answer: Gatling lets those win
     */
    static GatlingConfiguration of(Charts charts, Trust trust) {
        List<Tuple2<String, ?>> ours = new ArrayList<>(List.<Tuple2<String, ?>>of(
                new Tuple2<>("gatling.data.enableAnalytics", "false"),
                new Tuple2<>("gatling.http.warmUpUrl", ""),
                new Tuple2<>("gatling.http.enableHostnameVerification", "true"),
                new Tuple2<>("gatling.ssl.useInsecureTrustManager", "false"),
                new Tuple2<>("gatling.socket.connectTimeout", CONNECT_TIMEOUT_MS),
                new Tuple2<>("gatling.data.writers", charts == Charts.NONE ? List.of() : List.of("file"))));
        if (!trust.authorities().isEmpty()) {
            ours.add(new Tuple2<>("gatling.ssl.trustStore.type", "PKCS12"));
            ours.add(new Tuple2<>("gatling.ssl.trustStore.file", trust.file().toString()));
            ours.add(new Tuple2<>("gatling.ssl.trustStore.password", Trust.PASSWORD));
        }
        trust.identity().ifPresent(identity -> {
            ours.add(new Tuple2<>("gatling.ssl.keyStore.type", "PKCS12"));
            ours.add(new Tuple2<>(
                    "gatling.ssl.keyStore.file",
                    identity.file().toAbsolutePath().toString()));
            ours.add(new Tuple2<>("gatling.ssl.keyStore.password", identity.password()));
        });
        GatlingConfiguration settings =
                GatlingConfiguration.loadForTest(Converters.toScalaSeq(ours).toSeq());
        requireSafe(settings);
        return settings;
    }

    private static void requireSafe(GatlingConfiguration settings) {
        if (settings.data().enableAnalytics()) {
            throw new IllegalStateException(
                    "system property gatling.data.enableAnalytics is true; it may only be false");
        }
        if (settings.http().warmUpUrl().isDefined()) {
            throw new IllegalStateException("system property gatling.http.warmUpUrl is '"
                    + settings.http().warmUpUrl().get() + "'; it may only be empty");
        }
        if (!judgesCertificates(settings)) {
            throw new IllegalStateException("system property gatling.ssl.useInsecureTrustManager is "
                    + settings.ssl().useInsecureTrustManager() + " and gatling.http.enableHostnameVerification is "
                    + settings.http().enableHostnameVerification() + "; they may only be false and true");
        }
    }

    /** False if anybody may answer as a target. */
    static boolean judgesCertificates(GatlingConfiguration settings) {
        return !settings.ssl().useInsecureTrustManager() && settings.http().enableHostnameVerification();
    }
}
