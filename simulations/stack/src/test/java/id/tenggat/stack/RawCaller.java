package id.tenggat.stack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sends requests one after the other, on one connection as long as the server keeps it, and reads their answers. */
final class RawCaller implements AutoCloseable {

    private static final int PATIENCE_MS = 60_000;

    private final int port;
    private Optional<Socket> socket = Optional.empty();

    RawCaller(int port) {
        this.port = port;
    }

    /**
     * The answer; empty if the connection was closed without one.
     *
     * @throws IOException if no answer comes for a minute, or it is no HTTP
     */
    Optional<Contract.Seen> send(FuzzedRequest request) throws IOException {
        Socket open = socket.isPresent() ? socket.get() : connect();
        try {
            open.getOutputStream().write(request.bytes());
            Optional<Contract.Seen> seen = read(request, new BufferedInputStream(open.getInputStream()));
            if (seen.map(answer -> answer.headers().containsKey("connection")).orElse(true)) {
                close();
            }
            return seen;
        } catch (SocketException broken) {
            close();
            return Optional.empty();
        }
    }

    private Socket connect() throws IOException {
        Socket open = new Socket(InetAddress.getLoopbackAddress(), port);
        open.setSoTimeout(PATIENCE_MS);
        open.setTcpNoDelay(true);
        socket = Optional.of(open);
        return open;
    }

    private static Optional<Contract.Seen> read(FuzzedRequest request, InputStream in) throws IOException {
        String statusLine = line(in);
        if (statusLine.isEmpty()) {
            return Optional.empty();
        }
        int status = Integer.parseInt(statusLine.split(" ", 3)[1]);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(": ?", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        if (status == 100) {
            return read(request, in);
        }
        int length = request.method.equals("HEAD") ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return Optional.of(new Contract.Seen(request.method, request.pathSent(), status, headers, text));
    }

    /** A line without its end; empty at the end of all, too. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        if (socket.isPresent()) {
            socket.get().close();
            socket = Optional.empty();
        }
    }
}
