package id.tenggat.stack;

import id.tenggat.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PreloadTest {

    private static Preload parse(String csv) throws MalformedException {
        return Preload.parse(csv.getBytes(StandardCharsets.UTF_8), Scenarios.roomy());
    }

    @Test
    void lines_are_read_in_order_and_empty_ones_skipped() throws MalformedException {
        Preload preload = parse("4,3\r\n\n 9 , 7");

        assertThat(preload.entries()).containsExactly(new Ledger.CrowdEntry(4, 3), new Ledger.CrowdEntry(9, 7));
    }

    @Test
    void a_line_may_say_what_quota_is_lost() throws MalformedException {
        Preload preload = parse("4,3,2\n5, 7 , 1\n6,3,0\n7,1,0\n");

        assertThat(preload.entries())
                .containsExactly(
                        new Ledger.CrowdEntry(4, 3, 2),
                        new Ledger.CrowdEntry(5, 7, 1),
                        new Ledger.CrowdEntry(6, 3),
                        new Ledger.CrowdEntry(7, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4,3;5      | line 2: a line must be applicant,doneSteps or applicant,doneSteps,lostQuota, found '5'
            4,3,1,1    | line 1: a line must be applicant,doneSteps or applicant,doneSteps,lostQuota, found '4,3,1,1'
            4,3,3      | line 1: lostQuota, paid for and not stamped, must lie between 0 and 2, found '4,3,3'
            4,7,2      | line 1: lostQuota, paid for and not stamped, must lie between 0 and 1, found '4,7,2'
            4,15,1     | line 1: lostQuota, paid for and not stamped, must lie between 0 and 0, found '4,15,1'
            4,1,1      | line 1: lostQuota, paid for and not stamped, must lie between 0 and 0, found '4,1,1'
            4,3,-1     | line 1: lostQuota, paid for and not stamped, must lie between 0 and 2, found '4,3,-1'
            4,3,       | line 1: lostQuota, paid for and not stamped, must be a whole number, found '4,3,'
            x,3        | line 1: the applicant must be a whole number, found 'x,3'
            -1,3       | line 1: the applicant must lie between 0 and 999, found '-1,3'
            1000,3     | line 1: the applicant must lie between 0 and 999, found '1000,3'
            4,32       | line 1: doneSteps must lie between 0 and 31, found '4,32'
            4,4        | line 1: doneSteps must not hold stamps without their payment, found '4,4'
            4,99999999999999999999999999999999999999999999 | line 1: doneSteps must be a whole number, found '4,99999999999999999999999999999999999999...'
            """)
    void what_may_not_stand_is_named_with_its_line(String csv, String message) {
        assertThatThrownBy(() -> parse(csv.replace(';', '\n')))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }
}
