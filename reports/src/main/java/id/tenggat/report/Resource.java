package id.tenggat.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Texts that the page is made of, from the class path. */
final class Resource {

    private Resource() {}

    /** A file that lies beside this class. */
    static String own(String name) {
        return text("/id/tenggat/report/" + name);
    }

    /** A file of the chart library, whatever its version. */
    static String ofChartLibrary(String name) {
        return text("/META-INF/resources/webjars/uplot/" + chartLibraryVersion() + "/" + name);
    }

    private static String chartLibraryVersion() {
        Properties properties = new Properties();
        try (InputStream stream = open("/META-INF/maven/org.webjars.npm/uplot/pom.properties")) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static String text(String path) {
        try (InputStream stream = open(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) {
        InputStream stream = Resource.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("the class path must hold " + path);
        }
        return stream;
    }
}
