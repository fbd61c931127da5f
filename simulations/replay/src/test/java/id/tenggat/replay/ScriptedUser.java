package id.tenggat.replay;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A user who makes the calls of a list, one after the other, and hands on how each ended. */
final class ScriptedUser implements VirtualUser {
    private final Iterator<Call> calls;
    private final long pauseNs;
    private final Consumer<Exchange> heard;
    private long nextDueNs;

    ScriptedUser(List<Call> calls, long dueNs, long pauseNs, Consumer<Exchange> heard) {
        this.calls = calls.iterator();
        this.nextDueNs = dueNs;
        this.pauseNs = pauseNs;
        this.heard = heard;
    }

    static Call call(String url) {
        return Call.post(
                "call",
                url,
                Map.of("X-Applicant", "4711"),
                "payload".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public OptionalLong nextDueNs() {
        return calls.hasNext() ? OptionalLong.of(nextDueNs) : OptionalLong.empty();
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public Call call() {
        return calls.next();
    }

    @Override
    public void settle(Exchange exchange) {
        nextDueNs = System.nanoTime() + pauseNs;
        heard.accept(exchange);
    }
}
