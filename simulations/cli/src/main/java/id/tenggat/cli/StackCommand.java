package id.tenggat.cli;

import id.tenggat.ledger.LedgerException;
import id.tenggat.ledger.LedgerPlace;
import id.tenggat.stack.AccessLog;
import id.tenggat.stack.PlayedBy;
import id.tenggat.stack.PortUnavailableException;
import id.tenggat.stack.StackOptions;
import id.tenggat.stack.StackServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code tenggat stack}. */
@Command(
        name = "stack",
        mixinStandardHelpOptions = true,
        description = "Serves a scenario's journey over HTTP on 127.0.0.1, until Ctrl-C.",
        footerHeading = "%nExample:%n",
        footer = {
            "  tenggat stack scenarios/ordinary-day.yaml --port 8080",
            "  curl -i -X POST http://127.0.0.1:8080/journey/0/sign-up -H 'Tenggat-Attempt: 0'",
            "  tenggat stack scenarios/ordinary-day.yaml --access-log access.jsonl"
        })
final class StackCommand implements Callable<Integer> {

    static final String LISTENING = "listening on ";

    /** Begins a line that tells that the rest of a run is worth nothing, and why. */
    static final String BROKEN = "broken ";

    private static final long LOOKS_EVERY_MS = 500;

    @Mixin
    private QuestionOptions question = new QuestionOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "port on 127.0.0.1; 0 takes any that is free (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--ledger",
            paramLabel = "PLACE",
            description = {
                "where payments, quota, serials, stamps and submissions are kept: a file (SQLite),",
                "jdbc:postgresql://127.0.0.1/database, or memory",
                "(default: SCENARIO.ledger.db in this directory)"
            })
    private String ledger = "";

    @Mixin
    private AccessLogOption accessLog = new AccessLogOption();

    @Mixin
    private ThirdPartiesOption thirdParties = new ThirdPartiesOption();

    @Option(names = "--lifeline", hidden = true, description = "end when standard input ends")
    private boolean lifeline;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws PortUnavailableException, LedgerException, InterruptedException {
        Question asked = question.orWhole();
        requirePort();
        PlayedBy players = thirdParties.orOf(asked.scenario());
        StackOptions options =
                StackOptions.onPort(port).withThirdParties(players).withLedger(place(asked));
        try (AtEnd end = AtEnd.begin()) {
            Optional<AccessLog> log = accessLog.open(end, Screen.of(spec.commandLine()));
            StackServer server = StackServer.start(asked.scenario(), options, log);
            end.add(server::close);
            spec.commandLine().getOut().println(LISTENING + "http://127.0.0.1:" + server.port());
            spec.commandLine().getOut().flush();
            serve(asked, server, end);
        }
        return 0;
    }

    private LedgerPlace place(Question asked) throws LedgerException {
        return LedgerPlace.parse(ledger.isEmpty() ? asked.whole().name() + ".ledger.db" : ledger);
    }

    private void requirePort() {
        if (port < 0 || port > 65_535) {
            throw new InputException("--port must lie between 0 and 65535, found " + port);
        }
    }

    private void serve(Question asked, StackServer server, AtEnd end) throws InterruptedException {
        CountDownLatch cut = new CountDownLatch(1);
        if (lifeline) {
            Lifeline line = Lifeline.hold(cut::countDown);
            // Ctrl-C reaches this process too, but the replay still asks what happened.
            end.add(line::awaitCut);
        } else {
            Screen.of(spec.commandLine())
                    .say("serving " + asked.whole().name() + " (" + asked.part() + "), seed "
                            + asked.scenario().seed() + "; stamps are signed with " + server.stampsSignedBy()
                            + "; " + server.ledgerStory()
                            + played(server.thirdPartiesBy())
                            + secure(server.securePort())
                            + "; Ctrl-C ends it");
        }
        boolean told = false;
        while (!cut.await(LOOKS_EVERY_MS, TimeUnit.MILLISECONDS)) {
            Optional<String> failure = server.ledgerFailure();
            if (failure.isPresent() && !told) {
                told = true;
                tell("ledger can't be kept any more: " + failure.get());
            }
        }
    }

    /** Whoever has started it reads this on standard output; people on standard error. */
    private void tell(String broken) {
        if (lifeline) {
            spec.commandLine().getOut().println(BROKEN + broken);
            spec.commandLine().getOut().flush();
        } else {
            Screen.of(spec.commandLine()).say("the " + broken + "; requests that need it fail from now on");
        }
    }

    private static String secure(OptionalInt port) {
        return port.isPresent() ? "; HTTP/2 is spoken on https://127.0.0.1:" + port.getAsInt() : "";
    }

    private static String played(String thirdPartiesBy) {
        return thirdPartiesBy.isEmpty() ? "" : "; third parties are played by " + thirdPartiesBy;
    }
}
