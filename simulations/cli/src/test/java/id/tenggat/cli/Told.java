package id.tenggat.cli;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command said, and its exit status. */
record Told(int status, String out, String err) {

    /** Runs a command in this JVM. */
    static Told by(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int status = command.execute(words);
        return new Told(status, out.toString(), err.toString());
    }
}
