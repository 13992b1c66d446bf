package io.graceway.wiring;

import io.graceway.edge.document.Dialects;
import io.graceway.edge.document.FileTotals;
import io.graceway.edge.document.Speech;
import io.graceway.edge.document.agency.MappingPreview;
import io.graceway.face.command.Gateway;
import io.graceway.face.command.SandboxHome;
import io.graceway.face.command.SourceSheet;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.account.Reject;
import io.graceway.wiring.config.AgencyConfig;
import io.graceway.wiring.config.ConfigRefusal;
import io.graceway.wiring.config.PartnerFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the gateway in a Spring context of its own. */
public final class SpringGateway implements Gateway {

    @Override
    public Running start(Start start) {
        // The home is read before anything is started: a bad file is told at once and as it is.
        Home home = Home.open(start.home(), start.environment());
        SpringApplicationBuilder application = application(start, home, GracewayApplication.class);
        return start.mode() != Mode.ONCE ? serve(application, PagesAddress.of(home.files().house()), "graceway")
                : new RunningGateway(application.run(), false);
    }

    @Override
    public Running sandbox(SandboxHome asked) {
        io.graceway.wiring.Sandbox sandbox = io.graceway.wiring.Sandbox.open(asked);
        return serve(application(new Start(asked.home(), Mode.PAGES, sandbox.clock(), asked.environment()),
                sandbox.home(), GracewayApplication.class, SandboxWiring.class).initializers(sandbox::join),
                PagesAddress.of(sandbox.home().files().house()), "graceway-sandbox");
    }

    @Override
    public Map<String, List<CheckStep>> check(Start start) {
        Home home = Home.open(start.home(), start.environment());
        Map<String, List<CheckStep>> steps = Checks.opening(home, start.clock());
        // What does not open keeps nothing else from being tried; what does shows that the whole fits together.
        SpringApplicationBuilder application = Checks.allPassed(steps)
                ? application(start, home, GracewayApplication.class)
                : application(start, home, SourceWiring.class, EdgeWiring.class, HookWiring.Ways.class)
                .lazyInitialization(true);
        try (ConfigurableApplicationContext context = application.run()) {
            steps.putAll(Checks.using(context));
        }
        return steps;
    }

    @Override
    public Path newAgency(Path home, String id, String dialect, String mailbox) {
        return Starter.agency(home, id, dialect, mailbox);
    }

    @Override
    public List<Path> newSource(Path home, String kind, String id) {
        return Starter.source(home, kind, id);
    }

    @Override
    public void preview(Start start, SourceSheet.Look look, SourceSheet sheet) {
        SourcePreview.of(Home.open(start.home(), start.environment()), start.clock(), look, sheet);
    }

    @Override
    public void preview(Start start, Sample sample, Sheet sheet) {
        Dialects dialects = Dialects.load(start.home());
        Speech speech = sample.agency().map(id -> spoken(start, id, dialects)).orElseGet(() -> Speech.of(sample
                .dialect().orElseThrow())).with(sample.settings());
        try {
            FileTotals totals = MappingPreview.of(dialects, speech, sample.mapping(), sample.file(),
                    new MappingPreview.Sheet() {
                        @Override
                        public void line(String before, DocumentLine after) {
                            Map<String, String> fields = new LinkedHashMap<>();
                            after.fields().keySet().forEach(field -> fields.put(field, after.text(field)));
                            sheet.line(after.number(), before, after.record(), fields);
                        }

                        @Override
                        public void reject(String before, Reject why) {
                            sheet.refused(why.line(), before, why.field(), why.code(), why.why());
                        }
                    });
            new TreeMap<>(totals.found()).forEach((of, found) -> {
                Map<String, String> sums = new TreeMap<>();
                found.amounts().forEach((name, sum) -> sums.put(name, sum.toPlainString()));
                sheet.total(of, found.records(), sums);
            });
            totals.disagreements().forEach(one -> sheet.faulty(one.line(), one.field(), one.code(), one.why()));
        } catch (IOException e) {
            throw new UncheckedIOException("the file cannot be read", e);
        }
    }

    private static Speech spoken(Start start, String agency, Dialects dialects) {
        PartnerFiles files = PartnerFiles.read(start.home(), start.environment());
        AgencyConfig file = files.agencies().get(agency);
        if (file == null) {
            throw ConfigRefusal.of("GW-CMD-002", "there is no agency " + agency
                    + "; look into partner-config/agencies");
        }
        // Nothing is written here, so that nothing is ever kept there.
        return RouteWiring.heard(file, agency, RouteWiring.codes(files, files.folder(), dialects));
    }

    private static SpringApplicationBuilder application(Start start, Home home, Class<?>... parts) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "graceway.serve", start.mode() == Mode.SERVICE,
                "camel.main.routes-include-pattern", RouteFiles.of(home.folder()),
                "camel.main.name", "graceway",
                "camel.main.shutdown-timeout", "30",
                "graceway.log-folder", home.folder("logs").toString(),
                // The tables are made where the store is opened.
                "spring.flyway.enabled", "false",
                "logging.register-shutdown-hook", "false"));
        return new SpringApplicationBuilder(parts)
                .web(start.mode() != Mode.ONCE ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(properties)
                .initializers(one -> {
                    GenericApplicationContext beans = (GenericApplicationContext) one;
                    beans.registerBean(Home.class, () -> home);
                    beans.registerBean(Clock.class, start::clock);
                });
    }

    private static Running serve(SpringApplicationBuilder application, PagesAddress pages, String cookie) {
        try {
            return new RunningGateway(application.run(arguments(pages, cookie)), true);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException || cause instanceof BindException) {
                    throw ConfigRefusal.of("GW-WEB-002", "the pages cannot be served on " + pages.address() + ", port "
                            + pages.port() + ": " + cause.getMessage()
                            + "; set console.address and console.port in house.yaml");
                }
            }
            throw e;
        }
    }

    /** As arguments, because the variables of an environment must not move the console to another address. */
    private static String[] arguments(PagesAddress pages, String cookie) {
        return new String[] {
            "--server.address=" + pages.address(),
            "--server.port=" + pages.port(),
            "--server.forward-headers-strategy=none",
            "--server.tomcat.max-http-form-post-size=64KB",
            // A front end knows scheme and host better than we do.
            "--server.tomcat.use-relative-redirects=true",
            "--spring.servlet.multipart.enabled=false",
            "--spring.web.resources.add-mappings=false",
            "--server.servlet.session.timeout=30m",
            "--server.servlet.session.tracking-modes=cookie",
            "--server.servlet.session.cookie.name=" + cookie,
            "--server.servlet.session.cookie.http-only=true",
            "--server.servlet.session.cookie.same-site=lax",
            "--server.servlet.session.cookie.secure=" + pages.behindTls(),
            // Both write addresses they cannot use into the log, and a customer's link is a secret.
            "--logging.level.org.springframework.web=error",
            "--logging.level.org.apache.coyote=warn",
            // Told once, by the error page.
            "--logging.level.org.apache.catalina.core.ContainerBase=off"};
    }
}
