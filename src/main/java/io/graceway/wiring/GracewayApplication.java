package io.graceway.wiring;

import ch.qos.logback.classic.Logger;
import io.graceway.face.command.GracewayCommand;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where the process begins. */
@SpringBootApplication(scanBasePackages = "io.graceway.wiring")
public class GracewayApplication {

    public static void main(String[] arguments) {
        // Until Spring has read where logs belong nothing is logged: standard output is for results.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAndStopAllAppenders();
        System.exit(GracewayCommand.line(new SpringGateway()).execute(arguments));
    }
}
