package bactrian.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The distribution's Chromium without a window, as a person who sees texts and labels. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PROGRAMS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
    private static final List<String> DRIVERS =
            List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");

    private final ChromeDriver driver;
    private final URI service;

    private Browser(ChromeDriver driver, URI service) {
        this.driver = driver;
        this.service = service;
    }

    static boolean installed() {
        return first(PROGRAMS).isPresent() && first(DRIVERS).isPresent();
    }

    /** @param profile an empty folder */
    static Browser open(URI service, Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(first(PROGRAMS).orElseThrow().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--lang=en-GB",
                "--user-data-dir=" + profile);
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logging);
        ChromeDriverService chromium = new ChromeDriverService.Builder()
                .usingDriverExecutable(first(DRIVERS).orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(new ChromeDriver(chromium, options), service);
        browser.look(1200, 900, "light");
        return browser;
    }

    private static Optional<Path> first(List<String> paths) {
        return paths.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** How big the window is, and what the person prefers: {@code light} or {@code dark}. */
    void look(int width, int height, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void show(String view) {
        driver.get("about:blank");
        driver.get(service + "/" + view);
    }

    void choose(Path file) {
        driver.findElement(By.id("file")).sendKeys(file.toString());
    }

    void select(String label, String option) {
        WebElement choice = labelled(label);
        await("option " + option, () -> choice.findElements(By.xpath("./option[.='" + option + "']")).stream()
                        .findFirst())
                .click();
    }

    /** Ticks a box, or takes the tick away. */
    void tick(String label) {
        await("box " + label, () -> driver.findElements(By.cssSelector("input[aria-label='" + label + "']")).stream()
                        .findFirst())
                .click();
    }

    void write(String label, String text) {
        labelled(label).sendKeys(text);
    }

    private WebElement labelled(String label) {
        String id = await("label " + label, () -> driver.findElements(By.xpath("//label[.='" + label + "']")).stream()
                        .findFirst())
                .getAttribute("for");
        return driver.findElement(By.id(String.valueOf(id)));
    }

    void press(String button) {
        await("button " + button, () -> driver
                        .findElements(By.xpath(
                                "//button[normalize-space(.)='" + button + "'] | //summary[.='" + button + "']"))
                        .stream()
                        .filter(WebElement::isDisplayed)
                        .filter(WebElement::isEnabled)
                        .findFirst())
                .click();
    }

    /** Waits until the page shows a text. */
    void awaitText(String text) {
        await("text '" + text + "'", () -> Optional.of(text()).filter(shown -> shown.contains(text)));
    }

    private <T> T await(String what, java.util.function.Supplier<Optional<T>> there) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .withMessage(() -> "never saw " + what + " in: " + text())
                .until(ignored -> there.get().orElse(null));
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    Object ask(String script) {
        return String.valueOf(driver.executeScript("return " + script));
    }

    /** What the browser complained about: scripts that fail, styles or requests that the page's policy forbids. */
    List<String> complaints() {
        return Stream.of(driver.manage().logs().get(LogType.BROWSER))
                .flatMap(entries -> entries.getAll().stream())
                .map(LogEntry::getMessage)
                .toList();
    }

    void picture(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
