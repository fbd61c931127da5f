package id.tenggat.report;

import id.tenggat.agreement.Agreement;
import id.tenggat.report.Table.Tone;
import id.tenggat.verdict.Status;

import java.util.List;

/** How recordings agree, for a terminal. */
public final class AgreementText {

    private final Colour colour;
    private final StringBuilder text = new StringBuilder();

    private AgreementText(Colour colour) {
        this.colour = colour;
    }

    /** Two recordings, measure by measure; ends in a line feed. */
    public static String of(Twin twin, Colour colour) {
        return new AgreementText(colour).text(twin);
    }

    /** Several cases in one table, a row each; ends in a line feed. */
    public static String of(List<Twin> cases, Colour colour) {
        return colour.bold("Every case: differences of [2] from [1]") + "\n"
                + TextTable.text(AgreementTables.cases(cases), colour);
    }

    private String text(Twin twin) {
        Agreement agreement = twin.agreement();
        text.append(colour.bold(colour.painted(word(agreement), tone(agreement))))
                .append("  ")
                .append(twin.name())
                .append('\n');
        line("[1] " + twin.first().label() + ": " + Sentences.origin(twin.first()));
        line("[2] " + twin.second().label() + ": " + Sentences.origin(twin.second()));
        agreement.notes().forEach(this::line);
        agreement.invalidReasons().forEach(reason -> line(colour.painted("not to be trusted: " + reason, Tone.BAD)));
        text.append('\n').append(TextTable.text(AgreementTables.measures(twin), colour));
        agreement.parting().ifPresent(parting -> line(AgreementTables.parting(parting, twin.times())));
        return text.toString();
    }

    static String word(Agreement agreement) {
        return switch (agreement.status()) {
            case PASS -> "AGREES";
            case FAIL -> "DISAGREES";
            case INVALID -> "INVALID";
        };
    }

    private static Tone tone(Agreement agreement) {
        return agreement.status() == Status.PASS ? Tone.GOOD : Tone.BAD;
    }

    private void line(String line) {
        text.append("  ").append(line).append('\n');
    }
}
