package id.tenggat.replay;

import id.tenggat.adapter.Wire;
import io.gatling.javaapi.http.Proxy;

import static io.gatling.javaapi.http.HttpDsl.Proxy;

/** Proxies as Gatling takes them. */
final class Proxies {

    private Proxies() {}

    static Proxy of(Wire.Proxy proxy) {
        Proxy plain = Proxy(proxy.origin().getHost(), proxy.origin().getPort()).http();
        return proxy.login()
                .map(login -> plain.credentials(login.user(), login.password()))
                .orElse(plain);
    }
}
