package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.ThirdParty;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static id.tenggat.stack.Scenarios.calling;
import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;

/** The dashboard in the repository asks for nothing that a running stack does not serve. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardTest {

    private static final Path FILE = Path.of("src/main/grafana/tenggat-stack.json");
    private static final Pattern METRIC = Pattern.compile("\\b(tenggat_[a-z_]+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHED = Pattern.compile("([a-z_]+)\\s*(?:=~|!~|!=|=)");
    private static final Pattern GROUPED = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{([a-z_]+)}}");

    @TempDir
    private static Path folder;

    private final Scraped scraped = serving(busy());

    /** One question of a panel: the PromQL, and how its series are called. */
    record Target(String panel, String expr, String legend) {
        @Override
        public String toString() {
            return panel + ": " + expr;
        }
    }

    private static Scenario busy() {
        return Scenarios.closing(
                Scenarios.OPENS.plusSeconds(3600),
                new Stack(
                        List.of(calling(station("portal", 10, 10, fixed(1)), 0)),
                        List.of(new ThirdParty("bank", fixed(1), 0.5)),
                        List.of(new Pool("database", 5, List.of(0)))),
                List.of());
    }

    private static Scraped serving(Scenario scenario) {
        try (StackServer stack = StackServer.start(scenario, StackOptions.onPort(0))) {
            Caller caller = new Caller(stack);
            for (int applicant = 0; applicant < 4; applicant++) {
                caller.attempt(applicant, "sign-up");
            }
            return Scraped.from(caller);
        } catch (PortUnavailableException | LedgerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject dashboard() throws IOException {
        return new JsonObject(Files.readString(FILE));
    }

    static Stream<Target> targets() throws IOException {
        List<Target> targets = new ArrayList<>();
        for (Object panel : dashboard().getJsonArray("panels")) {
            JsonObject shown = (JsonObject) panel;
            for (Object target : shown.getJsonArray("targets", new JsonArray())) {
                JsonObject asked = (JsonObject) target;
                targets.add(
                        new Target(shown.getString("title"), asked.getString("expr"), asked.getString("legendFormat")));
            }
        }
        return targets.stream();
    }

    @Test
    void it_asks_a_data_source_of_ones_own() throws IOException {
        assertThat(targets()).hasSizeGreaterThan(15);
        assertThat(dashboard()
                        .getJsonObject("templating")
                        .getJsonArray("list")
                        .getJsonObject(0)
                        .getString("type"))
                .isEqualTo("datasource");
        assertThat(Files.readString(FILE)).doesNotContain("http:", "https:");
        assertThat(dashboard().getJsonArray("panels").stream()
                        .map(panel -> ((JsonObject) panel).getJsonObject("datasource"))
                        .filter(source -> source != null)
                        .map(source -> source.getString("uid"))
                        .distinct())
                .containsExactly("${datasource}");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void each_question_is_about_what_is_served(Target target) {
        Set<String> known = new TreeSet<>();
        List<MatchResult> metrics = METRIC.matcher(target.expr()).results().toList();
        assertThat(metrics).isNotEmpty();
        for (MatchResult metric : metrics) {
            assertThat(scraped.labels()).containsKey(metric.group(1));
            Set<String> labels = scraped.labels().get(metric.group(1));
            known.addAll(labels);
            assertThat(named(MATCHED, String.valueOf(metric.group(2)))).isSubsetOf(labels);
        }
        for (String group : named(GROUPED, target.expr())) {
            assertThat(List.of(group.split(", "))).isSubsetOf(known);
        }
        assertThat(named(LEGEND, target.legend())).isSubsetOf(known);
    }

    @Test
    void the_stations_to_choose_from_are_those_that_are_served() throws IOException {
        JsonObject station =
                dashboard().getJsonObject("templating").getJsonArray("list").getJsonObject(1);
        assertThat(station.getString("definition")).isEqualTo("label_values(tenggat_station_queue_length, station)");
        assertThat(scraped.labels().get("tenggat_station_queue_length")).containsExactly("station");
    }

    /** A counter is asked for its rate, and a level is not. */
    @ParameterizedTest
    @MethodSource("targets")
    void counters_are_asked_for_rates(Target target) {
        METRIC.matcher(target.expr())
                .results()
                .map(metric -> metric.group(1))
                .filter(name -> !name.equals("tenggat_runs_total"))
                .forEach(name -> assertThat(target.expr().matches("(?s).*(rate|increase)\\(" + name + "\\b.*"))
                        .as(name)
                        .isEqualTo(!"gauge".equals(scraped.types().get(name))));
    }

    private static List<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    @Test
    void prometheus_itself_can_read_every_question() throws IOException, InterruptedException {
        StringBuilder rules = new StringBuilder("groups:\n- name: dashboard\n  rules:\n");
        int number = 0;
        for (Target target : targets().toList()) {
            String expr = target.expr().replace("$__rate_interval", "1m").replace("$station", ".*");
            rules.append("  - record: asked:question_").append(number++).append("\n    expr: '");
            rules.append(expr.replace("'", "''")).append("'\n");
        }
        Path file = Files.writeString(folder.resolve("rules.yaml"), rules);

        Promtool.accepts("", "check", "rules", file.toString());
    }
}
