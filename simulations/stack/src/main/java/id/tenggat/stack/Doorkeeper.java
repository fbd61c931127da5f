package id.tenggat.stack;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets a request pass, or refuses it and closes its connection: one that two parties might read differently, or that a page
 * of somebody else's makes a browser send. Framing is the server library's business; what it can't read comes to
 * {@link #unreadable}.
 */
final class Doorkeeper implements Handler<HttpServerRequest> {

    /** Headers of which two readers might take two values. */
    private static final List<String> ONCE =
            List.of("Content-Type", JourneyRoute.ATTEMPT_HEADER, IdempotencyKey.HEADER);

    private final Handler<HttpServerRequest> inside;

    Doorkeeper(Handler<HttpServerRequest> inside) {
        this.inside = inside;
    }

    @Override
    public void handle(HttpServerRequest request) {
        Optional<Problem> problem = problem(request);
        if (problem.isPresent()) {
            refuse(request, problem.get());
        } else {
            request.handler(new Unread(request)::take);
            inside.handle(request);
        }
    }

    /** A request that is no HTTP. */
    static void unreadable(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        Problem problem = Problem.malformed("the request is no HTTP/1.1");
        if (cause instanceof TooLongHttpLineException) {
            problem = Problem.lineTooLong();
        } else if (cause instanceof TooLongFrameException) {
            problem = Problem.headersTooLarge();
        }
        refuse(request, problem);
    }

    private static void refuse(HttpServerRequest request, Problem problem) {
        if (Doors.isStream(request)) {
            request.handler(new Unread(request)::take);
            Replies.problem(request.response(), problem);
            return;
        }
        Doors.shut(request);
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        Replies.problem(request.response(), problem);
        var unused = request.connection().close();
    }

    private static Optional<Problem> problem(HttpServerRequest request) {
        MultiMap headers = request.headers();
        if (!request.uri().startsWith("/")) {
            return Optional.of(
                    Problem.malformed("the request's target must be a path, found " + Steps.shown(request.uri())));
        }
        return countProblem(headers)
                .or(() -> hostProblem(request))
                .or(() -> originProblem(headers))
                .or(() -> codingProblem(headers))
                .or(() -> expectationProblem(headers))
                .or(() -> repetitionProblem(headers));
    }

    private static Optional<Problem> countProblem(MultiMap headers) {
        int count = 0;
        for (Map.Entry<String, String> header : headers) {
            count++;
            if (header.getKey().isEmpty()) {
                return Optional.of(Problem.malformed("a header must have a name"));
            }
        }
        return count > HttpLimits.HEADERS_MAX ? Optional.of(Problem.headersTooLarge()) : Optional.empty();
    }

    private static Optional<Problem> hostProblem(HttpServerRequest request) {
        List<String> hosts = hosts(request);
        if (hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_0) {
            return Optional.empty();
        } else if (hosts.size() != 1) {
            return Optional.of(Problem.malformed("a request must have one header Host, found " + hosts.size()));
        }
        return LoopbackName.isOne(hosts.get(0)) ? Optional.empty() : Optional.of(Problem.foreignHost(hosts.get(0)));
    }

    /** HTTP/2 has the host in a field of its own, and clients may repeat it in the header (RFC 9113, 8.3.1). */
    private static List<String> hosts(HttpServerRequest request) {
        List<String> named = request.headers().getAll(HttpHeaders.HOST);
        HostAndPort authority = Doors.isStream(request) ? request.authority() : null;
        return authority == null
                ? named
                : Stream.concat(Stream.of(authority.toString()), named.stream())
                        .distinct()
                        .toList();
    }

    private static Optional<Problem> originProblem(MultiMap headers) {
        return headers.getAll(HttpHeaders.ORIGIN).stream()
                .filter(origin -> !LoopbackName.isOrigin(origin))
                .findFirst()
                .map(Problem::foreignOrigin);
    }

    private static Optional<Problem> codingProblem(MultiMap headers) {
        List<String> codings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        if (codings.isEmpty() || (codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"))) {
            return Optional.empty();
        }
        return Optional.of(Problem.malformed(
                "Transfer-Encoding must be chunked, found " + Steps.shown(String.join(", ", codings))));
    }

    private static Optional<Problem> expectationProblem(MultiMap headers) {
        return headers.getAll(HttpHeaders.EXPECT).stream()
                .filter(expected -> !expected.equalsIgnoreCase("100-continue"))
                .findFirst()
                .map(Problem::unmetExpectation);
    }

    private static Optional<Problem> repetitionProblem(MultiMap headers) {
        return ONCE.stream()
                .filter(name -> headers.getAll(name).size() > 1)
                .findFirst()
                .map(name -> Problem.malformed("the header " + name + " may stand once only"));
    }

    /** Counts a body that whoever answers does not read. */
    private static final class Unread {

        private final HttpServerRequest request;
        private long bytes;

        Unread(HttpServerRequest request) {
            this.request = request;
        }

        void take(Buffer chunk) {
            bytes += chunk.length();
            if (bytes > HttpLimits.UNREAD_BYTES_MAX) {
                Doors.hangUp(request);
            }
        }
    }
}
