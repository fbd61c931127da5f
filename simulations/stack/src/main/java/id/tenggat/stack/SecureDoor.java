package id.tenggat.stack;

import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.SSLEngineOptions;

import java.util.List;

/**
 * Where the stack listens over TLS, in HTTP/2, beside its plain port.
 *
 * @param port on 127.0.0.1
 * @param certificate that it shows, as text
 */
record SecureDoor(int port, String certificate) {

    /** As many applicants as may share a connection: the stations decide who waits, not the wire. */
    private static final long STREAMS_MAX = 100_000;

    /** Whoever times out resets a stream, and many may share a connection. */
    private static final int RESETS_MAX = 1_000_000;

    /** The same server over TLS. */
    static HttpServerOptions options(HttpServerOptions plain, ServerCertificate certificate) {
        return plain.setSsl(true)
                .setKeyCertOptions(certificate.options())
                .setSslEngineOptions(engine())
                .setUseAlpn(true)
                .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1))
                .setHttp2RstFloodMaxRstFramePerWindow(RESETS_MAX)
                .setInitialSettings(new Http2Settings()
                        .setMaxConcurrentStreams(STREAMS_MAX)
                        .setMaxHeaderListSize(HttpLimits.HEADER_BYTES_MAX));
    }

    /** BoringSSL shakes hands several times as fast as Java; its library comes with Gatling, if this runs beside it. */
    private static SSLEngineOptions engine() {
        return OpenSSLEngineOptions.isAvailable() ? new OpenSSLEngineOptions() : new JdkSSLEngineOptions();
    }
}
