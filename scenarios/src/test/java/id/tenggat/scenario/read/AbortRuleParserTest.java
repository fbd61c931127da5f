package id.tenggat.scenario.read;

import id.tenggat.scenario.AbortRule;
import id.tenggat.scenario.AbortRule.Sign;
import id.tenggat.scenario.Objective.Comparison;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class AbortRuleParserTest {

    @ParameterizedTest
    @CsvSource({
        "error rate > 50% for 30s, ERROR_RATE, '', ABOVE, 0.5, PT30S",
        "stamp-letter error rate>=5%  for  1m, ERROR_RATE, stamp-letter, AT_LEAST, 0.05, PT1M",
        "timeout rate > 20% for 1s, TIMEOUT_RATE, '', ABOVE, 0.2, PT1S",
        "'  submit   rejection   rate > 90% for 500ms ', REJECTION_RATE, submit, ABOVE, 0.9, PT0.5S",
        "latency p99 > 20s for 1m, LATENCY_P99, '', ABOVE, 2e10, PT1M",
        "latency p50 > 20s for 1h, LATENCY_P50, '', ABOVE, 2e10, PT1H",
        "stamp-letter p95 > 1.5s for 10s, LATENCY_P95, stamp-letter, ABOVE, 1.5e9, PT10S",
        "slip p99 > 1s for 10s, SLIP_P99, '', ABOVE, 1e9, PT10S",
        "inside > 100000, INSIDE, '', ABOVE, 100000, PT0S",
        "inside >= 5 for 1m, INSIDE, '', AT_LEAST, 5, PT1M",
    })
    void rules_are_read(String text, Sign sign, String step, Comparison comparison, double bound, Duration lasting) {
        AbortRule rule = AbortRuleParser.parse(text);
        assertThat(rule.text()).isEqualTo(text.strip());
        assertThat(rule.condition().sign()).isEqualTo(sign);
        assertThat(rule.condition().step().orElse("")).isEqualTo(step);
        assertThat(rule.condition().comparison()).isEqualTo(comparison);
        assertThat(rule.condition().bound()).isEqualTo(bound);
        assertThat(rule.lasting()).isEqualTo(lasting);
    }
}
