package id.tenggat.stack;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Orders whose callers ask what became of them. One is forgotten with the answer that settles it. Safe for any threads. */
final class PolledOrders {

    private record Order(long dueNanoTime, DrawnScript script) {}

    private final Map<String, Order> open = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    /** A new order; returns its id. */
    String take(DrawnScript script) {
        String id = Long.toString(last.incrementAndGet());
        open.put(id, new Order(System.nanoTime() + script.delayMs() * 1_000_000L, script));
        return id;
    }

    /** What became of the order that a path like {@code /bank/17} names. */
    ResponseDefinition answer(String path, ResponseDefinition plain) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        Order order = open.get(id);
        if (order == null) {
            return status(404, "no such order", plain);
        } else if (System.nanoTime() - order.dueNanoTime() < 0) {
            return status(202, "pending", plain);
        }
        open.remove(id);
        return order.script().answer(plain).build();
    }

    private static ResponseDefinition status(int status, String words, ResponseDefinition plain) {
        return ResponseDefinitionBuilder.like(plain)
                .but()
                .withStatus(status)
                .withBody("{\"status\": \"" + words + "\"}")
                .build();
    }
}
