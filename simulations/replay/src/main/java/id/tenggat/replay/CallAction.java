package id.tenggat.replay;

import io.gatling.commons.validation.Validation;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.http.action.HttpRequestAction;
import io.gatling.http.client.Request;
import io.gatling.http.protocol.HttpComponents;
import io.gatling.http.request.HttpRequestDef;
import io.gatling.http.request.builder.HttpRequestBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

import java.util.function.BiFunction;

/**
 * An HTTP request that is amended before Gatling's client sees it. A signature comes too late for that: the client calls it
 * when the request is written, long after its timer has begun.
 *
 * @param request as Gatling would make it
 * @param amended what becomes of it in this session
 */
record CallAction(HttpRequestActionBuilder request, BiFunction<Session, Request, Request> amended)
        implements io.gatling.javaapi.core.ActionBuilder {

    @Override
    public ActionBuilder asScala() {
        HttpRequestBuilder builder = (HttpRequestBuilder) request.asScala();
        return (ScenarioContext context, Action next) -> {
            HttpComponents http = builder.lookUpHttpComponents(context.protocolComponentsRegistry());
            HttpRequestDef made = builder.build(
                    http.httpCaches(),
                    http.httpProtocol(),
                    context.throttled(),
                    context.coreComponents().configuration());
            return new HttpRequestAction(amended(made), http.httpTxExecutor(), context.coreComponents(), next);
        };
    }

    private HttpRequestDef amended(HttpRequestDef made) {
        return new HttpRequestDef(made.requestName(), session -> amended(made, session), made.requestConfig());
    }

    private Validation<Request> amended(HttpRequestDef made, Session session) {
        return made.clientRequest().apply(session).map(plain -> amended.apply(session, plain));
    }

    /** The same request with a timeout of its own, and without a body if it has none. */
    static Request amended(Request plain, long timeoutMs, boolean hasBody) {
        return new Request(
                plain.getName(),
                plain.getMethod(),
                plain.getUri(),
                plain.getHeaders(),
                plain.getCookies(),
                hasBody ? plain.getBody() : null,
                timeoutMs,
                plain.isAutoOrigin(),
                plain.getLocalAddresses(),
                plain.getRealm(),
                plain.getProxyServer(),
                plain.getProxyProtocolSourceIpV4Address(),
                plain.getProxyProtocolSourceIpV6Address(),
                plain.getSignatureCalculator(),
                plain.getNameResolver(),
                plain.isHttp2Enabled(),
                plain.getHttp2PriorKnowledge(),
                plain.getWsSubprotocol());
    }
}
