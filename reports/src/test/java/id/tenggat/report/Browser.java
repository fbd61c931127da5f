package id.tenggat.report;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** Debian's Chromium without a window, driven by its own driver: nothing is looked for or downloaded. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    /** Would warn that no classes were made for this version's protocol; none are used. */
    private static final Logger VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one that has no network. */
    static Browser start(Path profile) {
        VERSIONS.setLevel(Level.OFF);
        System.setProperty("webdriver.chrome.driver", DRIVER.toString());
        System.setProperty("webdriver.chrome.silentOutput", "true");
        Browser browser = new Browser(new ChromeDriver(options(profile)));
        browser.disconnect();
        return browser;
    }

    /** Skips the test that calls it, or fails it under CI, where a program is missing. */
    static void requireInstalled() {
        requireInstalled(CHROMIUM, "chromium");
        requireInstalled(DRIVER, "chromium-driver");
    }

    private static void requireInstalled(Path program, String debianPackage) {
        String missing = program + " is not installed (Debian package " + debianPackage + ")";
        if (!Files.isExecutable(program) && System.getenv("CI") != null) {
            fail(missing);
        } else if (!Files.isExecutable(program)) {
            abort(missing);
        }
    }

    private static ChromeOptions options(Path profile) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-device-scale-factor=1",
                "--window-size=1280,1000",
                "--user-data-dir=" + profile);
    }

    private void disconnect() {
        command("Network.enable", Map.of());
        command(
                "Network.emulateNetworkConditions",
                Map.of("offline", true, "latency", 0, "downloadThroughput", 0, "uploadThroughput", 0));
    }

    private void command(String name, Map<String, Object> parameters) {
        Object unused = driver.executeCdpCommand(name, parameters);
    }

    void open(Path page) {
        driver.get(page.toUri().toString());
    }

    /** How the page is to be shown: on {@code screen} or in {@code print}, {@code light} or {@code dark}. */
    void show(String media, String colours) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    /** What a function body returns: a text, a truth, a number, a list or a map of these. */
    Object ask(String script, Object... arguments) {
        return Objects.requireNonNull(driver.executeScript(script, arguments), script);
    }

    /** Runs a function body that returns nothing. */
    void run(String script, Object... arguments) {
        Object unused = driver.executeScript(script, arguments);
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> findAll(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    String text(String selector) {
        return find(selector).getText();
    }

    /** A mouse and a keyboard. */
    Actions hands() {
        return new Actions(driver);
    }

    /** Errors, warnings, and all else that was told since it was asked last. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
