package id.tenggat.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tenggat.replay.Payload;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PayloadsTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 100, 999, 1000, 1001, 1002, 1003, 2002, 12_345, 16 << 20})
    void a_payload_is_a_json_object_of_exactly_its_size(int characters) throws JsonProcessingException {
        String object = Payloads.object(characters);

        assertThat(object).hasSize(characters);
        assertThat(new ObjectMapper().readTree(object).isObject()).isTrue();
    }

    @Test
    void nothing_is_nothing_and_one_byte_is_the_smallest_object() {
        assertThat(Payloads.object(0)).isEmpty();
        assertThat(Payloads.object(1)).isEqualTo("{}");
    }

    @Test
    void documents_are_pdfs_and_all_else_is_json() {
        List<Payload> payloads = Payloads.of(new Journey(List.of(
                new Journey.Step("sign-up", Action.SIGN_UP, 0, Distribution.Fixed.ZERO, 1500),
                new Journey.Step("upload", Action.UPLOAD, 0, Distribution.Fixed.ZERO, 5000))));

        assertThat(payloads).extracting(Payload::contentType).containsExactly("application/json", "application/pdf");
        assertThat(payloads.get(0).bytes()).hasSize(1500);
        assertThat(new String(payloads.get(1).bytes(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }
}
