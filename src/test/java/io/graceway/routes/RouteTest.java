package io.graceway.routes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;

/** Loads all routes as the gateway does, with beans that play, and keeps track of every step that ran. */
abstract class RouteTest extends CamelTestSupport {

    /** Ids of the steps that ran in any test of this process. */
    static final Set<String> RAN = ConcurrentHashMap.newKeySet();

    final Stage stage = new Stage();

    static List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml")).sorted().toList();
        }
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        stage.enter(registry::bind);
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        Properties properties = new Properties();
        properties.put("graceway.serve", "false");
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.getCamelContextExtension().addInterceptStrategy((context, definition, target, next) ->
                new DelegateAsyncProcessor(exchange -> {
                    RAN.add(definition.getId());
                    target.process(exchange);
                }));
        PluginHelper.getRoutesLoader(camel).loadRoutes(files().stream()
                .map(file -> ResourceHelper.resolveResource(camel, "file:" + file)).toList());
        return camel;
    }

    /** Sends a body; whatever a route could not finish must have gone to the quarantine, not to whoever sent it. */
    void send(String route, Object body) {
        try (ProducerTemplate template = context().createProducerTemplate()) {
            template.sendBody("direct:" + route, body);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
