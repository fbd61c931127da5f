package id.tenggat.stack;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import java.net.URI;

/** Makes WireMock answer as the caller has drawn it: the drawing is keyed, so that both engines see the same delays and faults. */
final class DrawnAnswer implements ResponseDefinitionTransformerV2 {

    static final String NAME = "drawn-answer";
    static final String DELAY_MS_HEADER = "Tenggat-Delay-Ms";
    static final String FAULT_HEADER = "Tenggat-Fault";
    static final String CHUNKS_MS_HEADER = "Tenggat-Chunks-Ms";

    /** How the answer comes; without it, at once. */
    static final String ANSWERS_HEADER = "Tenggat-Answers";

    static final String POLLED = "polled";
    static final String WEBHOOK = "webhook";

    private final PolledOrders orders;
    private final Webhooks webhooks;

    DrawnAnswer(PolledOrders orders, Webhooks webhooks) {
        this.orders = orders;
        this.webhooks = webhooks;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        LoggedRequest request = event.getRequest();
        ResponseDefinition plain = event.getResponseDefinition();
        if (request.getMethod().equals(RequestMethod.GET)) {
            return orders.answer(request.getUrl(), plain);
        }
        DrawnScript script = DrawnScript.of(request);
        String answers = String.valueOf(request.getHeader(ANSWERS_HEADER));
        return switch (answers) {
            case POLLED -> accepted(plain, "{\"id\": \"" + orders.take(script) + "\"}");
            case WEBHOOK -> {
                webhooks.plan(callback(request), script);
                yield accepted(plain, "{}");
            }
            default -> script.answer(plain).withFixedDelay(script.delayMs()).build();
        };
    }

    private static URI callback(LoggedRequest request) {
        return URI.create(Json.node(request.getBodyAsString()).path("callback").asText());
    }

    private static ResponseDefinition accepted(ResponseDefinition plain, String body) {
        return ResponseDefinitionBuilder.like(plain)
                .but()
                .withStatus(202)
                .withBody(body)
                .build();
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }
}
