package io.graceway.face.console.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium, driven from here. */
public final class Chromium implements AutoCloseable {

    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");

    private final Playwright driver = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of(
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = driver.chromium().launch(new LaunchOptions().setExecutablePath(program())
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync")));

    public Browser browser() {
        return browser;
    }

    private static Path program() {
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElseThrow(() ->
                new IllegalStateException("the tests of the pages need Chromium; on Debian: apt-get install chromium"));
    }

    @Override
    public void close() {
        browser.close();
        driver.close();
    }
}
