package id.tenggat.stack;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

/** Makes WireMock answer as the caller has drawn it: the drawing is keyed, so that both engines see the same delays and faults. */
final class DrawnAnswer implements ResponseDefinitionTransformerV2 {

    static final String NAME = "drawn-answer";
    static final String DELAY_MS_HEADER = "Tenggat-Delay-Ms";
    static final String FAILS_HEADER = "Tenggat-Fails";

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        LoggedRequest request = event.getRequest();
        return ResponseDefinitionBuilder.like(event.getResponseDefinition())
                .but()
                .withStatus(request.containsHeader(FAILS_HEADER) ? 503 : 200)
                .withFixedDelay(Integer.parseInt(request.getHeader(DELAY_MS_HEADER)))
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
