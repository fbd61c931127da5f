package id.tenggat.stack;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import id.tenggat.ledger.LedgerException;
import id.tenggat.scenario.Answering;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.ThirdParty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiremock.webhooks.Webhooks;

import java.time.Duration;
import java.util.List;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static id.tenggat.stack.Scenarios.calling;
import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A WireMock that somebody else has set up decides what happens, whatever the scenario says. */
class OwnThirdPartiesTest {

    private static final Answering POLLED = new Answering.Polled(Duration.ofMillis(5));

    private final WireMockServer theirs = new WireMockServer(WireMockConfiguration.wireMockConfig()
            .bindAddress("127.0.0.1")
            .dynamicPort()
            .templatingEnabled(true));

    @BeforeEach
    void start() {
        theirs.start();
    }

    @AfterEach
    void stop() {
        theirs.stop();
    }

    /** The status that an applicant gets who pays at a bank that would take an hour and fail, if the draws decided. */
    private int paid(Answering answering) throws PortUnavailableException, LedgerException {
        ThirdParty bank = new ThirdParty("bank", fixed(3_600_000), 1, CallFaults.NONE, answering);
        Scenario scenario =
                Scenarios.of(List.of(calling(station("portal", 9, 0, fixed(1)), 0)), List.of(bank), List.of());
        PlayedBy own = PlayedBy.parse("http://127.0.0.1:" + theirs.port());
        try (StackServer stack =
                StackServer.start(scenario, StackOptions.onPort(0).withThirdParties(own))) {
            Caller caller = new Caller(stack).crowd(2, 1);
            int status = caller.attempt(1, "pay").statusCode();
            assertThat(caller.health().getInteger("faults")).isZero();
            assertThat(caller.health().getString("thirdPartiesBy")).isEqualTo(own.words());
            return status;
        }
    }

    private void onCall(ResponseDefinitionBuilder answer) {
        theirs.stubFor(post("/bank").willReturn(answer));
    }

    @Test
    void the_status_at_once_is_what_happens() throws PortUnavailableException, LedgerException {
        onCall(aResponse().withStatus(200).withFixedDelay(20));
        assertThat(paid(Answering.AT_ONCE)).isEqualTo(200);
        onCall(aResponse().withStatus(500));
        assertThat(paid(Answering.AT_ONCE)).isEqualTo(502);
        onCall(aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertThat(paid(Answering.AT_ONCE)).isEqualTo(502);
    }

    @Test
    void an_order_is_asked_for_until_it_is_settled() throws PortUnavailableException, LedgerException {
        onCall(aResponse().withStatus(202).withBody("{\"id\": \"a-1\"}"));
        theirs.stubFor(get("/bank/a-1")
                .inScenario("order")
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("due")
                .willReturn(aResponse().withStatus(202)));
        theirs.stubFor(get("/bank/a-1")
                .inScenario("order")
                .whenScenarioStateIs("due")
                .willReturn(aResponse().withStatus(200)));
        assertThat(paid(POLLED)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{}", "{\"id\": \"../admin\"}", "{\"id\": null, \"other\": 1}"})
    void an_order_without_an_id_fails(String body) throws PortUnavailableException, LedgerException {
        theirs.stubFor(get("/bank/null").willReturn(aResponse().withStatus(500)));
        onCall(aResponse().withStatus(202).withBody(body));
        assertThat(paid(POLLED)).isEqualTo(502);
    }

    @ParameterizedTest
    @ValueSource(strings = {"settled", "failed", "whatever"})
    void a_webhook_of_wiremock_calls_back(String status) throws PortUnavailableException, LedgerException {
        theirs.stubFor(post("/bank")
                .willReturn(aResponse().withStatus(202))
                .withServeEventListener(
                        "webhook",
                        Webhooks.webhook()
                                .withMethod(RequestMethod.POST)
                                .withUrl("{{jsonPath originalRequest.body '$.callback'}}")
                                .withBody("{\"status\": \"" + status + "\"}")));
        assertThat(paid(Answering.WEBHOOK)).isEqualTo(status.equals("settled") ? 200 : 502);
    }

    @Test
    void a_stack_does_not_start_where_nobody_plays_its_third_parties() {
        String where = "http://127.0.0.1:" + theirs.port();
        theirs.stop();
        ThirdParty bank = new ThirdParty("bank", fixed(1), 0, CallFaults.NONE, Answering.AT_ONCE);
        Scenario paying =
                Scenarios.of(List.of(calling(station("portal", 9, 0, fixed(1)), 0)), List.of(bank), List.of());
        assertThatThrownBy(
                        () -> StackServer.start(paying, StackOptions.onPort(0).withThirdParties(PlayedBy.parse(where))))
                .isInstanceOf(ThirdPartiesUnavailableException.class)
                .hasMessageStartingWith("the third parties at " + where + " can't be reached: ");
    }

    @Test
    void where_there_are_no_third_parties_nobody_is_asked_for_them() throws PortUnavailableException, LedgerException {
        PlayedBy own = PlayedBy.parse("http://127.0.0.1:" + theirs.port());
        theirs.stop();
        Scenario alone = Scenarios.of(List.of(station("portal", 9, 0, fixed(1))), List.of(), List.of());
        try (StackServer stack = StackServer.start(alone, StackOptions.onPort(0).withThirdParties(own))) {
            assertThat(stack.thirdPartiesBy()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "WireMock",
                "inprocess",
                "8089",
                "127.0.0.1:8089",
                "http://127.0.0.1",
                "http://127.0.0.1:0",
                "http://127.0.0.1:70000",
                "http://127.0.0.1:8089/bank",
                "http://127.0.0.1:8089/?x=1",
                "http://me@127.0.0.1:8089",
                "https://127.0.0.1:8089",
                "http://192.0.2.1:8089",
                "http://example.org:8089",
                "http://127.0.0.1:80 89"
            })
    void nothing_else_plays_third_parties(String text) {
        assertThatThrownBy(() -> PlayedBy.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("third parties are played by wiremock, in-process or http://127.0.0.1:PORT, found " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wiremock", "in-process", "http://127.0.0.1:8089"})
    void who_plays_them_is_said_in_the_words_of_the_option(String words) {
        assertThat(PlayedBy.parse(words).words()).isEqualTo(words);
    }
}
