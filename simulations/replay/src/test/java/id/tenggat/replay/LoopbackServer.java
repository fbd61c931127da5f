package id.tenggat.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A server that does to a connection what the path says: {@code /status/503}, {@code /silent} (until the client closes),
 * {@code /hangup} (ends the connection), {@code /reset} (aborts it), {@code /half} (ends it in the middle of the answer),
 * {@code /closing} (answers, says that it closes, and does), {@code /cookie} (sets one), {@code /pieces} (answers in three).
 */
final class LoopbackServer implements AutoCloseable {
    record Seen(String path, String head, String body) {}

    private static final String CLOSING = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

    private final ServerSocket socket = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    private final ExecutorService connections = Executors.newCachedThreadPool();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final CountDownLatch closedByClient = new CountDownLatch(1);

    LoopbackServer() throws IOException {
        connections.execute(this::accept);
    }

    String url(String path) {
        return "http://127.0.0.1:" + socket.getLocalPort() + path;
    }

    List<Seen> seen() {
        return seen;
    }

    /** How many connections were opened. */
    int opened() {
        return opened.get();
    }

    /** Opens when a client has closed a connection on which it was owed an answer. */
    CountDownLatch closedByClient() {
        return closedByClient;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        connections.shutdownNow();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                opened.incrementAndGet();
                connections.execute(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                String path = head.split(" ", 3)[1];
                seen.add(new Seen(path, head, body(in, head)));
                act(path, connection, in);
            }
        } catch (IOException ended) {
            closedByClient.countDown();
        }
    }

    private void act(String path, Socket connection, InputStream in) throws IOException {
        switch (path) {
            case "/silent" -> awaitEnd(in);
            case "/hangup" -> connection.shutdownOutput();
            case "/reset" -> connection.setSoLinger(true, 0);
            case "/half" -> write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            case "/closing" -> write(connection, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
            case "/cookie" ->
                write(connection, CLOSING + "Set-Cookie: SID=4711; Path=/\r\nContent-Length: 2\r\n\r\nok");
            case "/pieces" ->
                write(
                        connection,
                        CLOSING
                                + "Transfer-Encoding: chunked\r\n\r\n4\r\none \r\n4\r\ntwo \r\n5\r\nthree\r\n0\r\n\r\n");
            default -> answer(path, connection);
        }
        if (!path.startsWith("/status/")) {
            connection.close();
        }
    }

    private void awaitEnd(InputStream in) throws IOException {
        if (in.read() < 0) {
            closedByClient.countDown();
        }
    }

    private static void answer(String path, Socket connection) throws IOException {
        String status = path.substring(path.lastIndexOf('/') + 1);
        String body = status.equals("204") ? "" : "answered " + status;
        String length = status.equals("204") ? "" : "Content-Length: " + body.length() + "\r\n";
        write(connection, "HTTP/1.1 " + status + " Reason\r\nRetry-After: 7\r\n" + length + "\r\n" + body);
    }

    private static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int read = in.read(); read >= 0; read = in.read()) {
            head.append((char) read);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    private static String body(InputStream in, String head) throws IOException {
        int length = head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(
                        line.substring("content-length:".length()).trim()))
                .findFirst()
                .orElse(0);
        return new String(in.readNBytes(length), ISO_8859_1);
    }

    static int unusedPort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
