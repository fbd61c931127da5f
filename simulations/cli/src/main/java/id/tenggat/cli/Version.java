package id.tenggat.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this program, from its jar's manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"tenggat " + text() + ", Java " + Runtime.version()};
    }

    static String text() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
