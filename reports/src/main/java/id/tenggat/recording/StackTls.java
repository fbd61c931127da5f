package id.tenggat.recording;

import java.security.cert.X509Certificate;

/**
 * Where a live stack listens over TLS.
 *
 * @param port on the stack's own host, 1 to 65535
 * @param certificate that it shows, signed by itself
 */
public record StackTls(int port, X509Certificate certificate) {}
