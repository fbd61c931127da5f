package id.tenggat.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Bytes that are sent on one connection, and all that comes back until it is closed.
 *
 * @param statuses of the answers, in their order
 */
record RawExchange(List<Integer> statuses, String text) {

    private static final Charset BYTES = StandardCharsets.ISO_8859_1;
    private static final int PATIENCE_MS = 60_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/[12]\\.\\d (\\d{3}) [^\\r]*\\r\\n");

    static RawExchange with(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.getBytes(BYTES));
            String text = new String(socket.getInputStream().readAllBytes(), BYTES);
            return new RawExchange(statuses(text), text);
        }
    }

    private static List<Integer> statuses(String text) {
        List<Integer> statuses = new ArrayList<>();
        Matcher matcher = STATUS.matcher(text);
        while (matcher.find()) {
            statuses.add(Integer.parseInt(matcher.group(1)));
        }
        return statuses;
    }

    /** The first answer, as one to what the request's first line asks for. */
    Contract.Seen first(String request) {
        String[] asked = (request.lines().findFirst().orElse("") + " ? ?").split(" ", -1);
        int end = text.indexOf("\r\n\r\n");
        Map<String, String> headers = text.substring(0, end)
                .lines()
                .skip(1)
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(parts -> parts[0].toLowerCase(Locale.ROOT), parts -> parts[1]));
        int begins = end + 4;
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = text.substring(begins, begins + length);
        return new Contract.Seen(
                asked[0], asked[1], statuses.get(0), headers, new String(body.getBytes(BYTES), StandardCharsets.UTF_8));
    }
}
