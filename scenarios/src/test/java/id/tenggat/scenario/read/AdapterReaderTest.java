package id.tenggat.scenario.read;

import id.tenggat.adapter.Adapter;
import id.tenggat.adapter.Body;
import id.tenggat.adapter.Expectation.Statuses;
import id.tenggat.adapter.Request;
import id.tenggat.adapter.Template;
import id.tenggat.adapter.Wait;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;

/** What an adapter says is what its records hold. */
class AdapterReaderTest {

    private final Adapter adapter = AdapterSamples.read(Samples.text(AdapterSamples.ALL));

    @Test
    void values_are_put_into_texts() {
        Request first = adapter.steps().get(0).get(0);
        Map<String, String> known = Map.of("applicant", "7", "applicant.nik", "x\"y", "regency", "A b");
        Template.Values values = variable -> known.getOrDefault(variable, "unknown");
        Template key = Objects.requireNonNull(first.call().headers().get("Authorization"));
        Body.Text body = (Body.Text) first.call().body();
        assertThat(body.template().text(values, value -> "<" + value + ">"))
                .isEqualTo("{\"id\": <7>, \"nik\": \"<x\"y>\", \"note\": \"a ${ stays\"}");
        assertThat(first.call().path().text(values, UnaryOperator.identity())).isEqualTo("/api/register?from=A b");
        assertThat(key.text(values, UnaryOperator.identity())).isEqualTo("Bearer a secret token");
    }

    @Test
    void headers_of_all_requests_come_first_and_a_requests_own_win() {
        String text = Samples.text(AdapterSamples.ALL).replace("X-Token: ", "accept: text/html, X-Token: ");
        assertThat(AdapterSamples.read(text)
                        .steps()
                        .get(1)
                        .get(0)
                        .call()
                        .headers()
                        .keySet())
                .containsExactly("Authorization", "accept", "X-Token");
    }

    @Test
    void marks_that_are_not_named_are_those_of_http() {
        Request price = adapter.steps().get(2).get(0);
        assertThat(price.verdict().success().statuses()).containsExactly(new Statuses(200, 200));
        assertThat(price.verdict().rejection().statuses())
                .containsExactly(new Statuses(429, 429), new Statuses(503, 503));
    }

    @Test
    void a_wait_asks_and_ends() {
        Wait wait = adapter.steps().get(1).get(0).waiting().orElseThrow();
        assertThat(wait.rhythm().every()).isEqualTo(Duration.ofSeconds(5));
        assertThat(wait.rhythm().atMost()).contains(Duration.ofMinutes(10));
        assertThat(wait.poll().until().json()).isEqualTo(Map.of("/admitted", "true"));
        assertThat(((Wait.Repeat) wait.then()).headers()).containsOnlyKeys("X-Pass");
    }

    @Test
    void people_and_certificates_are_read_from_their_files() {
        assertThat(adapter.people().field(17, "nik")).isEqualTo("3174018");
        assertThat(adapter.wire().tls().trusted()).hasSize(1);
        assertThat(adapter.wire().tls().identity()).isPresent();
    }

    /** Whatever is logged by accident. */
    @Test
    void secrets_are_not_printed() {
        assertThat(adapter.toString()).contains("${env.STAGING_TOKEN}").doesNotContain("a secret ");
    }

    @Test
    void bytes_of_a_file_are_sent_as_they_are() {
        assertThat(List.of(adapter.steps().get(3).get(0).call().body()))
                .allSatisfy(body -> assertThat(body).isInstanceOf(Body.Bytes.class));
    }

    @Test
    void parts_of_a_body_are_fields_and_files() {
        Body.Multipart body =
                (Body.Multipart) adapter.steps().get(3).get(1).call().body();
        assertThat(body.pieces()).containsOnlyKeys("nik", "letter", "form");
        Body.Upload form = (Body.Upload) Objects.requireNonNull(body.pieces().get("form"));
        assertThat(form.content()).isEqualTo(new Body.Payload());
        assertThat(form.name().text(variable -> variable, UnaryOperator.identity()))
                .isEqualTo("payload");
    }
}
