package id.tenggat.replay;

import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.util.Throwables;
import io.gatling.core.CoreComponents;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.http.cache.SslContextSupport;
import io.gatling.http.client.Request;
import io.gatling.http.client.impl.RequestTimeoutException;
import io.gatling.http.cookie.CookieSupport;
import io.gatling.http.protocol.HttpComponents;
import io.gatling.http.protocol.HttpProtocol;
import io.gatling.http.util.HttpHelper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;

import java.net.URI;

/**
 * Hands calls to Gatling's HTTP client, and tells Gatling's statistics how they end, as its own action does for a request
 * without checks, redirects and caches. Used by all event loops of a run.
 */
final class CallSender {
    private static final Logger LOG = LoggerFactory.getLogger(CallSender.class);

    private final CoreComponents core;
    private final HttpComponents http;
    private final RequestMaker requests;

    private CallSender(CoreComponents core, HttpComponents http, RequestMaker requests) {
        this.core = core;
        this.http = http;
        this.requests = requests;
    }

    /** @param origin of the target */
    static CallSender of(ScenarioContext context, URI origin) {
        HttpComponents http = context.protocolComponentsRegistry().components(HttpProtocol.HttpProtocolKey());
        return new CallSender(context.coreComponents(), http, new RequestMaker(context, http, origin));
    }

    /** Whether answers are to come by HTTP/2. */
    boolean wantsHttp2() {
        return http.httpProtocol().enginePart().enableHttp2();
    }

    /** Sends it, and tells its owner in the end. A call of which no request can be made fails. */
    void send(Session session, Call call, long timeoutMs, LiveCall.Owner owner) {
        Request request;
        try {
            request = requests.request(session, call, timeoutMs);
        } catch (RuntimeException unmade) {
            LOG.error("No request can be made of {} {}", call.method(), call.url(), unmade);
            core.statsEngine().logRequestCrash(session.scenario(), session.groups(), call.name(), words(unmade));
            owner.failed(System.nanoTime(), false);
            return;
        }
        hand(new LiveCall(this, session, request, owner));
    }

    private void hand(LiveCall call) {
        try {
            http.httpEngine()
                    .executeRequest(
                            call.request(),
                            call.session().userId(),
                            http.httpProtocol().enginePart().shareConnections(),
                            call.session().eventLoop(),
                            call,
                            SslContextSupport.sslContexts(call.session()));
        } catch (RuntimeException unsent) {
            call.onThrowable(unsent);
        }
    }

    /** On Gatling's clock. */
    long nowMs() {
        return core.clock().nowMillis();
    }

    /**
     * Tells Gatling's statistics of an answer.
     *
     * @return the session with the cookies that it sets
     * @throws RuntimeException if they can't be read; then nothing was told
     */
    Session answered(LiveCall call, int status, HttpHeaders headers) {
        Session after = headers.contains(HttpHeaderNames.SET_COOKIE) ? withCookies(call, headers) : call.session();
        boolean isOk = HttpHelper.isOk(status);
        Option<String> message = isOk ? Option.empty() : Option.apply("status " + status);
        log(call, isOk, Option.apply(Integer.toString(status)), message);
        return after;
    }

    private Session withCookies(LiveCall call, HttpHeaders headers) {
        return CookieSupport.storeCookies(
                call.session(), call.request().getUri(), HttpHelper.responseCookies(headers), nowMs());
    }

    /** Tells Gatling's statistics of a call without an answer. */
    void failed(LiveCall call, Throwable why) {
        log(call, false, Option.empty(), Option.apply(words(why)));
    }

    private void log(LiveCall call, boolean isOk, Option<String> status, Option<String> message) {
        core.statsEngine()
                .logResponse(
                        call.session().scenario(),
                        call.session().groups(),
                        call.request().getName(),
                        call.sentMs(),
                        Math.max(call.sentMs(), nowMs()),
                        isOk ? OK$.MODULE$ : KO$.MODULE$,
                        status,
                        message);
    }

    /** As in Gatling's own reports. */
    private static String words(Throwable why) {
        Throwable root = new Throwables.PimpedException<>(why).rootCause();
        return root instanceof RequestTimeoutException
                ? String.valueOf(root.getMessage())
                : new Throwables.PimpedException<>(root).detailedMessage();
    }
}
