package example;

import id.tenggat.replay.DeadlineSimulation;
import id.tenggat.stamping.SpecimenDocument;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

/**
 * The journey of scenarios/smoke.yaml against our own stack, in Gatling's language. When applicants come, how long they wait and
 * when they try again is the scenario's.
 */
public class RegistrationSimulation extends DeadlineSimulation {

    private static final byte[] LETTER = new SpecimenDocument(0, 4096).pdf();

    public RegistrationSimulation() {
        play(
                this::step,
                protocol -> protocol.header("Tenggat-Attempt", "#{attempt}")
                        // The same at every attempt, so that nothing is paid or stamped twice.
                        .header("Idempotency-Key", "#{applicant}-#{step}"));
    }

    private ChainBuilder step(String name) {
        return switch (name) {
            case "pay" -> exec(json(name, "{}").check(header("Tenggat-Receipt").saveAs("receipt")));
            case "submit" -> exec(json(name, "{\"receipt\": \"#{receipt}\"}"));
            case "upload-documents", "stamp-letter", "stamp-statement" -> exec(pdf(name));
            default -> exec(json(name, "{\"regency\": \"#{regency}\"}"));
        };
    }

    private HttpRequestActionBuilder json(String step, String body) {
        return attempt(step).asJson().body(StringBody(body));
    }

    private HttpRequestActionBuilder pdf(String step) {
        return attempt(step).header("Content-Type", "application/pdf").body(ByteArrayBody(LETTER));
    }

    private HttpRequestActionBuilder attempt(String step) {
        return http(step).post("/journey/#{applicant}/" + step)
                .requestTimeout(timeout())
                .check(status().is(200));
    }
}
