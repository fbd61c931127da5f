package id.tenggat.replay;

import id.tenggat.adapter.Expectation;
import io.gatling.http.response.Response;

import java.util.Optional;

/** A complete answer with any status code. */
public final class Answer implements Reply {
    private final Response response;

    Answer(Response response) {
        this.response = response;
    }

    /** The status code, 200 to 599. */
    public int status() {
        return response.status().code();
    }

    /** Whether HTTP calls its status successful. */
    boolean isSuccessful() {
        return Expectation.SUCCESSFUL.allows(status());
    }

    /** Whether it turns its client away: too many requests, or service unavailable. */
    boolean isShed() {
        return Expectation.SHED.allows(status());
    }

    /** The first header of this name, whatever its case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(response.headers().get(name));
    }

    /** What the answer sets a cookie of this name to. */
    Optional<String> cookie(String name) {
        return response.headers().getAll("Set-Cookie").stream()
                .map(line -> line.split(";", 2)[0].split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equals(name))
                .map(pair -> pair[1].strip())
                .findFirst();
    }

    /** The body. Ask within {@link VirtualUser#settle}: its buffers are recycled when that returns. */
    public byte[] body() {
        return response.body().bytes();
    }
}
