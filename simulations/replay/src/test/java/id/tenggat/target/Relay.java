package id.tenggat.target;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy that leads every name to one address, and may serve a token of its own. */
final class Relay implements AutoCloseable {

    private final ServerSocket socket;
    private final InetAddress everywhere;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private volatile String own = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";

    private Relay(ServerSocket socket, InetAddress everywhere) {
        this.socket = socket;
        this.everywhere = everywhere;
        threads.execute(this::accept);
    }

    static Relay at(String address, InetAddress everywhere) throws IOException {
        return new Relay(new ServerSocket(0, 50, World.address(address)), everywhere);
    }

    Target target() {
        return Target.parse("http://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort());
    }

    /** Method and what it is to be done to, of every request. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    void agrees(int perSecond) {
        String token = new Authorisation(World.SCENARIO, perSecond, World.NOW.plus(Duration.ofHours(1))).json();
        own = "HTTP/1.1 200 OK\r\nContent-Length: " + token.length() + "\r\n\r\n" + token;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1), 1);
            String request = lines.readLine();
            StringBuilder headers = new StringBuilder();
            for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
                headers.append(line).append("\r\n");
            }
            String[] words = request.split(" ", -1);
            heard.add(words[0] + " " + words[1]);
            answer(client, words, headers.toString());
        } catch (IOException e) {
            // The client, or the server behind, has gone.
        }
    }

    private void answer(Socket client, String[] words, String headers) throws IOException {
        if (words[0].equals("CONNECT")) {
            int port = Integer.parseInt(words[1].replaceAll(".*:", ""));
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            join(client, port, "");
        } else if (words[1].startsWith("http://")) {
            URI uri = URI.create(words[1]);
            join(client, uri.getPort(), words[0] + " " + uri.getPath() + " HTTP/1.1\r\n" + headers + "\r\n");
        } else {
            client.getOutputStream().write(own.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private void join(Socket client, int port, String first) throws IOException {
        try (Socket server = new Socket()) {
            server.connect(new InetSocketAddress(everywhere, port));
            server.getOutputStream().write(first.getBytes(StandardCharsets.ISO_8859_1));
            threads.execute(() -> pump(client, server));
            server.getInputStream().transferTo(client.getOutputStream());
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
        } catch (IOException e) {
            // Either end has gone.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
