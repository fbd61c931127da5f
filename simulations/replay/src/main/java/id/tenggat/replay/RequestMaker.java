package id.tenggat.replay;

import io.gatling.commons.validation.Validation;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.http.client.Request;
import io.gatling.http.client.body.RequestBody;
import io.gatling.http.client.body.bytearray.ByteArrayRequestBody;
import io.gatling.http.client.resolver.InetAddressNameResolver;
import io.gatling.http.client.uri.Uri;
import io.gatling.http.client.uri.UriEncoder;
import io.gatling.http.client.util.HttpUtils;
import io.gatling.http.cookie.CookieSupport;
import io.gatling.http.protocol.HttpComponents;
import io.gatling.http.request.HttpRequestDef;
import io.gatling.http.request.builder.HttpRequestBuilder;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.cookie.ClientCookieEncoder;
import io.netty.handler.codec.http.cookie.Cookie;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import static io.gatling.javaapi.http.HttpDsl.http;

/**
 * Makes requests of calls, as Gatling's HTTP client takes them. What all requests of a run have in common (the protocol's headers,
 * a proxy) is asked of Gatling once.
 */
final class RequestMaker {

    private final HttpComponents http;
    private final HttpRequestDef plainDefinition;
    private final UriEncoder encoder;
    private volatile @Nullable Request plain;

    /** @param origin of the target */
    RequestMaker(ScenarioContext context, HttpComponents http, URI origin) {
        this.http = http;
        HttpRequestBuilder builder =
                (HttpRequestBuilder) http("plain").get(origin.toString()).asScala();
        plainDefinition = builder.build(
                http.httpCaches(),
                http.httpProtocol(),
                context.throttled(),
                context.coreComponents().configuration());
        encoder = UriEncoder.uriEncoder(!http.httpProtocol().requestPart().disableUrlEncoding());
    }

    /**
     * The request of a call, in a session with the cookies that go with it.
     *
     * @throws RuntimeException if the call's URL or method is none
     */
    Request request(Session session, Call call, long timeoutMs) {
        Request common = plain(session);
        Uri uri = encoder.encode(Uri.create(call.url()), List.of());
        List<Cookie> cookies = CollectionConverters.asJava(CookieSupport.getStoredCookies(session, uri));
        return new Request(
                call.name(),
                HttpMethod.valueOf(call.method()),
                uri,
                headers(common, uri, cookies, call.headers()),
                cookies,
                body(call),
                timeoutMs,
                common.isAutoOrigin(),
                common.getLocalAddresses(),
                common.getRealm(),
                common.getProxyServer(),
                common.getProxyProtocolSourceIpV4Address(),
                common.getProxyProtocolSourceIpV6Address(),
                null,
                nameResolver(session),
                common.isHttp2Enabled(),
                common.getHttp2PriorKnowledge(),
                null);
    }

    /** Sessions differ in nothing that is asked here, and making it twice does no harm. */
    private Request plain(Session session) {
        Request known = plain;
        if (known == null) {
            known = valid(plainDefinition.clientRequest().apply(session));
            plain = known;
        }
        return known;
    }

    private InetAddressNameResolver nameResolver(Session session) {
        return valid(http.httpCaches().nameResolver(session));
    }

    private static <T> T valid(Validation<T> made) {
        if (made instanceof io.gatling.commons.validation.Success<T> success) {
            return success.value();
        }
        throw new IllegalStateException("Gatling makes no request: " + made);
    }

    private static HttpHeaders headers(Request common, Uri uri, List<Cookie> cookies, Map<String, String> ofCall) {
        HttpHeaders headers = common.getHeaders().copy();
        if (!uri.isSameBase(common.getUri())) {
            headers.set(HttpHeaderNames.HOST, HttpUtils.hostHeader(uri));
        }
        if (!cookies.isEmpty()) {
            headers.set(HttpHeaderNames.COOKIE, ClientCookieEncoder.LAX.encode(cookies));
        }
        ofCall.forEach(headers::set);
        return headers;
    }

    private static @Nullable RequestBody body(Call call) {
        return call.body().length == 0 ? null : new ByteArrayRequestBody(call.body(), null, StandardCharsets.UTF_8);
    }
}
