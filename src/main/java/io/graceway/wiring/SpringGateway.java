package io.graceway.wiring;

import io.graceway.face.command.Gateway;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the gateway in a Spring context of its own. */
public final class SpringGateway implements Gateway {

    @Override
    public Running start(Start start) {
        // The home is read before anything is started: a bad file is told at once and as it is.
        Home home = Home.open(start.home(), start.environment());
        var console = home.files().house().console();
        Map<String, Object> properties = new java.util.HashMap<>(Map.of(
                "graceway.serve", start.mode() == Mode.SERVICE,
                "camel.main.routes-include-pattern", RouteFiles.of(home.folder()),
                "camel.main.name", "graceway",
                "camel.main.shutdown-timeout", "30",
                "graceway.log-folder", home.folder("logs").toString(),
                "logging.register-shutdown-hook", "false",
                "server.address", console == null ? "127.0.0.1" : console.address(),
                "server.port", console == null ? 8080 : console.port()));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(GracewayApplication.class)
                .web(start.mode() == Mode.ONCE ? WebApplicationType.NONE : WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(properties)
                .initializers(one -> {
                    GenericApplicationContext beans = (GenericApplicationContext) one;
                    beans.registerBean(Home.class, () -> home);
                    beans.registerBean(Clock.class, start::clock);
                })
                .run();
        return new RunningGateway(context, start.mode() != Mode.ONCE);
    }
}
