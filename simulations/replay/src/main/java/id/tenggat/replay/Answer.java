package id.tenggat.replay;

import id.tenggat.adapter.Expectation;
import io.gatling.http.response.Response;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;

import java.util.Optional;

/** A complete answer with any status code. */
public final class Answer implements Reply {
    private final HttpResponseStatus status;
    private final HttpHeaders headers;
    private final ByteBuf body;
    private final boolean isHttp2;

    Answer(HttpResponseStatus status, HttpHeaders headers, ByteBuf body, boolean isHttp2) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.isHttp2 = isHttp2;
    }

    /** As Gatling's own chains hear it; without its body. */
    static Answer of(Response response) {
        return new Answer(response.status(), response.headers(), Unpooled.EMPTY_BUFFER, response.isHttp2());
    }

    /** Whether it came by HTTP/2. */
    boolean isHttp2() {
        return isHttp2;
    }

    /** The status code, 200 to 599. */
    public int status() {
        return status.code();
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
        return Optional.ofNullable(headers.get(name));
    }

    /** What the answer sets a cookie of this name to. */
    Optional<String> cookie(String name) {
        return headers.getAll("Set-Cookie").stream()
                .map(line -> line.split(";", 2)[0].split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equals(name))
                .map(pair -> pair[1].strip())
                .findFirst();
    }

    /** The body. Ask within {@link VirtualUser#settle}: its buffers are recycled when that returns. */
    public byte[] body() {
        return ByteBufUtil.getBytes(body);
    }
}
