package id.tenggat.replay;

import id.tenggat.adapter.Adapter;
import id.tenggat.adapter.Template;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.read.AdapterReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What an adapter's multipart bodies look like on the way. */
class MultipartWriterTest {

    private static final String STEPS = """
            tenggat-adapter: 1
            steps:
              - step: sign-up
                requests:
                  - request: POST /letters
                    headers: {content-type: multipart/form-data}
                    body:
                      multipart:
                        nik: "${applicant}"
                        'a "quoted" name': "ä\\r\\nb"
                        letter: {file: letter.pdf, type: application/pdf}
                        copy: {file: letter.pdf, name: '${regency}-".pdf'}
                        form: {generated: payload}
              - {step: submit, requests: [{request: GET /submit}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Call call() throws IOException {
        Scenario scenario = Scenes.early(1);
        Files.writeString(folder.resolve("letter.pdf"), "%PDF");
        Path file = Files.writeString(folder.resolve("adapter.yaml"), STEPS);
        Adapter adapter = AdapterReader.read(file, scenario, Map.of()).adapter();
        Payload payload = new Payload("application/json", "{}".getBytes(UTF_8));
        AdaptedSystem system = new AdaptedSystem(
                Loopback.permission("http://127.0.0.1:1"), adapter, scenario, List.of(payload, payload));
        Template.Values values = variable -> variable.equals("applicant") ? "7" : "31.71";
        return new CallWriter(system, 0, values)
                .call(adapter.steps().get(0).get(0).call(), Map.of());
    }

    @Test
    void fieldsAndFilesAreWrittenAsBrowsersDo() throws IOException {
        Call call = call();
        String boundary = MultipartWriter.TYPE.replaceFirst(".*boundary=", "");
        assertThat(new String(call.body(), UTF_8))
                .isEqualTo(String.join(
                        "\r\n",
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"nik\"",
                        "",
                        "7",
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"a %22quoted%22 name\"",
                        "",
                        "ä\r\nb",
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"letter\"; filename=\"letter.pdf\"",
                        "Content-Type: application/pdf",
                        "",
                        "%PDF",
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"copy\"; filename=\"31.71-%22.pdf\"",
                        "Content-Type: application/octet-stream",
                        "",
                        "%PDF",
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"form\"; filename=\"payload\"",
                        "Content-Type: application/json",
                        "",
                        "{}",
                        "--" + boundary + "--",
                        ""));
    }

    @Test
    void theContentTypeNamesTheBoundaryWhateverTheAdapterSays() throws IOException {
        assertThat(call().headers()).isEqualTo(Map.of("Content-Type", MultipartWriter.TYPE));
        assertThat(MultipartWriter.TYPE).matches("multipart/form-data; boundary=[A-Za-z0-9-]{20,70}");
    }
}
