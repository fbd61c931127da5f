package id.tenggat.stack;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;

/** HTTP requests by the class of their status. */
final class HttpTally {

    private static final String[] CLASSES = {"none", "1xx", "2xx", "3xx", "4xx", "5xx"};

    private final CounterDataPoint[] requests = new CounterDataPoint[CLASSES.length];

    HttpTally(Metrics metrics) {
        Counter all = metrics.counter(
                "http_requests",
                "HTTP requests by class of status, but for warm-ups; none are those whose client left first.",
                "status");
        for (int i = 0; i < CLASSES.length; i++) {
            requests[i] = all.labelValues(CLASSES[i]);
        }
    }

    /** A request was answered with this status, 100 to 599; 0 if its client left before. */
    void answered(int status) {
        requests[status / 100].inc();
    }
}
